"""Quotes are found inside the item that is named, however a body numbers its items."""

from __future__ import annotations

import pytest

from eval.gold import Evidence, Place
from eval.locate import outline, places, places_of
from eval.sets import GoldSet

from .conftest import FILE, TEXT


def test_every_evidence_of_the_samples_has_a_place_that_reads_as_quoted(samples_set: GoldSet) -> None:
    texts = samples_set.texts
    for question in samples_set.questions:
        for piece, found in zip(question.evidence, places(question, texts), strict=True):
            assert found, question.id
            assert {texts[place.file][place.start : place.end] for place in found} == {piece.quote}


def test_the_items_of_a_report_are_its_problems() -> None:
    text = "通报\n一、总体\n二、整改\n1.关于“甲”问题的整改。\n(1)做。\n2.关于“乙”问题的整改。\n三、打算\n好"
    found = {label: text[start:end].strip() for label, start, end in outline(text) if label}
    assert found == {"1": "1.关于“甲”问题的整改。\n(1)做。", "2": "2.关于“乙”问题的整改。"}


def test_a_quote_that_stands_twice_has_two_places() -> None:
    (only,) = places_of(Evidence(document=FILE, item="二", quote="周明"), TEXT)
    assert only == Place(FILE, TEXT.rindex("周明"), TEXT.rindex("周明") + 2)  # the one of item 一 does not count
    assert len(places_of(Evidence(document=FILE, item="一", quote="城管局"), TEXT)) == TEXT.count("城管局")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("会议听取\n议题一 停车\n甲由乙办\n议题二 绿化\n丙", "一", id="议题一"),
        pytest.param("会议听取\n【议题1】停车\n甲由乙办\n【议题2】绿化\n丙", "1", id="【议题1】"),
        pytest.param("会议听取\n（一）停车\n甲由乙办\n（二）绿化\n丙", "一", id="（一）"),
        pytest.param("会议听取\n壹  停车\n甲由乙办\n贰  绿化\n丙", "壹", id="壹"),
        pytest.param("会议听取\n第一件，停车\n甲由乙办\n第二件，绿化\n丙", "一", id="第一件"),
        pytest.param("会议听取\n◆项目1  停车\n甲由乙办\n◆项目2  绿化\n丙", "1", id="◆项目1"),
        pytest.param("会议听取\n1  停车  甲由乙办\n2  绿化  丙", "1", id="a row set apart by blanks"),
        pytest.param("会议听取\n1\u3000停车\n甲由乙办\n1.1\u3000绿化\n2\u3000绿化\n丙", "1", id="an ideographic blank"),
        pytest.param("会议听取\n1、停车\n甲由乙办\n2、绿化\n丙", "1", id="1、"),
        pytest.param("会议听取\n第一项 停车\n甲由乙办\n第二项 绿化\n丙", "一", id="第一项"),
        pytest.param("会议听取\n第一項 停车\n甲由乙办\n第二項 绿化\n丙", "一", id="第一項"),
        pytest.param("会议听取\n## 一、停车\n甲由乙办\n## 二、绿化\n丙", "一", id="Markdown"),
        pytest.param("会议听取\n\u2003（一）停车\n甲由乙办\n\u2003（二）绿化\n丙", "一", id="wide blanks"),
        pytest.param("会议听取\n2023-8-01\t停车\t甲由乙办\n2023-8-02\t绿化\t丙", "2023-8-01", id="rows of a table"),
        pytest.param("会议听取\n议题编号：0401\n甲由乙办\n议题编号：0402\n丙", "0401", id="议题编号"),
        pytest.param("会议听取\nI. 停车\n甲由乙办\nII. 绿化\n丙", "I", id="roman"),
        pytest.param("会议听取\nA. 停车\n甲由乙办\nB. 绿化\n丙", "A", id="letters"),
    ],
)
def test_other_ways_of_numbering_are_read(text: str, label: str) -> None:
    assert places_of(Evidence(document=FILE, item=label, quote="甲由乙办"), text)
    assert not places_of(Evidence(document=FILE, item=label, quote="丙"), text)
    assert places_of(Evidence(document=FILE, item=None, quote="会议听取"), text)


def test_a_list_of_the_facts_of_the_meeting_is_no_items() -> None:
    text = "纪要\n一、会议时间：3月2日\n二、出席人员：\n主持人：周明\n三、会议内容\n（一）停车\n甲由乙办"
    assert places_of(Evidence(document=FILE, item=None, quote="主持人：周明"), text)
    assert not places_of(Evidence(document=FILE, item="二", quote="主持人：周明"), text)


def test_a_label_that_no_heading_has_is_nowhere() -> None:
    assert not places_of(Evidence(document=FILE, item="九", quote="周明"), TEXT)


def test_a_label_within_a_chapter_is_found_where_the_chapter_of_that_label_does_not_hold_the_quote() -> None:
    text = "纪要\n一、会议概况\n周明主持。\n二、议定事项\n（一）停车\n甲由乙办\n（二）绿化\n丙"
    assert places_of(Evidence(document=FILE, item="一", quote="甲由乙办"), text)
    assert places_of(Evidence(document=FILE, item="一", quote="周明主持"), text)
