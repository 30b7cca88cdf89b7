"""Lets atheris look for bytes that a reader does not survive: what is read comes from files that others wrote.

    python scripts/readers.py FOLDER [SECONDS]      # 60 seconds if left out; what is found is kept in FOLDER

FOLDER is also where the inputs of earlier runs are, from which it goes on. What counts as a finding is in
`tests/support/readers.py`; once mended, it goes into `tests/unit/test_odd_bytes.py`. `make readers` installs atheris,
which nothing else here needs.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

with atheris.instrument_imports(include=["profile_tui"], enable_loader_override=False):
    from support.readers import Readers

SAMPLES = Path(__file__).parents[1] / "sample_profiles"
LONGEST = 4096


def main(folder: Path, seconds: int) -> None:
    """Look for that long."""
    state = Path(tempfile.mkdtemp(prefix="readers-"))
    os.environ["XDG_STATE_HOME"] = str(state)
    readers = Readers(state)
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(one for one in SAMPLES.rglob("*") if one.suffix in (".md", ".yml", ".bib", ".toml", ".html")):
        for number in range(len(readers.all)):
            seed = folder / f"sample-{number}-{path.parent.name}-{path.name}"
            if not seed.exists():
                seed.write_bytes(bytes([number]) + path.read_bytes()[:LONGEST])
    flags = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=20", f"-artifact_prefix={folder}/found-"]
    atheris.Setup([sys.argv[0], str(folder), *flags], readers.one)
    atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 60)
