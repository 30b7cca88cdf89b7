"""profile-tui: keeps a researcher's Jekyll homepage current from the keyboard."""

__version__ = "0.1.0"
