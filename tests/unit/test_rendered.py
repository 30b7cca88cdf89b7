"""What a reader sees, in lines of a width."""

from __future__ import annotations

from profile_tui.app.widgets.rendered import rendered
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source


def test_a_word_of_several_styles_is_not_torn() -> None:
    page = Page(Source(b"# Contact\n\nSee the talk [**ICE**](https://example.org) now.\n\nAt (*home*).\n"))
    lines = rendered(page, page.sections[-1].span, 14)
    assert [line.text.rstrip() for line in lines] == ["See the talk", "ICE now.", "", "At (home)."]
    lines = rendered(page, page.sections[-1].span, 9)
    assert [line.text.rstrip() for line in lines][-2:] == ["At", "(home)."]


def test_what_has_no_blanks_goes_on_in_the_next_line() -> None:
    text = "# Contact\n\n山谷里的**次声监测**，已有七年了。\n\nhttps://example.org/a-very-long-address\n"
    page = Page(Source(text.encode()))
    lines = rendered(page, page.sections[-1].span, 12)
    assert [line.text for line in lines] == [
        "山谷里的次声",
        "监测，已有七",
        "年了。",
        "",
        "https://exam",
        "ple.org/a-ve",
        "ry-long-addr",
        "ess",
    ]
    assert "".join(text for text, style in lines[0].pieces if style == "strong") == "次声"
