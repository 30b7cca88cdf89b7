"""`publications export`: the publications for other programs."""

from __future__ import annotations

from pathlib import Path

from profile_tui.cli.command import Namespace
from profile_tui.cli.output import complain, say, say_json
from profile_tui.site.repository.locate import locate
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, Refused, UsageError
from profile_tui.workspace.export import as_bibtex, as_csl, publications
from profile_tui.workspace.performed import where
from profile_tui.workspace.workspace import Workspace


def run(given: Namespace) -> int:
    """Print the publications; return 4 if one cannot be written in that form, else 0."""
    forms = [name for name in ("bibtex", "csl_json", "json") if getattr(given, name)]
    if len(forms) > 1:
        raise UsageError(_("choose one of --bibtex, --csl-json and --json"))
    refs = publications(Workspace(locate(Path(given.path))))
    if forms == ["json"]:
        from profile_tui.cli.show import entry_data

        say_json({"entries": [entry_data((ref.entry, *where(ref)), ref.number) for ref in refs]})
        return 0
    if forms == ["csl_json"]:
        say_json(list(as_csl(refs)))
        return 0
    refused = False
    for entry in as_bibtex(refs):
        if isinstance(entry, AppError):
            complain(str(entry))
            refused = True
        else:
            say(f"{entry[1]}\n")
    return Refused.exit_code if refused else 0
