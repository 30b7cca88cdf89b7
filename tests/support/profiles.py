"""Small invented repositories whose owners are told in as many ways as the templates have."""

from __future__ import annotations

HOME = "---\npermalink: /\ntitle: About\n---\nI study small lakes.\n"

ACADEMIC = {
    "_config.yml": (
        "# Basic settings\n"
        'title                    : "Ada Example / Lakes"\n'
        'name                     : &name "Ada Example"\n'
        'description              : &about "Ice on small lakes"\n'
        "og_description           : *about\n"
        "include                  : [_pages]\n"
        "future                   : true\n\n"
        "# Site author: what is blank is not shown\n"
        "author:\n"
        "  # Biographic information\n"
        '  avatar           : "ada.png"\n'
        '  name             : &me "Ada Example"   # as on papers\n'
        '  pronouns         : # example: "she/her"\n'
        "  location         :\n"
        '  email            :  ada@example.org # "other"\n\n'
        "  # Academic websites\n"
        '  googlescholar    : "https://scholar.example.org/citations?user=abc"\n'
        '  impactstory      : #"https://example.org/u/xxxx"\n'
        "  # pubmed         : old\n"
        '  researchgate     : "https://example.org/ada"# mine\n\n'
        "  # Repositories\n"
        "  bitbucket        : # Username\n"
        "  github           : 12345\n"
        "  huggingface      : 'ada-on-ice'\n\n"
        "  # Social media\n"
        "  bluesky          : # Username\n"
        "  bluesky          : # Username\n"
        "  mastodon         : # URL\n"
        "  zhihu            : # Username\n\n"
        "# Collections\n"
        "collections:\n  publications: {}\n  talks: {}\n  teaching: {}\n  portfolio: {}\n"
    ),
    "_pages/about.md": HOME,
    "_data/authors.yml": '# Authors\n\nName Name:\n  name : "Name Name"\n',
}

FOLIO = {
    "_config.yml": (
        "# Site settings\ntitle: blank # the full name is used instead\nfirst_name: Ada\nmiddle_name: #\n"
        "last_name: Example\ncontact_note: >\n  Write to me\n  about ice.\nlang: en\n"
        "github_username: adaice # your GitHub user name\nlinkedin_username:\n"
        "include: [_pages]\nscholar:\n  bibliography_template: bib\n"
    ),
    "_pages/about.md": (
        "---\nlayout: about\npermalink: /\ntitle: about\nsubtitle: <a href='#'>Lake Lab</a>\n\n"
        "profile:\n  align: right\n  image: ada.jpg\n  image_circular: false # crops the image\n"
        "  # more_info: >\n  #   <p>Room 1</p>\n\nnews: true\n---\nI study small lakes.\n"
    ),
}

SOCIALS = (
    "# shown in the order of this file\n\n"
    "# acm_id: # your id\nemail: ada@example.org # your address\n# github_username: # your user name\n"
    "scholar_userid: abc-D # your id\ncustom: # any name\n  title: Lakes\n  url: https://example.org/\n"
)

LIGHT = {
    "_config.yml": (
        "# Basic Information\ntitle: Ada Example\nposition: Ph.D. Student\nemail: ada (at) example.org\n\n"
        "# Links\ngoogle_scholar: https://example.org/s\ngithub_link: https://github.com/adaice\n"
        "# twitter: https://example.org/\n\navatar: ./assets/img/ada.png\nremote_theme: yaoyao-liu/minimal-light\n"
    ),
    "index.md": "---\nlayout: homepage\n---\nI study small lakes.\n",
}

MISTAKES = {
    "_config.yml": (
        'minimal_mistakes_skin: default\ntitle: Lakes\nauthor:\n  name: Ada Example\n  bio: "Ice."\n'
        '  links:\n    - label: "GitHub"\n      icon: "fab fa-github"\n      url: "https://github.com/adaice"\n'
        '    - label: "Site"\n      # url: later\n'
    ),
    "index.md": "---\nlayout: home\n---\nI study small lakes.\n",
}

LUOST = {
    "_config.yml": "title: Ada\n",
    "_data/profile.yml": (
        "# Who\nprimary_name: Ada Example\npositions:\n  - Student, Lake Lab\n  - Assistant, Ice Lab # until 2027\n"
        "short_bio: >-\n  I study\n  small lakes.\nawards:\n  - name: Best Ice\n    date: 2025\n"
    ),
    "_data/authors.yml": "Ada Example:\n  url: https://example.org/\nBen Sample:\n  url: https://example.org/ben\n",
    "index.md": HOME,
}

CHIRPY = {
    "_config.yml": (
        "theme: jekyll-theme-chirpy\ntitle: Lakes # the main title\ntagline: Ice\ndescription: >- # for feeds\n"
        "  Ice on\n  small lakes.\ngithub:\n  username: adaice # yours\ntwitter:\n  username:\n"
        "social:\n  name: Ada Example\n  email: ada@example.org\n  links:\n    # the first is the owner's\n"
        "    - https://github.com/adaice\n    # - https://example.org/\navatar:\n"
    ),
    "index.html": "---\nlayout: home\n---\n",
}

BEAUTIFUL = {
    "_config.yml": (
        "title: Lakes\nauthor: Ada Example\nnavbar-links:\n  About: aboutme\n"
        'social-network-links:\n  email: "ada@example.org"\n#  rss: true\n  github: adaice\n#  orcid: your id\n'
    ),
    "index.html": "---\nlayout: home\n---\n",
}

LAB = {
    "_config.yaml": (
        "# site settings\ntitle: Lake Lab\nsubtitle: on ice\ndescription: A lab.\n"
        "links:\n  email: lab@example.org\n  orcid: 0000-0001-2345-6789\n  github: lakelab\n"
    ),
    "_data/sources.yaml": "- id: doi:10/x\n",
    "_members/ada.md": "---\nname: Ada Example\n---\n",
    "index.md": "---\n---\nThe lab.\n",
}

MINIMA = {
    "_config.yml": (
        'title: Lakes\nauthor:\n  name: Ada Example\n  email: "ada@example.org"\ntheme: minima\nminima:\n'
        '  social_links:\n    - { platform: github, user_url: "https://github.com/adaice" }\n'
    ),
    "index.md": "---\nlayout: home\n---\nLakes.\n",
}

ONLINE_CV = {
    "_config.yml": "title: Ada\n",
    "_data/data.yml": (
        "sidebar:\n    position: left # or right\n    about: False\n    name: Ada Example\n    tagline: Student\n"
        "    phone:\n    github: adaice\n    languages:\n      - idiom: English\n        level: Native\n"
        "career-profile:\n    title: Career\n    summary: |\n      Ice.\n"
    ),
    "index.html": "---\nlayout: default\n---\n",
}

OWNER = {
    "_config.yml": (
        "title: Lakes   # shown in the tab\ntagline: On ice\nowner:\n  name: Ada Example\n  avatar: ada.jpg\n"
        "  # cv: https://example.org/cv.pdf\n  github: adaice\n  # twitter: adaice\n"
        "links:\n  - title: About\n    url: /\n"
    ),
    "index.md": "---\nlayout: page\n---\nLakes.\n",
}
