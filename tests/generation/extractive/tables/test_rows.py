"""Which row a question means."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.tables.rows import (
    cells_named,
    fits,
    is_total,
    meant,
    named_in,
    names_in,
    names_of,
    tables_of,
)
from tests.generation.extractive.tables.papers import asked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("苇塘镇第9次党政联席会议，谁负责加固东河堤防", ["加固东河堤防1.2公里"], id="by its words"),
        pytest.param("苇塘镇第9次党政联席会议，谁负责疏浚西河", [], id="no such row"),
        pytest.param("苇塘镇汛期值守方案由谁印发", [], id="told in prose"),
        pytest.param("泽溪县档案局消防改造多少钱", ["消防改造"], id="of another paper"),
    ],
)
def test_meant(tables: Assistant, text: str, names: list[str]) -> None:
    composing = asked(tables, text)
    found = meant(composing.sources, composing.terms, said=text)
    assert (found is not None) == bool(names)
    assert found is None or [found.table.name_of(row) for row in found.rows] == names


def test_a_table_knows_its_name_its_rows_and_its_sum(tables: Assistant) -> None:
    composing = asked(tables, "泽溪县档案局下半年经费")
    budget, groups = tables_of(composing.sources[0])
    assert (budget.matter, len(budget.rows), [is_total(row) for row in budget.grid.rows]) == (
        "下半年经费安排",
        3,
        [False, False, False, True],
    )
    assert fits(composing, budget)
    assert not fits(composing, groups)
    assert named_in(groups, "民俗组") is groups.rows[1]
    assert named_in(groups, "科普组") is None


def test_names_of_a_row(tables: Assistant) -> None:
    (table,) = tables_of(asked(tables, "苇塘镇任务分解表").sources[0])
    assert names_of("镇水利站、供电所", "供电所配合什么") == ["供电所"]
    assert names_in(table, table.rows[2], "镇水利站有哪些任务") == ["镇水利站"]
    assert cells_named(table, table.rows[1], "祁伯衡负责哪些") == [(4, "祁伯衡")]
