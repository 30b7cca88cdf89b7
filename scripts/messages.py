"""Brings the catalogues of translations up to date with the code, and compiles them.

python scripts/messages.py            takes up new texts, drops those that are gone, compiles
python scripts/messages.py --check    exits with 1 where that would change something

A new text has no translation at first; `tests/unit/test_catalogue.py` names those that lack one.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from profile_tui.app.keys import registry
from profile_tui.site.template import tables
from profile_tui.text import catalogue

SOURCE = Path(__file__).parents[1] / "src" / "profile_tui"
LOCALES = SOURCE / "locales"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "noted": None, "counting": (1, 2)}
DOMAIN = "profile_tui"
_UNUSED = tuple(f'"{name}' for name in ("Report-", "POT-", "PO-", "Last-", "Language-Team", "Generated-"))
"""Lines of the header that say nothing."""
_TABLE = re.compile(r'table\("""(.*?)"""\)', re.DOTALL)


def main(arguments: list[str]) -> int:
    """Write the catalogues, or compare them; return the exit code."""
    outdated = False
    for path in sorted(LOCALES.glob(f"*/{DOMAIN}.po")):
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.parent.name, domain=DOMAIN)
        text = as_po(updated(catalog))
        for target, data in ((path, text), (path.with_name(catalogue.FILE), as_lines(text))):
            if target.is_file() and target.read_bytes() == data:
                continue
            outdated = True
            if "--check" in arguments:
                print(f"{target.relative_to(SOURCE)} is not as the code is; run: make messages", file=sys.stderr)
            else:
                target.write_bytes(data)
    return int(outdated and "--check" in arguments)


def updated(catalog: Catalog) -> Catalog:
    """Bring a catalogue up to date: it has the texts of the code, and no guesses."""
    catalog.update(template(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def template() -> Catalog:
    """Return all texts of the code, without translations."""
    found = Catalog(domain=DOMAIN)
    for name, _line, message, _comments, _context in extract_from_dir(str(SOURCE), keywords=KEYWORDS):
        found.add(message, locations=[(name, 0)])
    for command in registry.all_commands():
        found.add(command.english, locations=[("app/commands", 0)])
    for text in sorted(set(texts_of_tables())):
        found.add(text, locations=[("site/template/tables", 0)])
    return found


def texts_of_tables() -> Iterator[str]:
    """Yield what the tables of the owner's fields say in words; the rest of them are names, addresses and keys."""
    for file in sorted(Path(tables.__path__[0]).glob("*.py")):
        for source in _TABLE.findall(file.read_text("utf-8")):
            for line in source.strip().splitlines():
                parts = [part.strip() for part in line.split("|")]
                if len(parts) == 1 and parts[0]:
                    yield parts[0]
                elif len(parts) == 3 and " " in parts[2]:
                    yield parts[2]


def as_po(catalog: Catalog) -> bytes:
    """Return a catalogue for people to edit."""
    out = io.BytesIO()
    write_po(out, catalog, width=118, sort_by_file=True, include_lineno=False)
    lines = out.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_UNUSED)).encode()


def as_lines(text: bytes) -> bytes:
    """Return a catalogue for the program to read: the digits of each text, then its translation, in the order of these.

    Raises:
        ValueError: Two texts have the same digits, or a translation cannot stand in a line or has more than two forms.
    """
    lines: dict[str, str] = {}
    for message in read_po(io.BytesIO(text), domain=DOMAIN):
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if not message.id or not all(forms):
            continue
        english = message.id if isinstance(message.id, str) else message.id[0]
        key = catalogue.key(english)
        written = catalogue.FORMS.join(map(str, forms))
        translation = written.replace("\n", "\\n")
        if key in lines or len(forms) > 2 or "\\n" in written or len(translation.splitlines()) != 1:
            raise ValueError(f"{english!r} cannot be in a catalogue: see text/catalogue.py")
        lines[key] = translation
    keys = sorted(lines, key=lambda key: (lines[key], key))
    return ("\n".join(keys) + catalogue.APART + "".join(f"{lines[key]}\n" for key in keys)).encode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
