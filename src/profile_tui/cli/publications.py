"""The commands that publications have beside those of all kinds of entries."""

from __future__ import annotations

from collections.abc import Callable

from profile_tui.cli.command import Argument, Command
from profile_tui.cli.common_arguments import IN, NUMBER, WRITING, entry_number
from profile_tui.text.catalogue import _


def accept() -> Command:
    """Return the command that makes a preprint its published version."""
    return Command(
        ("publications", "accept"),
        _("Turn a preprint into its published version: venue, year and link."),
        "accept",
        (
            NUMBER,
            Argument("--venue", _("where it is published; looked up if left out"), value="VENUE"),
            Argument("--year", _("the year"), value="YEAR"),
            Argument("--link", _("a link to it"), "LABEL=URL", many=True),
            Argument("--bibtex", _("a file with its BibTeX entry; - reads standard input"), value="FILE", is_file=True),
            Argument("--from", _("look this DOI or other identifier up"), value="ID", dest="identifier"),
            Argument("--everywhere", _("change it in every list of the site that has the preprint")),
            Argument("--news", _("also add a news item, worded like your earlier ones")),
            *WRITING,
        ),
        ("publications accept 3 --venue NeurIPS --year 2026 --news", "publications accept 3 --dry-run"),
        _("Without --venue, --bibtex and --from, public services are asked for it."),
    )


def export() -> Command:
    """Return the command that prints the publications for other programs."""
    return Command(
        ("publications", "export"),
        _("Print the publications for other programs: as BibTeX, unless you choose another form."),
        "export",
        (
            IN,
            Argument("--bibtex", _("as BibTeX")),
            Argument("--csl-json", _("as CSL-JSON, for citation managers")),
            Argument("--json", _("as one JSON object, with where each is")),
        ),
        ("publications export > papers.bib", "publications export --csl-json"),
        _("A paper that is on several pages is printed once."),
    )


def sync() -> Command:
    """Return the command that compares with an author's list."""
    return Command(
        ("publications", "sync"),
        _("List an author's papers that are missing here, or here as a preprint only."),
        "lookup",
        (
            Argument("--orcid", _("the author's ORCID iD"), value="ID"),
            Argument("--dblp", _("the author's number at DBLP, as in the address of the page there"), value="PID"),
            Argument(
                "--add",
                _("add these papers of the list; a preprint gets its published version"),
                value="N",
                dest="numbers",
                is_list=True,
                convert=entry_number,
            ),
            Argument("--everywhere", _("add to every list of publications of the site, not to one alone")),
            *WRITING,
        ),
        ("publications sync --orcid 0000-0002-1825-0097", "publications sync --dblp 12/3456 --add 1 3 --dry-run"),
        _("Nothing is written without --add."),
    )


COMMANDS: dict[str, Callable[[], Command]] = {"accept": accept, "export": export, "sync": sync}
"""Each by its second word."""
