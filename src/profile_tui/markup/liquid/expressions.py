"""Reads what tags and outputs say: values, filters, loops, conditions and the parameters of includes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from profile_tui.text.dataclass import dataclass
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

_KEPT = 512
"""How many readings are kept: templates say the same again and again."""
_QUOTED = r"\"[^\"]*\"|'[^']*'"
# As Liquid's own `QuotedFragment`.
_FRAGMENT = rf"(?:{_QUOTED}|[^\s,|'\"])+"
_STAGE = lazily(rf"(?:{_QUOTED}|[^|\"']|[\"'])+")
_ARGUMENT = lazily(rf"(?:([\w-]+)\s*:\s*)?({_FRAGMENT})")
_LOOP = lazily(rf"([\w.-]+)\s+in\s+({_FRAGMENT})(.*)", 16)
_RANGE = lazily(r"\(\s*(-?[\w.\[\]-]*?[\w\]])\s*\.\.\s*([\w.\[\]-]+)\s*\)")
_LIMITS = lazily(rf"\b(limit|offset)\s*:\s*({_FRAGMENT})")
_ASSIGN = lazily(r"([\w.()\[\]-]+)\s*=\s*(.*)", 16)
_INCLUDE = lazily(r"((?:\{\{.*?\}\}|[^\s{}])+)(.*)", 16)
_PARAMETER = lazily(r"([\w-]+)\s*=\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[\w.\[\]-]+)")
_STEP = lazily(rf"\.?([\w-]+\??)|\[\s*({_QUOTED}|-?\w[\w.-]*(?:\[[^\]]*\])?)\s*\]")
_NUMBER = lazily(r"-?\d{1,18}(?:\.\d{1,18})?")
_CONDITION = lazily(rf"({_FRAGMENT})(?:\s*(==|!=|<>|<=|>=|<|>|\bcontains\b)\s*({_FRAGMENT}))?")
Literal = str | int | float | bool | None
_WORDS: dict[str, Literal] = {"true": True, "false": False, "nil": None, "null": None, "blank": "", "empty": ""}


@dataclass(frozen=True, slots=True)
class Path:
    """A variable and the keys below it, as `site.data.papers[0]`.

    Attributes:
        steps: The names; an index that is a variable itself is a path.
    """

    steps: tuple[str | int | Path, ...]

    @property
    def name(self) -> str:
        """The variable."""
        first = self.steps[0] if self.steps else ""
        return first if isinstance(first, str) else ""

    @property
    def dotted(self) -> str:
        """The names with dots between; empty where one of them is not known."""
        return ".".join(map(str, self.steps)) if all(isinstance(step, (str, int)) for step in self.steps) else ""


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that is written down."""

    value: Literal


@dataclass(frozen=True, slots=True)
class Range:
    """Whole numbers from one to another, as `(2013..2017)`."""

    first: Path | Constant
    last: Path | Constant


Value = Path | Constant


class Filter(NamedTuple):
    """A filter with its arguments; those with a name come under it."""

    name: str
    arguments: tuple[Value, ...] = ()
    named: tuple[tuple[str, Value], ...] = ()


class Expression(NamedTuple):
    """A value and the filters that it goes through."""

    value: Value
    filters: tuple[Filter, ...] = ()


class Loop(NamedTuple):
    """What a `for` tag says. Filters do not work in it, so there are none."""

    variable: str
    source: Value | Range
    is_reversed: bool
    limit: Value | None
    offset: Value | None


class Assignment(NamedTuple):
    """What an `assign` tag says."""

    variable: str
    expression: Expression


class Inclusion(NamedTuple):
    """What an `include` tag says.

    Attributes:
        file: The name of the file; with its output where a variable is in it.
        parameters: What it is given, by name.
    """

    file: str
    parameters: Mapping[str, Value]


class Comparison(NamedTuple):
    """A part of a condition; without an operator it asks whether there is a value.

    Attributes:
        joint: `and` or `or`, which ties it to the part before; empty for the first.
    """

    left: Value
    operator: str = ""
    right: Value | None = None
    joint: str = ""


@lru_cache(maxsize=_KEPT)
def value(source: str) -> Value:
    """Read a value: a text in quotes, a number, a word of Liquid's own or a variable."""
    source = source.strip()
    if len(source) > 1 and source[0] == source[-1] and source[0] in "\"'":
        return Constant(source[1:-1])
    if _NUMBER.fullmatch(source):
        return Constant(float(source) if "." in source else int(source))
    if source in _WORDS:
        return Constant(_WORDS[source])
    return Path(tuple(_steps(source)))


def _steps(source: str) -> list[str | int | Path]:
    """The names of a path."""
    steps: list[str | int | Path] = []
    for match in _STEP.finditer(source):
        if match[2] is None:
            steps.append(match[1])
        elif isinstance(inner := value(match[2]), Path):
            steps.append(inner)
        else:
            steps.append(inner.value if isinstance(inner.value, int) else str(inner.value))
    return steps


@lru_cache(maxsize=_KEPT)
def expression(source: str) -> Expression:
    """Read a value with its filters."""
    stages = [stage.strip() for stage in _STAGE.findall(source)]
    first = _ARGUMENT.match(stages[0]) if stages else None
    return Expression(value(first[0] if first else ""), tuple(_filter(stage) for stage in stages[1:] if stage))


def _filter(source: str) -> Filter:
    """One filter."""
    name, _, rest = source.partition(":")
    plain: list[Value] = []
    named: list[tuple[str, Value]] = []
    for argument in _ARGUMENT.finditer(rest):
        if argument[1]:
            named.append((argument[1], value(argument[2])))
        else:
            plain.append(value(argument[2]))
    return Filter(name.strip(), tuple(plain), tuple(named))


@lru_cache(maxsize=_KEPT)
def loop(source: str) -> Loop | None:
    """Read what a `for` tag says; None where it says nothing that Liquid understands."""
    match = _LOOP.match(source)
    if match is None:
        return None
    limits = {limit[1]: value(limit[2]) for limit in _LIMITS.finditer(match[3])}
    turned = "reversed" in match[3].split()
    numbers = _RANGE.match(match[2].strip())
    through = Range(value(numbers[1]), value(numbers[2])) if numbers else value(match[2])
    return Loop(match[1], through, turned, limits.get("limit"), limits.get("offset"))


@lru_cache(maxsize=_KEPT)
def assignment(source: str) -> Assignment | None:
    """Read what an `assign` tag says; None where it says nothing."""
    match = _ASSIGN.match(source)
    return Assignment(match[1], expression(match[2])) if match else None


@lru_cache(maxsize=_KEPT)
def inclusion(source: str) -> Inclusion | None:
    """Read what an `include`, `include_relative` or `include_cached` tag says; None where it names nothing."""
    match = _INCLUDE.match(source)
    if match is None:
        return None
    return Inclusion(
        match[1].strip("\"'"), {parameter[1]: value(parameter[2]) for parameter in _PARAMETER.finditer(match[2])}
    )


@lru_cache(maxsize=_KEPT)
def condition(source: str) -> tuple[Comparison, ...]:
    """Read a condition as its parts, in their order; Liquid ties them from the right."""
    comparisons: list[Comparison] = []
    joint = ""
    at = 0
    while (match := _CONDITION.search(source, at)) is not None:
        if match[0] in ("and", "or"):
            joint, at = match[0], match.end()
            continue
        right = value(match[3]) if match[3] else None
        comparisons.append(Comparison(value(match[1]), match[2] or "", right, joint if comparisons else ""))
        at = match.end()
    return tuple(comparisons)
