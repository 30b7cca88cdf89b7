"""What the stores of a site share: entries as maps of keys, new files, BibTeX entries, names and people."""
