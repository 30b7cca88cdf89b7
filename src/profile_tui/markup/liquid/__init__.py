"""Liquid as Jekyll reads it, with the place of everything: tags, outputs, blocks and what encloses an offset.

Nothing is run here. `tokens` finds tags and outputs, `template` the blocks, and `expressions` reads what a tag says.
Text that no Liquid engine accepts is read as far as it can be; no reader here raises.
"""
