"""Which items speak of a matter, by the pairs of characters of its words."""

from __future__ import annotations

import datetime

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.reading.on_matter import matter_told
from pipeline.generation.understanding.question import understand


def test_a_matter_is_told_by_the_pairs_of_its_words(put_off: Assistant) -> None:
    entries = put_off.entries()
    question = understand("夜市经营收多少管理费", entries=entries, today=datetime.date(2024, 1, 1))
    told = [
        (item.title, matter_told(question, Source(entry, document), item))
        for entry, document in put_off.catalogue.documents_named([one.document_id for one in entries])
        for item in document.items
    ]
    assert "夜市" in max(told, key=lambda pair: pair[1])[0]
