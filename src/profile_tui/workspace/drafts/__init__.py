"""Unsaved work, kept outside the repository, and put together with what changed meanwhile."""
