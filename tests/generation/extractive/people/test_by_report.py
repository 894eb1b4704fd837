"""Who reported where the text names a unit, several, or nobody: answered, corrected and refused by the text."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.people.by_report import every_reporter, matter_terms
from tests.libraries import composing_of

TOWN = """柳滨市人民政府常务会议纪要

柳政纪〔2023〕9号

2023年6月12日，市长方启明主持召开市政府第21次常务会议。现将会议内容纪要如下：

一、研究《柳滨市城市更新方案》
会议听取了市住房城乡建设局关于《柳滨市城市更新方案》编制情况的汇报。会议原则通过该方案。

二、听取市国资委关于闲置资产盘活情况的汇报
会议要求市国资委9月底前处置20处。

三、关于调整公交票价的请示（由市交通运输局提请）
会议同意将票价调整为2元。

四、研究学位供给问题
市教育局、市财政局分别汇报。会议议定，新建3所小学。

五、研究养老服务设施
市民政局主要负责同志汇报了有关情况。会议同意新增社区食堂26处。

六、研究防汛工作
会议听取了防汛工作情况汇报。会议要求各县区落实责任。

七、研究采购管理办法
会议听取了市财政局局长江海波关于采购管理办法的汇报。会议原则同意。

八、研究水价调整
市发展改革委就水价成本监审情况作了说明。会议决定暂缓。

出席：方启明、陶建国
列席：市住房城乡建设局周国强、市财政局江海波
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("town")
    (folder / "柳滨市政府第21次常务会议纪要.txt").write_text(TOWN, encoding="utf-8")
    today = datetime.date(2024, 1, 1)
    assistant = Assistant(load_settings(home=folder / "home", encoder="builtin", model="", today=today))
    assert not assistant.ingest([folder]).failed
    return assistant


def composing(assistant: Assistant, text: str) -> Composing:
    return composing_of(assistant, text, today=datetime.date(2024, 1, 1))


@pytest.mark.parametrize(
    ("text", "told", "quoted"),
    [
        pytest.param("城市更新方案是谁汇报的？", "由市住房城乡建设局汇报。", "会议听取了市住房城乡建设局", id="who"),
        pytest.param(
            "城市更新方案由哪个单位汇报？", "由市住房城乡建设局汇报。", "市住房城乡建设局关于", id="which unit"
        ),
        pytest.param("资产盘活由谁汇报？", "闲置资产盘活情况由市国资委汇报。", "听取市国资委", id="in the heading"),
        pytest.param("公交票价由哪个单位提请？", "由市交通运输局提请。", "由市交通运输局提请", id="its own verb"),
        pytest.param("学位供给由哪些单位汇报？", "由市教育局、市财政局汇报。", "市教育局、市财政局分别汇报", id="two"),
        pytest.param("养老服务设施是谁汇报的？", "由市民政局主要负责同志汇报。", "主要负责同志汇报了", id="a post"),
        pytest.param("水价调整由谁汇报？", "由市发展改革委作说明。", "作了说明", id="an explanation"),
        pytest.param("采购管理办法由谁汇报？", "由市财政局局长江海波汇报。", "江海波", id="a person"),
    ],
)
def test_who_reported_as_the_text_says(town: Assistant, text: str, told: str, quoted: str) -> None:
    answer = town.ask(text)
    assert not answer.refused
    assert answer.answer.endswith(told)
    assert quoted in answer.citations[0].quote
    assert {one.check for one in answer.statements} == {"verified"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("城市更新方案是哪位同志汇报的？", "未载明是哪位同志，原文写的是市住房城乡建设局汇报", id="asked"),
        pytest.param("养老服务设施的汇报人叫什么名字？", "原文写的是市民政局主要负责同志汇报", id="a post"),
        pytest.param("城市更新方案是周国强汇报的吗？", "原文写的是市住房城乡建设局汇报", id="named by the question"),
        pytest.param("防汛工作是谁汇报的？", "该项未载明汇报人", id="nobody"),
        pytest.param("防汛工作是市应急管理局汇报的吗？", "该项未载明汇报人", id="nobody, a unit taken for granted"),
    ],
)
def test_no_person_is_made_up(town: Assistant, text: str, told: str) -> None:
    answer = town.ask(text)
    assert (answer.refused, answer.reason) == (True, "not_stated")
    assert told in answer.answer


@pytest.mark.parametrize("text", ["城市更新方案是市财政局汇报的吗？", "由市教育局汇报的城市更新方案通过了吗？"])
def test_another_unit_is_corrected(town: Assistant, text: str) -> None:
    answer = town.ask(text)
    assert not answer.refused
    assert answer.answer.startswith("与记载不符")
    assert "由市住房城乡建设局汇报" in answer.answer


@pytest.mark.parametrize(
    ("text", "held", "lacks"),
    [
        ("市财政局汇报了哪些议题？", ["学位供给", "采购管理办法"], "城市更新"),
        ("市发展改革委汇报了什么？", ["水价调整"], "学位供给"),
    ],
)
def test_what_a_unit_reported(town: Assistant, text: str, held: list[str], lacks: str) -> None:
    answer = town.ask(text).answer
    assert all(part in answer for part in held)
    assert lacks not in answer


def test_what_was_reported_is_no_list_where_its_demands_are_asked(town: Assistant) -> None:
    assert "9月底前处置20处" in town.ask("市国资委汇报的资产盘活有什么要求？").answer


def test_every_item_says_who_reported(town: Assistant) -> None:
    one = composing(town, "第21次常务会议各议题分别由谁汇报？")
    draft = every_reporter(one, one.sources)
    assert draft is not None
    assert len(draft.sentences) == 7
    assert draft.preface == "未载明汇报人的：防汛工作。"
    assert every_reporter(composing(town, "第21次常务会议水价调整由谁汇报？"), one.sources) is None


def test_who_may_have_reported_is_no_part_of_the_matter(town: Assistant) -> None:
    one = composing(town, "防汛工作是市应急管理局周国强汇报的吗？")
    assert set(matter_terms(one).weights) < set(one.terms.weights)
    assert "防汛" in "".join(matter_terms(one).weights)


TWICE = """梅溪县人民政府常务会议纪要

2023年3月2日，县长方启明主持召开县政府第8次常务会议。现纪要如下：

一、研究中小学午休经费
会议听取了县教育局局长柳如是的汇报。会议同意。
二、研究村级道路养护
会议听取了县交通运输局局长温良的汇报。会议同意。
三、研究幼儿园补助
会议听取了县教育局局长柳如是的汇报。会议同意。
"""


def test_who_reported_twice_is_told_with_both_items(tmp_path: Path) -> None:
    (tmp_path / "梅溪县政府第8次常务会议纪要.txt").write_text(TWICE, encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home", encoder="builtin", model=""))
    assistant.ingest([*tmp_path.glob("*.txt")])
    answer = assistant.ask("梅溪县第8次常务会议上汇报了两个议题的是谁？").answer
    assert "柳如是汇报了2项：中小学午休经费；幼儿园补助" in answer
    assert "温良" not in answer
