from __future__ import annotations

import pytest

from pipeline.documents.matters.levels import choose, levels_of
from tests.documents.paper import blocks

ITEMS = "一、审议《甲办法》\n会议原则通过。\n二、听取乙工作汇报\n会议明确：\n1.由市财政局牵头。\n2.抓紧落实。"
TASKS = "会议要求：\n一、由市财政局牵头，保障经费。\n二、市水务局要加强巡查，做好物资储备。\n三、各区县要压实责任。"
PROSE = (
    "会议听取了甲的汇报。会议要求：\n1.由市财政局牵头。\n2.抓好落实。\n会议审议了《乙》。会议要求：\n"
    "1.要加强监管。\n2.要抓紧。"
)
SECTIONS = "一、传达学习\n（一）传达学习甲精神\n二、审议事项\n（一）审议《乙办法》\n（二）审议《丙办法》"
AMONG = (
    "一、一季度形势\n全市平稳。会议指出，不可松懈。\n二、审议事项\n（一）会议审议通过《乙办法》。\n（二）会议原则同意《丙细则》。\n"
    "三、几点要求\n各单位要抓好落实。"
)
BOXED = "【1】门禁换新\n大家一致同意。\n【2】充电桩\n由物业公司负责。\n【3】垃圾房挪位\n暂缓。"
ROMAN = (
    "议案I　关于投资的议案\n董事会审议通过本议案。\n议案II　关于聘任的议案\n董事会批准聘任。\n"
    "议案III　关于担保的议案\n本议案未获通过。\n议案IV　关于采购的议案\n决定暂缓表决。"
)
CHAPTERS = (
    "一、会议概况\n时间：5月20日\n二、议定事项\n（一）6号楼加装电梯\n李明介绍了签字情况。同意先行申报。由王敏负责。\n"
    "（二）充电棚建设\n现有充电口86个。会议同意新建2处。由赵强牵头。"
)
TO_DO = "一、会议概况\n时间：5月20日\n二、议定事项\n（一）由市财政局牵头，保障经费。\n（二）市水务局要加强巡查。"
REPEATED = "会议议题：\n1、研究甲问题\n2、研究乙问题\n1、关于甲问题。会议同意。\n2、关于乙问题。会议同意。"


@pytest.mark.parametrize(
    ("text", "how", "items", "sections"),
    [
        (ITEMS, "labels", ["一", "二"], []),
        (TASKS, "single", [None], []),
        (PROSE, "prose", [None, None], []),
        (SECTIONS, "labels", ["一", "一", "二"], ["一", "二"]),
        (AMONG, "labels", ["一", "一", "二", "三"], ["二"]),
        (CHAPTERS, "labels", ["一", "二"], ["一", "二"]),
        (TO_DO, "labels", ["一", "二"], []),
        (REPEATED, "labels", ["1", "2"], []),
        (BOXED, "labels", ["1", "2", "3"], []),
        (ROMAN, "labels", ["I", "II", "III", "IV"], []),
        ("没有编号的一段话。", "none", [], []),
    ],
    ids=[
        "items",
        "tasks",
        "prose",
        "sections",
        "a section among matters",
        "chapters",
        "tasks in a chapter",
        "agenda repeated",
        "boxed",
        "roman",
        "none",
    ],
)
def test_what_numbers_the_items(text: str, how: str, items: list[str | None], sections: list[str]) -> None:
    found = blocks(text)
    plan = choose(found, first=0)
    assert plan.how == how
    assert [found[index].label for index in plan.items] == items
    assert [found[index].label for index in plan.sections] == sections


TITLED = (
    "一、关于资金。由市财政局负责，12月底前到位。\n二、关于过渡费。按原标准发放。\n三、关于稳定。市信访局要报送进展。"
)
BOARD = (
    "一、董事会会议召开情况\n会议由董事长主持。\n二、董事会会议审议情况\n1. 审议通过《甲议案》\n同意9票。\n"
    "2. 审议通过《乙议案》\n同意9票。\n三、备查文件\n1. 会议决议；\n2. 独立董事意见。"
)


def test_a_title_that_names_the_matter_makes_the_labels_points() -> None:
    found = blocks(TITLED)
    assert choose(found, first=0).how == "labels"
    assert choose(found, first=0, titled=True).how == "single"
    assert choose(blocks(ITEMS), first=0, titled=True).how == "labels"


def test_a_section_with_nothing_to_decide_has_no_items() -> None:
    found = blocks(BOARD)
    plan = choose(found, first=0)
    assert [found[index].body for index in plan.items] == ["审议通过《甲议案》", "审议通过《乙议案》"]
    assert [found[index].label for index in plan.sections] == ["一", "二", "三"]


def test_repeated_agenda_gives_way_to_the_record() -> None:
    found = blocks(REPEATED)
    assert [found[index].body[:2] for index in choose(found, first=0).items] == ["关于", "关于"]


def test_levels_are_scored() -> None:
    outer, inner = levels_of(blocks(ITEMS))
    assert outer.depth == 0
    assert outer.score > 0.9 > inner.score


def test_titles_straight_above_numbered_tasks_are_matters_too() -> None:
    found = blocks("（一）征地\n1.由甲镇签订协议。\n2.由乙局办理用地。\n（二）资金\n1.由丙局拨付。\n2.由丁局核查。")
    plan = choose(found, first=0, titled=True)
    assert plan.how == "labels"
    assert [found[index].label for index in plan.items] == ["一", "二"]


def test_titles_above_numbered_tasks_are_matters_in_a_record_with_a_title() -> None:
    text = (
        "1．关于改造扫尾\n市住建局汇报了进度。会议议定：\n（1）倒排工期。\n责任单位：市住建局\n"
        "2．关于停车场\n市城管局作了说明。会议议定：\n（1）办理手续。\n责任单位：市城管局"
    )
    found = blocks(text)
    plan = choose(found, first=0, titled=True)
    assert (plan.how, [found[index].label for index in plan.items]) == ("labels", ["1", "2"])


def test_headings_with_a_record_beneath_each_are_matters_though_the_title_names_one() -> None:
    text = (
        "1. 关于征地\n沿线尚有19户未签约。会议明确，由区政府负责，6月底前完成。\n"
        "2. 关于管线\n管线由供电公司迁改。费用由城投据实支付。"
    )
    assert choose(blocks(text), first=0, titled=True).how == "labels"
    tasks = "1. 关于征地\n由区政府负责。\n2. 关于管线\n由供电公司迁改。"
    assert choose(blocks(tasks), first=0, titled=True).how == "single"
