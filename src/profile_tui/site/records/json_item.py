"""New items of lists in JSON files, written as JSON and laid out as their neighbours are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from profile_tui.markup.yaml.document import YamlDocument
from profile_tui.site.records.list_refs import Where
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Splice


def is_json(text: str) -> bool:
    """Return whether a text is JSON."""
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def inserted(document: YamlDocument, where: Where, index: int, item: Mapping[str, Any]) -> list[Splice]:
    """Return the splices that put an item before the one at `index`, or at the end.

    Raises:
        Refused: There is no item that tells how the list is laid out.
    """
    text = document.text
    spans = document.item_lines(where)
    if not spans:
        raise Refused(_("this list is empty; add its first item in the file's source"))
    beside = spans[min(index, len(spans) - 1)]
    start = text.rfind("\n", 0, beside.start) + 1
    lead = text[start : beside.start]
    own_line = not lead.strip()
    is_long = "\n" in beside.of(text)
    written = json.dumps(dict(item), ensure_ascii=False, indent=2 if is_long and own_line else None)
    written = written.replace("\n", f"\n{lead}")
    gap = f",\n{lead}" if own_line else ", "
    if index < len(spans):
        return [Splice.insert(beside.start, written + gap)]
    return [Splice.insert(beside.end, gap + written)]
