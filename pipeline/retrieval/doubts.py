"""Which readings of each document a person should check, counted by the catalogue without opening a record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.retrieval.catalogue import FILE
from pipeline.retrieval.schema import reading

FURNITURE = ("page_number", "running_head", "site_furniture")
"""Notices of what is no text of the document: nothing to check, also where one points into a part (`start == end`)."""

_QUERY = """
SELECT document_id, (
    SELECT count(*) FROM json_each(record, '$.notices')
    WHERE json_extract(value, '$.start') = json_extract(value, '$.end')
    AND json_extract(value, '$.code') NOT IN (SELECT value FROM json_each(?1))
    AND (?2 IS NULL OR json_extract(value, '$.code') IN (SELECT value FROM json_each(?2)))
) AS doubts FROM documents WHERE doubts > 0 AND document_id IN (SELECT value FROM json_each(?3))
"""


def count_doubts(home: Path, document_ids: Iterable[str], *, codes: Sequence[str] | None = None) -> dict[str, int]:
    """Return how many doubtful readings each document has; one without any is left out.

    Args:
        home: the library's folder.
        document_ids: the documents to look at.
        codes: those of the notices that count; all where none are named.

    Raises:
        LibraryDamaged, LibraryTooNew, LibraryBusy: the catalogue cannot be used.
    """
    with reading(home / FILE) as connection:
        if connection is None:
            return {}
        among = json.dumps(list(codes)) if codes is not None else None
        rows = connection.execute(_QUERY, (json.dumps(FURNITURE), among, json.dumps(list(document_ids)))).fetchall()
    return {row["document_id"]: row["doubts"] for row in rows}
