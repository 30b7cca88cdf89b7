"""What was likely meant by a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable

from profile_tui.text.catalogue import _

_NEAR = 0.7
"""How much of two words must be the same: of `nwes` and `news`, three letters of four."""
_LEAST = 3
"""How long a word is at least that counts as part of another."""


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return `did you mean …?` for a word that is not among the known ones; empty where none is near."""
    from difflib import get_close_matches

    names = {name.casefold(): name for name in known}
    wanted = word.casefold()
    near = get_close_matches(wanted, names, n=1, cutoff=_NEAR) or [
        name for name in names if min(len(wanted), len(name)) >= _LEAST and (wanted in name or name in wanted)
    ]
    return _("did you mean {names}?").format(names=_(" or ").join(names[name] for name in near[:3])) if near else ""
