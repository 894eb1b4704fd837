"""Time limits: a table of wordings with their dates, and years only where they follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.documents.tasks.deadlines import find_deadline, further_deadlines
from tests.documents.paper import passage

TABLE = Path(__file__).with_name("deadlines.txt").read_text(encoding="utf-8")
CASES = [line.split(" | ") for line in TABLE.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "wording", "date"), CASES, ids=[case[0] for case in CASES])
def test_deadline(text: str, wording: str, date: str) -> None:
    found = find_deadline(passage(text), date="2021-04-12")
    if wording == "-":
        assert found is None
        return
    assert found is not None
    assert (text[found[1].start : found[1].end], found[0].date or "-") == (wording, date)


@pytest.mark.parametrize(
    "text",
    ["截至2019年底，已完成三项", "抓紧研究", "年底考核", "每年度报告", "2019年5月底前已完成", "提高认识", "前期工作"],
)
def test_no_deadline(text: str) -> None:
    assert find_deadline(passage(text), date="2020-03-07") is None


@pytest.mark.parametrize(
    ("text", "meeting", "date"),
    [
        ("3月底前完成", "2020-11-05", "2021-03-31"),
        ("3月底前完成", "2020-05-05", None),
        ("6月底前完成", None, None),
        ("6月底前完成", "--03-07", None),
        ("2月30日前完成", "2020-01-01", None),
        ("下月底前完成", "2020-12-03", "2021-01-31"),
        ("会后三个月内完成", "2020-11-30", "2021-02-28"),
        ("会后三日内完成", "2020-11", None),
        ("会后5个工作日内完成", "2020-11-30", None),
        ("5月前完成", "2020-03-07", None),
    ],
)
def test_a_date_only_where_it_follows(text: str, meeting: str | None, date: str | None) -> None:
    found = find_deadline(passage(text), date=meeting)
    assert found is not None
    assert found[0].date == date


def test_a_narrative_has_only_limits_with_a_date() -> None:
    assert find_deadline(passage("每月研判，尽快整改"), date=None, strict=True) is None
    found = find_deadline(passage("要求企业在2024年2月底前出台"), date=None, strict=True)
    assert found is not None
    assert found[0].date == "2024-02-29"


def test_a_decision_may_state_several() -> None:
    text = passage("幼儿园由市教育局负责，8月底前交付；小区由市住建局负责，11月底前完工，市政府督查室每季度通报。")
    first = find_deadline(text, date="2022-04-12")
    assert first is not None
    further = further_deadlines(text, date="2022-04-12", beside=first[1])
    assert (first[0].text, [(one.text, one.date) for one, _ in further]) == (
        "8月底前",
        [("11月底前", "2022-11-30"), ("每季度", None)],
    )


def test_from_when_a_rule_is_in_force_is_no_limit_beside_another() -> None:
    text = passage("由运行处修改后于5月15日前印发，自7月1日起试行。")
    first = find_deadline(text, date="2022-04-12")
    assert first is not None and first[0].text == "5月15日前"
    assert further_deadlines(text, date="2022-04-12", beside=first[1]) == []


def test_how_often_is_no_limit_beside_the_day() -> None:
    text = passage("工程进度按月报送（工程科，每月25日前）。")
    first = find_deadline(text, date="2022-04-12")
    assert first is not None and first[0].text == "每月25日前"
    assert further_deadlines(text, date="2022-04-12", beside=first[1]) == []


def test_words_of_haste_beside_a_limit_are_none_of_their_own() -> None:
    text = passage("市水务局要尽快排查，6月底前完成整改。")
    first = find_deadline(text, date="2022-04-12")
    assert first is not None
    assert further_deadlines(text, date="2022-04-12", beside=first[1]) == []


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("泊车20分钟内免费,超出按次计费。", None),
        ("投放时段为每日7时至9时。", None),
        ("纪要明确的“春节前开业”的要求,调整为8月底前开业。", "8月底前"),
        ("评估报告出具前不得出租。", "评估报告出具前"),
        ("选址完成前提出预案。", "选址完成前"),
    ],
)
def test_what_holds_each_time_is_no_limit_and_a_step_is(text: str, wording: str | None) -> None:
    found = find_deadline(passage(text), date="2021-04-12")
    assert (found[0].text if found else None) == wording
