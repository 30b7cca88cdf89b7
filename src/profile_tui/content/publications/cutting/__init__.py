"""Cutting: an entry's visible text in pieces, and what each says by its form."""
