"""Lists that hold books beside articles: a new one is written as those of its sort are, in the list's language."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source


def added(listed: str, venue: str, *people: str) -> str:
    """Return the line of a new publication in a list."""
    page = Page(Source(f"# Publications\n\n{listed.strip()}\n".encode()))
    authors = tuple(Author(name) for name in people)
    values: Values = {"title": "Reeds of the north", "authors": authors, "venue": venue, "year": 2026}
    before = page.text.splitlines()
    (line,) = [line for line in edit.add(page, "publications", values).page.text.splitlines() if line not in before]
    return line.removeprefix("- ")


CHINESE = """
- 张三:《芦苇史》,北京:商务印书馆,2020年。
- 张三:《湖泊与冰》,《北方研究》2019年第3期,第12—20页。
- 张三、李四:《雨的形状》,《南方学刊》2017年第2期,第33—40页。
"""
CHINESE_BY_NOBODY = """
- 《芦苇史》,商务印书馆,2020年。
- 《湖泊与冰》,《北方研究》2019年第3期。
- 《盐与水》,三联书店,2018年。
- 《雨的形状》,《南方学刊》2017年第2期。
"""
KOREAN = """
- 김하늘, 『갈대의 역사』, 서울: 한길사, 2020.
- 김하늘, 「호수와 얼음」, 『북방연구』 12(3), 2019, 12-20쪽.
- 김하늘, 이바다, 『소금과 물』, 서울: 민음사, 2018.
- 김하늘, 「비의 모양」, 『남방학보』 5, 2017, 33-40쪽.
"""
JAPANESE = """
- 山田太郎(2020)『葦の歴史』岩波書店
- 山田太郎・佐藤花子(2019)「湖と氷」『北方研究』12(3), pp.12-20
- 山田太郎(2018)『塩と水』講談社
"""
ITALIAN = """
- A. Moss, *Storia delle canne*, Bologna, il Mulino, 2020.
- A. Moss, B. Reed, *Il ghiaccio e il lago*, in «Studi del Nord», 12 (2019), pp. 12-20.
- A. Moss, *Sale e acqua*, Torino, Einaudi, 2018.
"""
FRENCH_BY_NOBODY = """
- *Histoire des roseaux*, Paris, Gallimard, 2020.
- « La glace et le lac », *Études du Nord*, vol. 12, n° 3, 2019, p. 12-20.
- *Le sel et l'eau*, Paris, Seuil, 2018.
"""
FRENCH_OF_MANY = FRENCH_BY_NOBODY + "- « La forme », dans C. Lake (dir.), *De l'eau*, Paris, PUF, 2017, p. 3-9."
DUTCH = "- Ada Moss, *Het riet* (Amsterdam: Boom, 2020).\n- Ada Moss, 'Het ijs', Fen 12 (2019), 12-20."
RUSSIAN = """
- Мосс А. *История тростника*. — М.: Наука, 2020. — 300 с.
- Мосс А., Рид Б. Лёд и озеро // Северные исследования. — 2019. — № 3. — С. 12–20.
- Мосс А. *Соль и вода*. — СПб.: Лань, 2018. — 200 с.
"""
RUSSIAN_PLAIN = """
- Мосс А., Рид Б. Лёд и озеро // Северные исследования. 2019. № 3. С. 12–20.
- Мосс А. История тростника. М.: Наука, 2020. 300 с.
- Мосс А. Форма дождя // Южный вестник. 2017. Т. 5. С. 33–40.
"""
GERMAN_WITH_OTHERS = """
- *Geschichte des Schilfs*, Berlin: Springer 2020.
- *Eis und See*, in: Nordstudien 12 (2019), S. 12–20 (mit Ben Reed).
- *Salz und Wasser*, München: Beck 2018.
- *Die Form des Regens*, in: Cy Lake (Hg.), *Wasser*, Frankfurt: Suhrkamp 2017, S. 3–9.
"""


@pytest.mark.parametrize(
    ("listed", "venue", "people", "line"),
    [
        (CHINESE, "Peat Letters", ["张三", "李四"], "张三、李四:《Reeds of the north》,《Peat Letters》2026年。"),
        (CHINESE, "三联书店", ["张三"], "张三:《Reeds of the north》,三联书店,2026年。"),
        (CHINESE_BY_NOBODY, "Peat Letters", [], "《Reeds of the north》,《Peat Letters》2026年。"),
        (CHINESE_BY_NOBODY, "商务印书馆", [], "《Reeds of the north》,商务印书馆,2026年。"),
        (KOREAN, "Peat Letters", ["김하늘"], "김하늘, 「Reeds of the north」, 『Peat Letters』, 2026."),
        (KOREAN, "서울: 한길사", ["김하늘"], "김하늘, 『Reeds of the north』, 서울: 한길사, 2026."),
        (JAPANESE, "Peat Letters", ["山田太郎"], "山田太郎(2026)「Reeds of the north」『Peat Letters』"),
        (JAPANESE, "講談社", ["山田太郎"], "山田太郎(2026)『Reeds of the north』講談社"),
        (ITALIAN, "Torino, Einaudi", ["Ada Moss"], "A. Moss, *Reeds of the north*, Torino, Einaudi, 2026."),
        (ITALIAN, "Einaudi", ["Ada Moss"], "A. Moss, *Reeds of the north*, Einaudi, 2026."),
        (FRENCH_OF_MANY, "Peat Letters", [], "« Reeds of the north », *Peat Letters*, 2026."),
        (DUTCH, "Peat Letters", ["Ada Moss"], "Ada Moss, 'Reeds of the north', Peat Letters (2026)."),
        (FRENCH_BY_NOBODY, "Gallimard", [], "*Reeds of the north*, Gallimard, 2026."),
        (RUSSIAN, "Peat Letters", ["Анна Мосс"], "Мосс А. Reeds of the north // Peat Letters. — 2026."),
        (RUSSIAN_PLAIN, "Peat Letters", ["Анна Мосс"], "Мосс А. Reeds of the north // Peat Letters. 2026."),
        (GERMAN_WITH_OTHERS, "Peat Letters", [], "*Reeds of the north*, in: Peat Letters (2026)."),
    ],
)
def test_articles_and_books_are_written_as_others_of_their_sort(
    listed: str, venue: str, people: list[str], line: str
) -> None:
    assert added(listed, venue, *people) == line


@pytest.mark.parametrize(
    ("listed", "venue"),
    [
        (RUSSIAN_PLAIN, "Peat Press"),  # the only book may be another title
        (FRENCH_BY_NOBODY, "Peat Letters"),  # what is quoted may be the title and its venue
    ],
)
def test_no_article_is_written_as_a_book_because_others_of_its_sort_are_doubtful(listed: str, venue: str) -> None:
    with pytest.raises(Refused):
        added(listed, venue, "Ada Moss")


def test_a_title_does_not_end_in_the_city_of_its_publisher_for_certain() -> None:
    page = Page(Source("# Publications\n\n- Мосс А. Соль и вода. СПб.: Лань, 2018. 200 с.\n".encode()))
    with pytest.raises(Refused, match="for certain"):
        edit.change(page, "publications", 1, {"title": "Снег"})


def test_the_stop_of_the_pages_of_a_book_ends_a_book_without_them() -> None:
    assert added(RUSSIAN, "М.: Весы", "Анна Мосс") == "Мосс А. *Reeds of the north*. — М.: Весы, 2026."


@pytest.mark.parametrize(
    ("listed", "venue", "line"),
    [
        (
            "- A. Moss and B. Reed. Effects of tall lamps. In *Proceedings of the Lamp Days*, 2026.\n"
            "- B. Reed. The best page. In *Bog Workshop*, 2025.\n",
            "Peat Press",
            "A. Moss and B. Reed. Reeds of the north. *Peat Press*, 2026.",
        ),
        (
            "- A. Moss and B. Reed. Effects of tall lamps. In *Proceedings of the Lamp Days*, 2026.\n"
            "- B. Reed. The best page. In *Bog Workshop*, 2025.\n",
            "Proceedings of the Peat Days, Peat Press",
            "A. Moss and B. Reed. Reeds of the north. In *Proceedings of the Peat Days, Peat Press*, 2026.",
        ),
        (
            "- Moss, Ada; Reed, Ben: Eis und See. In: Nordstudien 12 (2019), S. 12–20.\n"
            "- Moss, Ada: Salz und Wasser. In: Nordstudien 11 (2018), S. 2–10.\n",
            "Moor Verlag",
            "Moss, Ada; Reed, Ben: Reeds of the north. Moor Verlag (2026).",
        ),
    ],
)
def test_nothing_leads_to_a_publisher(listed: str, venue: str, line: str) -> None:
    assert added(listed, venue, "Ada Moss", "Ben Reed") == line


def test_no_book_is_written_as_an_article_of_a_journal_after_slashes() -> None:
    articles = "".join(line for line in RUSSIAN_PLAIN.splitlines(keepends=True) if "//" in line)
    with pytest.raises(Refused):
        added(articles, "Peat Press", "Анна Мосс")


SHORT_NAMES = ("*Ice Conference* (**{}**)", "*Ice Conference* <strong>({})</strong>", "*Ice Conference* (***{}***)")


@pytest.mark.parametrize("shown", SHORT_NAMES)
@pytest.mark.parametrize("short", ["ICE", "FENS", "FENS'22"])
def test_the_short_name_of_a_meeting_goes_with_its_name(shown: str, short: str) -> None:
    line = f"- Ada Moss, Ben Reed. Old heat in quarries. {shown.format(short)}, 2022."
    beside = f"- Ada Moss, Cy Lake. Small rain over wells. {shown.format('SALT')}, 2021."
    page = Page(Source(f"# Publications\n\n{line}\n{beside}\n".encode()))
    after = edit.change(page, "publications", 1, {"venue": "Salt Letters"}).page.text
    assert "- Ada Moss, Ben Reed. Old heat in quarries. *Salt Letters*, 2022.\n" in after
    new = added(f"{line}\n{beside}", "Peat Letters 12(3), 45-67", "Ada Moss", "Ben Reed")
    assert new == "Ada Moss, Ben Reed. Reeds of the north. *Peat Letters* 12(3), 45-67, 2026."


def test_the_stop_of_short_words_before_a_volume_is_not_that_of_the_list() -> None:
    listed = (
        "- A. Moss, B. Reed, Old heat in quarries, Fen Math. J. **12** (2022), no. 3, 3--9.\n"
        "- A. Moss, C. Lake, Small rain over wells, Salt Math. J. **3** (2021), no. 1, 1--9.\n"
    )
    line = "A. Moss, B. Reed, Reeds of the north, Peat Letters"
    assert added(listed, "Peat Letters", "Ada Moss", "Ben Reed") == f"{line} (2026)."
    with_volume = added(listed, "Peat Letters 12(3), 45-67", "Ada Moss", "Ben Reed")
    assert with_volume == f"{line} **12** (2026), no. 3, 45--67."


def test_people_in_a_line_that_is_all_bold_are_no_venue_for_certain() -> None:
    lines = ("Old heat in quarries, Ada Moss, Ben Reed, Fen Studies", "Small rain, Ada Moss, Cy Lake, Fen Letters")
    page = Page(Source(("# Publications\n\n" + "".join(f"- **{line}, 2022.**\n" for line in lines)).encode()))
    for entry in page.entries("publications"):
        venue = str(entry.values["venue"])
        assert "Moss" not in venue or {"venue", "authors"} <= entry.unsure
