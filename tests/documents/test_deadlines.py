from __future__ import annotations

import pytest

from pipeline.documents.deadlines import find_deadline
from tests.documents.paper import passage


@pytest.mark.parametrize(
    ("text", "wording", "date"),
    [
        ("推迟至6月底前完成", "6月底前", "2020-06-30"),
        ("于2020年12月31日前完成", "2020年12月31日前", "2020-12-31"),
        ("年底前完成", "年底前", "2020-12-31"),
        ("明年底前完成", "明年底前", "2021-12-31"),
        ("年内完工", "年内", "2020-12-31"),
        ("在年底开展", "年底", "2020-12"),
        ("拟于6月下旬开展调研", "6月下旬", "2020-06"),
        ("5月前完成", "5月前", None),
        ("汛期前完成清淤", "汛期前", None),
        ("每半年召开一次会议", "每半年", None),
        ("一周内报送", "一周内", None),
        ("尽快出台意见", "尽快", None),
        ("立即启动", "立即", None),
    ],
)
def test_deadline(text: str, wording: str, date: str | None) -> None:
    found = find_deadline(passage(text), date="2020-03-07")
    assert found is not None
    assert (found[0].text, found[0].date) == (wording, date)
    assert text[found[1].start : found[1].end] == wording


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
    ],
)
def test_year_only_where_it_follows(text: str, meeting: str | None, date: str | None) -> None:
    found = find_deadline(passage(text), date=meeting)
    assert found is not None
    assert found[0].date == date


def test_a_narrative_has_only_limits_with_a_date() -> None:
    assert find_deadline(passage("每月研判，尽快整改"), date=None, strict=True) is None
    found = find_deadline(passage("要求企业在2024年2月底前出台"), date=None, strict=True)
    assert found is not None
    assert found[0].date == "2024-02-29"
