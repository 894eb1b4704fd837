"""A sign-off follows its decision through rewording, renumbering and moves, and never onto another one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.generation.decisions.following import follow, is_same_wording
from pipeline.generation.decisions.ledger import LedgerRow, rows
from pipeline.generation.decisions.signing import confirming
from pipeline.retrieval.signoffs import SignOff
from tests.generation.papers import minutes


@pytest.fixture
def ledger() -> list[LedgerRow]:
    return rows("d1", minutes())


def _sign(row: LedgerRow, number: int = 1) -> SignOff:
    [act] = confirming(row, ["outcome"], by="李敏", at="2021-03-09T01:00:00+00:00")
    return replace(act, number=number)


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({}, True),
        ({"row": "d1:九:7", "item": "九", "start": 900, "end": 960}, True),
        (
            {"text": "停车难是群众反映强烈的重要方面。由市城管局牵头，市公安局配合，9月底前完成泊位普查，共1200个。"},
            False,
        ),
        ({"item_title": "《临川市停车管理办法（试行）》"}, False),
        (
            {
                "text": "停车难是群众反映强烈的重要方面 。由市城管局牵头,市公安局配合,6月底前完成泊位普查,共1200个,"
                "推动停车秩序好转。"
            },
            True,
        ),
    ],
    ids=["as it was", "renumbered", "another deadline", "another title", "other blanks and marks"],
)
def test_a_decision_is_found_again(ledger: list[LedgerRow], changed: dict[str, object], same: bool) -> None:
    signed, others = ledger[0], ledger[1:]
    now = replace(signed, **changed)  # type: ignore[arg-type]
    followed = follow([*others, now], [_sign(signed)])
    assert list(followed.by_row) == [now.row]
    assert not followed.lost
    assert is_same_wording(_sign(signed), now) == same


def test_a_number_that_now_names_another_decision_does_not_carry_the_signature(ledger: list[LedgerRow]) -> None:
    first, second = ledger[0], ledger[1]
    swapped = [replace(first, row=second.row), replace(second, row=first.row)]
    followed = follow(swapped, [_sign(first)])
    assert list(followed.by_row) == [second.row]


def test_the_same_wording_of_two_items_is_told_apart_by_the_title(ledger: list[LedgerRow]) -> None:
    one = replace(ledger[0], text="会议原则通过上述文件", row="d1:一:verdict")
    other = replace(one, item_title="《临川市河道保洁办法》", row="d1:二:verdict")
    followed = follow([other, replace(one, row="d1:三:verdict")], [_sign(one)])
    assert list(followed.by_row) == ["d1:三:verdict"]


def test_a_decision_that_is_gone_is_lost_not_handed_on(ledger: list[LedgerRow]) -> None:
    gone = replace(ledger[0], text="由市水务局牵头，每月通报一次河道保洁情况。")
    followed = follow(ledger, [_sign(gone)])
    assert followed.by_row == {}
    assert [act.text for act in followed.lost] == [gone.text]


def test_a_decision_that_fits_to_the_letter_is_not_given_away(ledger: list[LedgerRow]) -> None:
    survivor = replace(ledger[0], text="市城管局6月底前完成泊位普查")
    gone = replace(survivor, text="市城管局9月底前完成泊位普查", row="d1:一:8")
    followed = follow([survivor], [_sign(survivor, 1), _sign(gone, 2)])
    assert [act.number for act in followed.by_row[survivor.row]] == [1]
    assert [act.number for act in followed.lost] == [2]


def test_an_old_and_a_new_wording_of_one_row_are_one_history(ledger: list[LedgerRow]) -> None:
    before = replace(ledger[0], text="市城管局6月底前完成泊位普查")
    now = replace(before, text="市城管局9月底前完成泊位普查")
    followed = follow([now], [_sign(before, 1), _sign(now, 2)])
    assert [act.number for act in followed.by_row[now.row]] == [1, 2]
