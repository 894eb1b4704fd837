"""Signed cells: what is shown, what is remembered, two people, taking back, and values that are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest

from pipeline.errors import BadRequest
from pipeline.generation.decisions.ledger import LedgerRow, rows
from pipeline.generation.decisions.signable import FIELDS
from pipeline.generation.decisions.signing import confirming, correcting, overlay, signed_words, undoing
from pipeline.retrieval.signoffs import SignOff
from tests.generation.papers import minutes

AT = "2021-03-09T01:00:00+00:00"


@pytest.fixture
def row() -> LedgerRow:
    return rows("d1", minutes())[0]


def _kept(*acts: Sequence[SignOff]) -> list[SignOff]:
    numbers = count(1)
    return [replace(act, number=next(numbers)) for several in acts for act in several]


def _over(row: LedgerRow, *acts: Sequence[SignOff]) -> LedgerRow:
    [signed] = overlay([row], _kept(*acts)).rows
    return signed


def test_confirming_changes_no_cell_and_says_who_and_when(row: LedgerRow) -> None:
    signed = _over(row, confirming(row, ["lead_units"], by="李敏", at=AT))
    assert replace(signed, confirmed={}) == row
    mark = signed.confirmed["lead_units"]
    assert (mark["by"], mark["at"], mark["action"], mark["former"], mark["changed"]) == (
        "李敏",
        AT,
        "confirm",
        None,
        False,
    )
    assert signed.to_json()["confirmed"]["lead_units"]["signatures"][0]["value"] == ["市城管局"]


def test_a_correction_is_shown_and_keeps_what_it_replaced(row: LedgerRow) -> None:
    signed = _over(row, correcting(row, {"lead_units": ("市公安局",), "deadline_text": "9月底前"}, by="李敏", at=AT))
    assert (signed.lead_units, signed.deadline_text, signed.deadline_date) == (("市公安局",), "9月底前", "2021-09-30")
    assert signed.confirmed["lead_units"]["former"] == ("市城管局",)
    assert signed.confirmed["deadline_date"]["former"] == "2021-06-30"
    place = signed.spans["lead_units.0"]
    assert minutes().text[place.start : place.end] == "市公安局"
    assert "deadline_text" not in signed.spans


def test_a_corrected_verdict_moves_the_list_of_verdicts(row: LedgerRow) -> None:
    signed = _over(row, correcting(row, {"outcome": "agreed_in_principle"}, by="李敏", at=AT))
    assert (signed.outcome, signed.outcomes) == ("agreed_in_principle", ("agreed_in_principle",))
    assert _over(row, correcting(row, {"outcome": None}, by="李敏", at=AT)).outcomes == ()


def test_two_people_sign_and_each_is_remembered(row: LedgerRow) -> None:
    first = correcting(row, {"next_step": "报市委常委会"}, by="李敏", at=AT)
    between = _over(row, first)
    second = confirming(between, ["next_step"], by="王岚", at="2021-03-10T01:00:00+00:00")
    mark = _over(row, first, second).confirmed["next_step"]
    assert (mark["by"], mark["action"], mark["former"]) == ("王岚", "correct", row.next_step)
    assert [(one["by"], one["action"]) for one in mark["signatures"]] == [("李敏", "correct"), ("王岚", "confirm")]


def test_taking_back_is_of_ones_own_and_brings_the_former_state(row: LedgerRow) -> None:
    first = correcting(row, {"next_step": "甲"}, by="李敏", at=AT)
    second = correcting(_over(row, first), {"next_step": "乙"}, by="王岚", at=AT)
    both = _over(row, first, second)
    assert both.next_step == "乙"
    back = undoing(both, ["next_step"], by="王岚", at=AT)
    assert _over(row, first, second, back).next_step == "甲"
    neither = undoing(_over(row, first, second, back), ["next_step"], by="李敏", at=AT)
    assert _over(row, first, second, back, neither) == row
    with pytest.raises(BadRequest, match="“陈某”没有签认过 d1:一:1。已签认的人：李敏、王岚"):
        undoing(both, ["next_step"], by="陈某", at=AT)
    with pytest.raises(BadRequest, match="这一行还没有人签认"):
        undoing(row, list(FIELDS), by="陈某", at=AT)


def test_what_is_signed_stays_when_the_text_is_reworded_and_says_so(row: LedgerRow) -> None:
    acts = confirming(row, ["deadline_text"], by="李敏", at=AT)
    reworded = replace(row, text=row.text.replace("6月底前", "9月底前"), deadline_text="9月底前")
    signed = _over(reworded, acts)
    mark = signed.confirmed["deadline_text"]
    assert (signed.deadline_text, mark["changed"], mark["extracted"]) == ("6月底前", True, "9月底前")
    assert signed_words(signed) == "李敏 2021-03-09 确认时限，其后内容有改动"
    again = _over(reworded, acts, confirming(signed, ["deadline_text"], by="王岚", at=AT))
    assert not again.confirmed["deadline_text"]["changed"]


def test_all_cells_signed_alike_are_said_in_one_word(row: LedgerRow) -> None:
    assert signed_words(_over(row, confirming(row, list(FIELDS), by="李敏", at=AT))) == "李敏 2021-03-09 确认全部各栏"
    assert signed_words(row) == ""


def test_a_correction_says_what_it_replaced_and_a_date_goes_with_its_deadline(row: LedgerRow) -> None:
    acts = correcting(row, {"lead_units": ("市住建局",), "deadline_text": "9月底前"}, by="李敏", at=AT)
    assert signed_words(_over(row, acts)) == "李敏 2021-03-09 更正牵头单位（原为“市城管局”）、时限（原为“6月底前”）"
    alone = correcting(row, {"deadline_date": "2021-07-01"}, by="李敏", at=AT)
    assert signed_words(_over(row, alone)) == "李敏 2021-03-09 更正时限日期（原为“2021-06-30”）"
