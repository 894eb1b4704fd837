"""Who was not there, why, and who stood in: by the list, else by the opening's own words."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from tests.generation.extractive.markets import markets_in
from tests.generation.extractive.roads import roads_in
from tests.libraries import library_of

COUNCIL = """云澜县人民政府
常务会议纪要
云政纪〔2023〕4号

县政府第8次常务会议纪要
2023年5月16日上午，县长温伯言主持召开县政府第8次常务会议。现纪要如下：
一、听取关于防汛准备情况的汇报
会议听取了县水务局局长鲁念关于防汛准备情况的汇报。
出席：温伯言  陶  远
列席：县水务局鲁念
请假：冯小满（因病住院）  贺兰舟（外出学习）  穆青山
"""
BOARD = """澄江水务集团有限公司
董事会会议纪要

澄江水务集团有限公司第二届董事会第六次会议于2023年6月8日在公司召开。应到董事7名，实到6名，董事程一诺因公务未能出席，书面委托董事闵舟代为表决。会议由董事长蒋逢春主持。会议审议以下议案：
一、审议通过《2022年度财务决算报告》
会议同意该报告。
"""


@pytest.fixture(scope="module")
def councils(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = {"云政纪〔2023〕4号.txt": COUNCIL, "澄江水务董事会二届六次.txt": BOARD}
    return library_of(papers, tmp_path_factory.mktemp("councils"), today=datetime.date(2023, 9, 1))


@pytest.mark.parametrize(
    ("text", "held", "not_held"),
    [
        pytest.param("云澜县第8次常务会议谁没来？", ("冯小满（因病住院）", "贺兰舟（外出学习）"), "温伯言", id="all"),
        pytest.param("云澜县第8次常务会议哪位住院没来？", ("冯小满",), "贺兰舟", id="of-a-reason"),
        pytest.param("云澜县第8次常务会议贺兰舟为什么没参加？", ("外出学习",), "冯小满", id="why"),
        pytest.param("澄江水务二届六次董事会谁没出席？", ("程一诺因公务未能出席",), "蒋逢春", id="by-the-opening"),
        pytest.param("澄江水务二届六次董事会谁没来，票交给谁投的？", ("程一诺", "闵舟"), "蒋逢春", id="both"),
        pytest.param("澄江水务二届六次董事会程一诺委托谁表决？", ("程一诺", "闵舟"), "蒋逢春", id="who-stood-in"),
    ],
)
def test_those_away_are_named_from_the_record(
    councils: Assistant, text: str, held: tuple[str, ...], not_held: str
) -> None:
    answer = councils.ask(text)
    assert not answer.refused
    assert not answer.flagged
    assert all(part in answer.answer for part in held)
    assert not_held not in answer.answer


LABELLED = """白杨社区居民议事会会议纪要

2023年4月2日晚，社区书记辛小满主持召开居民议事会。
议题1：楼道粉刷
会议同意粉刷三个楼道。
附：到会代表名单
程一诺、闵舟
（缺席：贺兰舟、鲁念）
"""


def test_those_away_are_named_by_the_line_that_is_in_no_list(tmp_path: Path) -> None:
    (tmp_path / "白杨社区居民议事会纪要.txt").write_text(LABELLED, encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home", encoder="builtin", model=""))
    assistant.ingest([*tmp_path.glob("*.txt")])
    told = assistant.ask("白杨社区议事会有谁没到场？").answer
    assert "贺兰舟" in told
    assert "鲁念" in told
    assert "闵舟" not in told


@pytest.mark.parametrize("text", ["云澜县第8次常务会议鲁念列席了吗？", "云澜县第8次常务会议陶远请假了吗？"])
def test_somebody_who_was_there_is_not_said_to_be_away(councils: Assistant, text: str) -> None:
    said = councils.ask(text).answer
    assert "冯小满" not in said
    assert "席了" in said


def test_money_that_has_not_come_is_nobody_away(councils: Assistant) -> None:
    assert "冯小满" not in councils.ask("云澜县第8次常务会议，防汛补助没到之前最多垫多少？").answer


def test_a_day_that_was_missed_is_nobody_away(councils: Assistant) -> None:
    assert "冯小满" not in councils.ask("云澜县第8次常务会议，夜市没赶上5月开，又改到哪天开了？").answer


def test_nobody_is_said_to_stand_in_where_the_record_names_nobody(councils: Assistant) -> None:
    answer = councils.ask("云澜县第8次常务会议冯小满由谁代他表决？")
    assert answer.refused
    assert "没有写明冯小满委托了谁" in answer.answer


def test_a_reason_that_the_list_does_not_give_is_not_told(councils: Assistant) -> None:
    answer = councils.ask("云澜县第8次常务会议穆青山为什么没参加？")
    assert answer.refused
    assert answer.reason == "not_stated"
    assert "没有写明穆青山未参加的原因" in answer.answer
    assert not councils.ask("云澜县第8次常务会议穆青山参加了吗？").refused


UNITS = """槐安县推进会议纪要

2023年6月2日上午，副县长辛小满主持召开全县河道清理推进会。
一、听取河道清理情况
会议听取了县水务局局长鲁念的汇报。
出席：辛小满  鲁  念
{label}县林业局、贺兰舟
"""


@pytest.mark.parametrize("label", ["请假：", "未到：", "因事未到："])
def test_a_unit_that_was_away_is_named_too(tmp_path: Path, label: str) -> None:
    (tmp_path / "槐安县河道清理推进会议纪要.txt").write_text(UNITS.format(label=label), encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home", encoder="builtin", model=""))
    assistant.ingest([*tmp_path.glob("*.txt")])
    told = assistant.ask("槐安县河道清理推进会哪些单位没到？").answer
    assert "县林业局" in told
    assert "贺兰舟" in told


def test_a_number_of_those_away_is_no_name(tmp_path: Path) -> None:
    paper = UNITS.format(label="请假：").replace("县林业局、贺兰舟", "专家委员3名")
    (tmp_path / "槐安县河道清理推进会议纪要.txt").write_text(paper, encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home", encoder="builtin", model=""))
    assistant.ingest([*tmp_path.glob("*.txt")])
    answer = assistant.ask("槐安县河道清理推进会请假的专家叫什么名字？")
    assert answer.refused
    assert "专家委员3名" in answer.answer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("三中9月18日开校务会，副校长里谁来晚了，因为啥？", ("顾言", "培训")),
        ("三中9月18日的校务会谁迟到了？", ("顾言",)),
        ("三中9月18日校务会哪位校领导晚到，什么原因？", ("顾言", "培训")),
        ("梁稚川副市长8月14号主持的那个夜市的专题会，哪个单位人没来？", ("市税务局",)),
        ("梁稚川主持的那次专题会谁缺席了？", ("市税务局",)),
    ],
)
def test_who_came_late_or_chaired_is_told_apart_from_who_was_away(
    townhalls: Assistant, text: str, words: tuple[str, ...]
) -> None:
    answer = townhalls.ask(text)
    assert not answer.refused, answer.answer
    assert all(word in answer.answer for word in words), answer.answer


def test_who_did_not_come_is_told_in_words_of_every_day(tmp_path: Path) -> None:
    answer = roads_in(tmp_path).ask("榆河县专题会第21期谁没来，为什么？").answer
    assert "鲁念去省里开会，没有参加" in answer


def test_where_somebody_went_is_a_reason(tmp_path: Path) -> None:
    answer = roads_in(tmp_path).ask("榆河县专题会第21期鲁念为什么没参加？")
    assert not answer.refused
    assert "去省里开会" in answer.answer


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        pytest.param("请假的副县长陶令言陪的是哪家客商？", True, id="whom he met"),
        pytest.param("请假的陶令言分管哪几块工作", True, id="what he is in charge of"),
        pytest.param("谁请假了", False, id="who was away"),
    ],
)
def test_what_he_does_is_not_told_by_his_being_away(tmp_path: Path, text: str, refused: bool) -> None:
    assert markets_in(tmp_path).ask(text).refused is refused
