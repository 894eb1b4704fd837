"""Which readings of each document a person should check, counted by the catalogue without opening a record."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from pipeline.retrieval.catalogue import FILE
from pipeline.retrieval.schema import reading

FURNITURE = ("page_number", "running_head", "site_furniture")
"""Notices of what is no text of the document: nothing to check, also where one points into a part (`start == end`)."""

_QUERY = """
SELECT document_id, (
    SELECT count(*) FROM json_each(record, '$.notices')
    WHERE json_extract(value, '$.start') = json_extract(value, '$.end')
    AND json_extract(value, '$.code') NOT IN (SELECT value FROM json_each(?))
) AS doubts FROM documents WHERE doubts > 0 AND document_id IN (SELECT value FROM json_each(?))
"""


def count_doubts(home: Path, document_ids: Iterable[str]) -> dict[str, int]:
    """Return how many doubtful readings each document has; one without any is left out.

    Args:
        home: the library's folder.
        document_ids: the documents to look at.

    Raises:
        LibraryDamaged, LibraryTooNew, LibraryBusy: the catalogue cannot be used.
    """
    with reading(home / FILE) as connection:
        if connection is None:
            return {}
        rows = connection.execute(_QUERY, (json.dumps(FURNITURE), json.dumps(list(document_ids)))).fetchall()
    return {row["document_id"]: row["doubts"] for row in rows}
