"""What readers thought of answers, as a list and as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from pipeline.interface import ratings
from pipeline.interface.history import Remark
from pipeline.interface.language import speaking
from tests.interface.papers import EVIL, assert_harmless

REMARK = Remark("谁牵头？", "由市城管局牵头。", "bad", "应为市住建局", "account:王丽", "2024-05-06T08:07:09.123456")


def test_a_rating_says_what_by_whom_and_when() -> None:
    shown = ratings.render_ratings([REMARK, replace(REMARK, verdict="", person="browser:0f3a92c1")])
    assert "读者的评价 · 2 条" in shown and "有误 1，只有附注 1" in shown and "download/ratings.csv" in shown
    for words in ("谁牵头？", "由市城管局牵头。", "应为市住建局", ">王丽<", "2024-05-06 08:07", "未登录 0f3a"):
        assert words in shown
    assert "92c1" not in shown  # 浏览器的记号不全写出来


def test_nothing_rated_says_so_and_offers_no_file() -> None:
    shown = ratings.render_ratings([])
    assert "还没有人评价过回答" in shown and "download" not in shown


def test_a_long_list_is_cut_and_the_file_is_not() -> None:
    many = [REMARK] * (ratings.MOST_ROWS + 1)
    shown = ratings.render_ratings(many)
    assert shown.count("<tr>") == ratings.MOST_ROWS + 1 and "显示前 200 条" in shown  # 加上表头
    assert len(list(csv.reader(io.StringIO(ratings.ratings_csv(many).decode("utf-8-sig"))))) == len(many) + 1


def test_a_cell_is_never_a_formula() -> None:
    head, row = csv.reader(io.StringIO(ratings.ratings_csv([replace(REMARK, note="=1+1")]).decode("utf-8-sig")))
    assert head == ["问题", "回答", "评价", "附注", "读者", "时间"]
    assert row == ["谁牵头？", "由市城管局牵头。", "有误", "'=1+1", "王丽", "2024-05-06 08:07"]


def test_english_and_markup() -> None:
    with speaking("en"):
        shown = ratings.render_ratings([replace(REMARK, note=EVIL, question=EVIL, person=f"account:{EVIL}")])
    assert "Readers' ratings · 1" in shown and "Wrong" in shown
    assert_harmless(shown)
