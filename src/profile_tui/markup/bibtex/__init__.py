"""BibTeX with exact spans: what is in a file, its values as text, LaTeX decoded, names told apart."""
