"""Orders that no point holds are told and stand among the tasks; what was reported or stood before is none."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.full import item_sentences
from pipeline.generation.summary.orders import is_order
from pipeline.generation.summary.tasks import item_tasks
from pipeline.generation.summary.told import Source

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"
ORDERS = "坡地上的违建一律先拆后改。市城管局6月底前拆除到位。新站启用前，由原承运公司继续负责运行。"


def test_an_order_beside_the_points_is_told_and_is_a_task() -> None:
    source = Source("d0", parse_text(f"{HEAD}一、关于坡地整治\n{ORDERS}\n"))
    [item] = source.document.items
    for told in (item_sentences(source, item), item_tasks(source, item)):
        said = [one.text for one in told]
        assert "坡地上的违建一律先拆后改。" in said
        assert any("由原承运公司继续负责运行" in one for one in said)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("供水改造与路面改造同步设计、同步施工。", True),
        ("因东村已列入征收片区，将其从名单中调出，不再改造。", True),
        ("市住建局汇报了违建一律先拆后改的做法。", False),
        ("此前一律由各镇承担。", False),
        ("项目建设确有必要。", False),
    ],
)
def test_what_is_an_order(text: str, is_one: bool) -> None:
    assert is_order(text) is is_one
