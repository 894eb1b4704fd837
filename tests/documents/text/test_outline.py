from __future__ import annotations

import pytest

from pipeline.documents.text.outline import find_mark
from tests.documents.paper import blocks


@pytest.mark.parametrize(
    ("text", "style", "value", "body"),
    [
        ("一、审议", "cn", 1, "审议"),
        ("四. 审议", "cn", 4, "审议"),
        ("十二、听取", "cn", 12, "听取"),
        ("(三)要加强", "cn_paren", 3, "要加强"),
        ("1. 突出重点", "ar", 1, "突出重点"),
        ("1.2020年底前完成", "ar", 1, "2020年底前完成"),
        ("6.2024—2025年度护林防火", "ar", 6, "2024—2025年度护林防火"),
        ("1.5月31日前提交检查", "ar", 1, "5月31日前提交检查"),
        ("12、抓好", "ar_dun", 12, "抓好"),
        ("3)抓好", "ar_half", 3, "抓好"),
        ("(101)建立", "ar_paren", 101, "建立"),
        ("①由市财政局", "circle", 1, "由市财政局"),
        ("议题一:审议", "topic", 1, "审议"),
        ("【议题2】审议", "topic", 2, "审议"),
        ("第三项 研究", "topic", 3, "研究"),
        ("事项二:春节走访慰问", "topic", 2, "春节走访慰问"),
        ("II、讨论", "roman", 2, "讨论"),
        ("任务2 测算津贴", "task", 2, "测算津贴"),
        ("第一件,充电棚建在哪", "topic", 1, "充电棚建在哪"),
        ("第二件事:食堂", "topic", 2, "食堂"),
        ("◆项目6  粮食产业园", "topic", 6, "粮食产业园"),
        ("事项二:2024年预算", "topic", 2, "2024年预算"),
        ("● 一、防汛", "cn", 1, "防汛"),
        ("第一章 总则", "chapter", 1, "总则"),
        ("【3】停车棚换地方", "boxed", 3, "停车棚换地方"),
        ("b) 办理规划许可", "letter", 2, "办理规划许可"),
        ("(c)发布公告", "letter", 3, "发布公告"),
        ("A、供热方案", "letter", 1, "供热方案"),
        ("I、供热方案", "roman", 1, "供热方案"),
        ("02  急诊扩建", "ar", 2, "急诊扩建"),
        ("01  3.0T磁共振采购", "ar", 1, "3.0T磁共振采购"),
        ("[二] 食堂承包", "boxed", 2, "食堂承包"),
        ("〔4〕、物业费调价", "boxed", 4, "物业费调价"),
        ("议案III 关于采购水表的议案", "topic", 3, "关于采购水表的议案"),
        ("议题Ⅳ:人事事项", "topic", 4, "人事事项"),
        ("议题②听取汇报", "topic", 2, "听取汇报"),
        ("第Ⅱ项议题 供水", "topic", 2, "供水"),
        ("一是深化", "yi_shi", 1, "深化"),
    ],
)
def test_mark(text: str, style: str, value: int, body: str) -> None:
    mark = find_mark(text)
    assert mark is not None
    assert (mark.style, mark.value, text[mark.body :]) == (style, value, body)


@pytest.mark.parametrize(
    "text",
    [
        "2020年3月",
        "12.5亿元",
        "项目1.2亿元",
        "第一件大事",
        "一二三产业",
        "会议指出",
        "",
        "3",
        "一、二、三产业融合",
        "B类人才",
        "A座大厅",
        "C919客机",
        "【2024】15号",
        "【关于供水】",
        "议题IT系统",
    ],
)
def test_no_mark(text: str) -> None:
    assert find_mark(text) is None


def outline(text: str) -> list[tuple[int, str | None]]:
    return [(block.depth, block.label) for block in blocks(text)]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("一、甲\n1.子\n2.丑\n二、乙\n1.寅", [(0, "一"), (1, "1"), (1, "2"), (0, "二"), (1, "1")]),
        ("一、甲\n(1)子\n二、乙\n(2)丑", [(0, "一"), (1, "1"), (0, "二"), (1, "2")]),
        ("一、甲\n1.子\n说明\n1.丑", [(0, "一"), (1, "1"), (-1, None), (1, "1")]),
        ("1、甲\n1.子\n2.丑\n2、乙", [(0, "1"), (1, "1"), (1, "2"), (0, "2")]),
        ("1、甲\n2.乙\n3、丙", [(0, "1"), (0, "2"), (0, "3")]),
        ("二、甲\n三、乙", [(0, "二"), (0, "三")]),
        ("八、甲", [(-1, None)]),
        ("会议要求:1.甲;2.乙;3.丙。", [(-1, None), (0, "1"), (0, "2"), (0, "3")]),
        ("议定:①甲,②乙。", [(-1, None), (0, "①"), (0, "②")]),
        ("版本为2.0。共1.5亿元;", [(-1, None)]),
        (
            "1、防汛\n2、水渠\n三、音乐节\n3、中转站\n5 人事\n(1)甲\n(2)乙\n6、其他",
            [(0, "1"), (0, "2"), (0, "三"), (0, "3"), (0, "5"), (1, "1"), (1, "2"), (0, "6")],
        ),
        ("一、甲\n1.关于子\n2.关于丑\n二、乙\n3.关于寅", [(0, "一"), (1, "1"), (1, "2"), (0, "二"), (1, "3")]),
    ],
    ids=[
        "nested",
        "numbered through",
        "two sets",
        "two signs nested",
        "two signs mixed",
        "first lost",
        "stray",
        "inline",
        "circles",
        "figures",
        "miscounted",
        "numbered through beneath headings",
    ],
)
def test_nesting(text: str, levels: list[tuple[int, str | None]]) -> None:
    assert outline(text) == levels


def test_a_verdict_behind_inline_points_is_no_point() -> None:
    assert [block.passage.flat for block in blocks("会议要求:1.甲;2.乙。会议原则同意。")][-1] == "会议原则同意。"


def test_the_numerals_of_accounts_number_too_and_a_list_keeps_its_style() -> None:
    found = blocks("壹  上次议定事项\n贰  2024年债券\n叁、产业园")
    assert [(one.label, one.mark.value if one.mark else None) for one in found] == [("壹", 1), ("贰", 2), ("叁", 3)]
    assert [one.mark.style for one in blocks("1、学习\n2、敬老院\n3.搬迁") if one.mark] == ["ar_dun"] * 3


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("会议议定：\n1．23处隐患逐处约谈。\n2．更换软管6500根。\n3．5个小区列入计划。", ["1", "2", "3"]),
        ("1.5亿元资金年内到位。\n其余另行安排。", []),
        ("1.加快拨付。\n2.3个百分点的缺口由市级承担。\n3.加强督查。", ["1", "2", "3"]),
    ],
    ids=["an ordinal before a figure", "a figure", "in the middle"],
)
def test_an_ordinal_may_stand_straight_before_a_figure(text: str, labels: list[str]) -> None:
    assert [one.label for one in blocks(text) if one.mark] == labels


def test_decimal_labels_before_a_wide_blank_may_stand_before_a_unit_or_a_figure() -> None:
    found = blocks("1　平台\n1.1　平台由市数据局建。\n1.2　3处站点不设。\n1.3　公共停车不动。\n1.4万元不动。")
    assert [block.label for block in found] == ["1", "1.1", "1.2", "1.3", None]


def test_decimal_labels_count_beneath_their_heading() -> None:
    found = blocks("1 调度\n1.1 同意下泄。\n1.2 不同意蓄水。\n2 物资\n2.1 调运冲锋舟。\n1.5万元不动。")
    assert [block.label for block in found] == ["1", "1.1", "1.2", "2", "2.1", None]
    assert [block.depth for block in found[:5]] == [0, 1, 1, 0, 1]


def test_stems_are_labels() -> None:
    found = [block.mark for block in blocks("甲、原则同意。\n乙、8月底前完工。")]
    assert [(mark.style, mark.value) for mark in found if mark] == [("stem", 1), ("stem", 2)]
