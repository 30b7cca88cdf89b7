"""Changes of a page: add, edit, remove, move; each proven by reading the result again."""
