"""Plants faults into the code that writes, one at a time, and tells which of them no test sees.

mutmut makes the faults and runs the tests that reach them ([tool.mutmut] in pyproject.toml). Here the run is bounded,
its screen output is kept in a file, and the result is judged: the proof of a change must see every fault, the others
nine of ten. A survivor that changes nothing that anybody could see is accepted by a rule below, with its reason.

    python scripts/mutants.py [MINUTES] [MUTANT ...]
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
MINUTES = 20.0
SURVIVED = 0
UNSEEN = (0, 5, 33)
"""Exit codes of pytest for a fault that no test saw, or that no test reached."""
PROOF = ("content/change/verify.py", "content/entries/comparison.py")
ACCEPTED = (
    (r",?\s*strict=\w+|,\s*(?=\))", "the lengths were compared before, or may differ on purpose"),
    (r"(?i)utf-8", "both name the same encoding"),
)
"""What may survive: a pattern without which the two lines of the difference are the same, and why."""


def results() -> Iterator[tuple[str, str, int | None]]:
    """Yield the file, the name and the exit code of each fault."""
    source = ROOT / "mutants" / "src" / "profile_tui"
    for path in sorted(source.rglob("*.meta")):
        found = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        file = path.relative_to(source).as_posix().removesuffix(".meta")
        yield from ((file, name, code) for name, code in found.items())


def difference(name: str) -> str:
    """Return the changed lines of a fault."""
    done = subprocess.run([mutmut(), "show", name], cwd=ROOT, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if re.match(r"[-+](?![-+])", line)]
    return "\n".join(lines)


def accepted(changed: str) -> str:
    """Return why a fault may survive; empty where it may not."""
    before, _, after = changed.partition("\n+")
    for pattern, reason in ACCEPTED:
        if re.sub(pattern, "", before.removeprefix("-")) == re.sub(pattern, "", after):
            return reason
    return ""


def mutmut() -> str:
    """Return the program."""
    return str(Path(sys.executable).with_name("mutmut"))


def main() -> int:
    """Run, print the table and the survivors; return 1 where too many survived."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES
    log = ROOT / "mutants.log"
    with log.open("wb") as output:
        try:
            call = [mutmut(), "run", "--max-children", "2", *sys.argv[2:]]
            subprocess.run(call, cwd=ROOT, stdout=output, stderr=output, timeout=minutes * 60, check=False)
        except subprocess.TimeoutExpired:
            print(f"stopped after {minutes:g} minutes; what was not tried is not counted")
    tried: dict[str, int] = defaultdict(int)
    survivors: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for file, name, code in results():
        if code is None:
            continue
        tried[file] += 1
        if code in UNSEEN and not accepted(changed := difference(name)):
            survivors[file].append((name.rpartition(".")[2], changed))
    failed = False
    for file, count in tried.items():
        killed = count - len(survivors[file])
        failed = failed or killed / count < (1.0 if file in PROOF else 0.9)
        print(f"{file:40} {killed:5} of {count:5} seen  {100 * killed / count:5.1f} %")
    for file, found in survivors.items():
        for name, changed in found:
            print(f"\n{file}  {name}\n{changed}")
    return int(failed or not tried)


if __name__ == "__main__":
    sys.exit(main())
