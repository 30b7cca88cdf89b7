"""How the wheel is made small: what modules and archives lose before they are packed (`hatch_build.py`)."""
