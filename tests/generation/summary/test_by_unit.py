"""A point of several units' tasks is told task by task, but for a part that says nothing alone."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.tasks import item_tasks
from pipeline.generation.summary.told import Source

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"


@pytest.mark.parametrize(
    ("body", "tasks"),
    [
        ("会议要求，由市水利局4月底前完成招标；市交通局每周巡查两次。", 2),
        ("会议要求，各镇30日内成立业主委员会；暂不具备条件的，由社区居委会代管。", 1),
        ("会议要求，市水利局4月底前拨付50万元；其余由市财政局年底前拨付。", 1),
    ],
)
def test_parts_of_several_units(body: str, tasks: int) -> None:
    source = Source("d0", parse_text(f"{HEAD}一、关于北堤\n{body}\n"))
    assert len(item_tasks(source, source.document.items[0])) == tasks
