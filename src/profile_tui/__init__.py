"""profile-tui: keeps a researcher's Jekyll homepage current from the keyboard."""

__version__ = "0.2.0"
