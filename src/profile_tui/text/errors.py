"""The errors a user meets, each one clear line."""

from __future__ import annotations


class AppError(Exception):
    """Something the user must know, said in one line.

    Attributes:
        message: What is wrong and what to do.
        path: The file, as the user would name it; empty where there is none.
        line: 1-based line of the file, or None.
    """

    exit_code = 3
    """What the command line exits with."""

    def __init__(self, message: str, *, path: str = "", line: int | None = None) -> None:
        """Keeps the parts apart, so that a caller that knows the path can add it."""
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line

    def __str__(self) -> str:
        """`PATH:LINE: message`, with what is known of it."""
        where = "".join(f"{part}:" for part in (self.path, self.line) if part)
        return f"{where} {self.message}" if where else self.message


class UsageError(AppError):
    """The words of the call are off."""

    exit_code = 2


class Unreadable(AppError):
    """The file cannot be read, or is not something this can edit."""

    exit_code = 3


class Refused(AppError):
    """The change could not be made without touching something else; nothing was written."""

    exit_code = 4
