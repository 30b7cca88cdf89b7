"""Reading: the fields of an entry from the roles of its pieces, and how sure each is."""
