"""The shapes that entries have on real pages, each with what a reader is to find in it: invented people, real markup.

A shape is a row of a table; to cover another one, add its row to `news`, `publications`, `citations` or `interests`.
"""

from __future__ import annotations

from support.shapes.citations import CITATIONS
from support.shapes.interests import INTERESTS
from support.shapes.news import NEWS
from support.shapes.publications import PUBLICATIONS as _PUBLICATIONS
from support.shapes.table import ADDED, CHANGED, IN_HTML, VARIANTS, Shape, said

PUBLICATIONS: tuple[Shape, ...] = (*_PUBLICATIONS, *CITATIONS)
SHAPES: tuple[Shape, ...] = (*NEWS, *PUBLICATIONS, *INTERESTS)

__all__ = ["ADDED", "CHANGED", "INTERESTS", "IN_HTML", "NEWS", "PUBLICATIONS", "SHAPES", "VARIANTS", "Shape", "said"]
