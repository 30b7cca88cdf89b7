"""The public services that tell of papers. Each module here is one that registers itself."""

from __future__ import annotations

from profile_tui.registry import Registry
from profile_tui.workspace.lookup.service import Service

_services = Registry[Service](
    __name__, "services", name=lambda service: service.name, order=lambda service: service.order
)

register = _services.register
"""Add a service; called by its own module."""
services = _services.all
"""Return all services, those that tell most first."""
