"""The only code that writes files: a set as a whole or not at all, also where the program is killed."""
