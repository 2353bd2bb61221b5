"""What is written beside the pages, one row in DATA_FILES each: data that scripts load, calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.site import calendar, district_map, entry_page, finder_data, upkeep_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sozialraum.site.data_file import DataFile
    from sozialraum.site.listing import Catalogue


DATA_FILES: tuple[Callable[[Catalogue], Iterator[DataFile]], ...] = (
    finder_data.data_files,
    district_map.data_files,
    calendar.data_files,
    upkeep_pages.data_files,
    entry_page.data_files,
)
"""Every kind of data beside the pages."""
