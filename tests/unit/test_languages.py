"""Pages in any language: what their dates and headings mean, and how new ones are written."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries import dates
from profile_tui.content.kinds import classify
from profile_tui.content.languages import headings
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

WRITTEN = (
    # the page's language, a date on it, what it means, another date, how that is written there
    ("cs", "14. října 2025", "2025-10-14", "2026-02-17", "17. února 2026"),
    ("cs", "říjen 2025", "2025-10", "2026-02", "únor 2026"),
    ("cs", "14. října 2025", "2025-10-14", "2026-02", "únor 2026"),
    ("pl", "2 grudnia 2024", "2024-12-02", "2026-11-17", "17 listopada 2026"),
    ("hr", "14. listopada 2025.", "2025-10-14", "2026-02-17", "17. veljače 2026."),
    ("sr", "14. октобар 2025.", "2025-10-14", "2026-02-17", "17. фебруар 2026."),
    ("ru", "14 октября 2025 г.", "2025-10-14", "2026-02-17", "17 февраля 2026 г."),
    ("ru", "14 октября 2025 г.", "2025-10-14", "2026-02", "февраль 2026 г."),
    ("ru", "Октябрь 2025", "2025-10", "2026-02", "Февраль 2026"),
    ("bg", "5.03.2024 г.", "2024-03-05", "2026-02-07", "7.02.2026 г."),
    ("uk", "14 жовтня 2025 року", "2025-10-14", "2026-02-17", "17 лютого 2026 року"),
    ("fr", "14 octobre 2025", "2025-10-14", "2026-02-17", "17 février 2026"),
    ("fr", "oct. 2025", "2025-10", "2026-03", "mars 2026"),
    ("fr", "1er octobre 2025", "2025-10-01", "2026-02-17", "17 février 2026"),
    ("fr", "le 5 mars 2024", "2024-03-05", "2026-02-17", "le 17 février 2026"),
    ("fr", "OCTOBRE 2025", "2025-10", "2026-02", "FÉVRIER 2026"),
    ("de", "November 2025", "2025-11", "2026-02", "Februar 2026"),
    ("de", "14. Okt. 2025", "2025-10-14", "2026-02-17", "17. Feb. 2026"),
    ("de", "5.3.2024", "2024-03-05", "2026-02-17", "17.2.2026"),
    ("es", "14 de octubre de 2025", "2025-10-14", "2026-02-17", "17 de febrero de 2026"),
    ("es", "14 de octubre de 2025", "2025-10-14", "2026-02", "febrero de 2026"),
    ("es", "5/3/2024", "2024-03-05", "2026-02-07", "7/2/2026"),
    ("en", "5/3/2024", "2024-05-03", "2026-02-07", "2/7/2026"),
    ("ca", "14 d’octubre del 2025", "2025-10-14", "2026-04-17", "17 d’abril del 2026"),
    ("pt", "outubro de 2025", "2025-10", "2026-03", "março de 2026"),
    ("fi", "14. lokakuuta 2025", "2025-10-14", "2026-02-17", "17. helmikuuta 2026"),
    ("hu", "2025. október 14.", "2025-10-14", "2026-02-17", "2026. február 17."),
    ("lt", "2025 m. spalio 14 d.", "2025-10-14", "2026-02-17", "2026 m. vasario 17 d."),
    ("lt", "2025 m. spalio 14 d.", "2025-10-14", "2026-02", "2026 m. vasaris"),
    ("lv", "2025. gada 14. oktobris", "2025-10-14", "2026-02-17", "2026. gada 17. februāris"),
    ("eu", "2025(e)ko urriaren 14(a)", "2025-10-14", "2026-02-17", "2026(e)ko otsailaren 17(a)"),
    ("el", "14 Οκτωβρίου 2025", "2025-10-14", "2026-02-17", "17 Φεβρουαρίου 2026"),
    ("tr", "KASIM 2025", "2025-11", "2026-04", "NİSAN 2026"),
    ("vi", "14 tháng 10, 2025", "2025-10-14", "2026-02-17", "17 tháng 2, 2026"),
    ("vi", "ngày 14 tháng 10 năm 2025", "2025-10-14", "2026-02", "tháng 2 năm 2026"),
    ("ko", "2025년 10월 14일", "2025-10-14", "2026-02-17", "2026년 2월 17일"),
    ("ko", "2025년 10월 14일", "2025-10-14", "2026-02", "2026년 2월"),
    ("ja", "2025年10月", "2025-10", "2026-02", "2026年2月"),
    ("th", "14 ตุลาคม 2568", "2025-10-14", "2026-02-17", "17 กุมภาพันธ์ 2569"),
    ("hi", "14 अक्टूबर 2025", "2025-10-14", "2026-02-17", "17 फ़रवरी 2026"),
    ("fa", "۱۴ اکتبر ۲۰۲۵", "2025-10-14", "2026-02-17", "۱۷ فوریه ۲۰۲۶"),
    ("fa", "۲۰۲۵/۱۰/۰۴", "2025-10-04", "2026-02-07", "۲۰۲۶/۰۲/۰۷"),
    ("he", "14 באוקטובר 2025", "2025-10-14", "2026-02-17", "17 בפברואר 2026"),
    ("hy", "14 հոկտեմբերի, 2025 թ.", "2025-10-14", "2026-02-17", "17 փետրվարի, 2026 թ."),
    ("mn", "2025 оны 10-р сарын 14", "2025-10-14", "2026-02-17", "2026 оны 2-р сарын 17"),
    ("ig", "14 Ọktoba 2025", "2025-10-14", "2026-02-17", "17 Febrụwarị 2026"),
)


@pytest.mark.parametrize(("language", "written", "iso", "other", "expected"), WRITTEN, ids=[row[1] for row in WRITTEN])
def test_a_date_is_read_and_the_next_written_like_it(
    language: str, written: str, iso: str, other: str, expected: str
) -> None:
    date = dates.at(f"{written} – text", 0, language=language)
    assert date is not None
    assert (date.iso, date.start, date.end) == (iso, 0, len(written))
    assert dates.DateFormat.of(date).write(other, language=language) == expected


@pytest.mark.parametrize(
    ("language", "neighbours", "iso", "expected"),
    [
        ("", ("oktober 2025", "december 2024", "maart 2024"), "2026-02", "februari 2026"),
        ("", ("mars 2025", "juin 2024"), "2026-02", "février 2026"),
        ("", ("mars 2025", "juni 2024", "februari 2024"), "2025-08", "augusti 2025"),
        ("sv", ("mars 2025",), "2026-02", "februari 2026"),
        ("", ("November 2025", "5. März 2024"), "2026-02", "Februar 2026"),
        ("", ("November 2025", "March 2024"), "2026-02", "February 2026"),
        ("", ("maj 2025", "październik 2024"), "2026-02", "luty 2026"),
        ("fr", ("mai 2025", "févr. 2024"), "2026-10", "oct. 2026"),
    ],
)
def test_neighbours_tell_in_which_language_months_are_named(
    language: str, neighbours: tuple[str, ...], iso: str, expected: str
) -> None:
    shapes = [dates.DateFormat.of(date) for one in neighbours if (date := dates.at(one, 0, language=language))]
    assert len(shapes) == len(neighbours)
    assert shapes[0].write(iso, shapes, language) == expected


@pytest.mark.parametrize(
    ("language", "iso"), [("hr", "2025-10"), ("pl", "2025-11"), ("cs", "2025-11"), ("", "2025-11")]
)
def test_a_name_that_two_languages_have_is_the_month_of_the_page(language: str, iso: str) -> None:
    date = dates.at("listopad 2025", 0, language=language)
    assert date is not None
    assert date.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "Set 2024 records of frost",
        "Out 2024: a new atlas",
        "See 2025 report",
        "Paper at ICE 2026",
        "2026: a good year",
        "Way 2026 papers went",
    ],
)
def test_english_words_are_no_months(text: str) -> None:
    date = dates.at(text, 0, language="en")
    assert date is None or date.iso == "2026"


HEADINGS = (
    ("Aktuelles", "news"),
    ("Ausgewählte Veröffentlichungen", "publications"),
    ("Publikationsliste", "publications"),
    ("Forschungsschwerpunkte", "interests"),
    ("Lehre", "teaching"),
    ("Gutachter für Zeitschriften", "service"),
    ("Hobbys und Interessen", "text"),
    ("Actualités", "news"),
    ("ACTUALITES", "news"),
    ("Thèmes de recherche", "interests"),
    ("Centres d'intérêt", "text"),
    ("Centres d’intérêt scientifiques", "interests"),
    ("Comités de lecture", "service"),
    ("Formation", "education"),
    ("Prix et distinctions", "awards"),
    ("Líneas de investigación", "interests"),
    ("Intereses personales", "text"),
    ("Docencia", "teaching"),
    ("Publicações selecionadas", "publications"),
    ("Interessi di ricerca", "interests"),
    ("Zainteresowania badawcze", "interests"),
    ("Научные интересы", "interests"),
    ("Увлечения", "text"),
    ("Доклады", "talks"),
    ("Výzkumné zájmy", "interests"),
    ("Kutatási területek", "interests"),
    ("Tutkimusalueet ja julkaisut", "publications"),
    ("ΔΗΜΟΣΙΕΥΣΕΙΣ", "publications"),
    ("İLGİ ALANLARI", "interests"),
    ("Hakemlikler", "service"),
    ("Hướng nghiên cứu", "interests"),
    ("Sở thích cá nhân", "text"),
    ("งานวิจัยที่สนใจ", "interests"),
    ("शोध रुचियाँ", "interests"),
    ("علایق پژوهشی", "interests"),
    ("المنشورات", "publications"),
    ("פרסומים", "publications"),
    ("연구 관심 분야", "interests"),
    ("취미", "text"),
    ("発表論文", "publications"),
    ("研究テーマ", "interests"),
    ("趣味", "text"),
    ("兴趣爱好", "text"),
    ("研究興趣", "interests"),
    ("教育経験", "teaching"),
    ("Case studies", None),
    ("Communications engineering", None),
    ("Milestones", None),
)


@pytest.mark.parametrize(("heading", "kind"), HEADINGS, ids=[heading for heading, _ in HEADINGS])
def test_a_heading_announces_its_kind(heading: str, kind: str | None) -> None:
    assert classify(f"🔥 {heading}") == kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Published Research", "publications"),
        ("Selected Works", "publications"),
        ("Refereed articles and proceedings", None),
        ("Papers and preprints", "publications"),
        ("Books and chapters", "publications"),
        ("Works in progress", "publications"),
        ("Selected writing", "publications"),
        ("Veröffentlichte Arbeiten", "publications"),
        ("Opere scelte", "publications"),
        ("Seçilmiş çalışmalar", "publications"),
        ("Areas of interest", "interests"),
        ("Fields of research", "interests"),
        ("Selected work experience", "experience"),
        ("Selected research projects", "text"),
        ("Field of study", None),
        ("Recent work", None),
    ],
)
def test_parts_of_words_tell_what_a_heading_announces(heading: str, kind: str | None) -> None:
    assert classify(heading) == kind


def test_every_language_names_all_kinds() -> None:
    kinds = ("news", "publications", "interests", "education", "experience", "awards", "service", "talks", "teaching")
    for tag in ("de", "fr", "es", "pt", "it", "nl", "pl", "ru", "uk", "cs", "hu", "fi", "sv", "el", "tr", "ar", "fa"):
        assert [classify(headings.title(kind, tag) or "") for kind in kinds] == list(kinds)


def page(body: str, header: str = "") -> Page:
    return Page(Source(f"---\ntitle: T\n{header}---\n\n{body}".encode()))


@pytest.mark.parametrize(
    ("header", "body", "heading"),
    [
        ("lang: fr\n", "## Publications\n\n- x\n", "## Actualités\n"),
        ("lang: pt-BR\n", "Olá.\n", "## Notícias\n"),
        ("", "## Veröffentlichungen\n\n- x\n\n## Kontakt\n\nx\n", "## Aktuelles\n"),
        ("lang: zh-TW\n", "## 著作\n\n- x\n", "## 最新消息\n"),
        ("", "## 论文\n\n- x\n\n## 研究方向\n\n- x\n", "## 新闻\n"),
        ("", "## Publications\n\n- x\n", "## News\n"),
        ("lang: fr\n", "## Papers\n\n- x\n\n## Teaching\n\n- x\n", "## News\n"),
        ("lang: xx\n", "Hello.\n", "## News\n"),
    ],
)
def test_a_new_section_is_headed_in_the_language_of_the_page(header: str, body: str, heading: str) -> None:
    assert heading in edit.add(page(body, header), "news", {"date": "2026-02", "text": "Snow."}).page.text


def test_the_html_says_the_language_where_the_front_matter_does_not() -> None:
    assert page('<html lang="pt-BR">\n<body>\n<p>Text.</p>\n</body>\n</html>\n').language == "pt-BR"
    assert page('<html lang="pt-BR">\n</html>\n', "lang: gl\n").language == "gl"


def test_short_dated_items_under_a_heading_that_nobody_knows_are_news() -> None:
    known = page("## Ihe ndị mere ọhụrụ\n\n- 14 Ọktoba 2025: The atlas is out.\n- 5 Maachị 2024: I came.\n")
    assert [entry.values["date"] for entry in known.entries("news")] == ["2025-10-14", "2024-03-05"]
    after = edit.add(known, "news", {"date": "2026-02-17", "text": "Snow."}).page.text
    assert "ọhụrụ\n\n- 17 Febrụwarị 2026: Snow.\n- 14 Ọktoba" in after


@pytest.mark.parametrize(
    "body",
    [
        "## Milestones\n\n- May 2025: The atlas is out.\n- March 2024: I came.\n",
        "## Abụọ\n\n- 14 Ọktoba 2025: The atlas is out.\n- The other one.\n",
        "## Novosti\n\n- x\n\n## Abụọ\n\n- 14 Ọktoba 2025: The atlas is out.\n- 5 Maachị 2024: I came.\n",
        "## Abụọ\n\n- 2019.10 - 2020.11: There.\n- 2018.01 - 2019.10: Here.\n",
    ],
)
def test_other_lists_are_no_news(body: str) -> None:
    assert not [section for section in page(body).of_kind("news") if section.label != "Novosti"]


def test_ranges_of_dates_end_in_any_language() -> None:
    found = page("## Ausbildung\n\n- 2019 bis heute: A.\n- Okt. 2015 bis März 2018: B.\n", "lang: de\n")
    assert [entry.values["date"] for entry in found.entries("education")] == [
        "2019 bis heute",
        "Okt. 2015 bis März 2018",
    ]


def test_headings_tell_the_language_of_a_page_and_months_tell_close_ones_apart() -> None:
    found = page("## Objave\n\n- x\n\n## Novosti\n\n- listopad 2025.: A.\n- ožujak 2024.: B.\n")
    assert [entry.values["date"] for entry in found.entries("news")] == ["2025-10", "2024-03"]
