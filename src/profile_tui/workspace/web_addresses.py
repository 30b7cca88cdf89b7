"""Where the program is on the web, as the installed package says."""

from __future__ import annotations


def web_address(name: str) -> str:
    """Return an address of the package, such as that of its `Documentation`; empty where it names none."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        addresses = metadata("profile-tui").get_all("Project-URL") or []
    except (PackageNotFoundError, OSError):  # it is run from its folder
        return ""
    named: dict[str, str] = dict(address.split(", ", 1) for address in addresses if ", " in address)
    return named.get(name, "")
