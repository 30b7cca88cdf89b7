"""Small invented repositories of the main templates, written into a folder."""

from __future__ import annotations

from pathlib import Path

ACADEMIC = {
    "_config.yml": (
        "title: Ada Example\ninclude: [_pages]\nfuture: true\n"
        "author:\n  googlescholar: https://example.org/s\n  researchgate:\n"
        "collections:\n  publications:\n    output: true\n  talks:\n    output: true\n  teaching: {}\n  portfolio: {}\n"
        "publication_category:\n  manuscripts:\n    title: Journal Articles\n  conferences:\n    title: Conferences\n"
    ),
    "_pages/about.md": "---\npermalink: /\ntitle: About\n---\nI study small lakes.\n",
    "_publications/2024-05-01-reading-small-lakes.md": (
        '---\ntitle: "Reading Small Lakes"\ncollection: publications\ncategory: manuscripts\n'
        "permalink: /publication/2024-05-01-reading-small-lakes\nexcerpt: 'Lakes have layers.'\ndate: 2024-05-01\n"
        "venue: 'Journal of Ice'\npaperurl: 'https://example.org/lakes.pdf'\n"
        "citation: 'Ada Example, Ben Sample. (2024). &quot;Reading Small Lakes.&quot; <i>Journal of Ice</i>.'\n---\n"
        "Lakes have layers.\n"
    ),
    "_publications/2022-03-09-ice-in-spring.md": (
        '---\ntitle: "Ice in Spring"\ncollection: publications\ncategory: conferences\n'
        "permalink: /publication/2022-03-09-ice-in-spring\ndate: 2022-03-09\nvenue: 'Proceedings of ICE'\n"
        "paperurl: 'https://example.org/ice.pdf'\n"
        "citation: 'Ben Sample. (2022). &quot;Ice in Spring.&quot; <i>Proceedings of ICE</i>.'\n---\n"
    ),
    "_talks/2023-01-01-a-talk.md": '---\ntitle: "On Ice"\ncollection: talks\ndate: 2023-01-01\n---\n',
}
FOLIO = {
    "_config.yml": (
        "title: blank\nfirst_name: Ada\ncollections:\n  news:\n    output: true\n"
        "scholar:\n  last_name: [Example]\n  first_name: [Ada, A.]\n  source: /_bibliography/\n"
        "  bibliography: papers.bib\n  bibliography_template: bib\n"
    ),
    "_pages/about.md": "---\nlayout: about\npermalink: /\ntitle: about\n---\nI study small lakes.\n",
    "_news/announcement_1.md": (
        "---\nlayout: post\ndate: 2024-02-03 15:59:00-0400\ninline: true\nrelated_posts: false\n---\n\nThe lab opens.\n"
    ),
    "_news/announcement_2.md": (
        "---\nlayout: post\ntitle: A long way to the lake\ndate: 2025-02-03\ninline: false\n---\n\n# Far\n\nVery far.\n"
    ),
    "_news/announcement_10.md": (
        "---\nlayout: post\ndate: 2024-12-03\ninline: true\nrelated_posts: false\n---\n\nA *map* is out. :map:\n"
    ),
    "_bibliography/papers.bib": (
        "---\n---\n\n@string{jice = {Journal of Ice}}\n\nKept as it is: {a note} by me.\n\n"
        "@article{example2025lakes,\n  abbr     = {JI},\n  title    = {Reading {S}mall Lakes},\n"
        '  author   = {Example*, Ada and Sample, Ben},\n  journal  = jice,\n  year     = 2025,\n  pages = "1--9",\n'
        "  pdf      = {https://example.org/a%20b_c.pdf},\n  selected = {true},\n}\n\n"
        "@inproceedings{sample2023ice,\n  title     = {Ice in Spring},\n"
        '  author    = {M{\\"u}ller, Cy and Sample, Ben},\n'
        "  booktitle = {Proceedings of ICE},\n  year      = {2023}\n}\n"
    ),
}
LIGHT = {
    "_config.yml": "title: Ada Example\nremote_theme: yaoyao-liu/minimal-light\n",
    "index.md": (
        "---\nlayout: homepage\n---\n\n## News\n\n- **[Feb. 2024]** The lab opens.\n\n"
        "{% include_relative _includes/publications.md %}\n"
    ),
    "_includes/publications.md": "<h2>Publications</h2>\n\n{% for link in site.data.publications.main %}{% endfor %}\n",
    "_data/publications.yml": (
        'main:\n\n  - title: "Reading Small Lakes: A Study"\n    authors: <strong>Ada Example</strong>*, Ben Sample\n'
        "    conference_short: JI\n    conference: Journal of Ice, 2025.\n    pdf: https://example.org/lakes.pdf\n"
        "    # image: none yet\n\n  - title: Ice in Spring\n    authors: Ben Sample, <strong>Ada Example</strong>\n"
        "    conference: Proceedings of ICE, 2023.\n    pdf: https://example.org/ice.pdf\n    notes: Best paper\n"
    ),
}
SEVERAL = {
    "_config.yml": "title: Ada Lampwick\ncollections:\n  publications:\n    output: true\n",
    "index.md": (
        "---\ntitle: Ada Lampwick\n---\n\n## News\n\n"
        "- *2024.05*: One paper accepted by **SOFT 2024**!\n"
        "- *2023.01*: I joined the Institute of Candles.\n\n"
        "## Publications\n\n"
        "- **Warm Light for Cold Rooms**. **Ada Lampwick**, Ben Wickham. *Journal of Candles*, 2024.\n"
        "- **Meadow Graphs at Noon**. Ben Wickham, **Ada Lampwick**. *SOFT*, 2022.\n"
    ),
    "index-de.md": (
        "---\ntitle: Ada Lampwick\nlang: de\npermalink: /de/\n---\n\n## Aktuelles\n\n"
        "- *05.2024*: Ein Aufsatz wurde bei der SOFT 2024 angenommen.\n\n"
        "## Publikationen\n\n"
        "- **Warm Light for Cold Rooms**. **Ada Lampwick**, Ben Wickham. *Journal of Candles*, 2024.\n"
        "- **Meadow Graphs at Noon**. Ben Wickham, **Ada Lampwick**. *SOFT*, 2022.\n"
    ),
    "_publications/2024-warm-light.md": (
        "---\ntitle: Warm Light for Cold Rooms\nauthors: Ada Lampwick, Ben Wickham\nvenue: Journal of Candles\n"
        "date: 2024-05-01\n---\n"
    ),
    "_data/cv.yml": (
        "publications:\n"
        "  - title: Warm Light for Cold Rooms\n    venue: Journal of Candles\n    year: 2024\n"
        "  - title: Meadow Graphs at Noon\n    venue: SOFT\n    year: 2022\n"
    ),
}
"""A site that keeps its publications five times: on the home page, in a collection, in a CV, and in German."""


def build(folder: Path, files: dict[str, str], **more: str) -> Path:
    """Writes a repository; `more` holds further files, `/` in their names as `__`."""
    for name, text in {**files, **{name.replace("__", "/"): text for name, text in more.items()}}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def snapshot(folder: Path) -> dict[str, bytes]:
    """All files of a folder and what they hold."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
