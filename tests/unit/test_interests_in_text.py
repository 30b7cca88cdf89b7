"""Research interests in running text: each is read, and added, changed and removed in the form that the text has."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

TEXTS = (
    ("> bogs, moss, reeds", "> bogs, moss, reeds, ponds"),
    ("My interests are bogs, moss and reeds.", "My interests are bogs, moss, reeds and ponds."),
    ("My research interests include bogs, moss, and reeds.",
     "My research interests include bogs, moss, reeds, and ponds."),
    ("Currently, I am interested in bogs, moss and reeds", "Currently, I am interested in bogs, moss, reeds and ponds"),
    ("My interests are in the areas of bogs, moss and reeds.",
     "My interests are in the areas of bogs, moss, reeds and ponds."),
    ("I am interested in bogs, moss and reeds.", "I am interested in bogs, moss, reeds and ponds."),
    ("I mainly work on **bogs**, **moss**, and **reeds**.",
     "I mainly work on **bogs**, **moss**, **reeds**, and **ponds**."),
    ("I teach. My interests include bogs, moss and reeds. Write to me.",
     "I teach. My interests include bogs, moss, reeds and ponds. Write to me."),
    ("bogs, moss, reeds", "bogs, moss, reeds, ponds"),
    ("**Keywords:** bogs, moss, reeds", "**Keywords:** bogs, moss, reeds, ponds"),
    ("bogs; moss; reeds.", "bogs; moss; reeds; ponds."),
    ("bogs · moss · reeds", "bogs · moss · reeds · ponds"),
    ('<p>bogs &bull; moss &bull; reeds</p>', "<p>bogs &bull; moss &bull; reeds &bull; ponds</p>"),
    ("`bogs` `moss` `reeds`", "`bogs` `moss` `reeds` `ponds`"),
    ('<span class="badge">bogs</span> <span class="badge">moss</span> <span class="badge">reeds</span>',
     '<span class="badge">bogs</span> <span class="badge">moss</span> <span class="badge">reeds</span>'
     ' <span class="badge">ponds</span>'),
    ('<div class="chips">\n  <span>bogs</span>\n  <span>moss</span>\n  <span>reeds</span>\n</div>',
     '<div class="chips">\n  <span>bogs</span>\n  <span>moss</span>\n  <span>reeds</span>\n'
     "  <span>ponds</span>\n</div>"),
    ("bogs<br>\nmoss<br>\nreeds", "bogs<br>\nmoss<br>\nreeds<br>\nponds"),
    ("bogs  \nmoss  \nreeds", "bogs  \nmoss  \nreeds  \nponds"),
    ("• bogs<br>\n• moss<br>\n• reeds<br>", "• bogs<br>\n• moss<br>\n• reeds<br>\n• ponds<br>"),
    ("bogs<br>moss<br>reeds", "bogs<br>moss<br>reeds<br>ponds"),
    ("I study bogs, moss, reeds, etc.", "I study bogs, moss, reeds, ponds, etc."),
)  # fmt: skip


def page(body: str, heading: str = "Research Interests") -> Page:
    return Page(
        Source(
            f"---\ntitle: A\n---\n\n# Ada Example\n\nHello.\n\n## {heading}\n\n{body}\n\n## More\n\nText.\n".encode()
        )
    )


def said(read: Page) -> list[object]:
    return [entry.values["text"] for entry in read.entries("interests")]


@pytest.mark.parametrize(("before", "after"), TEXTS)
def test_an_interest_is_added_in_the_texts_form(before: str, after: str) -> None:
    assert said(page(before)) == ["bogs", "moss", "reeds"]
    made = edit.add(page(before), "interests", {"topic": None, "text": "ponds"})
    assert made.page.text == page(after).text
    assert said(made.page) == ["bogs", "moss", "reeds", "ponds"]


@pytest.mark.parametrize(("before", "after"), TEXTS)
def test_what_was_added_goes_again_to_the_byte(before: str, after: str) -> None:
    assert edit.remove(page(after), "interests", 4).page.text == page(before).text


@pytest.mark.parametrize(("number", "after"), [(1, "moss and reeds"), (2, "bogs and reeds"), (3, "bogs and moss")])
@pytest.mark.parametrize("before", ["bogs, moss and reeds", "bogs, moss, and reeds"])
def test_of_two_that_are_left_no_comma_is_between(before: str, number: int, after: str) -> None:
    changed = edit.remove(page(f"My interests are {before}."), "interests", number)
    assert changed.page.text == page(f"My interests are {after}.").text


@pytest.mark.parametrize("number", [1, 2, 3])
def test_of_two_that_could_be_one_none_is_left_alone(number: int) -> None:
    with pytest.raises(Refused, match="nothing would tell where one research interest ends"):
        edit.remove(page("Wet moss, dry moss, and peat."), "interests", number)


def test_one_is_changed_and_moved_within_the_sentence() -> None:
    text = page("My interests are bogs, moss and reeds.")
    assert (
        edit.change(text, "interests", 2, {"text": "fens"}).page.text
        == page("My interests are bogs, fens and reeds.").text
    )
    assert edit.move(text, "interests", 3, 1).page.text == page("My interests are reeds, bogs and moss.").text


@pytest.mark.parametrize(
    ("heading", "before", "after"),
    [
        ("Forschungsinteressen", "Moore, Moose und Schilf", "Moore, Moose, Schilf und Teiche"),
        ("Thèmes de recherche", "Mes recherches portent sur les tourbières et les mousses.",
         "Mes recherches portent sur les tourbières, les mousses et Teiche."),
        ("研究兴趣", "我的研究兴趣包括湿地、苔藓和芦苇。", "我的研究兴趣包括湿地、苔藓、芦苇和Teiche。"),
        ("研究分野", "湿地、苔、葦", "湿地、苔、葦、Teiche"),
    ],
)  # fmt: skip
def test_in_other_languages(heading: str, before: str, after: str) -> None:
    made = edit.add(page(before, heading), "interests", {"topic": None, "text": "Teiche"})
    assert made.page.text == page(after, heading).text


def test_paragraphs_that_begin_with_a_topic_are_read_and_added_to() -> None:
    read = page("**Bogs.** How they grow.\n\n**Moss.** Its kinds.")
    assert [entry.values["topic"] for entry in read.entries("interests")] == ["Bogs", "Moss"]
    made = edit.add(read, "interests", {"topic": "Reeds", "text": "In winter."})
    assert made.page.text == page("**Bogs.** How they grow.\n\n**Moss.** Its kinds.\n\n**Reeds.** In winter.").text


@pytest.mark.parametrize(
    "body",
    [
        "I study how bogs grow. In particular, I ask why some dry out, and what moss does then.",
        "I study moss.\n\nAnd reeds, too.",
        "bogs and fens, moss and lichens",  # which `and` joins the last two isn't certain
        "Ada likes bogs, which are wet, and moss.",
        "I work on bogs, on moss and on reeds.",
        "[Bogs](/bogs) [Moss](/moss)",
        "(i) bogs, (ii) moss, and (iii) reeds",
        "How do bogs grow, why does moss dry, and what do reeds need?",
        "**Bogs**: how they grow\n**Moss**: its kinds",
        "{{ site.interests }}",
    ],
)
def test_what_is_not_certain_is_left_alone_and_no_list_begun_beside_it(body: str) -> None:
    assert said(page(body)) == []
    with pytest.raises(Refused, match=r"isn't a list that I can add to|can't be|isn't one"):
        edit.add(page(body), "interests", {"topic": None, "text": "ponds"})


@pytest.mark.parametrize("label", ["Research interests:", "**Research interests:**", "**Research Interests**:"])
def test_no_section_is_begun_where_a_labelled_line_names_interests(label: str) -> None:
    read = Page(Source(f"# Ada Example\n\nHello.\n\n{label} bogs, moss\n\n## More\n\nText.\n".encode()))
    with pytest.raises(Refused, match=r"“Research [Ii]nterests:” names some already, as text"):
        edit.add(read, "interests", {"topic": None, "text": "ponds"})


def test_a_topic_of_its_own_is_refused_in_a_sentence() -> None:
    with pytest.raises(Refused, match="without topics"):
        edit.add(page("My interests are bogs and moss."), "interests", {"topic": "Ponds", "text": "deep"})


def test_lines_that_begin_with_a_topic() -> None:
    read = page("**Bogs** — how they grow  \n**Moss** — its kinds")
    assert [entry.values["topic"] for entry in read.entries("interests")] == ["Bogs", "Moss"]
    made = edit.add(read, "interests", {"topic": "Reeds", "text": "in winter"})
    assert made.page.text == page("**Bogs** — how they grow  \n**Moss** — its kinds  \n**Reeds** — in winter").text


def test_of_two_sections_that_of_research_takes_the_interest() -> None:
    read = Page(Source(b"## Interests\n\n- chess\n\n## Research Interests\n\n- bogs\n"))
    made = edit.add(read, "interests", {"topic": None, "text": "ponds"})
    assert made.page.text == "## Interests\n\n- chess\n\n## Research Interests\n\n- bogs\n- ponds\n"


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("My research interests include bogs, moss and reeds.", 5),
        ("I teach at Reed College.\nHer research interests lie in bogs\nand moss.", 6),
        ("I am broadly interested in bogs.", 5),
        ("My work explores how moss dries, and why reeds bend.", 5),
        ("My research focuses on moss.", 5),
        ("She specializes in bogs and moss.", 5),
        ("Areas of interest include bogs and moss.", 5),
        ("Meine Forschungsschwerpunkte sind Moore und Moose.", 5),
        ("Mes recherches portent sur les tourbières et les mousses.", 5),
        ("Mis líneas de investigación son musgos y turberas.", 5),
        ("Mijn onderzoeksinteresses zijn venen en mossen.", 5),
        ("我的研究方向包括湿地和苔藓。", 5),
        ("専門は湿地と苔です。", 5),
        ("주요 연구 분야는 습지와 이끼이다.", 5),
        ("Мои научные интересы — болота и мхи.", 5),
        ("<p>I like tea. My main interests are <b>bogs</b> and moss.</p>", 5),
    ],
)
def test_no_section_is_begun_where_a_sentence_of_the_text_names_interests(sentence: str, line: int) -> None:
    read = Page(Source(f"# Ada Example\n\nHello.\n\n{sentence}\n\n## More\n\nText.\n".encode()))
    with pytest.raises(Refused, match=r"names some already, in a sentence") as refusal:
        edit.add(read, "interests", {"topic": None, "text": "ponds"})
    assert refusal.value.line == line


@pytest.mark.parametrize(
    "sentence",
    [
        "I study moss.",
        "I am a student of law at Reed College.",
        "If you are interested in bogs, write to me.",
        "Students who are interested in moss are welcome.",
        "Ich bin Professorin für Botanik.",
        "我是一名学生。",
    ],
)
def test_a_section_is_begun_where_the_text_names_no_interests(sentence: str) -> None:
    read = Page(Source(f"# Ada Example\n\n{sentence}\n\n## More\n\nText.\n".encode()))
    made = edit.add(read, "interests", {"topic": None, "text": "ponds"})
    assert "ponds\n" in made.page.text
    assert said(made.page) == ["ponds"]


def test_under_a_heading_of_its_own_the_first_is_added_though_a_sentence_elsewhere_names_some() -> None:
    read = Page(Source(b"# Ada Example\n\nMy interests include moss.\n\n## Research Interests\n\n## More\n\nText.\n"))
    made = edit.add(read, "interests", {"topic": None, "text": "ponds"})
    assert said(made.page) == ["ponds"]


def test_no_topic_is_put_into_a_sentence_by_an_edit_either() -> None:
    with pytest.raises(Refused, match="without topics"):
        edit.change(page("My interests are bogs and moss."), "interests", 2, {"topic": "Ponds"})


def test_papers_by_theme_below_a_heading_of_interests_are_publications() -> None:
    body = (
        "I want to know how fens grow.\n\n### Width of fens\n\n"
        "> 1. Ruihan Quarry, **Ada Moss** On the Width of Fens Under Norms (FenConf 2026)\n"
        "> 2. Bo Reed, **Ada Moss**. Sinking sand in theory. Fen Review, 2025.\n\n"
        "### Mosses\n\n- Mosses that bend, and what bends them\n- Mosses in the salt of the coast\n"
    )
    read = page(body)
    assert [entry.values["title"] for entry in read.entries("publications")] == [
        "On the Width of Fens Under Norms",
        "Sinking sand in theory",
    ]
    assert said(read) == ["Mosses that bend, and what bends them", "Mosses in the salt of the coast"]


def test_a_topic_may_be_a_link_which_no_new_one_has() -> None:
    read = page("- [**Bogs**](https://a.example/b): peat\n- [**Moss**](https://a.example/m): green\n")
    values = [(entry.values["topic"], entry.values["text"]) for entry in read.entries("interests")]
    assert values == [("Bogs", "peat"), ("Moss", "green")]
    made = edit.add(read, "interests", {"topic": "Reeds", "text": "tall"})
    assert "](https://a.example/m): green\n- **Reeds**: tall\n" in made.page.text
    changed = edit.change(read, "interests", 1, {"topic": "Fens"}).page.text
    assert "- [**Fens**](https://a.example/b): peat\n" in changed
