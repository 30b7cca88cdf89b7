"""Plants faults into the code that writes, one at a time, and tells which of them no test sees.

mutmut makes the faults. Here each file is run apart, with the tests that belong to it (mutmut alone would run every
test that reaches a function, thousands for some), within a bound of time; what it prints is kept in `mutants/FILE.log`.
The proof of a change must see every fault, the other files nine of ten. A fault that changes nothing that anybody could
see is accepted by a rule below, with its reason.

    python scripts/mutants.py [MINUTES] [FILE ...]      # FILE: any part of a path in the table
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
STAGE = ROOT / "mutants"
MINUTES = 30.0
CHILDREN = max(2, os.cpu_count() or 2)
ATTEMPTS = 100
"""How often mutmut is looked at, at the end of its time, until it is not just writing."""
UNSEEN = (0, 5, 33)
"""Exit codes of pytest for a fault that no test saw, or that no test reached."""
FAILED = (1, 3)
"""Exit codes of pytest for a fault that a test saw; any other says that the tests never came to an end."""
PROOF = ("content/change/verify.py", "content/entries/comparison.py")
TESTS: dict[str, tuple[str, ...]] = {
    "content/change/verify.py": ("verify",),
    "content/entries/comparison.py": ("verify",),
    "content/change/placement.py": ("placement", "verify"),
    "content/change/insertion.py": ("insertion", "edit", "chronology", "additions", "placement", "dated_lines"),
    "content/change/section_for.py": ("edit",),
    "markup/escape.py": ("escape",),
    "markup/yaml/quote.py": ("yaml_quote", "yamlassign"),
    "markup/yaml/write.py": ("yaml_quote", "yamlassign", "yamledit"),
    "workspace/disk/transaction.py": ("transaction", "save"),
    "workspace/disk/files.py": ("disk_files", "platforms", "save"),
    "content/entries/dates.py": ("dates", "languages", "dated_lines"),
    "content/change/edit.py": (
        "edit",
        "insertion",
        "additions",
        "placement",
        "newsection",
        "tables",
        "titles_above_prose",
        "dated_lines",
        "emptied_fields",
        "interests_in_text",
    ),
}
"""The files that write, and which of the tests in tests/unit they belong to; those with the most faults last."""
ACCEPTED = (
    ("", r",?\s*strict=\w+|,\s*(?=\))", "the lengths were compared before, or may differ on purpose"),
    ("", r"(?i)utf-8", "both name the same encoding"),
    ("entries/comparison.py", r'"(XX)? (XX)?"\.join', "both sides are joined alike"),
    (
        "change/verify.py",
        r"(?<=len\(before\)) [-+] (?=number)",
        "with one gone elsewhere than meant, what is read again is too short, and that is refused as well",
    ),
    ("markup/escape.py", r'\("&#x" in source\) or True|"&#x" in source', "a short cut; the slow way gives the same"),
    (
        "change/insertion.py",
        r"(?<=newest = ).*|(?<=if not new )(and|or)|(?<=and new) >=?",
        "a short cut; what is asked of the whole list says the same",
    ),
    (
        "change/insertion.py",
        r"(?<=return entries if ).*|(?<=yield entries\[).*|(?<=not told and ).*|(?<=inner [-+] )MANY /+ 2",
        "how many of a long list are asked; those near the place say the same",
    ),
    ("yaml/write.py", r'(?<=child\.kind != )"\w+"', "a scalar that is looked into holds nothing"),
)
"""What may survive: part of the path, a pattern without which both lines of the difference are one, and why."""
COPIED = ("sample_profiles", "benchmarks", "scripts", "README.md", "docs")
SETTINGS = """\
[mutmut]
source_paths = src
only_mutate = src/profile_tui/{file}
also_copy =
    {copied}
pytest_add_cli_args =
    -p
    no:xdist
    -q
    --no-header
pytest_add_cli_args_test_selection =
    {tests}
use_git_change_detection = false
"""


class Outcome(NamedTuple):
    """What became of the faults of one file.

    Attributes:
        planted: How many mutmut made.
        tried: How many were tried in time.
        hung: How many let the tests run without end, twice; they are among those that were seen.
        survivors: The name of each that no test saw, its changed lines, and why it is accepted; empty where it is not.
    """

    planted: int
    tried: int
    hung: int
    survivors: list[tuple[str, str, str]]


def stage(file: str) -> Path:
    """Return a fresh folder in which mutmut runs for one file alone."""
    folder = STAGE / file.removesuffix(".py").replace("/", ".")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("src", "tests", "pyproject.toml", *COPIED):
        (folder / name).symlink_to(ROOT / name)
    tests = "\n    ".join(f"tests/unit/test_{name}.py" for name in TESTS[file])
    settings = SETTINGS.format(file=file, tests=tests, copied="\n    ".join(COPIED))
    (folder / "setup.cfg").write_text(settings, encoding="utf-8")
    return folder


def run(folder: Path, file: str, seconds: float) -> None:
    """Let mutmut plant and try the faults, and end it when the time is over.

    On a busy machine tests may run out of their time without a fault of theirs; so these are tried again, one by one.
    """
    end = time.monotonic() + seconds
    _mutmut(folder, file, ("--max-children", str(CHILDREN)), seconds)
    again = unfinished(folder, file)
    if again and time.monotonic() < end:
        _mutmut(folder, file, ("--max-children", "1", *again), end - time.monotonic())


def _mutmut(folder: Path, file: str, words: Sequence[str], seconds: float) -> None:
    """Run mutmut for so many seconds at most; what it prints goes to the log."""
    with folder.with_name(folder.name + ".log").open("ab") as output:
        call = [mutmut(), "run", *words]
        process = subprocess.Popen(call, cwd=folder, stdout=output, stderr=output, start_new_session=True)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            _hold(process, folder, file)
        finally:
            with suppress(ProcessLookupError):  # with the tests that it has begun
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _hold(process: subprocess.Popen[bytes], folder: Path, file: str) -> None:
    """Hold mutmut between two results: it writes all anew after each, and an interrupt would leave half of them."""
    for _ in range(ATTEMPTS):
        process.send_signal(signal.SIGSTOP)
        time.sleep(0.02)
        with suppress(json.JSONDecodeError):
            codes(folder, file)
            return
        process.send_signal(signal.SIGCONT)
        time.sleep(0.05)


def codes(folder: Path, file: str) -> dict[str, int | None]:
    """Return what pytest said of each fault; None where it was not tried.

    Raises:
        json.JSONDecodeError: mutmut is writing just now.
    """
    meta = folder / "mutants" / "src" / "profile_tui" / f"{file}.meta"
    if not meta.exists():
        return {}
    code_of: dict[str, int | None] = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
    return code_of


def unfinished(folder: Path, file: str) -> list[str]:
    """Return the names of the faults whose tests never came to an end."""
    return [name for name, code in codes(folder, file).items() if code is not None and code not in FAILED + UNSEEN]


def outcome(folder: Path, file: str) -> Outcome:
    """Read what mutmut wrote down."""
    code_of = codes(folder, file)
    names = [name for name, code in code_of.items() if code in UNSEEN]
    survivors = [
        (name.rpartition(".")[2], changed, accepted(file, changed))
        for name, changed in zip(names, differences(folder, file, names), strict=True)
    ]
    tried = sum(code is not None for code in code_of.values())
    return Outcome(len(code_of), tried, len(unfinished(folder, file)), survivors)


def differences(folder: Path, file: str, names: Sequence[str]) -> list[str]:
    """Return the changed lines of faults, all by one call: mutmut takes a second to start."""
    program = (
        "import json, sys; from mutmut.mutation.diff_apply import get_diff_for_mutant as show; "
        "print(json.dumps([show(name, path=sys.argv[1]) for name in sys.argv[2:]]))"
    )
    call = [sys.executable, "-c", program, f"src/profile_tui/{file}", *names]
    done = subprocess.run(call, cwd=folder, capture_output=True, text=True, check=True)
    patches: list[str] = json.loads(done.stdout)
    return ["\n".join(re.findall(r"^[-+](?![-+]).*", patch, re.MULTILINE)) for patch in patches]


def accepted(file: str, changed: str) -> str:
    """Return why a fault may survive; empty where it may not."""
    before, _, after = changed.partition("\n+")
    for where, pattern, reason in ACCEPTED:
        was, now = (re.sub(pattern, "", side) for side in (before.removeprefix("-"), after))
        if where in file and was == now:
            return reason
    return ""


def mutmut() -> str:
    """Return the program."""
    return str(Path(sys.executable).with_name("mutmut"))


def report(file: str, result: Outcome) -> bool:
    """Print a file's line and its survivors; return whether enough were seen: of the proof all, and all tried."""
    missed = [name for name, _, reason in result.survivors if not reason]
    seen = result.tried - len(missed)
    share = seen / result.tried if result.tried else 0.0
    excused = len(result.survivors) - len(missed)
    print(
        f"{file:34} planted {result.planted:4}, tried {result.tried:4}, killed {seen - excused:4} "
        f"({result.hung} by hanging), accepted {excused:3}: {100 * share:5.1f} %",
        flush=True,
    )
    for name, changed, reason in result.survivors:
        print(f"\n  {name}  {f'accepted: {reason}' if reason else 'NOT SEEN'}\n{changed}\n", flush=True)
    return result.tried == result.planted and not missed if file in PROOF else share >= 0.9


def main(arguments: Sequence[str]) -> int:
    """Run file by file and print the result; return 1 where too many faults were not seen."""
    words = list(arguments)
    minutes = float(words.pop(0)) if words and re.fullmatch(r"[\d.]+", words[0]) else MINUTES
    files = [file for file in TESTS if not words or any(word in file for word in words)]
    end = time.monotonic() + minutes * 60
    enough = bool(files)
    for at, file in enumerate(files):
        folder = stage(file)
        share = (end - time.monotonic()) / (len(files) - at)
        run(folder, file, min(share * (3 if file in PROOF else 1), end - time.monotonic()))
        enough = report(file, outcome(folder, file)) and enough
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
