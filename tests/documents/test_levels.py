from __future__ import annotations

import pytest

from pipeline.documents.levels import choose, levels_of
from tests.documents.paper import blocks

ITEMS = "一、审议《甲办法》\n会议原则通过。\n二、听取乙工作汇报\n会议明确：\n1.由市财政局牵头。\n2.抓紧落实。"
TASKS = "会议要求：\n一、由市财政局牵头，保障经费。\n二、市水务局要加强巡查，做好物资储备。\n三、各区县要压实责任。"
PROSE = (
    "会议听取了甲的汇报。会议要求：\n1.由市财政局牵头。\n2.抓好落实。\n会议审议了《乙》。会议要求：\n"
    "1.要加强监管。\n2.要抓紧。"
)
SECTIONS = "一、传达学习\n（一）传达学习甲精神\n二、审议事项\n（一）审议《乙办法》\n（二）审议《丙办法》"
REPEATED = "会议议题：\n1、研究甲问题\n2、研究乙问题\n1、关于甲问题。会议同意。\n2、关于乙问题。会议同意。"


@pytest.mark.parametrize(
    ("text", "how", "items", "sections"),
    [
        (ITEMS, "labels", ["一", "二"], []),
        (TASKS, "single", [None], []),
        (PROSE, "prose", [None, None], []),
        (SECTIONS, "labels", ["一", "一", "二"], ["一", "二"]),
        (REPEATED, "labels", ["1", "2"], []),
        ("没有编号的一段话。", "none", [], []),
    ],
    ids=["items", "tasks", "prose", "sections", "agenda repeated", "none"],
)
def test_what_numbers_the_items(text: str, how: str, items: list[str | None], sections: list[str]) -> None:
    found = blocks(text)
    plan = choose(found, first=0)
    assert plan.how == how
    assert [found[index].label for index in plan.items] == items
    assert [found[index].label for index in plan.sections] == sections


def test_repeated_agenda_gives_way_to_the_record() -> None:
    found = blocks(REPEATED)
    assert [found[index].body[:2] for index in choose(found, first=0).items] == ["关于", "关于"]


def test_levels_are_scored() -> None:
    outer, inner = levels_of(blocks(ITEMS))
    assert outer.depth == 0
    assert outer.score > 0.9 > inner.score
