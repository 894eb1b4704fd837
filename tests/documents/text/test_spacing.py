from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.text.clean import prepare
from pipeline.documents.text.spacing import closed_up, set_off

CLOSE = (
    "临江县人民政府专题会议纪要\n〔2024〕9号\n2024年5月14日，副县长罗志平主持召开专题会议。\n一、关于管网改造\n"
    "会议同意改造19处管网。由县水务局牵头，6月20日前完成。\n二、关于资金\n会议同意安排300万元，县财政局7月底前拨付。\n"
)
APART = (
    "临江县人民政府专题会议纪要\n〔2024〕9 号\n2024 年 5 月 14 日，副县长罗志平主持召开专题会议。\n一、关于管网改造\n"
    "会议同意改造 19 处管网。由县水务局牵头，6 月 20 日前完成。\n二、关于资金\n"
    "会议同意安排 300 万元，县财政局 7 月底前拨付。\n"
)


def test_a_text_with_its_figures_set_off_reads_as_one_without() -> None:
    plain, spaced = parse_text(CLOSE), parse_text(APART)
    due = [[point.deadline.date for point in item.points if point.deadline] for item in spaced.items]
    assert due == [["2024-06-20"], ["2024-07-31"]]
    assert due == [[point.deadline.date for point in item.points if point.deadline] for item in plain.items]
    assert spaced.meeting.date == plain.meeting.date == "2024-05-14"
    [place] = [point.spans["deadline"] for point in spaced.items[0].points if point.deadline]
    assert spaced.quote(place) == "6 月 20 日前"  # what is quoted is the text as it stands


@pytest.mark.parametrize(
    "text",
    [
        "会议要求6月20日前完成，7月1日起施行，责任单位 2家，共 3项。",
        "序号  1\n任务  2\n单位  3\n时限  4\n依据  5\n备注  6",
        "于 6 月底前完成。",
    ],
    ids=["no habit", "columns", "too few to tell"],
)
def test_other_blanks_part_what_they_stand_between(text: str) -> None:
    assert not set_off(text)


def test_a_number_that_opens_a_line_stays_apart_and_a_month_behind_one_does_not() -> None:
    text = "1 关于征地\n于 5 月 3 日前办结。\n2.8 月 20 日前签约 39 户。"
    assert prepare(text, file="a.txt").paragraphs[0].flat == "1 关于征地"
    assert prepare(text, file="a.txt").paragraphs[2].flat == "2.8月20日前签约39户。"


def test_closed_up() -> None:
    assert closed_up("新增费用 2300 万元，约 4.1% 的 K2 段，A B 各一") == "新增费用2300万元，约4.1%的K2段，A B各一"
