"""What a change is to write into a map of keys."""

from __future__ import annotations

from typing import Any

from profile_tui.text.dataclass import dataclass, field


@dataclass
class Plan:
    """What to write into a map: keys with their new values, and keys to take away."""

    set: dict[str, Any] = field(default_factory=dict)
    drop: list[str] = field(default_factory=list)
