"""Tests of what is said of one part of an item, with what that does to the rows of a ledger."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.ledger import rows
from pipeline.generation.decisions.on_a_part import agrees_to, holds_beside, is_on_the_rest, leaves_open

HEAD = "榆泉县人民政府第12次常务会议纪要\n2023年5月9日，县长郭远主持召开县政府第12次常务会议。\n"


@pytest.mark.parametrize(
    ("body", "borne"),
    [
        pytest.param(
            "一、研究校舍方案\n会议决定，该方案暂缓审议。东关小学续建不受方案暂缓影响，由县城投公司8月底前交付。\n",
            [("deferred",), ()],
            id="untouched",
        ),
        pytest.param(
            "一、研究水价调整事宜\n会议决定，居民水价不变，暂缓调整；特种行业水价由6元调整为8元，自2023年7月1日起执行。\n",
            [("deferred",), ()],
            id="changed beside what is put off",
        ),
        pytest.param(
            "一、审议考核结果\n会议认为，请县国资中心重新核定县农发公司等次，修改后再报县政府；其余5户企业的结果予以同意。\n",
            [(), ("approved",)],
            id="the rest",
        ),
        pytest.param(
            "一、研究站房改造\n会议同意站房改造方案。关于增设泊位的建议，由县住建局测算后另行报告。\n",
            [("approved",), ()],
            id="left for later",
        ),
    ],
)
def test_no_verdict_is_lent_to_another_part(body: str, borne: list[tuple[str, ...]]) -> None:
    assert [row.item_outcomes for row in rows("d", parse_text(HEAD + body))] == borne


def test_a_bare_consent_has_the_change_behind_it_in_its_row() -> None:
    body = "一、研究泊位租金\n会议意见：同意。第3次常务会议确定的每月90元的租金标准，调整为每月70元，自7月1日起执行。\n"
    [row] = rows("d", parse_text(HEAD + body))
    assert (row.outcomes, row.deadline_date) == (("approved",), "2023-07-01")
    assert row.text.startswith("会议意见：同意。第3次")


def test_each_tells_its_own() -> None:
    assert agrees_to("会议同意", "。", "票价由5元调整为4元。")
    assert not agrees_to("会议同意该方案", "。", "票价由5元调整为4元。")
    assert is_on_the_rest("其余6户予以同意") and not is_on_the_rest("会议同意其余6户")
    assert leaves_open("留待三期统筹考虑") and not leaves_open("由县财政局统筹")
    assert holds_beside("不受影响") is True and not holds_beside("由县财政局统筹")
