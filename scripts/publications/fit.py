"""Fits the weights by which publications are read, and writes them as `weights.json` has them.

    python -m scripts.publications.fit --to FILE    writes the table
    python -m scripts.publications.fit --check      exit 1 where the shipped table is not what the examples give
    python -m scripts.publications.fit --hold-out   measures on what is kept back

The examples are invented lists (as homepages look, `looks.py`; as journals cite, `conventions.py`; as people type
them, `typed_lists.py`; in patterns, as tests make them), lists in citation styles and readings of real pages in the
folder of `--shared`, shapes of the tests, and entries with the role of each of their pieces (`typed.jsonl`: lines of
tests, samples and cases, as they are read). A conditional random field (`learning.py`) learns from them beside the
rules of reading: what these rule out, weights need not. In six passes it finds the features that tell most, then in
fourteen the weights of these, twice, each from nothing and in an order of its own, in processes of their own where
they can be forked. The mean counts: what one order makes of few examples is chance. Nothing but Python is needed, and
the same examples give the same table, byte for byte: so a change of what entries are cut into, of evidence, of a rule
or of an example gives another one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from itertools import chain
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any

from profile_tui.content.page.page import Page
from profile_tui.content.publications import reader
from profile_tui.content.publications.reading.steps import BARRED
from profile_tui.content.publications.roles.decode import ROLES, Model
from profile_tui.content.publications.roles.evidence import apart, features
from profile_tui.text.source import Source
from scripts.publications.conventions import cited
from scripts.publications.learning import Learner, Learnt, mean
from scripts.publications.looks import samples
from scripts.publications.truth import Example, invented, reading, styles, told
from scripts.publications.typed_lists import typed_list

_ROOT = Path(__file__).parents[2]
_TABLE = _ROOT / "src/profile_tui/content/publications/roles/weights.json"
_LISTS, _SEED = 1500, 12
_COPIES = 16
"""How often real readings count, so that the many invented ones do not drown them."""
_PATTERNS, _FIRST_PATTERN = 600, 20000
"""How many lists in random patterns are made, and the seed of the first: tests use others."""
_TYPED = 2500
"""How many lists as people type them are made."""
_FAMILIES = 4
"""In how many families of styles and lists a feature has to be met."""
_CHOICES = ((2, 16000), (2, 8000), (2, 3400))
"""How often all entries are gone through to find the features that tell most, and how many of these are kept then."""
_ORDERS, _AT_ONCE = 2, 2
"""In how many orders the weights of these are learnt, each from nothing, and in how many of them at one time."""
_PASSES, _NOTED = 14, 4
"""How often the entries are gone through in each, and after how many of the last the weights are noted."""
_WORST = 12
"""How many families of styles are named that are read worst."""
_NO_FIELD = str.maketrans("NL", "OO")


def gold(readings: Path, sites: Path) -> Iterator[Example]:
    """Yield the entries of pages that were read by hand."""
    for file in sorted(readings.rglob("*.json")):
        page = Page(Source((sites / str(file.relative_to(readings))[:-5]).read_bytes()))
        entries = {page.source.line_number(one.span.start): one for one in page.entries("publications")}
        for section in json.loads(file.read_text("utf-8"))["sections"]:
            for truth in section["entries"] if section["kind"] == "publications" else ():
                doubted = truth.get("doubt_about") or (["entry"] if truth.get("doubt") else [])
                entry = entries.get(truth["line"])
                sure = entry and not {"entry", "title"} & set(doubted)
                if entry and sure and (found := reading(str(file.relative_to(readings)), page.text, entry.unit, truth)):
                    yield found


def shapes() -> Iterator[Example]:
    """Yield the entries of the tests' shapes."""
    sys.path.insert(0, str(_ROOT / "tests"))
    for shape in import_module("support.shapes").PUBLICATIONS:
        page = Page(Source(shape.page()))
        sections = [section for section in page.sections if section.kind == "publications"]
        units = [unit for section in sections for unit in reader.units_of(page.text, section)]
        for unit, said in zip(units, shape.entries, strict=False):
            truth = {**said, "authors": [author.name for author in said["authors"]]}
            if len(units) == len(shape.entries) and (found := reading(f"shape {shape.name}", page.text, unit, truth)):
                yield found


def typed() -> Iterator[Example]:
    """Yield entries as people type them, each as a list of its own; their file says the role of each piece."""
    for line in Path(__file__).with_name("typed.jsonl").read_text("utf-8").splitlines():
        said = json.loads(line)
        page = Page(Source(f"# Publications\n\n{said['markdown']}\n".encode()))
        units = [unit for section in page.sections if section.kind == "publications" for unit in section.units]
        if len(units) == 1 and (found := told(f"typed {said['markdown']}", page.text, units[0], said["roles"])):
            yield found


def typed_lists() -> Iterator[Example]:
    """Yield the entries of lists as people type them, invented."""
    for number in range(_TYPED):
        made = typed_list(number)
        page = Page(Source(made.markdown.encode()))
        units = [unit for section in page.sections if section.kind == "publications" for unit in section.units]
        for unit, truth in zip(units, made.entries, strict=False):
            # what is cut into others than it was made of tells nothing
            is_whole = truth["title"] and len(units) == len(made.entries)
            if is_whole and (found := reading(f"typed list {number}", page.text, unit, truth)):
                yield found


def patterns() -> Iterator[Example]:
    """Yield the entries of lists in random patterns, as tests make them."""
    sys.path.insert(0, str(_ROOT / "tests"))
    citations = import_module("support.citations")
    for number in range(_PATTERNS):
        papers = citations.papers(_FIRST_PATTERN + number, wide=number % 2 == 1)
        page = Page(Source(citations.page_of(papers)))
        for entry, paper in zip(page.entries("publications"), papers, strict=True):
            truth = {name: getattr(paper, name) for name in ("title", "authors", "venue", "year")}
            if found := reading(f"pattern {number}", page.text, entry.unit, truth):
                yield found


def fit(examples: Sequence[Example]) -> dict[str, Any]:
    """Return the table of weights, in hundredths."""
    learner = Learner(examples, seed=_SEED)
    families: dict[str, set[str]] = {}
    for example, entry in zip(examples, learner.entries, strict=True):
        for name in entry.names():
            families.setdefault(name, set()).add(_family(example.origin))
    learner.keep(sorted(name for name, met in families.items() if len(met) >= _FAMILIES))
    for passes, kept in _CHOICES:
        for _ in range(passes):
            learner.run()
            learner.note()
        learner.keep(learner.best(kept))
    return mean(_in_all_orders(learner))


def _in_all_orders(learner: Learner) -> list[Learnt]:
    """Learn in several orders, two at a time where a process can be forked."""
    learn = partial(_learnt, learner)
    if "fork" not in get_all_start_methods():
        return list(map(learn, range(_ORDERS)))
    _forked.append(learn)
    try:
        with get_context("fork").Pool(_AT_ONCE) as pool:
            return pool.map(_learnt_by_fork, range(_ORDERS), 1)
    finally:
        _forked.clear()


_forked: list[Callable[[int], Learnt]] = []
"""What a process that is forked off takes along; it is too large to be sent."""


def _learnt_by_fork(order: int) -> Learnt:
    """Learn in a process of its own."""
    return _forked[-1](order)


def _learnt(learner: Learner, order: int) -> Learnt:
    """Learn from nothing, in an order of its own."""
    learner.begin(order)
    for at in range(_PASSES):
        learner.run()
        if at >= _PASSES - _NOTED:
            learner.note()
    return learner.learnt()


def write(table: dict[str, Any], file: Path) -> None:
    """Write the table: the names of the features, one a line, and for each role their weights in one line."""
    names = ",\n".join(json.dumps(name, ensure_ascii=False) for name in table["weights"])
    columns = zip(*table["weights"].values(), strict=True)
    weights = ",\n".join(json.dumps(column, separators=(",", ":")) for column in columns)
    head = f'{{"roles":"{table["roles"]}",\n"after":{json.dumps(table["after"])},\n'
    file.write_text(f'{head}"features":[\n{names}\n],\n"weights":[\n{weights}\n]}}\n', "utf-8", newline="\n")


def right(table: dict[str, Any], examples: Iterable[Example]) -> Counter[str]:
    """Return how many entries there are, and of how many every role and every field is right, by weights and rules."""
    model = Model(table["weights"], table["after"])
    counts = Counter(entries=0, roles=0, fields=0)
    for one in examples:
        fits = [list(row) for row in model.emissions(features(one.segments))]
        for at, against in one.barred.items():
            fits[at] = [fit - BARRED * (role in against) for fit, role in zip(fits[at], ROLES, strict=True)]
        found, roles = model.roles(fits, apart(one.segments)), "".join(one.roles)
        fields = found.translate(_NO_FIELD) == roles.translate(_NO_FIELD)
        counts.update(entries=1, roles=found == roles, fields=fields)
    return counts


def hold_out(
    made: Sequence[Example], lists: Sequence[Example], real: Sequence[Example], parts: int
) -> Iterator[tuple[str, Counter[str]]]:
    """Keep each part back in turn, and yield how it is read; print which families of styles are read worst."""
    families: dict[str, Counter[str]] = {}
    for part in range(parts):
        learnt = [one for one in chain(lists, *[real] * _COPIES) if _part(one.origin, parts) != part]
        table = fit([*made, *learnt])
        for name, examples in (("in styles", lists), ("read by hand", real)):
            kept = [one for one in examples if _part(one.origin, parts) == part]
            yield f"part {part}: {name}", right(table, kept)
            for one in kept if name == "in styles" else ():
                families.setdefault(_family(one.origin), Counter()).update(right(table, [one]))
    good = sum(count["roles"] == count["entries"] for count in families.values())
    print(f"{good} of {len(families)} families of styles without a fault; the worst:")
    for family, count in sorted(families.items(), key=lambda pair: pair[1]["roles"] / pair[1]["entries"])[:_WORST]:
        print(f"  {count['roles']} of {count['entries']} {family}")


def _family(origin: str) -> str:
    """The first and the last word of an origin's name, which styles that are much alike have in common."""
    words = origin.split("-")
    return f"{words[0]} {words[-1]}"


def _part(origin: str, parts: int) -> int:
    """Which part an origin belongs to; styles of one family are in one."""
    return int(hashlib.sha256(_family(origin).encode()).hexdigest(), 16) % parts


def _arguments() -> argparse.ArgumentParser:
    """What the script can be told."""
    parser = argparse.ArgumentParser(
        "python -m scripts.publications.fit", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder of lists and real pages")
    parser.add_argument("--to", type=Path, default=_TABLE, help="where the table is written, or is")
    parser.add_argument("--check", action="store_true", help="write nothing: exit 1 where the table is not the same")
    parser.add_argument("--hold-out", action="store_true", help="write nothing: measure on what is kept back")
    parser.add_argument("--parts", type=int, default=2, help="in how many parts, each of which is kept back in turn")
    return parser


def examples(shared: Path) -> tuple[list[Example], list[Example], list[Example]]:
    """Return the examples to learn from: invented ones, those in styles, those of real pages and of the tests."""
    made = [found for number, pieces in samples(_LISTS, _SEED) if (found := invented(number, pieces))]
    made += [found for number, pieces in cited(_LISTS, _SEED) if (found := invented(_LISTS + number, pieces))]
    made += chain(patterns(), typed_lists())
    lists = [one for one in styles(shared / "styles/dev.jsonl") if one.origin != "bibtex"]
    real = [*gold(shared / "corpus/gold", shared / "corpus/sites"), *gold(shared / "seeds/gold", shared / "seeds")]
    return made, lists, [*real, *shapes(), *typed()]


def main(words: Sequence[str] | None = None) -> int:
    """Fit, and write, compare or measure."""
    given = _arguments().parse_args(words)
    made, lists, real = examples(given.shared)
    print(f"{len(made)} invented, {len(lists)} in styles, {len(real)} read by hand")
    if given.hold_out:
        for name, count in hold_out(made, lists, real, given.parts):
            print(f"{name}: ", *(f"{count[key] / count['entries']:.1%} {key}" for key in ("roles", "fields")))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        made_now = Path(folder) / "weights.json"
        write(fit([*made, *lists, *real * _COPIES]), made_now)
        if given.check:
            same = made_now.read_bytes() == given.to.read_bytes()
            print(f"{given.to.name} is {'as' if same else 'not what'} the examples give")
            return 0 if same else 1
        given.to.write_bytes(made_now.read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
