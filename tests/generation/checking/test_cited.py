"""Quotes are put together into what may prove a statement: one source for each, the head of its document around it."""

from __future__ import annotations

from pipeline.generation.checking.cited import sources_of
from pipeline.generation.cite import Citation


def _citation(quote: str, *, item: str | None) -> Citation:
    return Citation(
        document_id="a",
        file="a.txt",
        document_number=None,
        meeting=None,
        date=None,
        item=item,
        item_title=None,
        quote=quote,
        start=0,
        end=len(quote),
        page=None,
    )


def test_two_items_are_two_sources() -> None:
    assert len(sources_of([_citation("同意甲方案。", item="一"), _citation("同意乙方案。", item="二")])) == 2


def test_what_stands_outside_any_item_goes_with_each() -> None:
    (source,) = sources_of([_citation("会议由周明主持。", item=None), _citation("同意甲方案。", item="一")])
    assert "周明" in source.text
    assert "甲方案" in source.text
