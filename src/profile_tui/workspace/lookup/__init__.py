"""Papers asked for at public services, when the user asks: what is known of an identifier, and of an author."""
