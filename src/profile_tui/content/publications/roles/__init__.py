"""Roles: what each piece of an entry is, weighed and decoded as a whole, and by what its list has in common."""
