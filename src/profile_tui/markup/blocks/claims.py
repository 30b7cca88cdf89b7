"""The order in which kramdown asks which syntax a line belongs to."""

from __future__ import annotations

from profile_tui.markup.blocks import leaves
from profile_tui.markup.blocks.cutter import Claim, Claims
from profile_tui.markup.blocks.definitions import cut_definitions
from profile_tui.markup.blocks.html import cut_html
from profile_tui.markup.blocks.lists import cut_list

_LIST: tuple[Claim, ...] = (cut_list,)

KRAMDOWN = Claims(
    before={
        "~": (leaves.cut_fence,),
        "`": (leaves.cut_fence,),
        ">": (leaves.cut_quote,),
        "#": (leaves.cut_heading,),
        "*": (leaves.cut_rule, cut_list),
        "-": (leaves.cut_rule, cut_list),
        "_": (leaves.cut_rule,),
        "+": _LIST,
        **dict.fromkeys("0123456789", _LIST),
        ":": (cut_definitions,),
        "<": (cut_html,),
    },
    after={
        "[": (leaves.cut_footnote, leaves.cut_link_definition),
        "*": (leaves.cut_abbreviation,),
        "{": (leaves.cut_extension,),
        "^": (leaves.cut_end_of_block,),
    },
)
