from __future__ import annotations

import re

import pytest

from pipeline.documents import patterns
from pipeline.documents.text.clean import fold


@pytest.mark.parametrize(
    ("name", "text", "matches"),
    [
        ("OTHER_MATTERS", "会议还审议了《报告》，学习了《法》。", True),
        ("OTHER_MATTERS", "会议还要求各部门抓好落实。", False),
        ("RECORD_OPENER", "会议议定以下意见：", True),
        ("RECORD_OPENER", "现纪要如下：", True),
        ("RECORD_OPENER", "与会董事审议并表决通过如下议案：", True),
        ("RECORD_OPENER", "会议指出，当前形势严峻。", False),
        ("ADDRESSEE", "会议要求某某开发区：", True),
        ("ADDRESSEE", "针对这个意见，会议对某某高新区明确以下几点：", True),
        ("ADDRESSEE", "会议明确：", False),
        ("REMARK_OPENER", "会议指出，近年来成效明显。", True),
        ("REMARK_OPENER", "李明同志强调，要抓好落实。", True),
        ("REMARK_OPENER", "市财政局要抓好落实。", False),
        ("DECISION_OPENER", "会议要求，市财政局要保障经费。", True),
        ("DECISION_OPENER", "会议听取了汇报。", False),
        ("ITEM_OPENER", "会议听取了县教育局的汇报。", True),
        ("ITEM_OPENER", "会议指出，要加强领导。", False),
        ("FOOT", "抄送：市委办公室。", True),
        ("FOOT", "某某市人民政府办公室整理", True),
        ("FOOT", "某某市人民政府办公室　2023年7月6日印发", True),
        ("FOOT", "会议原则通过。", False),
        ("DATE_LINE", "二〇二〇年三月七日", True),
    ],
)
def test_part_of_the_grammar(name: str, text: str, matches: bool) -> None:
    pattern: re.Pattern[str] = getattr(patterns, name)
    found = pattern.search(fold(text)) if name == "ADDRESSEE" else pattern.match(fold(text))
    assert bool(found) is matches


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("出席：张三", "present"),
        ("出席人员：张三", "present"),
        ("参会：张三", "present"),
        ("出席会议的有：张三", "present"),
        ("列　席：李四", "observers"),
        ("请假：王五", "absent"),
        ("缺席人员：王五", "absent"),
        ("记录：赵六", "recorder"),
        ("主 持 人：钱七", "chair"),
        ("时　间：3月7日", "date"),
        ("会议地点：三楼", "place"),
        ("会议议题：", "topic"),
        ("出席情况良好", None),
    ],
)
def test_label(text: str, label: str | None) -> None:
    match = patterns.LABELS.match(fold(text))
    assert (match.lastgroup if match else None) == label


@pytest.mark.parametrize(
    ("text", "session", "number"),
    [
        ("市政府第4次常务会议", None, "4"),
        ("四届五十一次常务会议", "四届五十一次", "五十一"),
        ("五届104次", "五届104次", "104"),
        ("2020年第7次", "2020年第7次", "7"),
        ("第三届董事会第十二次会议", "第三届董事会第十二次", "十二"),
        ("县政府第十七届第23次", "第十七届第23次", "23"),
    ],
)
def test_session(text: str, session: str | None, number: str) -> None:
    match = patterns.SESSION.search(text)
    assert match is not None
    assert (match.group() if match["session"] else None) == session
    assert (match["n1"] or match["n2"]) == number
