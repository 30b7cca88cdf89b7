"""Why a service gave nothing; each is one clear line, and nothing was written."""

from __future__ import annotations

from profile_tui.text.errors import Refused


class NoAnswer(Refused):
    """A service gave nothing that can be used."""


class Unreached(NoAnswer):
    """A service could not be connected to."""


class NotFound(NoAnswer):
    """A service does not know what it was asked for."""


class OutOfTime(NoAnswer):
    """There is no time left to ask."""
