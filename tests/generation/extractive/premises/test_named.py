"""A stretch bears the title of its item, or none."""

from __future__ import annotations

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.premises.named import Named
from pipeline.minutes import Span


def test_a_stretch_bears_the_title_of_its_item(put_off: Assistant) -> None:
    entry = put_off.entries()[0]
    source = Source(entry, put_off.catalogue.document(entry.document_id))
    item = source.document.items[0]
    assert Named(source, item, item.span, 1.0).title == item.title
    assert Named(source, None, Span(0, 2), 1.0).title == ""
