"""The sentences that a search found, and which of them can answer."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.extractive.by_reading import sources_of
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.reading.candidates import (
    PASSAGES,
    SHORTEST,
    WHOSE,
    Candidate,
    asked_of,
    candidates,
    passages_of,
)
from pipeline.generation.understanding.question import Question
from tests.generation.extractive.reading.counties import QINGLU, TODAY
from tests.libraries import composing_of


def put_to(assistant: Assistant, text: str) -> Composing:
    return composing_of(assistant, text, today=datetime.date.fromisoformat(TODAY))


def found_for(assistant: Assistant, text: str, *, alone: bool = True) -> list[Candidate]:
    composing = put_to(assistant, text)
    hits = composing.find(text, 12)
    sources = sources_of(composing, [hit.document_id for hit in hits])
    return candidates(composing.question, sources, hits, alone=alone)


def can(assistant: Assistant, text: str, wording: str, *, alone: bool = True) -> bool:
    """Tell whether the sentence with some wording may answer a question."""
    one = next(one for one in found_for(assistant, text, alone=alone) if wording in one.text.replace("\n", ""))
    return one.can


@pytest.mark.parametrize(
    ("text", "wording", "holds"),
    [
        pytest.param("加装电梯每部补助多少钱", "补助18万元", True, id="money: an amount"),
        pytest.param("加装电梯补助要多少钱", "补助资金由县财政局", False, id="money: no amount"),
        pytest.param("补助资金什么时候拨付", "补助资金由县财政局", True, id="day: a deadline"),
        pytest.param("电梯补助什么时候拨付", "惠及居民620户", False, id="day: no day"),
        pytest.param("加装电梯惠及多少户", "惠及居民620户", True, id="counted: 户"),
        pytest.param("加装电梯惠及多少户", "补助资金由县财政局", False, id="counted: no figure"),
        pytest.param("加装电梯新修几公里路", "惠及居民620户", False, id="counted: figures of other things"),
        pytest.param("法律顾问聘期多久", "聘期三年", True, id="span"),
        pytest.param("法律顾问聘期多久", "法律顾问共2人", False, id="span: none"),
        pytest.param("法律顾问都是谁", "聘任程一诺", True, id="people: names"),
        pytest.param("法律顾问都是谁", "法律顾问共2人", False, id="people: a count and an office are none"),
        pytest.param("法律顾问归谁管", "法律顾问共2人", True, id="by whom: an office will do"),
        pytest.param("哪个部门负责拨付补助资金", "补助资金由县财政局", True, id="unit"),
        pytest.param("哪个部门负责水库扩容", "二期工程总投资", False, id="unit: none"),
        pytest.param("法律顾问组组长是谁", "聘任程一诺", False, id="post: not named"),
        pytest.param("灯塔多高", "共需经费136万元", False, id="measure: money is none"),
        pytest.param("水库大坝多长", "2023年10月开工", False, id="measure: a date is none"),
        pytest.param("水库扩容会亏钱吗", "会议听取了县水务局", False, id="who reported answers nothing else"),
        pytest.param("水库扩容是谁汇报的", "会议听取了县水务局", True, id="who reported answers who reported"),
        pytest.param("水库扩容投向哪些方面", "会议听取了县水务局", False, id="who reported is no list"),
    ],
)
def test_a_sentence_must_hold_the_kind_asked_for(counties: Assistant, text: str, wording: str, holds: bool) -> None:
    assert can(counties, text, wording) == holds


@pytest.mark.parametrize(
    ("text", "wording", "same"),
    [
        pytest.param("水库一期什么时候开工", "一期工程总投资", True, id="the phase asked for"),
        pytest.param("水库二期什么时候开工", "一期工程总投资", False, id="another phase"),
        pytest.param("水库三期什么时候开工", "二期工程总投资", False, id="a phase that the item lacks"),
        pytest.param("900万立方米的水库总投资多少", "二期工程总投资", True, id="a figure of the item"),
        pytest.param("700万立方米的水库总投资多少", "二期工程总投资", False, id="a figure that the item lacks"),
        pytest.param("县财政局什么时候拨付补助资金", "9月底前拨付", True, id="the unit named"),
        pytest.param("县民政局什么时候拨付补助资金", "9月底前拨付", False, id="another unit"),
    ],
)
def test_a_sentence_must_speak_of_the_same(counties: Assistant, text: str, wording: str, same: bool) -> None:
    assert can(counties, text, wording) == same


def test_of_several_meetings_one_need_not_hold_every_figure(counties: Assistant) -> None:
    text = "青政纪〔2023〕3号的45部和白政纪〔2023〕7号的30部，每部电梯分别补助多少"
    assert not can(counties, text, "补助22万元")
    assert not can(counties, text, "补助18万元")
    assert can(counties, text, "补助22万元", alone=False)
    assert can(counties, text, "补助18万元", alone=False)


def test_a_claim_may_name_a_figure_that_is_wrong(counties: Assistant) -> None:
    assert can(counties, "加装电梯惠及居民800户，对吗", "惠及居民620户")


@pytest.mark.parametrize(
    ("text", "heading", "says"),
    [
        pytest.param("云栖水库扩容的方案", "二、审议云栖水库", False, id="a heading names the matter"),
        pytest.param("山岚文旅公司注册资本多少", "五、同意设立", True, id="a heading that decides"),
    ],
)
def test_a_heading_answers_only_where_it_decides(counties: Assistant, text: str, heading: str, says: bool) -> None:
    assert can(counties, text, heading) == says


def test_a_sentence_broken_over_lines_is_whole(counties: Assistant) -> None:
    whole = next(one for one in found_for(counties, "首批30部电梯什么时候完成") if "22万元" in one.text)
    assert whole.text.startswith("会议明确\n，每部电梯")
    assert whole.text.endswith("加装。")
    assert whole.text == whole.source.document.quote(whole.span)


def test_the_likeliest_comes_first_and_is_a_chance(counties: Assistant) -> None:
    found = found_for(counties, "灯塔修缮共需经费多少")
    assert "136万元" in found[0].text
    assert [one.likely for one in found] == sorted((one.likely for one in found), reverse=True)
    assert all(0 < one.likely < 1 for one in found)


def test_a_question_of_asking_words_alone_has_no_candidates(counties: Assistant) -> None:
    assert found_for(counties, "谁") == []


def test_passages_are_whole_items_each_once_with_their_sentences(counties: Assistant) -> None:
    composing = put_to(counties, "加装电梯补助")
    hits = composing.find("加装电梯补助", 12)
    sources = sources_of(composing, [hit.document_id for hit in hits])
    passages, places = passages_of(sources, [*hits, *hits])
    assert len(passages) <= PASSAGES
    assert [one.text for one in places] == [text for passage in passages for text in passage.sentences]
    assert len({(one.source.document_id, one.span.start) for one in places}) == len(places)
    assert all(one.span.end - one.span.start >= SHORTEST for one in places)
    lifts = next(passage for passage in passages if "青麓县老旧住宅" in passage.title)
    assert "会议原则通过该办法。" in lifts.sentences  # the verdict, though the search may have found a point only
    assert "青政纪〔2023〕3号" in lifts.stamp


def test_a_date_set_off_by_blanks_is_a_date(tmp_path: Path) -> None:
    apart = re.sub(r"(?<=[一-鿿])(?=[0-9])|(?<=[0-9])(?=[一-鿿])", " ", QINGLU)
    (tmp_path / "a.txt").write_text(apart, encoding="utf-8")
    assistant = Assistant(load_settings(home=str(tmp_path / "home")))
    assistant.ingest([tmp_path / "a.txt"])
    answer = assistant.ask("云栖水库二期工程什么时候开工？")
    assert answer.citations[0].quote == "二期工程总投资 4.1 亿元，新增库容 900 万立方米，2025 年 3 月开工。"


def test_hits_of_documents_out_of_scope_are_left_out(counties: Assistant) -> None:
    composing = put_to(counties, "加装电梯补助")
    hits = composing.find("加装电梯补助", 12)
    assert len({hit.document_id for hit in hits}) == 2
    one = {hits[0].document_id: sources_of(composing, [hits[0].document_id])[hits[0].document_id]}
    assert {place.source.document_id for place in passages_of(one, hits)[1]} == set(one)


def test_what_names_the_meeting_is_no_concept_unless_the_question_was_put_in_other_words(counties: Assistant) -> None:
    question: Question = put_to(counties, "白汀县第9次常务会议的灯塔经费").question
    plain = {concept.word for concept in asked_of(question).concepts}
    assert "灯塔" in plain
    assert not any("白汀" in word for word in plain)
    other = asked_of(question, "渔港灯塔修缮 白汀县要花多少钱")
    assert other.kind.kind == "money"
    assert any("白汀" in concept.word for concept in other.concepts)


@pytest.mark.parametrize("text", ["这事是谁牵头？", "这事是谁挑头？"])
def test_who_heads_a_matter_is_asked_in_everyday_words_too(text: str) -> None:
    assert WHOSE.search(text)
