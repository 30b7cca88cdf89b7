"""Syntax without meaning: front matter, YAML, kramdown blocks, inline text, HTML; everything with its span."""
