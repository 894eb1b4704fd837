"""A stretch of more than forty characters is not copied, and what is put instead keeps the facts."""

from __future__ import annotations

import pytest

from pipeline.generation.summary.loosen import MOST, copied, loosened, quoted, with_runs_quoted

DUTIES = "区房管局要在年底前完成居民意愿征集，区发改局、区财政局要同步做好立项和资金安排，管线单位要一并改造。"
PLAIN = "时间十分有限，遇到跨部门跨区域的难题及时上报研究，决不允许以任何理由一拖再拖影响断面达标任务完成。"


@pytest.mark.parametrize(
    ("text", "wording", "is_copied"),
    [
        ("甲" * MOST, "甲" * 90, False),
        ("甲" * (MOST + 1), "甲" * 90, True),
        (f"《{'甲' * 60}》", f"《{'甲' * 60}》", False),
        (f"“{'甲' * 60}”", f"“{'甲' * 60}”", False),
        ("甲" * 30 + "2021" + "甲" * 30, "甲" * 30 + "2021" + "甲" * 30, False),
        ("甲" * 20 + " " + "甲" * 30, "甲" * 25 + "\n" + "甲" * 30, True),
    ],
    ids=["forty", "forty-one", "a title", "a quote", "a figure between", "blanks do not count"],
)
def test_what_counts_as_copied(text: str, wording: str, is_copied: bool) -> None:
    assert copied(text, wording) == is_copied


def test_calls_behind_their_subject_go_first() -> None:
    first = next(loosened(DUTIES, DUTIES))
    assert first.startswith("区房管局在年底前完成居民意愿征集，区发改局、区财政局同步做好")
    assert not copied(first, DUTIES)


def test_what_cannot_be_put_otherwise_is_marked_as_a_quote() -> None:
    *_, last = loosened(PLAIN, PLAIN)
    assert last == f"“{PLAIN}”"
    assert not copied(last, PLAIN)


def test_a_quote_keeps_who_says_it_outside_and_marks_inside_single() -> None:
    assert quoted("会议强调：坚决不搞“一刀切”。") == "会议强调：“坚决不搞‘一刀切’。”"


def test_a_quote_does_not_break_off_before_what_its_last_clause_waits_for() -> None:
    wording = (
        "甲局和乙局分别负责涉及农田和林地手续的指导工作，能并联办理的审批手续一律实行并联办理，对确因政策原因无法办理的，"
        "要及早调整线路，不得边建边批。"
    )
    said = with_runs_quoted(wording.replace("要及早", "及早"), wording)
    assert "一律实行并联办理”" in said
    assert "，对确因政策原因无法办理的，及早调整线路" in said
