"""Asks every service for a paper or a list through a server that plays them with faults, and prints what comes of each.

python scripts/service_faults.py http://127.0.0.1:PORT [SERVICE …]

The server answers for a service below `/HOST`, and with a fault below `/_fault/FAULT/HOST`. A fault that cannot be got
over ends in a clear word, within the time that a question may take. Exits with 1 where one took longer; whatever else
is raised ends the table with its traceback.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from profile_tui.text.errors import AppError
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.service import Service
from profile_tui.workspace.services import services

_PAPERS = (
    "2403.01234", "10.55555/hl.2024.0101", "2024.nmcall-long.31", "https://openreview.net/forum?id=Qm0ssW1nd0",
    "DBLP:conf/meadow/2M23", "PMID:99000001",
)  # fmt: skip
"""Papers of the server; each service is asked for the first that it recognises."""
_PEOPLE = {"orcid": "0000-0000-0000-4715", "dblp": "999/0001"}
_FAULTS = (
    "429 429-1 429date 429none once429 400 401 403 404 406 410 500 502 503 504 html bot empty badjson null list cut"
    " truncated slow-1 slow-90 drip-1 redirects-2 redirects-30 loop tofile tohttps latin1 bom gzip wrongtype notype"
    " huge close"
).split()
_LONGEST = 26.0
"""Seconds that a question may take."""


def main(arguments: list[str]) -> int:
    """Print the table; return the exit code."""
    server, *names = arguments
    late = 0
    for service in services():
        for fault in ("", *_FAULTS) if not names or service.name in names else ():
            home = Path(tempfile.mkdtemp(prefix="faults"))  # with no answer kept, and nobody to wait for
            _settings(home, service, f"{server.rstrip('/')}/_fault/{fault}" if fault else server.rstrip("/"))
            began = perf_counter()
            said = _said(service)
            taken = perf_counter() - began
            late += taken > _LONGEST
            print(f"{service.name:16} {fault or 'none':12} {taken:6.1f} s  {said}", flush=True)
    return int(late > 0)


def _settings(home: Path, service: Service, base: str) -> None:
    """Let a service be at another address."""
    os.environ |= {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "CACHE", "STATE")}
    path = home / "CONFIG" / "profile-tui" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text(f'[services.{service.name}]\naddress = "{base}/{service.address.split("://")[1]}"\n')


def _said(service: Service) -> str:
    """Return what a service tells of a paper, or of an author's papers, or why it does not."""
    asked = next(filter(None, map(service.recognise, _PAPERS)), "")
    try:
        if asked:
            return f"found: {service.look_up(Client(), asked).given.values['title']}"
        return f"found: {len(service.works(Client(), _PEOPLE[service.people]))} works"
    except AppError as error:
        return error.message


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
