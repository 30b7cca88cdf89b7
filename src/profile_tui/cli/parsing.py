"""Read the words of a call: which are options, which go by their place, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from profile_tui.cli.command import Argument, Command, Namespace
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError

HELP = ("-h", "--help")


def parse(command: Command, words: Sequence[str]) -> Namespace | None:
    """Read the words after a command's name.

    Returns:
        Its arguments; None where the words ask for help.

    Raises:
        UsageError: They are not what the command takes.
    """
    reading = _Reading(command)
    reading.read(words)
    if reading.asks_for_help:
        return None
    reading.finish()
    return reading.given


class _Reading:
    """The words of one call as they are read, from left to right.

    Attributes:
        given: The arguments so far.
        asks_for_help: Whether help was asked for.
    """

    def __init__(self, command: Command) -> None:
        """Begin with what a call has that names nothing."""
        self.given = Namespace()
        self.asks_for_help = False
        self._command = command
        self._options = {argument.name: argument for argument in command.options}
        self._complaints: list[str] = []
        self._placed: list[str] = []
        self._named: set[str] = set()
        self._takes_path = any(argument.name == "PATH" for argument in command.positionals)
        for argument in command.arguments:
            is_flag = argument.is_option and not argument.value
            setattr(self.given, argument.key, False if is_flag else argument.default)

    def read(self, words: Sequence[str]) -> None:
        """Read all words; what is wrong is complained of at the end, since help may be asked for after it."""
        waiting = list(words)
        while waiting:
            word = waiting.pop(0)
            if word == "--":
                self._placed += waiting
                return
            if word in HELP:
                self.asks_for_help = True
            elif not word.startswith("-") or word == "-" or word[1:].isdecimal():
                self._placed.append(word)
            else:
                self._option(word, waiting)

    def _option(self, word: str, waiting: list[str]) -> None:
        """Read an option, with the words after it that are its value."""
        name, equals, value = word.partition("=")
        if name == "--in" and self._takes_path:  # a PATH may be after --in everywhere
            if equals or waiting:
                self._placed.append(value if equals else waiting.pop(0))
            else:
                self._complaints.append(_("--in needs a value: {value}").format(value="PATH"))
            return
        argument = self._options.get(name)
        if argument is None:
            self._complaints.append(_unknown(self._command, name))
            return
        self._named.add(name)
        if argument.is_list:
            values = [value] if equals else list(_until_option(waiting))
            del waiting[: 0 if equals else len(values)]
            setattr(self.given, argument.key, [self._value(argument, each) for each in values])
        elif not argument.value:
            if equals:
                self._complaints.append(_("{name} takes no value").format(name=name))
            setattr(self.given, argument.key, True)
        elif equals or waiting:
            read = self._value(argument, value if equals else waiting.pop(0))
            before = getattr(self.given, argument.key) or []
            setattr(self.given, argument.key, [*before, read] if argument.many else read)
        else:
            self._complaints.append(_("{name} needs a value: {value}").format(name=name, value=argument.value))

    def finish(self) -> None:
        """Give the words without a name to the arguments that go by their place.

        Raises:
            UsageError: Something is wrong with the call.
        """
        placed = list(self._placed)
        for argument in self._command.positionals:
            if argument.many:
                values, placed = placed, []
                if values:
                    setattr(self.given, argument.key, [self._value(argument, each) for each in values])
                    self._named.add(argument.name)
            elif placed:
                setattr(self.given, argument.key, self._value(argument, placed.pop(0)))
                self._named.add(argument.name)
        self._complaints += _missing(self._command, self._named)
        if placed:
            self._complaints.append(self._too_many(placed[0]))
        if self._complaints:
            first = self._complaints[0]
            raise UsageError(first if first.endswith(("?", "？")) else f"{first}{_see(self._command)}")

    def _value(self, argument: Argument, word: str) -> object:
        """Return an argument's value."""
        if argument.choices and word not in argument.choices:
            self._complaints.append(
                _("{name} takes {choices}, not {word!r}").format(
                    name=argument.name, choices=_(" or ").join(argument.choices), word=word
                )
            )
        elif argument.key == "path" and not word:
            self._complaints.append(_("{name} is empty; name a page or a folder").format(name=argument.name))
        try:
            return argument.convert(word)
        except ValueError as error:
            self._complaints.append(str(error))
            return word

    def _too_many(self, word: str) -> str:
        """Return what is wrong with a word that has no place."""
        if word.partition("=")[0] in self._options:
            return _("{word} comes after --, which ends the options; put it before").format(word=word)
        return _("{word!r} is one word too many; put quotes around a text of several words").format(word=word)


def _missing(command: Command, named: set[str]) -> Iterator[str]:
    """Yield what is wrong with a call that lacks what it must have."""
    missing = [argument for argument in command.arguments if argument.required and argument.name not in named]
    if len(missing) == 1:
        yield _("{name} is missing: {help}").format(name=missing[0].name, help=missing[0].help)
    elif missing:
        yield _("{names} are missing").format(names=_(" and ").join(argument.name for argument in missing))


def _until_option(words: Sequence[str]) -> Iterator[str]:
    """Yield words up to the first option."""
    for word in words:
        if word.startswith("-") and word != "-":
            return
        yield word


def _unknown(command: Command, name: str) -> str:
    """Return what is wrong with an option that a command has not."""
    from profile_tui.text.similar import suggestion

    near = suggestion(name, (argument.name for argument in command.options))
    message = _("{name} has no option {word}").format(name=command.name, word=name)
    return f"{message}; {near}" if near else message


def _see(command: Command) -> str:
    """Return where help is."""
    return _("; see profile-tui {name} --help").format(name=command.name)


def unknown_action(group: str, action: str, known: Sequence[str]) -> UsageError:
    """Return the complaint about the second word of a call."""
    if not action:
        return UsageError(_("say what to do: profile-tui {group} {known}").format(group=group, known="|".join(known)))
    from profile_tui.text.similar import suggestion

    near = suggestion(action, known)
    message = (
        _("there is no command {name!r}; {near} There are {known}")
        if near
        else _("there is no command {name!r}; there are {known}")
    )
    return UsageError(message.format(name=f"{group} {action}", near=near, known=", ".join(known)))
