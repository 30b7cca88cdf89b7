"""New pages, posts and entries of collections, made as their neighbours are."""
