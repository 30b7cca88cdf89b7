"""BibTeX entries as publications: which fields say what, for the exporters that people use."""

from __future__ import annotations

import pytest

from profile_tui.content.entries.entry import Author, Link
from profile_tui.content.publications.bibtex import Given, Unusable, from_bibtex, published, read
from profile_tui.content.publications.duplicates import same_paper
from profile_tui.markup.bibtex.values import Bibliography
from profile_tui.text.errors import UsageError


def entry(fields: str, kind: str = "article") -> str:
    """An entry with a title and some fields."""
    return f"@{kind}{{k, title = {{On Lamps}}, {fields}}}"


@pytest.mark.parametrize(
    ("fields", "venue"),
    [
        ("journaltitle = {Harbour Letters}", "Harbour Letters"),
        ("journal = {}, booktitle = {Proc. of {LAMP}}", "Proc. of LAMP"),
        (r"journal = {\apj}", "The Astrophysical Journal"),
        (r"journal = {\mnras}", "Monthly Notices of the Royal Astronomical Society"),
        ("school = {University of Tarnstead}", "University of Tarnstead"),
        ("publisher = {Zenodo}", "Zenodo"),
        (r"howpublished = {\url{https://example.org/a}}", None),
        (r"howpublished = {Available at \url{https://example.org/a}}", None),
        (r"howpublished = {Talk at the Kettle Club, \url{https://example.org/a}}", "Talk at the Kettle Club,"),
        ("eprint = {arXiv:2403.01234v2}, archivePrefix = {arXiv}", "arXiv preprint arXiv:2403.01234v2"),
        ("url = {https://arxiv.org/abs/2403.01234}", "arXiv preprint arXiv:2403.01234"),
        ("eprint = {26315443}, eprinttype = {pmid}", None),
        ("journal = {Hedge &amp; <i>Field</i>}", "Hedge & Field"),
    ],
)
def test_the_venue_is_told_by_whichever_field_has_it(fields: str, venue: str | None) -> None:
    assert from_bibtex(entry(fields))["venue"] == venue


@pytest.mark.parametrize(
    ("fields", "links"),
    [
        ("doi = {10.50009/hl.4}", [Link("DOI", "https://doi.org/10.50009/hl.4")]),
        (r"doi = {doi:10.50010/hl\_2020.77}", [Link("DOI", "https://doi.org/10.50010/hl_2020.77")]),
        ("doi = {http://dx.doi.org/10.50009/hl.4}", [Link("DOI", "https://doi.org/10.50009/hl.4")]),
        ("url = {http://dx.doi.org/10.50009/hl.4}", [Link("Paper", "https://doi.org/10.50009/hl.4")]),
        (
            r"howpublished = {\url{https://example.org/~m/a%20b_c.html?x=1&y=2}}",
            [Link("Paper", "https://example.org/~m/a%20b_c.html?x=1&y=2")],
        ),
        ("eprint = {https://example.org/a.full.pdf}", [Link("PDF", "https://example.org/a.full.pdf")]),
        ("eprint = {26315443}, eprinttype = {pmid}", [Link("Paper", "https://pubmed.ncbi.nlm.nih.gov/26315443/")]),
        ("eprint = {hep-th/0309136}", [Link("arXiv", "https://arxiv.org/abs/hep-th/0309136")]),
        ("eprint = {12345}", []),
        ('eprint = "arXiv:2403.01234 [cs.LG]"', [Link("arXiv", "https://arxiv.org/abs/2403.01234")]),
        ("url = {www.example.org/x}", [Link("Paper", "https://www.example.org/x")]),
        ("url = {https://example.org/1, https://example.org/2}", [Link("Paper", "https://example.org/1")]),
        (r"url = {<https://example.org/{\textasciitilde}moss/\~{}x>}", [Link("Paper", "https://example.org/~moss/~x")]),
        (r"note = {\url{https://example.org/n}}", [Link("Paper", "https://example.org/n")]),
        (
            "html = {https://example.org/p}, pdf = {own.pdf}, code = {https://example.org/c}",
            [Link("Paper", "https://example.org/p"), Link("Code", "https://example.org/c")],
        ),
    ],
)
def test_links_are_made_of_numbers_and_addresses(fields: str, links: list[Link]) -> None:
    assert from_bibtex(entry(fields))["links"] == tuple(links)


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("Best paper award", "Best paper award"),
        ("to appear", "to appear"),
        ("Publisher: Lantern Publishing Group", None),
        ("arXiv:2404.05678 [cs]", None),
        ("12 pages, 3 figures", None),
        ("https://example.org", None),
    ],
)
def test_only_a_note_for_readers_is_one(note: str, shown: str | None) -> None:
    assert from_bibtex(entry(f"note = {{{note}}}"))["note"] == shown


def test_dates_subtitles_and_marks() -> None:
    text = entry(
        "subtitle = {A Tale}, date = {2024-03-01/2024-03-05}, urldate = {2025-01-02},"
        " author = {Moss*, Fay and {Lamp Lab}}"
    )
    values = from_bibtex(text)
    assert (values["title"], values["year"]) == ("On Lamps: A Tale", 2024)
    assert values["authors"] == (Author("Fay Moss", marks=("*",)), Author("Lamp Lab"))
    assert from_bibtex(entry("year = {in press}"))["year"] is None
    assert from_bibtex(entry("author = {Li Moss 0017 and Fay {Tarn 3000}}"))["authors"] == (
        Author("Li Moss"),
        Author("Fay Tarn 3000"),
    )


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("date = {2024-05/2024-07}", "2024-05"),
        ("date = {2019~}", "2019"),
        ("date = {2018-21}", "2018"),
        ("date = {2017-03-04T10:00:00Z}", "2017-03-04"),
        ("date = {2016/..}", "2016"),
        ('year = {circa 1998}, month = jun # "/" # jul', "1998-06"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_meant(date: str, said: str) -> None:
    assert published(entry(date)) == said


def test_fields_are_taken_from_the_stores_of_fields_that_an_entry_names() -> None:
    text = (
        "@xdata{press, publisher = {Lamp Press}}\n"
        "@xdata{lamp, booktitle = {Lamps}, date = {2020-05}, xdata = {press}}\n"
        "@inproceedings{k, title = {T}, xdata = {lamp}}\n@xdata{round, xdata = {round}}\n"
    )
    (given,) = read(Bibliography(text))
    assert isinstance(given, Given)
    assert (given.values["venue"], given.values["year"]) == ("Lamps", 2020)
    assert given.source == (
        "@inproceedings{k,\n  publisher = {Lamp Press},\n  booktitle = {Lamps},\n  date = {2020-05},\n"
        "  title = {T}\n}\n"
    )


def test_stores_that_name_one_another_and_long_chains_are_read() -> None:
    keys = [f"s{at}" for at in range(30)]
    ring = "".join(f"@xdata{{{key}, publisher = {{Lamp Press}}, xdata = {{{','.join(keys)}}}}}\n" for key in keys)
    chain = "".join(f"@book{{b{at}, title = {{T}}, year = 2020, crossref = {{b{at + 1}}}}}\n" for at in range(2000))
    bibliography = Bibliography(f"{ring}{chain}@book{{k, title = {{T}}, xdata = {{s1}}, crossref = {{b1}}}}\n")
    [entry] = [block for block in bibliography.entries if block.key == "k"]
    said = {"title": "T", "xdata": "s1", "crossref": "b1", "publisher": "Lamp Press", "year": "2020", "booktitle": "T"}
    assert bibliography.fields(entry) == said


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            "\nTY  - JOUR\nTI  - On Lamps\nDO  - 10.50009/hl.4\nER  -\n",
            2,
            "this is RIS, not BibTeX; paste its BibTeX, or look it up by its DOI, 10.50009/hl.4",
        ),
        (
            "PMID- 12345678\nTI  - On Lamps\n",
            1,
            "this is NBIB, not BibTeX; paste its BibTeX, which begins with @article{key, or the like",
        ),
        (
            '[{"type": "article", "title": "On Lamps"}]',
            1,
            "this is CSL-JSON, not BibTeX; paste its BibTeX, which begins with @article{key, or the like",
        ),
        (
            "Moss, F. (2020). On Lamps. https://doi.org/10.50009/hl.4.",
            1,
            "this isn't a BibTeX entry; paste its BibTeX, or look it up by its DOI, 10.50009/hl.4",
        ),
        ("On Lamps", None, "there is no BibTeX entry; one begins with @article{key, or the like"),
        ("% @misc{k, title = {On Lamps}}", None, "there is no BibTeX entry; one begins with @article{key, or the like"),
    ],
)
def test_what_is_no_bibtex_is_called_by_its_name(text: str, line: int | None, message: str) -> None:
    with pytest.raises(UsageError) as complaint:
        from_bibtex(text)
    assert (complaint.value.line, complaint.value.message) == (line, message)


@pytest.mark.parametrize(
    "text",
    [
        "> @misc{k,\n>   title = {On Lamps},\n>\n>   year = 2020\n> }\n",
        "1 @misc{k,\n2   title = {On Lamps},\n3   year = 2020\n4 }",
        "@misc{k,\r  title = {On Lamps}, % by hand\r  year = 2020\r}\r",
        "Please cite\n```bibtex\n@misc{k, title = {On Lamps}, year = 2020}\n```\nor write to me@example.org (me).",
        "@misc{Moss, Fay 2020, title = {On Lamps}, year = 2020}",
        '@misc{k, title = "On Lamps" year = 2020}',
        "@misc{k, title = {On Lamps}, year = 2020",
    ],
)
def test_an_entry_is_read_however_it_was_copied(text: str) -> None:
    values = from_bibtex(text)
    assert (values["title"], values["year"]) == ("On Lamps", 2020)


def test_each_entry_is_read_or_said_why_not() -> None:
    text = (
        "\n@misc{a, title = {A}}\n@misc{b,\n title = {B,\n year = 2020\n}\n\n@misc{c, year = 2020}\n"
        "@misc{d, title = {D}}\n@comment{@misc{e, title = {E}}}"
    )
    found = [parsed.values["title"] if isinstance(parsed, Given) else parsed for parsed in read(Bibliography(text))]
    assert found == [
        "A",
        Unusable(4, "the entry b cannot be read: the value of title does not end"),
        Unusable(8, "the entry c has no title"),
        "D",
    ]


def test_an_entry_by_itself_needs_nothing_around_it_and_holds_nothing_private() -> None:
    text = (
        "@string{hl = {Harbour Letters}}\n"
        "@article(k, title = {T}, journal = hl, month = jul, crossref = {p},\n"
        "  file = {/home/fay/a.pdf}, pdf = {/home/fay/b.pdf}, mendeley-tags = {x}, abstract = {We sort.})\n"
        "@proceedings{p, title = {P}, year = 2021}"
    )
    (given,) = read(Bibliography(text))
    assert isinstance(given, Given)
    assert given.source == (
        "@article{k,\n  title = {T},\n  journal = {Harbour Letters},\n  month = jul,\n  abstract = {We sort.},\n"
        "  booktitle = {P},\n  year = {2021}\n}\n"
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("doi = {10.50009/HL.4}, year = 2020", "url = {https://doi.org/10.50009/hl.4}, title = {Else}", True),
        ("eprint = {2403.01234v2}", "url = {https://arxiv.org/pdf/2403.01234}, title = {Else}", True),
        ("year = 2020, author = {Moss, Fay}", "year = 2021, author = {F. Moss}, title = {{On} lamps.}", True),
        ("year = 2010, author = {Moss, Fay}", "year = 2021, author = {F. Moss}", False),
        ("year = 2020, author = {Moss, Fay}", "year = 2020, author = {Tarn, Cleo}", False),
        ("year = 2020, doi = {10.50009/hl.4}", "year = 2020, title = {On Ladders}, doi = {10.50009/hl.5}", False),
    ],
)
def test_a_paper_is_known_again_by_its_numbers_or_its_title(one: str, other: str, same: bool) -> None:
    assert same_paper(from_bibtex(entry(one)), from_bibtex(entry(other))) is same
