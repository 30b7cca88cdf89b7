"""`show`: what the editor reads of a page."""

from __future__ import annotations

from profile_tui.cli.arguments import read_target
from profile_tui.cli.command import Namespace
from profile_tui.cli.output import say_json
from profile_tui.content.entries.entry import Value, authors_of, links_of
from profile_tui.content.page.page import Page
from profile_tui.workspace.open_files import OpenFiles
from profile_tui.workspace.refs import Row, SectionRef, StoreRef


def run(given: Namespace) -> int:
    """Print a page's sections and entries; return 0."""
    with read_target(given.path) as target:
        workspace = OpenFiles(target)
        if given.json:
            say_json(as_data(workspace))
        else:
            from profile_tui.cli.plain import print_page

            print_page(workspace)
    return 0


def as_data(workspace: OpenFiles) -> dict[str, object]:
    """A page as `show --json` gives it."""
    from profile_tui.site.page_problems import problems

    page, target = workspace.page.page, workspace.target
    seen: dict[str, int] = {}
    return {
        "path": target.name,
        "template": target.template,
        "encoding": page.source.encoding,
        "newline": page.source.newline,
        "front_matter": front_matter(page),
        "sections": [_section(ref, seen) for ref in workspace.all_sections],
        "problems": [problem.as_data() for problem in [*problems(page, target), *workspace.store_problems]],
    }


def front_matter(page: Page) -> object:
    """The front matter as data; None where there is none, or its YAML cannot be read."""
    if page.front_matter is None:
        from profile_tui.site.repository.other_generator import toml

        return toml(page.text)
    from profile_tui.markup.yaml.document import YamlDocument, YamlError

    try:
        return YamlDocument.read(page.text, page.front_matter.yaml, first_line=2).data
    except YamlError:
        return None  # the problems say why


def _section(ref: SectionRef | StoreRef, seen: dict[str, int]) -> dict[str, object]:
    """A section with its entries; `seen` counts those of each kind so far, through all files."""
    first, last = ref.lines or (None, None)
    rows = ref.rows
    before = seen.get(ref.kind, 0)
    seen[ref.kind] = before + len(rows)
    shown_by = {"shown_by": ref.shown_by} if isinstance(ref, StoreRef) else {}
    return {
        "kind": ref.kind,
        "heading": ref.label or None,
        "store": ref.store,
        "path": ref.name,
        "first_line": first,
        "last_line": last,
        "entries": [entry_data(row, number) for number, row in enumerate(rows, before + 1)],
        "unread": [list(lines) for lines in ref.unread],
        **shown_by,
    }


def entry_data(row: Row, number: int) -> dict[str, object]:
    """Return an entry as `show --json` gives it: its number, file, lines and fields."""
    entry, name, (first, last) = row
    fields = {field: plain_value(value) for field, value in entry.values.items()}
    if entry.kind == "publications":
        fields["unsure"] = sorted(entry.unsure)
    return {"number": number, "path": name, "first_line": first, "last_line": last, **fields}


def plain_value(value: Value) -> object:
    """A field's value as JSON data."""
    if not isinstance(value, tuple):
        return value
    people = [{"name": each.name, "self": each.is_self, "marks": list(each.marks)} for each in authors_of(value)]
    return people or [{"label": link.label, "url": link.url} for link in links_of(value)]
