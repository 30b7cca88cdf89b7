"""Asks every service for a paper through a server that plays the services with faults, and prints what became of each.

python scripts/service_faults.py http://127.0.0.1:PORT [--deadline SECONDS]

The server answers for a service below `/HOST`, and with a fault below `/_fault/FAULT/HOST`. A fault ends in a clear
word, or in the paper where it can be got over. Exits with 1 where one raises anything else, or takes too long.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

_ASKED = {
    "arxiv": "2403.01234", "doi": "10.55555/hl.2024.0101", "crossref": "10.55555/hl.2024.0101", "acl": "2024.nmcall-long.31",
    "openreview": "https://openreview.net/forum?id=Qm0ssW1nd0", "dblp": "conf/nmc/Moss24", "pubmed": "PMID:99000001",
    "europepmc": "PMID:99000001", "semanticscholar": "ARXIV:2403.01234", "openalex": "10.55555/hl.2024.0101",
}  # fmt: skip
"""What each service is asked for; one that is not named here is left out."""
_FAULTS = (
    "429 429-1 429date 429none once429 400 401 403 404 406 410 500 502 503 504 html bot empty badjson null list cut "
    "truncated slow-1 slow-90 drip-1 redirects-2 redirects-30 loop tofile tohttps latin1 bom gzip wrongtype notype huge close"
).split()


def main(arguments: list[str]) -> int:
    """Print the table; return the exit code."""
    server = arguments[0].rstrip("/")
    longest = float(arguments[arguments.index("--deadline") + 1]) if "--deadline" in arguments else 40.0
    home = Path(tempfile.mkdtemp(prefix="faults"))
    os.environ |= {name: str(home / name) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    from profile_tui.workspace.services import services

    bad = 0
    for service in services():
        asked = service.recognise(_ASKED.get(service.name, ""))
        for fault in ("", *_FAULTS) if asked else ():
            began = perf_counter()
            said = _said(service.name, asked, f"{server}/_fault/{fault}" if fault else server, home, fault)
            taken = perf_counter() - began
            wrong = said.startswith("RAISED") or taken > longest
            bad += wrong
            print(f"{service.name:16} {fault or 'none':12} {taken:6.1f} s  {'!! ' if wrong else ''}{said}", flush=True)
    return int(bad > 0)


def _said(name: str, asked: str, base: str, home: Path, fault: str) -> str:
    """Return what a service tells of a paper, or why it does not."""
    from profile_tui.text.errors import AppError
    from profile_tui.workspace.lookup.client import Client
    from profile_tui.workspace.services import services

    os.environ["XDG_CACHE_HOME"] = str(home / f"cache-{name}-{fault}")
    service = next(one for one in services() if one.name == name)
    host = service.address.split("://")[1]
    settings = home / "XDG_CONFIG_HOME" / "profile-tui" / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f'[services.{name}]\naddress = "{base}/{host}"\n')
    try:
        return f"found: {service.look_up(Client(), asked).title}"
    except AppError as error:
        return error.message
    except BaseException as error:  # the very thing that this looks for
        return f"RAISED {error!r}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
