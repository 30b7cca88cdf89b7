"""BibTeX with exact spans: what stands in a file, its values as text, LaTeX decoded, names told apart."""
