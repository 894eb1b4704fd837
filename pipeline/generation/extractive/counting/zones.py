"""The bare names of offices in the papers of a zone, which are not those of a district of which papers are held too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.documents.duties.unit_names import is_zone
from pipeline.generation.extractive.counting.lists import body_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.extractive.evidence import Source


def without_zones(sources: Sequence[Source], units: Sequence[str]) -> list[Source]:
    """Leave out a zone's papers that do not write a unit as asked, where another paper does.

    The 财政局 of a zone may be called 区财政局; but not beside the minutes of a district that has one.
    """
    writing = {source.document_id for source in sources if any(unit in source.document.text for unit in units)}
    if not writing:
        return list(sources)
    return [one for one in sources if one.document_id in writing or not is_zone(body_of(one.entry))]
