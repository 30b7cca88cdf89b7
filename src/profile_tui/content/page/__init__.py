"""A page read into sections and entries, whole or again after a change."""
