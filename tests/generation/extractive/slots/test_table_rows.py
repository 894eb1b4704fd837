"""Neither the heads of a table nor a row that the question does not speak of are an answer."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.slots.table_rows import is_of_another_row
from pipeline.generation.extractive.slots.telling import telling_of
from pipeline.generation.extractive.tables.rows import tables_of
from tests.generation.extractive.tables.conftest import tables
from tests.generation.extractive.tables.papers import asked

__all__ = ["tables"]


@pytest.mark.parametrize(
    ("text", "row", "other"),
    [
        pytest.param("苇塘镇加固东河堤防有什么要求", 0, False, id="its row"),
        pytest.param("苇塘镇加固东河堤防有什么要求", 2, True, id="another row"),
        pytest.param("苇塘镇加固东河堤防有什么要求", None, True, id="the heads"),
        pytest.param("苇塘镇给老百姓备的沙包有什么要求", 1, False, id="in other words, and no other row has them"),
    ],
)
def test_is_of_another_row(tables: Assistant, text: str, row: int | None, other: bool) -> None:
    composing = asked(tables, text)
    (table,) = tables_of(composing.sources[0])
    place = table.grid.head.span if row is None else table.rows[row].span
    draft = composing.draft("passages", [Sentence(table.source.document.quote(place), (quote(table.source, place),))])
    assert is_of_another_row(telling_of(composing.question, draft, composing.catalogue)) is other
