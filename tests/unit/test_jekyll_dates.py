"""Dates of new files: as the neighbours write them, and never a moment to come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from profile_tui.site.repository import jekyll_dates

MORNING = datetime(2026, 11, 21, 11, 0, 5, tzinfo=UTC)
EARLY_IN_THE_EAST = datetime(2026, 11, 21, 1, 30, 5, tzinfo=timezone(timedelta(hours=12)))
"""There it is the 21st; by the clock of the machine that builds the site, still the 20th."""

WRITTEN = [
    ("a day alone", "2025-10-01", "2026-11-21", MORNING, "2026-11-21"),
    ("no neighbour", "", "2026-11-21", MORNING, "2026-11-21"),
    ("an hour that is past", "2025-10-01 09:00:00 +0100", "2026-11-21", MORNING, "2026-11-21 09:00:00 +0100"),
    ("an hour to come", "2025-10-01 23:59:59", "2026-11-21", MORNING, "2026-11-21 11:00:05 +0000"),
    ("an hour to come, in minutes", "2025-10-01 23:59", "2026-11-21", MORNING, "2026-11-21 11:00 +0000"),
    ("a zone far west", "2025-10-01 10:00:00-12:00", "2026-11-21", MORNING, "2026-11-21 11:00:05+00:00"),
    ("a T between", "2025-10-01T23:00:00Z", "2026-11-21", MORNING, "2026-11-21T11:00:05+0000"),
    ("yesterday, far west", "2025-10-01 23:59:59 -1200", "2026-11-20", MORNING, "2026-11-20 00:00:00 +0000"),
    ("the past", "2025-10-01 23:59:59 -1200", "2025-11-20", MORNING, "2025-11-20 23:59:59 -1200"),
    ("the future, which is meant", "2025-10-01 23:59:59 -1200", "2027-01-01", MORNING, "2027-01-01 23:59:59 -1200"),
    ("a day that has not begun there", "2025-10-01", "2026-11-21", EARLY_IN_THE_EAST, "2026-11-21 01:30:05 +1200"),
    ("a zone east of it", "2025-10-01 11:30:00 +0900", "2026-11-21", MORNING, "2026-11-21 11:30:00 +0900"),
    ("a day in words", "October 1, 2025", "2026-11-21", MORNING, "November 21, 2026"),
]


@pytest.mark.parametrize(
    ("model", "iso", "now", "written"), [case[1:] for case in WRITTEN], ids=[c[0] for c in WRITTEN]
)
def test_a_new_date_is_like_its_neighbour_and_not_to_come(model: str, iso: str, now: datetime, written: str) -> None:
    assert jekyll_dates.like(model, iso, UTC, now) == written


def test_the_zone_of_the_configuration_decides_of_dates_without_one() -> None:
    tokyo = jekyll_dates.zone({"timezone": "Asia/Tokyo"})
    assert jekyll_dates.moment("2026-11-21 09:00", tokyo) == datetime(2026, 11, 21, 0, 0, tzinfo=UTC)
    assert jekyll_dates.moment("2026-11-21 09:00 +0000", tokyo) == datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    assert jekyll_dates.zone({"timezone": "No/Where"}) is UTC


def test_a_day_that_has_not_begun_in_the_zone_of_the_site_needs_a_time() -> None:
    assert jekyll_dates.needs_time("2026-11-21", UTC, EARLY_IN_THE_EAST)
    assert not jekyll_dates.needs_time("2026-11-21", UTC, MORNING)
    assert not jekyll_dates.needs_time("2027-01-01", UTC, MORNING)
