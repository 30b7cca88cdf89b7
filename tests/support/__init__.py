"""What the tests lean on: referees from outside this project, and helpers."""

import os

# before anything of the program is imported: the tests state what it says in English
os.environ["LC_ALL"] = "C.UTF-8"
