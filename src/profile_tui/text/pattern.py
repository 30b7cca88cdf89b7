"""Patterns that are compiled when they are first used: a command uses few of them, and starts the sooner."""

from __future__ import annotations

import re
from typing import cast

from profile_tui.text.compiled import pattern

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split")


def lazily(source: str, flags: re.RegexFlag | int = 0) -> re.Pattern[str]:
    """A regular expression, to be used by its methods only.

    Args:
        source: The expression, which is not looked at before it is used.
        flags: As for `re.compile`.
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))


class _Pattern:
    """What stands for a pattern until it is used, and has its methods from then on."""

    def __init__(self, source: str, flags: re.RegexFlag | int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Compiles the pattern; its methods are this object's own afterwards, and cost nothing more."""
        compiled = pattern(self._source, int(self._flags))
        for method in _METHODS:
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)
