"""What a page is made of: sections, units, entries, kinds of entries, dates."""
