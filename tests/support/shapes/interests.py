"""Research interests in every shape that was met on pages."""

from __future__ import annotations

from support.shapes.table import Shape, interests

INTERESTS: tuple[Shape, ...] = (
    interests(
        "bold lead with the colon within",
        "- **Lake ice:** growth and decay.\n- **Snow physics:** *field* methods.\n- **Frost:** its maps.\n",
        ("Lake ice", "growth and decay."),
        ("Snow physics", "*field* methods."),
        ("Frost", "its maps."),
    ),
    interests(
        "bold lead with the colon after",
        "* **Lake ice**: growth and decay.\n* **Snow physics**: *field* methods.\n",
        ("Lake ice", "growth and decay."),
        ("Snow physics", "*field* methods."),
    ),
    interests(
        "bold lead without a colon",
        "- **Lake ice** growth and decay.\n- **Snow physics** field methods.\n",
        ("Lake ice", "growth and decay."),
        ("Snow physics", "field methods."),
    ),
    interests(
        "bold lead with a dash",
        "- **Lake ice** – growth and decay.\n- **Snow physics** – field methods.\n",
        ("Lake ice", "growth and decay."),
        ("Snow physics", "field methods."),
    ),
    interests(
        "plain bullets",
        "- Snow physics\n- Field methods\n- Maps of *frost*\n",
        (None, "Snow physics"),
        (None, "Field methods"),
        (None, "Maps of *frost*"),
    ),
    interests(
        "whole items bold, Chinese",
        "- **基于图的湖泊学习**\n- **冰雪遥感**\n",
        ("基于图的湖泊学习", ""),
        ("冰雪遥感", ""),
    ),
    interests(
        "numbered, emphasised lead",
        "1. **Snow models**: We explore drifts.\n2. **Lake ice**: We measure it.\n3. *Frost*: We map it.\n",
        ("Snow models", "We explore drifts."),
        ("Lake ice", "We measure it."),
        ("Frost", "We map it."),
    ),
    interests(
        "HTML items with a bold lead",
        "<ul>\n  <li><b>Lake ice:</b> growth.</li>\n  <li><b>Snow physics:</b> methods.</li>\n</ul>\n",
        ("Lake ice", "growth."),
        ("Snow physics", "methods."),
    ),
    interests(
        "rows of a Markdown table",
        "| Topic | What I do |\n|-------|-----------|\n| **Lake ice** | growth |\n| **Snow** | *field* methods |\n",
        ("Lake ice", "growth"),
        ("Snow", "*field* methods"),
    ),
    interests(
        "rows of an HTML table with a head",
        "<table>\n<tr><th>Topic</th><th>What</th></tr>\n"
        "<tr><td><b>Lake ice</b></td><td>growth</td></tr>\n"
        "<tr><td><b>Snow</b></td><td>field methods</td></tr>\n</table>\n",
        ("Lake ice", "growth"),
        ("Snow", "field methods"),
    ),
    interests(
        "a sentence before and a paragraph after the list",
        "I work on these:\n\n- **Lake ice:** growth.\n- **Snow physics:** methods.\n\nWrite to me about either.\n",
        ("Lake ice", "growth."),
        ("Snow physics", "methods."),
    ),
    interests(
        "blank lines between items",
        "- **Lake ice:** growth.\n\n- **Snow physics:** methods.\n\n- **Frost:** maps.\n",
        ("Lake ice", "growth."),
        ("Snow physics", "methods."),
        ("Frost", "maps."),
    ),
    interests(
        "a lead over nested bullets",
        "- **Lake ice**\n  - thin\n  - thick\n- **Snow physics**\n  - fields\n  - maps\n",
        ("Lake ice", "- thin - thick"),
        ("Snow physics", "- fields - maps"),
    ),
    interests(
        "emoji before the lead",
        "- 🧊 **Lake ice**: growth\n- ❄️ **Snow physics**: *field* methods\n",
        ("Lake ice", "growth"),
        ("Snow physics", "*field* methods"),
    ),
    interests("one item", "- **Lake ice:** growth.\n", ("Lake ice", "growth.")),
    interests(
        "items of several lines",
        "- **Lake ice:** growth\n  and decay.\n- **Snow physics:** methods\nin the field.\n",
        ("Lake ice", "growth and decay."),
        ("Snow physics", "methods in the field."),
    ),
    interests(
        "some leads, some not",
        "- **Lake ice:** growth.\n- Snow physics\n- Frost in spring\n",
        ("Lake ice", "growth."),
        (None, "Snow physics"),
        (None, "Frost in spring"),
    ),
)
