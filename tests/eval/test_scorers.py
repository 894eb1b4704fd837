"""Answers are judged as the author of the gold set says: what must be there, what must not, and who refuses."""

from __future__ import annotations

from typing import Any

import pytest

from eval.gold import Question
from eval.scorers import folded, holds, is_short, judge, plain


def asked(**fields: Any) -> Question:
    return Question(
        **{"id": "t1", "question": "？", "type": "list", "style": "formal", "difficulty": "easy", "split": "dev"}
        | fields
    )


def said(answer: str, *, refused: bool = False) -> dict[str, Any]:
    return {"answer": answer, "refused": refused}


PERSON = asked(answers=("周明",), must_include=("周明",), refused=False)
LIST = asked(answers=("周明",), must_include=("周明", "吴静"), refused=False)
COUNT = asked(answers=("6项", "六项"), refused=False)
THERE = asked(answers=("出席",), must_include=("出席",), must_not_include=("未出席",), refused=False)
UNSTATED = asked(must_not_include=("原则通过",), refused=True)
PLANTED = asked(must_not_include=("吴静",), refused=True)


@pytest.mark.parametrize(
    ("question", "answer", "right"),
    [
        pytest.param(PERSON, said("由周明汇报。"), True, id="the answer"),
        pytest.param(PERSON, said("由周  明汇报。"), True, id="blanks do not count"),
        pytest.param(PERSON, said("由吴静汇报。"), False, id="another answer"),
        pytest.param(PERSON, said("由周明汇报。", refused=True), False, id="the answer, but marked as a refusal"),
        pytest.param(LIST, said("周明、吴静"), True, id="a whole list"),
        pytest.param(LIST, said("周明"), False, id="half a list"),
        pytest.param(COUNT, said("共六项。"), True, id="one of several forms"),
        pytest.param(COUNT, said("共16项。"), False, id="a number is not cut out of a longer one"),
        pytest.param(COUNT, said("共十六项。"), False, id="nor a Chinese one"),
        pytest.param(THERE, said("周明出席。"), True, id="there"),
        pytest.param(THERE, said("周明未出席。"), False, id="what must not be said"),
        pytest.param(UNSTATED, said("纪要没有写明。", refused=True), True, id="a refusal"),
        pytest.param(UNSTATED, said("纪要没有写明。"), False, id="a refusal in words only"),
        pytest.param(UNSTATED, said("会议原则通过。", refused=True), False, id="a refusal that claims"),
        pytest.param(UNSTATED, said("纪要未载明是否原则通过。", refused=True), True, id="named as not stated"),
        pytest.param(UNSTATED, said("没有写明原则通过还是不同意。", refused=True), True, id="named as an alternative"),
        pytest.param(
            UNSTATED, said("纪要没有写明，会议原则通过。", refused=True), False, id="claimed in the next clause"
        ),
        pytest.param(UNSTATED, said("会议未原则通过。", refused=True), False, id="a denial is a claim too"),
        pytest.param(PLANTED, said("纪要未提及吴静。", refused=True), True, id="a name not mentioned"),
    ],
)
def test_an_answer_is_judged(question: Question, answer: dict[str, Any], right: bool) -> None:
    judgement = judge(question, answer)
    assert judgement.correct is right
    assert bool(judgement.reasons) is not right


@pytest.mark.parametrize(
    ("wanted", "answer", "strictly"),
    [
        pytest.param("特许经营(BOT)模式", "调整为特许经营（BOT）模式", True, id="brackets"),
        pytest.param("1-2个", "１—２个", True, id="dashes and wide digits"),
        pytest.param("“263”行动", '"263"行动', True, id="quotation marks"),
        pytest.param("第4次", "第四次", False, id="a Chinese numeral"),
        pytest.param("2.9万件", "29000件", False, id="ten thousands"),
        pytest.param("1800亩", "1,800亩", False, id="thousands"),
        pytest.param("2017年5月24日", "2017-05-24", False, id="an ISO date"),
    ],
)
def test_numbers_count_as_equal_only_in_the_folded_judgement(wanted: str, answer: str, strictly: bool) -> None:
    judgement = judge(asked(answers=(wanted,), refused=False), said(answer))
    assert (judgement.correct, judgement.folded) == (strictly, True)


def test_folding_does_not_make_a_wrong_number_right() -> None:
    assert not judge(asked(answers=("12项",), refused=False), said("共十一项")).folded


def test_completeness_is_the_share_of_the_elements() -> None:
    assert judge(LIST, said("周明")).complete == 0.5
    assert judge(UNSTATED, said("没有", refused=True)).complete is None


def test_the_reasons_say_what_is_wrong() -> None:
    assert judge(LIST, said("周明", refused=True)).reasons == ("误拒", "缺少：吴静")
    assert judge(UNSTATED, said("原则通过")).reasons == ("应拒答而作答", "不应出现：原则通过")


@pytest.mark.parametrize(
    ("text", "needle", "there"),
    [
        ("2.9万件", "9万件", False),
        ("第12项", "12", True),
        ("27.5亿元", "27", False),
        ("1. 27亿元", "27亿元", True),
        ("二十二项", "二项", False),
        ("其中二项", "二项", True),
    ],
)
def test_a_number_is_whole(text: str, needle: str, there: bool) -> None:
    assert holds(text, needle) is there


def test_plain_and_folded_texts_keep_everything_else() -> None:
    text = "会议要求：由市城管局牵头，6月底前完成。"
    assert plain(text) == "会议要求:由市城管局牵头,6月底前完成。" == folded(text)


@pytest.mark.parametrize(("kind", "short"), [("person", False), ("list", True), ("comparison", True)])
def test_only_lists_and_comparisons_may_be_long(kind: str, short: bool) -> None:
    assert is_short(asked(type=kind, refused=False), said("长" * 201)) is short
    assert is_short(asked(type=kind, refused=False), said("长" * 200))
