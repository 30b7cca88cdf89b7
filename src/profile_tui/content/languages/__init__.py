"""What pages of any language say: month names, dates in words, headings."""

ERA = 543
"""By how many years the calendar of Thailand is ahead."""
