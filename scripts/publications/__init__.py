"""Fits the weights by which publications are read: `python -m scripts.publications.fit`."""
