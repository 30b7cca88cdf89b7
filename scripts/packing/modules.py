"""Packs one module: every step in its order, and which folders of the package plug-ins never call."""

from __future__ import annotations

import ast

from scripts.packing.annotations import without_types
from scripts.packing.blanks import tight
from scripts.packing.imports import with_short_imports
from scripts.packing.lines import joined
from scripts.packing.names import names_in
from scripts.packing.short_names import with_short_names
from scripts.packing.short_variables import with_short_variables
from scripts.packing.texts import without_comments, without_texts

_INNER = tuple(
    f"profile_tui/{floor}/{room}"
    for floor, rooms in {
        "app": "commands/ editor/ forms/ screens/ views/ widgets/",
        "cli": "",
        "workspace": "disk/ documents/ drafts/ git/ preview/ publishing/ services/",
        "site": "repository/ bindings/ checks/ creation/ fixes/ owner/stores/ stores/ templates/",
        "content": "change/ kinds/ publications/",
        "markup": "blocks/",
    }.items()
    for room in rooms.split() or [""]
)
"""Where all is that no plug-in calls: it takes its place beside the modules there, and calls what `__init__.py` has."""


def bare(source: bytes, name: str, *, with_classes: bool = False) -> bytes:
    """Return a module that does the same in fewer bytes; every statement keeps the number of its line.

    Docstrings, also those of attributes, and comments go, as do types that nobody asks for from outside: those of
    private functions, of what stands within functions, of private names, and all of what plug-ins never call; then the
    names that are imported for these alone. Private functions and values get short names, as do variables. A statement
    is one line, and empty ones take the place of the others it had. Each level is indented by one blank, and none is
    beside an operator.

    Args:
        source: The module.
        name: The path of its file from the folder of the package on, with slashes.
        with_classes: Whether the docstrings of classes stay.
    """
    left = without_texts(without_comments(source), with_classes=with_classes)
    is_door = name.endswith("/__init__.py")
    left = without_types(left, with_public=is_door or not name.startswith(_INNER))
    used = names_in(ast.parse(source)) if not is_door else set()
    left = with_short_names(with_short_imports(left, name.split("/")[:-1], used))
    return tight(joined(with_short_variables(left)))
