"""What is typed in a field and what it means; and what the first frame does without."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from profile_tui.app.forms.values import as_text, as_value, day_later, month_later, period_later, today_as_written
from profile_tui.app.widgets.terminal_text import elided_path
from profile_tui.content.entries.entry import Author, Field, Link, Value
from profile_tui.content.page.page import Page
from profile_tui.text.errors import UsageError
from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice, replaced

TODAY = date(2026, 11, 21)
AUTHORS, LINKS, YEAR = Field("authors", "Authors", "authors"), Field("links", "Links", "links"), Field("y", "Y", "year")


@pytest.mark.parametrize(
    ("typed", "by", "later"),
    [
        ("2026.11", 1, "2026.12"),
        ("2026.11", 2, "2027.01"),
        ("[2026. 11", 1, "[2026. 11"),
        ("2026. 9", 1, "2026. 10"),
        ("Jan, 2026", -1, "Dec, 2025"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026年11月", 1, "2026年12月"),
        ("2026", -1, "2025"),
        ("", 0, "2026-11"),
        ("today", 1, "2026-12-21"),
        ("some day", 1, "some day"),
    ],
)
def test_months_step_in_the_shape_that_is_typed(typed: str, by: int, later: str) -> None:
    assert month_later(typed, by, TODAY) == later


@pytest.mark.parametrize(
    ("typed", "by", "later"),
    [
        ("2026-11-30", 1, "2026-12-01"),
        ("Mar 1, 2024", -1, "Feb 29, 2024"),
        ("", -1, "2026-11-20"),
        ("yesterday", -1, "2026-11-19"),
        ("2026-11", 1, "2026-11"),
        ("0001-01-01", -1, "0001-01-01"),
    ],
)
def test_days_step_in_the_shape_that_is_typed(typed: str, by: int, later: str) -> None:
    assert day_later(typed, by, TODAY) == later


@pytest.mark.parametrize(
    ("news", "written"),
    [
        ("- *2025.03*: One.\n- *2024.11*: Two.\n", "2026.11"),
        ("- [2025. 3] One.\n", "2026. 11"),
        ("- **Mar, 2025** One.\n", "Nov, 2026"),
        ("- *2025-03-09*: One.\n", "2026-11-21"),
        ("- 2025年3月：一。\n", "2026年11月"),
        ("- One without a date.\n", "2026-11"),
        ("", "2026-11"),
    ],
)
def test_today_is_written_as_the_page_writes_dates(news: str, written: str) -> None:
    page = Page(Source(f"---\ntitle: x\n---\n\n# News\n\n{news}".encode()))
    assert today_as_written(page.text, page.entries("news"), TODAY) == written


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (AUTHORS, "Ada Example*, Ben Sample", (Author("Ada Example", True, ("*",)), Author("Ben Sample"))),
        (AUTHORS, "Example, A.; Sample, B.†", (Author("Example, A."), Author("Sample, B.", False, ("†",)))),
        (AUTHORS, "Ben Sample and, ada  example", (Author("Ben Sample and"), Author("ada example", True))),
        (AUTHORS, " , ", ()),
        (
            LINKS,
            "PDF=https://x.org/a=b\n\nCode = https://y.org\nhttps://z.org/c.pdf",
            (Link("PDF", "https://x.org/a=b"), Link("Code", "https://y.org"), Link("PDF", "https://z.org/c.pdf")),
        ),
        (YEAR, " 2026 ", 2026),
        (YEAR, "", None),
    ],
)
def test_what_is_typed_means_values(field: Field, typed: str, value: Value) -> None:
    assert as_value(field, typed, frozenset({"ada example"}), lambda: TODAY) == value


@pytest.mark.parametrize(("field", "typed"), [(LINKS, "x.org"), (LINKS, "PDF="), (YEAR, "26"), (YEAR, "２０２６")])
def test_what_means_nothing_is_told(field: Field, typed: str) -> None:
    with pytest.raises(UsageError):
        as_value(field, typed, frozenset(), lambda: TODAY)


def test_a_link_that_stays_may_be_odd() -> None:
    before = (Link("soon", ""), Link("PDF", "a.pdf"))
    typed = "soon=\nCode=c.zip"
    assert as_value(LINKS, typed, frozenset(), lambda: TODAY, before) == (Link("soon", ""), Link("Code", "c.zip"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (AUTHORS, (Author("Example, A."), Author("Sample, B.", False, ("*", "†")))),
        (AUTHORS, (Author("Ada Example", False, ("*",)), Author("Ben Sample"))),
        (LINKS, (Link("PDF", "https://x.org/?a=b"), Link("Code", "c.zip"))),
    ],
)
def test_values_come_back_as_they_were(field: Field, value: Value) -> None:
    assert as_value(field, as_text(field, value), frozenset(), lambda: TODAY) == value


def test_only_what_differs_of_a_text_is_replaced() -> None:
    assert replaced("# A\none\ntwo\n", Span(4, 12), "one\r\nTWO\r\n") == Splice(Span(8, 11), "TWO")
    assert replaced("aaaa", Span(0, 4), "aaa") == Splice(Span(3, 4), "")
    assert replaced("same", Span(0, 4), "same") is None


def test_the_first_frame_loads_nothing_it_does_not_need() -> None:
    later = ["yaml", "markdown_it", "pylatexenc", "frontmatter", "json"]
    later += ["textual.widgets._text_area", "profile_tui.app.screens.form", "profile_tui.site.checks"]
    code = f"import sys, profile_tui.app.editor.app; print([name for name in {later!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_drawing_the_first_frame_loads_no_parser_store_or_check(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text('locale: "en-US"\nauthor:\n  name: Ada Example\n', "utf-8")
    (tmp_path / "index.md").write_text(
        "---\ntitle: T\n---\n\n# News\n\n- *2026.01*: Snow.\n- *2025.01*: Ice.\n", "utf-8"
    )
    later = ["yaml", "frontmatter", "json", "pylatexenc", "textual.widgets._text_area"]
    later += ["profile_tui.site.stores", "profile_tui.site.checks", "profile_tui.site.templates"]
    later += ["profile_tui.site.bindings.find", "profile_tui.workspace.drafts.store", "profile_tui.app.screens.form"]
    code = f"""
import sys
from pathlib import Path
from profile_tui.app.editor.app import ProfileApp
from profile_tui.app.session.session import Session
from profile_tui.site.repository.locate import locate
from profile_tui.workspace.workspace import Workspace

def ready(app):
    print([name for name in {later!r} if name in sys.modules])
    app.exit()

ProfileApp.on_ready = ready
ProfileApp(Session(Workspace(locate(Path("index.md"))))).run(headless=True)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.strip().splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("path", "width", "shown"),
    [
        ("_pages/about.md", 20, "_pages/about.md"),
        ("_pages/sections/about.md", 18, "_pages/s…/about.md"),
        ("_pages/about.md", 9, "about.md"),
        ("_pages/about.md", 6, "about…"),
        ("about.md", 6, "about…"),
    ],
)
def test_of_a_long_path_the_file_stays(path: str, width: int, shown: str) -> None:
    assert elided_path(path, width) == shown


@pytest.mark.parametrize(
    ("typed", "at", "later"),
    [
        ("2024.09 - now", 13, "2024.10 - now"),
        ("2020.09 - 2024.06", 17, "2020.09 - 2024.07"),
        ("2020.09 - 2024.06", 3, "2020.10 - 2024.06"),
        ("2020 – 2024", 11, "2020 – 2025"),
        ("Sep 2024 to Dec 2025", 20, "Sep 2024 to Jan 2026"),
        ("", 0, "2026-12"),
        ("some day", 8, "some day"),
    ],
)
def test_of_a_range_the_date_at_the_cursor_steps(typed: str, at: int, later: str) -> None:
    assert period_later(typed, at, lambda part: month_later(part, 1, TODAY)) == later
