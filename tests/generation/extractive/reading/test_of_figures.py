"""A rough figure names its digits; the doubts about figures themselves are tried in `test_doubts.py`."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.reading.of_figures import FIGURE, NO_NAME, ROUGHLY, THE_YEAR_BEFORE
from tests.libraries import library_of

TEXT = """云岭县黑石滩水库专题会议纪要
云岭县人民政府办公室　2023年3月20日

2023年3月14日，副县长祝云帆主持召开专题会议。会议议定：
一、关于移民安置
会议明确，剩余9户由黑石乡动员，5月15日前全部签约。安置点不再采用上次专题会议确定的河湾方案，由县移民局牵头，6月10日前完成规划。
二、关于导流洞
导流洞由施工单位增开工作面，确保4月20日前贯通。
三、关于管理所收支
会议听取了管理所收支情况的汇报，去年管理所结余86万元，今年预计结余52万元。
四、关于渔业节开办经费
原申请经费45万元，会议核定为38万元，其余由渔业协会筹措。
五、关于护岸绿化
会议同意护岸绿化经费按60万元控制。另付苗圃看护经费4万元。
"""


@pytest.fixture(scope="module")
def reservoir(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    files = {"云岭县黑石滩水库专题会议纪要.txt": TEXT}
    return library_of(files, tmp_path_factory.mktemp("reservoir"), today=datetime.date(2023, 12, 31))


def test_a_day_of_what_nothing_is_said_of_is_not_told_by_another(reservoir: Assistant) -> None:
    assert reservoir.ask("黑石滩水库专题会议确定的下闸蓄水日期是哪一天？").refused
    assert not reservoir.ask("黑石滩水库专题会议确定的移民安置点规划日期是哪一天？").refused
    assert "4月20日" in reservoir.ask("黑石滩水库专题会议确定的导流洞贯通时间是哪一天？").answer


def test_a_title_says_no_sum_that_its_sentences_would_have_to_name(reservoir: Assistant) -> None:
    assert "38万元" in reservoir.ask("渔业节开办经费核定了多少？").answer
    told = reservoir.ask("护岸绿化经费是多少？").answer
    assert "60万元" in told
    assert "4万元" not in told


def test_a_rough_figure_names_its_digits() -> None:
    asked = ("想加386万多", "花了1200来万", "来了300余人", "一共5多", "正好386万")
    assert [[match["figure"] for match in ROUGHLY.finditer(text)] for text in asked] == [
        ["386"],
        ["1200"],
        ["300"],
        [],
        [],
    ]


def test_last_year_of_a_meeting_is_the_year_before_it(reservoir: Assistant) -> None:
    assert "86万元" in reservoir.ask("黑石滩水库管理所2022年结余多少万元？").answer
    assert reservoir.ask("黑石滩水库管理所2021年结余多少万元？").refused


@pytest.mark.parametrize(
    ("told", "of_then"),
    [("去年结余86万元", True), ("较去年增长3%", False), ("上年末余额9万元", False), ("上年共收入9万元", True)],
)
def test_what_is_compared_with_last_year_is_not_of_it(told: str, of_then: bool) -> None:
    assert bool(THE_YEAR_BEFORE.search(told)) is of_then


@pytest.mark.parametrize("word", ["免了", "漏掉", "省下来", "还回去", "没改", "该赔", "2021"])
def test_what_is_done_names_nothing_of_which_a_figure_could_be(word: str) -> None:
    assert NO_NAME.search(word)


@pytest.mark.parametrize("word", ["支出", "产出", "底价", "罚款", "进出", "产值"])
def test_what_a_figure_is_of_is_named(word: str) -> None:
    assert not NO_NAME.search(word)


def test_the_number_of_a_meeting_in_english_counts_nothing() -> None:
    assert not FIGURE.findall("who chaired the 4th meeting, and no. 50")
    assert FIGURE.findall("who pays for 30 lamps") == ["30"]
