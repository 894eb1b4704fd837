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


@pytest.mark.parametrize(
    ("wording", "kept"),
    [
        (
            "由市应急管理局负责督促，每周到厂检查一次，发现隐患逐条登记造册，限期整改到位后报市安委会办公室备案销号",
            "应急管理局",
        ),
        (
            "抢修堤段所需资金由市财政局先行垫付，市水务局要在汛期结束之前完成全部堤段的加固和验收，逐段建立档案",
            "所需资金",
        ),
    ],
)
def test_no_word_of_a_name_falls_away(wording: str, kept: str) -> None:
    assert all(kept in said for said in loosened(f"{wording}。", wording))


def test_a_reason_is_not_parted_from_what_follows_it() -> None:
    wording = (
        "因两家单位对新增站点的数量意见不一致，由市商务局牵头进一步会商核实并逐站比对现场条件后提出统一的布点方案报会"
    )
    assert not any("不一致；" in said for said in loosened(f"{wording}。", wording))


def test_shorter_words_make_sentences_still() -> None:
    second = "会议同时决定成立渡口改造工作专班，由副市长田舟任组长，专班办公室设在市交通局并按月调度"
    wording = f"清查由市水利局会同各乡镇进行；{second}"
    said = "".join(loosened(wording, wording))
    assert "乡镇作" not in said
    assert "会议并决定" not in said


def test_a_word_that_opens_with_the_call_stays_whole() -> None:
    wording = "总会计师认为标的公司应收账款占比偏高而且账龄普遍较长，不宜按现价收购其全部股权和附属的两处仓库。"
    assert all("应收账款" in form for form in loosened(wording, wording))
