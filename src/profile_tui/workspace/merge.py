"""Two changes of one file put together, where they are far enough apart that nothing has to be decided."""

from __future__ import annotations

from profile_tui.workspace.history import Step


def merged(base: bytes, mine: bytes, theirs: bytes) -> bytes | None:
    r"""`theirs` with what leads from `base` to `mine`; None where the two touch the same lines.

    Args:
        base: What both began from.
        mine: One result.
        theirs: The other.
    """
    own, other = Step.between(base, mine, ""), Step.between(base, theirs, "")
    own_end, other_end = own.at + len(own.old), other.at + len(other.old)
    if own_end <= other.at:
        between = base[own_end : other.at]
        shift = 0
    elif other_end <= own.at:
        between = base[other_end : own.at]
        shift = len(other.new) - len(other.old)
    else:
        return None
    if b"\n" not in between:
        return None
    return own._replace(at=own.at + shift).done(theirs)
