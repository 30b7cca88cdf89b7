"""The one command tree: every command with its arguments, its help and its examples.

Parsing, `--help`, suggestions, shell completion and the manual page are made of it. A kind of entries is a group of
commands; so a new kind has them all, with an option for each of its fields, and nothing here changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from profile_tui.cli.command import Argument, Command, Group
from profile_tui.cli.common_arguments import (
    DRY_RUN,
    IN,
    JSON,
    NO_INPUT,
    NUMBER,
    PATH,
    PLAIN,
    READ,
    WRITING,
    entry_number,
    step_number,
)
from profile_tui.cli.examples import MAIN_FIELD, kind_examples
from profile_tui.content.entries.entry import Field
from profile_tui.content.entries.kind import Kind
from profile_tui.content.kinds import kinds
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import replace

KIND_ACTIONS = ("add", "edit", "remove", "move")
SHELLS = ("bash", "zsh", "fish")


def _show() -> Command:
    return Command(
        ("show",),
        _("Print what the editor reads from a page. Writes nothing."),
        "show",
        (READ, JSON),
        ("show", "show _pages/about.md --json"),
    )


def _check() -> Command:
    return Command(
        ("check",),
        _("List the problems of a page or a site. Exits with 1 if one is an error."),
        "check",
        (
            READ,
            Argument("--fix", _("fix what can be fixed safely, or the codes you name"), value="CODE", is_list=True),
            replace(DRY_RUN, help=_("with --fix: print the unified diff, write nothing")),
            JSON,
            Argument("--format", _("how to print the problems"), value="FORMAT", choices=("text", "json", "github")),
        ),
        ("check", "check --fix --dry-run", "check --fix mojibake bar-table", "check --format github"),
    )


def _new() -> Command:
    return Command(
        ("new",),
        _("Create a page, a post or another file, modelled on its neighbours."),
        "new",
        (
            Argument("WHAT", _("page, post, talk, teaching, or a collection's name"), required=True),
            Argument("--title", _("its title; also used for the file name"), value="TITLE", required=True),
            Argument("--date", _("its date; today if left out"), value="DATE"),
            replace(IN, help=_("a repository; the current folder if left out")),
            DRY_RUN,
            JSON,
        ),
        ('new talk --title "The Ice of Small Lakes" --date 2026-11',),
    )


def _demo() -> Command:
    return Command(
        ("demo",),
        _("Open the editor on a temporary copy of a sample, to look around."),
        "demo",
        (Argument("NAME", _("the sample: acad-homepage if left out; a wrong name lists them all")),),
        ("demo", "demo al-folio"),
    )


def _completion() -> Command:
    return Command(
        ("completion",),
        _("Print the script by which a shell completes commands, options and files."),
        "completion",
        (Argument("SHELL", _("bash, zsh or fish"), required=True, choices=SHELLS),),
        (
            "completion bash > ~/.local/share/bash-completion/completions/profile-tui",
            "completion zsh > ~/.zfunc/_profile-tui",
            "completion fish > ~/.config/fish/completions/profile-tui.fish",
        ),
    )


def _adopt() -> Command:
    return Command(
        ("adopt",),
        _("Turn a plain text into a page: add front matter, headings and entries."),
        "adopt",
        (
            replace(PATH, help=_("the file with the text; the home page of the current folder if left out")),
            DRY_RUN,
            JSON,
        ),
        ("adopt --dry-run cv.md", "adopt index.md"),
        details=_(
            "Your own words stay as they are: only marks and spaces before lines and blank lines between them "
            "are added."
        ),
    )


def _publish() -> Command:
    return Command(
        ("publish",),
        _("Commit what profile-tui saved in this repository, and nothing else."),
        "publish",
        (
            replace(PATH, help=_("a file or folder of the repository; the current folder if left out")),
            Argument("--message", _("the commit's message; made from the changes if left out"), value="MESSAGE"),
            Argument("--push", _("push the branch too")),
            replace(DRY_RUN, help=_("print message and diff, commit nothing")),
            JSON,
        ),
        ("publish --dry-run", "publish --push", 'publish --message "News of November"'),
        details=_(
            "Hooks and filters of the repository run, as for git commit. Other changes, staged or "
            "not, stay as they are."
        ),
    )


def _undo() -> Command:
    return Command(
        ("undo",),
        _("Undo what profile-tui last saved here, or an older step."),
        "undo",
        (
            replace(
                NUMBER,
                help=_("the step's number, as `history` prints it; the last one if left out"),
                required=False,
                convert=step_number,
            ),
            *WRITING,
        ),
        ("undo --dry-run", "undo 3"),
        details=_("Other changes stay as they are. Where they are in the same lines, nothing is undone."),
    )


def _history() -> Command:
    return Command(
        ("history",),
        _("List what profile-tui saved here, newest first. Writes nothing."),
        "history",
        (PATH, Argument("--diff", _("print what each step changed")), JSON),
        ("history", "history --diff"),
    )


_STATIC: dict[str, Callable[[], Command]] = {
    "show": _show,
    "check": _check,
    "new": _new,
    "demo": _demo,
    "completion": _completion,
    "adopt": _adopt,
    "publish": _publish,
    "undo": _undo,
    "history": _history,
}
"""The commands that aren't a group, by their word."""
_PROFILE = {
    "show": _("Print the fields of your profile and their values. Writes nothing."),
    "set": _("Give a profile field a value. Adds its line where the file has none."),
    "clear": _("Empty a profile field. Its key stays, which most templates do not show."),
    "remove": _("Remove a profile field's line."),
}
_PROFILE_EXAMPLES = {
    "show": ("profile show --json",),
    "set": ("profile set github ada-example", "profile set bio - < bio.txt"),
    "clear": ("profile clear twitter",),
    "remove": ("profile remove twitter --dry-run",),
}
_FIELD = Argument("FIELD", _("a name that `profile show` prints"), required=True)
_VALUES = (
    Argument(
        "VALUE", _("its value, or all items of a list; - reads standard input"), dest="values", many=True, required=True
    ),
    Argument("--as-is", _("write the value even if it does not look like what the field takes")),
)


def _profile(action: str) -> Command:
    """Return a command of the profile."""
    words, summary, examples = ("profile", action), _PROFILE[action], _PROFILE_EXAMPLES[action]
    if action == "show":
        return Command(words, summary, "profile", (PATH, JSON), examples)
    values = _VALUES if action == "set" else ()
    return Command(words, summary, "profile", (_FIELD, *values, *WRITING), examples)


def _kind(kind: Kind, action: str) -> Command:
    """Return a command of a kind of entries."""
    summary, arguments = _KIND_COMMANDS[action]
    words = (kind.name, action)
    return Command(
        words,
        summary.format(one=_one(kind)),
        "write",
        (*arguments(kind), *WRITING),
        tuple(kind_examples(kind, action)),
        _emptying(kind) if action == "edit" else "",
    )


def _emptying(kind: Kind) -> str:
    """Return how a field is emptied that an entry of a kind need not have."""
    optional = [field.name for field in kind.fields if not field.required and field.name != MAIN_FIELD]
    return _('An empty value, as in --{name} "", empties a field.').format(name=optional[-1]) if optional else ""


def _add_arguments(kind: Kind) -> Iterator[Argument]:
    """Yield the text, and an option for each other field."""
    for field in kind.fields:
        if field.name == MAIN_FIELD:
            yield Argument("TEXT", _("{hint}; - reads standard input").format(hint=field.hint or field.label))
        else:
            yield _field_option(field)
    if any(field.type == "authors" for field in kind.fields):
        yield _SELF
        yield Argument("--bibtex", _("a file with BibTeX entries; - reads standard input"), value="FILE", is_file=True)
        yield Argument(
            "--from",
            _("look up a DOI, an arXiv number, another identifier, its address, or a title; repeat it for each"),
            value="ID",
            dest="identifiers",
            many=True,
        )
        yield Argument(
            "--everywhere",
            _("add it to every list of publications of the site; without this, to one, and a note names the others"),
        )
        yield Argument("--news", _("also add a news item, worded like your earlier ones"))
    yield Argument(
        "--jsonl",
        _("a file with one entry per line, in the JSON of show --json; adds all or none; - reads standard input"),
        value="FILE",
        is_file=True,
    )
    yield _SET
    yield Argument("--section", _("add it under this heading, where a page has several lists"), value="HEADING")
    yield from (PLAIN, NO_INPUT)


def _edit_arguments(kind: Kind) -> Iterator[Argument]:
    """Yield N, and an option for each field."""
    yield NUMBER
    for field in kind.fields:
        yield _CHANGED_LINK if field.type == "links" else _field_option(field)
        if field.type == "authors":
            yield Argument(f"--{field.name}", _("all authors, separated by commas"), value='"A, B, C"')
            yield _SELF
    yield _SET
    if kind.name == "publications":
        yield Argument("--everywhere", _("change it in the other lists of the site, too, where they say the same"))
    yield from (PLAIN, NO_INPUT)


def _remove_arguments(kind: Kind) -> Iterator[Argument]:
    """Yield N."""
    yield NUMBER
    if kind.name == "publications":
        yield Argument("--everywhere", _("remove it from the other lists of the site, too"))


def _move_arguments(kind: Kind) -> Iterator[Argument]:
    """Yield N and TO."""
    yield NUMBER
    yield Argument("TO", _("its new number in the list"), required=True, convert=entry_number)


_SELF = Argument(
    "--self", _("the name you publish under, if the page cannot tell; kept in your settings"), value="NAME"
)
_CHANGED_LINK = Argument(
    "--link",
    _("the link of that label, new or changed; the others stay; LABEL= takes it away, an empty value all; repeat it"),
    "LABEL=URL",
    many=True,
)
_SET = Argument(
    "--set",
    _("another key that entries of its store have, such as abbr or category; repeat it for each; KEY= takes it away"),
    "KEY=VALUE",
    "keys",
    many=True,
)
_KIND_COMMANDS: dict[str, tuple[str, Callable[[Kind], Iterator[Argument]]]] = {
    "add": (_("Add {one} where it belongs, written like its neighbours."), _add_arguments),
    "edit": (_("Change {one}: only the fields you name."), _edit_arguments),
    "remove": (_("Remove {one}."), _remove_arguments),
    "move": (_("Move {one} to another place in its list."), _move_arguments),
}


def _field_option(field: Field) -> Argument:
    """Return the option of one field."""
    if field.type == "authors":
        return Argument("--author", _("an author; repeat it for each, add * after a name for a mark"), "A", many=True)
    if field.type == "links":
        return Argument("--link", _("a link; repeat it for each"), "LABEL=URL", many=True)
    return Argument(f"--{field.name}", field.hint or field.label, value=field.name.upper())


def _one(kind: Kind) -> str:
    """Return one of a kind, with its article."""
    return (_("an {one}") if kind.one[0] in "aeiou" else _("a {one}")).format(one=kind.one)


def _more(kind: str) -> dict[str, Callable[[], Command]]:
    """Return the commands that a kind of entries has beside those of all."""
    if kind != "publications":
        return {}
    from profile_tui.cli.publications import COMMANDS

    return COMMANDS


def names() -> list[str]:
    """Return the first words of all commands."""
    return [*kinds(), "profile", *_STATIC]


def group(name: str) -> Group | None:
    """Return the group of commands that begin with a word; None where there is none."""
    if name == "profile":
        return Group(name, _("Show and change what the site says about you."), tuple(_PROFILE))
    if kind := kinds().get(name):
        return Group(name, _("Add, edit, remove or move {one}.").format(one=_one(kind)), (*KIND_ACTIONS, *_more(name)))
    return None


def single(name: str) -> Command | None:
    """Return the command that is called by one word; None where there is none."""
    make = _STATIC.get(name)
    return make() if make else None


def member(group: Group, action: str) -> Command:
    """Return a command of a group."""
    if group.name == "profile":
        return _profile(action)
    more = _more(group.name).get(action)
    return more() if more else _kind(kinds()[group.name], action)


def commands() -> Iterator[Command]:
    """Yield all commands."""
    for name in names():
        if command := single(name):
            yield command
        elif several := group(name):
            yield from (member(several, action) for action in several.actions)
