"""Forms that single styles of citation have: read, and written as their lists write them."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Entry, Values
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source


def page(*lines: str) -> Page:
    return Page(Source(("# Publications\n\n" + "".join(f"{line}\n" for line in lines)).encode()))


def said(entry: Entry) -> tuple[object, ...]:
    people = entry.values["authors"]
    assert isinstance(people, tuple)
    names = "; ".join(author.name for author in people if isinstance(author, Author))
    return entry.values["title"], names, entry.values["venue"], entry.values["year"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "A. Moss, B. Reed: ‘Lakes seen from above’*Lamp Letters*, 2014.",
            ("Lakes seen from above", "A. Moss; B. Reed", "Lamp Letters", 2014),
        ),
        (
            "C. O’Finch, A. Moss: ‘Reed’s rails’*Lamp Letters*, 2014.",
            ("Reed’s rails", "C. O’Finch; A. Moss", "Lamp Letters", 2014),
        ),
        (
            "Moss, A. & Reed, B. (2022). 'Is the moon a clock?', *Lamp Letters*.",
            ("Is the moon a clock?", "Moss, A.; Reed, B.", "Lamp Letters", 2022),
        ),
        (
            "Ada Example. *The Peat Book*. Oslo: Peat Press, 2020.",
            ("The Peat Book", "Ada Example", "Oslo: Peat Press", 2020),
        ),
        (
            "Example, Ada/Sample, Ben (2018): Reeds and rails. Berlin: De Gruyter.",
            ("Reeds and rails", "Example, Ada; Sample, Ben", "Berlin: De Gruyter", 2018),
        ),
        (
            "Example, Ada. *The Peat Book: A History* (Oxford: Oxford University Press, 2020).",
            ("The Peat Book: A History", "Example, Ada", "Oxford: Oxford University Press", 2020),
        ),
        (
            "Ada Example, Ben Sample. Oslo: A History. *Journal of Lakes*, 2019.",
            ("Oslo: A History", "Ada Example; Ben Sample", "Journal of Lakes", 2019),
        ),
        (
            "Centre for Ice and Snow. *Small lakes of the north*. Journal of Lakes, 2024.",
            ("Small lakes of the north", "Centre for Ice and Snow", "Journal of Lakes", 2024),
        ),
        (
            "Moss, Ada et. al. (2018): Reeds and rails, in: Lamp Letters, Heft 6.",
            ("Reeds and rails", "Moss, Ada", "Lamp Letters, Heft 6", 2018),
        ),
        (
            "MOSS (A.), REED (B. C.) – [Reeds and rails](https://example.org/1), *Lamp Letters*, 25, 5, 2017, 62-87.",
            ("Reeds and rails", "MOSS (A.); REED (B. C.)", "Lamp Letters", 2017),
        ),
        (
            "Moss A., & Reed B., *Reeds and rails* in: *Lamp Letters* 7, 4/2019, pp. 55–80.",
            ("Reeds and rails", "Moss A.; Reed B.", "Lamp Letters", 2019),
        ),
        (
            "A. Moss、B. Reed：《Reeds and rails》，载《Lamp Letters》2010年第6期。",
            ("Reeds and rails", "A. Moss; B. Reed", "Lamp Letters", 2010),
        ),
        (
            "**Moss, A./Reed, B. (**2021**):** Reeds and rails In: *Lamp Letters*, 11: 127–138.",
            ("Reeds and rails", "Moss, A.; Reed, B.", "Lamp Letters", 2021),
        ),
        (
            "Ada Example, *Moor und Macht. Eine Geschichte*, Göttingen: Wallstein 2021.",
            ("Moor und Macht. Eine Geschichte", "Ada Example", "Göttingen: Wallstein", 2021),
        ),
        (
            "EXAMPLE Ada, *La tourbe et le pouvoir*, Rennes, Presses universitaires de Rennes, 2021.",
            ("La tourbe et le pouvoir", "EXAMPLE Ada", "Rennes, Presses universitaires de Rennes", 2021),
        ),
        (
            "A. Laghi, *Il sale negli archivi*, Roma, Carocci, 2022.",
            ("Il sale negli archivi", "A. Laghi", "Roma, Carocci", 2022),
        ),
        (
            "Nowak A., *Sól w archiwach*, Wydawnictwo Bagno, Warszawa 2022.",
            ("Sól w archiwach", "Nowak A.", "Wydawnictwo Bagno, Warszawa", 2022),
        ),
        (
            "Mosse, A. (2022). *Salt i arkivet*. Lund: Studentlitteratur.",
            ("Salt i arkivet", "Mosse, A.", "Lund: Studentlitteratur", 2022),
        ),
        ("莫安. 档案中的盐[M]. 北京: 湿地出版社, 2022.", ("档案中的盐", "莫安", "北京: 湿地出版社", 2022)),
        (
            "A. Laghi, *Ghiaccio*, in *Dizionario delle acque*, a cura di C. Neve, Bologna, il Mulino, 2020, pp. 5-9.",
            ("Ghiaccio", "A. Laghi", "Dizionario delle acque", 2020),
        ),
        (
            "Moss, A. (2024). Peat and people. In E. Lind & K. Ott (Eds.), *Handbook of bogs* (pp. 33–51). Routledge.",
            ("Peat and people", "Moss, A.", "Handbook of bogs", 2024),
        ),
        (
            "EXAMPLE Ada, « La tourbe », dans Ève Lind (dir.), *Les choses du marché*, Paris, Seuil, 2019, p. 112-130.",
            ("La tourbe", "EXAMPLE Ada", "Les choses du marché", 2019),
        ),
        (
            "Moss, Ada, and Ben Reed, eds. *The Companion to Bogs*. Oxford: Oxford University Press, 2024.",
            ("The Companion to Bogs", "Moss, Ada; Ben Reed", "Oxford: Oxford University Press", 2024),
        ),
        (
            "A. Laghi, B. Sale, *La torba e il potere*, in «Rivista di paludi», 12 (2024), pp. 33-51.",
            ("La torba e il potere", "A. Laghi; B. Sale", "Rivista di paludi", 2024),
        ),
        (
            "Nowak A., Bagno B., *Torf i władza*, „Kwartalnik Bagienny” 2024, t. 12, nr 3, s. 33–51.",
            ("Torf i władza", "Nowak A.; Bagno B.", "Kwartalnik Bagienny", 2024),
        ),
        (
            "Болотова А. А., Камышов Б. Б. Торф и власть // Вестник болот. 2024.",
            ("Торф и власть", "Болотова А. А.; Камышов Б. Б.", "Вестник болот", 2024),
        ),
        (
            "Мохова А., Очерет Б. Торф і влада. *Український болотний журнал*. 2024. Вип. 12. С. 33–51.",
            ("Торф і влада", "Мохова А.; Очерет Б.", "Український болотний журнал", 2024),
        ),
        ("沼田杏『文書館の塩』湿地書房，2022年．", ("文書館の塩", "沼田杏", "湿地書房", 2022)),
        (
            "Ada Moss and Ben Reed, 'Who Owns the Reeds?' (2022) 81 Cambridge Peat Journal 120",
            ("Who Owns the Reeds?", "Ada Moss; Ben Reed", "Cambridge Peat Journal 120", 2022),
        ),
        (
            "LAGOS, A. P.; SILVA, B. A turfa. **Revista de Brejos**, São Paulo, v. 12, n. 3, p. 33-51, 2024.",
            ("A turfa", "LAGOS, A. P.; SILVA, B.", "Revista de Brejos", 2024),
        ),
        (
            'Ada Example, "Torf und Ton" [Peat and Tone], *Musik & Moor* 28/2 (2024): 33–51.',
            ("Torf und Ton", "Ada Example", "Musik & Moor", 2024),
        ),
        (
            "**Wages in Wetlands** (with Cy Finch). *Journal of Bogs*, 2023.",
            ("Wages in Wetlands", "Cy Finch", "Journal of Bogs", 2023),
        ),
    ],
)
def test_a_line_of_a_style_is_read(line: str, wanted: tuple[object, ...]) -> None:
    (entry,) = page(f"- {line}").entries("publications")
    assert said(entry) == wanted


PAPER: Values = {
    "title": "Slow rain",
    "authors": (Author("Ida Finch"), Author("Bo To")),
    "venue": "Acta Aquae",
    "year": 2026,
}


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        (
            (
                "- Moss Ada,Reed Ben. Reeds and rails[J]. Lamp Letters,2022, 9:80～97.",
                "- Finch Ida,Moss Ada. Bog and peat[J]. Lamp Letters,2021, 8:1～9.",
                "- To Bo,Moss Ada. Salt and peat[J]. Lamp Letters,2020, 7:1～9.",
            ),
            "- Finch Ida,To Bo. Slow rain[J]. Acta Aquae,2026.",
        ),
        (
            (
                "- Moss، Ada، و Ben Reed. 2022. «Reeds and rails». *Lamp Letters* 16 (5): 86–92.",
                "- Reed، Ben، Ada Moss، و Cy Do. 2021. «Bog and peat». *Lamp Letters* 15 (4): 1–2.",
            ),
            "- Finch، Ida، و Bo To. 2026. «Slow rain». *Acta Aquae*.",
        ),
        (
            (
                "- MOSS A., C. DE SANTIS ET B. REED, 2022 « Reeds and rails », *Lamp Letters*, 58 : 163‑169.",
                "- REED B.C., A. MOSS ET C. DO, 2021 « Bog and peat », *Lamp Letters*, 57 : 1‑9.",
            ),
            "- FINCH I. ET B. TO, 2026 « Slow rain », *Acta Aquae*.",
        ),
        (
            (
                "- Moss, A., Reed, B. 2022. Reeds and rails. *Lamp Letters 60(6), 350–380*.",
                "- Reed, B., Moss, A. 2021. Bog and peat. *Lamp Letters 59(1), 1–9*.",
            ),
            "- Finch, I., To, B. 2026. Slow rain. *Acta Aquae*.",
        ),
        (
            (
                "- Moss, A., Reed, B.: Reeds and rails. J. Quiet Waters. 9, 390–394 (2022).",
                "- Reed, B., Do, C.: Bog and peat. Lett. Bird Acoust. 8, 1–9 (2021).",
            ),
            "- Finch, I., To, B.: Slow rain. Acta Aquae (2026).",
        ),
        (
            (
                "- MOSS (A.), REED (B. C.) – [Reeds](https://example.org/1), *Lamp Letters*, 25, 5, 2022, 62-87.",
                "- REED (B. C.), DO (C.) – [Bogs](https://example.org/2), *Lamp Letters*, 24, 1, 2021, 1-9.",
            ),
            "- FINCH (I.), TO (B.) – Slow rain, *Acta Aquae*, 2026.",
        ),
        (
            (
                "- Moss A., Reed B. (2022) Reeds and rails. Lamp Letters.",
                "- Do C., Moss A. (2021) Bog and peat. Lamp Letters.",
            ),
            "- Finch I., To B. (2026) Slow rain. Acta Aquae.",
        ),
        (
            (
                "- . Moss, A. (2022). Reeds and rails. *Lamp Letters*.",
                "- . Moss, A., & Do, C. (2021). Bogs. *Lamp Letters*.",
            ),
            "- . Finch, I., & To, B. (2026). Slow rain. *Acta Aquae*.",
        ),
        (
            (
                "- Moss, A., and B. Reed, ‘Reeds and Rails’, *Lamp Letters*, 12.3 (2022), pp. 3–9.",
                "- Reed, B., and C. Do, ‘Bog and Peat’, *Lamp Letters*, 11 (2021), pp. 1–2.",
            ),
            "- Finch, I., and B. To, ‘Slow rain’, *Acta Aquae*, 2026.",
        ),
        (
            (
                "- Moss, A. & Reed, B. 2022. “Reeds and rails”. edn, vol. 37, Lamp Letters, : 228–245.",
                "- Reed, B. & Do, C. 2021. “Bog and peat”. edn, vol. 36, Lamp Letters, : 1–9.",
                "- Reed, B. & Ko, C. 2020. “Salt and snow”. edn, vol. 35, Lamp Letters, : 4–6.",
            ),
            "- Finch, I. & To, B. 2026. “Slow rain”. edn, Acta Aquae.",
        ),
        (
            (
                "- Moss, A. (2024). Peat. In E. Lind & K. Ott (Eds.), *Handbook of bogs* (pp. 33–51). Routledge.",
                "- Moss, A., & Reed, B. (2022). Salt. In E. Lind (Ed.), *Reeds* (pp. 1–20). Springer.",
            ),
            "- Finch, I., & To, B. (2026). Slow rain. *Acta Aquae*.",
        ),
        (
            (
                '- Ada Moss, "Torf und Ton" [Peat and Tone], *Musik & Moor* 28/2 (2024): 33–51.',
                '- Ada Moss, "Salzlieder" [Songs of Salt], *Archiv für Moormusik* 79/1 (2022): 1–20.',
            ),
            '- Ida Finch, Bo To, "Slow rain", *Acta Aquae* (2026).',
        ),
        (
            (
                "- Moss, Ada og Ben Reed. „Reeds and rails“, *Lamp Letters* 39:6/2022, bls. 3–9.",
                "- Reed, Ben og Cy Do. „Bog and peat“, *Lamp Letters* 38:1/2021, bls. 1–2.",
            ),
            "- Finch, Ida og Bo To. „Slow rain“, *Acta Aquae*, 2026.",
        ),
    ],
)
def test_the_next_entry_is_written_as_its_style_would(lines: tuple[str, ...], written: str) -> None:
    values: Values = {**PAPER, "authors": PAPER["authors"]}
    assert edit.add(page(*lines), "publications", values).page.text.splitlines()[2] == written


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (
            (
                "- 〔1〕**A. Moss**、B. Reed：《Reeds》，载《Lamp Letters》2019年。",
                "- 〔2〕B. Reed：《Bogs》，载《Lamp Letters》2021年。",
            ),
            "〔3〕",
        ),
        (
            (
                "**1**.A. Moss and B. Reed, **2019**. Reeds. *Lamp Letters*, *46*, pp. 2–9.\n",
                "**2**.B. Reed, **2021**. Bogs. *Lamp Letters*, *47*, pp. 1–2.",
            ),
            "**3**.I",
        ),
    ],
)
def test_a_number_in_other_brackets_counts_on(lines: tuple[str, ...], number: str) -> None:
    after = edit.add(page(*lines), "publications", PAPER).page.text
    assert number in after.splitlines()[-1]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("- Moss A., Reed B. (2022) Reeds. Lamp Letters.", "- Do C. (2021) Bogs. Lamp Letters."), "Finch I.B., To B."),
        (("- Moss, A. & Reed, B. (2022) Reeds. *L*.", "- Do, C. & Ko, D. (2021) Bogs. *L*."), "Finch, I.B. & To, B."),
        (
            ("- Moss, A., & Reed, B. (2022). Reeds. *L*.", "- Do, C., & Ko, D. (2021). Bogs. *L*."),
            "Finch, I. B., & To, B.",
        ),
        (
            ("- Moss, A. & Reed, B. C. (2022) Reeds. *L*.", "- Do, C. & Ko, D. (2021) Bogs. *L*."),
            "Finch, I. B. & To, B.",
        ),
    ],
)
def test_several_initials_stand_as_in_the_list_or_as_in_most_of_its_sort(lines: tuple[str, ...], name: str) -> None:
    values: Values = {**PAPER, "authors": (Author("Ida B. Finch"), Author("Bo To"))}
    assert f"- {name} (2026)" in edit.add(page(*lines), "publications", values).page.text


def test_a_list_of_names_before_colons_is_read_where_a_name_comes_again() -> None:
    entries = page(
        "- Lápi Anna – Nádas Béla: Tőzeg és hatalom. *Lápvilág*, 12. évf. 3. sz. (2024), 33–51.",
        "- Lápi Anna: Só a levéltárban. *Történelmi Szemle*, 2022/2, 1–20.",
    ).entries("publications")
    assert [said(entry)[:2] for entry in entries] == [
        ("Tőzeg és hatalom", "Lápi Anna; Nádas Béla"),
        ("Só a levéltárban", "Lápi Anna"),
    ]


def test_titles_in_italics_are_titles_beside_plain_venues() -> None:
    lines = (
        "- **Ada Moss**, Ben Reed, *Small Lakes*, Journal of Lakes, 2024",
        "- Cy Finch, **Ada Moss**, *Salt*, Reed Letters, 2023",
        "- **Ada Moss**, *Ice on ponds*, Journal of Lakes, 2022",
    )
    entries = page(*lines).entries("publications")
    assert [said(entry)[0] for entry in entries] == ["Small Lakes", "Salt", "Ice on ponds"]
    after = edit.remove(page(*lines), "publications", 1).page
    assert [said(entry)[0] for entry in after.entries("publications")] == ["Salt", "Ice on ponds"]


def test_a_paper_under_a_new_year_says_its_year_no_second_time() -> None:
    text = (
        "# Publications\n\n### 2024\n\n- A. Moss, B. Reed. Peat. *Journal of Bogs*.\n\n"
        "### 2023\n\n- A. Moss. Ice. *Reed Letters*.\n"
    )
    after = edit.add(Page(Source(text.encode())), "publications", PAPER).page.text
    assert "### 2026\n\n- I. Finch, B. To. Slow rain. *Acta Aquae*.\n" in after


@pytest.mark.parametrize(
    ("line", "lacking", "written"),
    [
        ("Ada Moss, Ben Reed. Peat in rain. *J. Am. Peat Soc.* **2024**, *146*, 1–9.", ("venue", "year"), "Slow rain."),
        (
            "A. Laghi, B. Sale, *La torba*, in «Rivista di paludi», 12 (2024), pp. 3-5.",
            ("venue", "year"),
            "*Slow rain*.",
        ),
        ('Ada Moss and Ben Reed. "Peat in rain." *Lamp Letters* 118(3): 7-28.', ("venue", "year"), '"Slow rain."'),
        ("A. Moss and B. Reed, “Peat in rain,” *Lamp Letters*, vol. 12, 2024.", ("venue", "year"), "“Slow rain.”"),
        ("Ada Moss, Ben Reed. Peat in rain. *Lamp Letters*, 12(3), 2024.", ("venue",), "Slow rain. 2026."),
        ("Peat in rain — Ada Moss, Ben Reed — Lamp Letters 2024", ("authors",), "Slow rain — Acta Aquae 2026"),
        (
            "**Peat in rain**<br>Ada Moss, Ben Reed<br>*Lamp Letters*, 2024",
            ("authors",),
            "**Slow rain**<br>*Acta Aquae*, 2026",
        ),
    ],
)
def test_what_a_paper_lacks_goes_with_all_that_parts_it(line: str, lacking: tuple[str, ...], written: str) -> None:
    lines = (f"- {line}", f"- {line.replace('Peat in rain', 'Salt and snow').replace('La torba', 'Il sale')}")
    values = {name: value for name, value in PAPER.items() if name not in lacking}
    added = edit.add(page(*lines), "publications", values).page.text.splitlines()[2]
    assert added.endswith(f" {written}")


CODED = (
    "- MOSS A, REED B. Tall lamps in fog[J]. Journal of Lamps, 2025, 3(2): 1-9.",
    "- REED B, MOSS A. Dust in the lamps[C]//Proceedings of the Fog Conference. Oslo: Lamp Press, 2024: 3-8.",
    "- MOSS A, REED B. Low lamps in rain[J]. Northern Studies, 2023, 3(2): 1-9.",
    "- MOSS A. Lamps and fog[M]. Oslo: Lamp Press, 2022.",
)


@pytest.mark.parametrize(
    ("venue", "line"),
    [
        ("Northern Studies", "- MOSS A, FINCH I. Slow rain[J]. Northern Studies, 2026."),
        ("Annals of Peat", "- MOSS A, FINCH I. Slow rain[J]. Annals of Peat, 2026."),
        ("Conference on Peat", "- MOSS A, FINCH I. Slow rain[C]//Conference on Peat, 2026."),
        ("Oslo: Lamp Press", "- MOSS A, FINCH I. Slow rain[M]. Oslo: Lamp Press, 2026."),
        ("PhD thesis, Lakeside University", "- MOSS A, FINCH I. Slow rain. PhD thesis, Lakeside University, 2026."),
    ],
)
def test_the_code_of_a_sort_is_that_of_others_of_the_sort(venue: str, line: str) -> None:
    values: Values = {
        "title": "Slow rain",
        "authors": (Author("Ada Moss"), Author("Ida Finch")),
        "venue": venue,
        "year": 2026,
    }
    assert edit.add(page(*CODED), "publications", values).page.text.splitlines()[2] == line


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("- García Lindo, J., & Moss, A. (2024). On reeds. *Lamp Letters*.",), "García Lindo, J., & Moss, A. (2026)."),
        (("- Moss A, García Lindo J. On reeds. *Lamp Letters*. 2024.",), "García Lindo J, Moss A. Slow"),
        (("- J. García Lindo, A. Moss. On reeds. *Lamp Letters*, 2024.",), "J. García Lindo, A. Moss. Slow"),
        (("- Lindo, J., & Moss, A. (2024). On reeds. *Lamp Letters*.",), "Lindo, J. G., & Moss, A. (2026)."),
    ],
)
def test_a_surname_of_two_words_is_that_of_the_list(lines: tuple[str, ...], names: str) -> None:
    values: Values = {
        "title": "Slow rain",
        "authors": (Author("Juan García Lindo"), Author("Ada Moss")),
        "venue": "Lamp Letters",
        "year": 2026,
    }
    assert edit.add(page(*lines), "publications", values).page.text.splitlines()[2].startswith(f"- {names}")
