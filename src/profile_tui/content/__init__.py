"""What a page says: sections and entries, read from markup and written in the shape of their neighbours."""
