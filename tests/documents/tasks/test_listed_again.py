"""A closing list that repeats the decisions of the items makes no second rows of them."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.ledger import LedgerRow, rows

_HEAD = "某镇党政联席会议纪要\n2024年4月8日，镇长周明主持召开党政联席会议。会议情况如下：\n"
_BODY = (
    "一、春季绿化\n会议决定，由林业站4月20日前完成河堤补植。苗木清点4月30日前完成。\n"
    "二、敬老院用餐\n会议同意更换供餐企业，由民政办抓紧组织比选。\n"
)


def _rows(listed: str, heading: str = "会议议定事项清单") -> list[LedgerRow]:
    return rows("d", parse_text(f"{_HEAD}{_BODY}{heading}\n{listed}\n"))


@pytest.mark.parametrize(
    "listed",
    [
        pytest.param("1.河堤补植　林业站　4月20日前\n2.新建公厕选址　村镇办　5月底前", id="blanks"),
        pytest.param(
            "序号 | 事项 | 责任单位 | 时限\n1 | 河堤补植 | 林业站 | 4月20日前\n2 | 新建公厕选址 | 村镇办 | 5月底前",
            id="table",
        ),
    ],
)
def test_what_the_list_repeats_has_one_row_and_what_is_new_has_its_own(listed: str) -> None:
    told = _rows(listed, "附：议定事项责任分工表")
    assert [row.text for row in told if "补植" in row.text] == [
        "会议决定，由林业站4月20日前完成河堤补植。苗木清点4月30日前完成。"
    ]
    new = [row for row in told if row.item is None]
    assert [(row.text, row.lead_units, row.deadline_text) for row in new] == [("新建公厕选址", ("村镇办",), "5月底前")]


def test_the_row_has_what_only_the_list_says() -> None:
    text = f"{_HEAD}{_BODY}会议议定事项清单\n1.组织比选　民政办　5月15日前\n"
    [row] = [row for row in rows("d", parse_text(text)) if row.lead_units == ("民政办",)]
    assert (row.item, row.deadline_text, row.deadline_date) == ("二", "5月15日前", "2024-05-15")
    place = row.spans["deadline_text"]
    assert text[place.start : place.end] == "5月15日前"
    assert place.start > text.index("清单")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("1.河堤补植　水利站　4月20日前", id="somebody else"),
        pytest.param("1.河堤补植　林业站　6月20日前", id="another day"),
        pytest.param("1.敬老院用餐工作　民政办　5月15日前", id="no more than the title"),
    ],
)
def test_what_differs_stays_apart(line: str) -> None:
    assert len([row for row in _rows(line) if row.item is None]) == 1


def test_who_and_when_behind_labels_is_no_part_of_what_is_repeated() -> None:
    told = _rows(
        "（一）河堤补植。责任站所：林业站；完成时限：4月20日前。\n（二）新建公厕。责任站所：村镇办；完成时限：5月底前。"
    )
    assert [row.lead_units for row in told if row.item is None] == [("村镇办",)]
