"""Answers about one agenda item."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.documents.parse import parse_text
from pipeline.generation.extractive.evidence import Source, Terms, terms_of
from pipeline.generation.extractive.matters import (
    ANSWERS,
    NOT_STATED,
    OF_EARLIER,
    deadline,
    decision,
    lead_units,
    outcome,
    stated_instead,
    task_and_bracket,
)
from pipeline.generation.extractive.replaced import FORMER, REPLACED
from pipeline.generation.extractive.target import Target
from pipeline.generation.understanding.asking import Aspect
from pipeline.minutes import Span
from tests.libraries import library_of

NOTHING = Terms({})


def target_of(sources: list[Source], meeting: int, item: int) -> Target:
    return Target(sources[meeting], sources[meeting].document.items[item], 1.0)


@pytest.mark.parametrize(
    ("aspect", "item", "words"),
    [
        ("presenter", 1, ["市住建局副局长钟立"]),
        ("outcome", 0, ["原则通过上述文件"]),
        ("next_step", 0, ["提交市委常委会讨论"]),
        ("lead_units", 0, ["由市城管局牵头"]),
        ("deadline", 0, ["6月底前"]),
        ("decision", 1, ["年内改造小区26个", "每月报送一次进展"]),
    ],
)
def test_a_field_is_answered_in_the_words_of_the_text(
    sources: list[Source], aspect: Aspect, item: int, words: list[str]
) -> None:
    found = "".join(sentence.text for sentence in ANSWERS[aspect](target_of(sources, 0, item), NOTHING))
    for word in words:
        assert word in found


@pytest.mark.parametrize("aspect", ["outcome", "next_step", "votes", "remarks"])
def test_what_is_not_stated_gives_nothing(sources: list[Source], aspect: Aspect) -> None:
    assert ANSWERS[aspect](target_of(sources, 0, 1), NOTHING) == []
    assert NOT_STATED[aspect]


def test_one_point_by_its_number(sources: list[Source]) -> None:
    [sentence] = decision(target_of(sources, 0, 0), NOTHING, number=2)
    assert "1200万元" in sentence.text


def test_a_verdict_without_points_answers_what_was_decided(sources: list[Source]) -> None:
    [sentence] = decision(target_of(sources, 0, 2), NOTHING)
    assert "同意该规定" in sentence.text


def test_the_point_that_the_topic_means_is_answered_alone(sources: list[Source]) -> None:
    one = Target(sources[0], sources[0].document.items[0], 1.0, by_title=False)
    [sentence] = decision(one, terms_of(("智慧停车平台",)))
    assert "1200万元" in sentence.text


def test_a_refusal_shows_the_heading(sources: list[Source]) -> None:
    assert stated_instead(target_of(sources, 0, 1)).text == "二、听取关于老旧小区改造进展情况的汇报"


@pytest.mark.parametrize(
    ("said", "earlier"),
    [
        pytest.param("第4次委务会议对本事项作出暂缓决定。", True, id="put off then"),
        pytest.param("第12期局长办公会议曾原则同意该方案。", True, id="agreed then"),
        pytest.param("会议维持第4次委务会议的决定，不予同意。", False, id="kept up now"),
        pytest.param("同意对第4次委务会议确定的名单作部分调整。", False, id="changed now"),
        pytest.param("会议不同意追加预算。", False, id="now"),
    ],
)
def test_what_an_earlier_meeting_decided_is_told_apart(said: str, earlier: bool) -> None:
    assert bool(OF_EARLIER.search(said)) is earlier


def test_what_was_replaced_is_no_deadline(offices: Assistant) -> None:
    entry = next(one for one in offices.entries() if one.file.startswith("liupu"))
    source = Source(entry, offices.catalogue.document(entry.document_id))
    item = next(one for one in source.document.items if "食堂" in one.title)
    assert "6月底前" in source.document.quote(item.span)
    told = "".join(line.text for line in deadline(Target(source, item, 1.0), NOTHING))
    assert "6月底前" not in told


@pytest.mark.parametrize(
    ("said", "former"),
    [
        pytest.param("第7期会议曾定中心于7月底前迁入新址", True, id="fixed then"),
        pytest.param("上次会议要求6月底前完工", True, id="ordered then"),
        pytest.param("工程原定9月通车", True, id="planned"),
        pytest.param("会议决定9月通车", False, id="fixed now"),
    ],
)
def test_what_was_fixed_before_is_told_apart(said: str, former: bool) -> None:
    assert bool(FORMER.search(said)) is former
    assert not REPLACED.search(said)


def test_a_bracket_that_says_whose_a_task_is_goes_with_the_task() -> None:
    told = "1. 6月1日前巡查水库，逐项整改。（县水利局牵头，各乡镇配合）\n2. 补充编织袋。（县应急局负责）"
    document = parse_text(f"甲县政府第3次常务会议纪要\n一、防汛工作\n会议明确：\n{told}")
    first, second = document.items[0].points
    for point, words in (
        (first, "6月1日前巡查水库，逐项整改。（县水利局牵头，各乡镇配合）"),
        (second, "补充编织袋。（县应急局负责）"),
    ):
        at = document.text.index("（", point.start)
        place = task_and_bracket(document.text, Span(at, point.end), point)
        assert document.quote(place) == words
    assert task_and_bracket(document.text, first.span, first) == first.span


TOLL = """柳湾市政府专题会议纪要
2023年3月14日，副市长祝云帆主持召开专题会议。会议议定：
一、关于东桥收费站改造
会议同意收费站由4进6出扩为6进9出，并抓紧与高速集团签订共建协议。牵头单位：市发展改革委。
会议要求，建立周调度机制，由殷副秘书长负责召集，每周三下午调度一次，6月底报告落实情况。
"""


def test_a_duty_beside_what_is_named_is_told_by_another_sentence(tmp_path: Path) -> None:
    library = library_of({"专题会议纪要.txt": TOLL}, tmp_path, today=datetime.date(2023, 12, 31))
    entry = library.entries()[0]
    source = Source(entry, library.catalogue.document(entry.document_id))
    one = Target(source, source.document.items[0], 1.0)
    named = terms_of(("东桥收费站", "高速", "协议"))
    beside = [line.text for line in lead_units(one, named)]
    assert not any("召集" in line for line in beside)
    assert not any("6月底" in line.text for line in deadline(one, named))


def test_the_point_that_is_meant_has_a_verdict_of_its_own(tmp_path: Path) -> None:
    text = (
        "甲县政府第2次常务会议纪要\n2024年3月5日，县长李某主持召开县政府第2次常务会议。\n一、招生工作意见\n会议同意该意见。\n"
        "（1）海岛子女应入尽入。\n（2）关于乙学校新增起始班的建议，会议决定暂缓实施，待核定编制后再议。\n"
    )
    library = library_of({"a.txt": text}, tmp_path, today=datetime.date(2024, 12, 31))
    entry = library.entries()[0]
    source = Source(entry, library.catalogue.document(entry.document_id))
    [line] = outcome(Target(source, source.document.items[0], 1.0), terms_of(("乙学校新增起始班",)))
    assert line.text == "关于乙学校新增起始班的建议，会议决定暂缓实施，待核定编制后再议。"
