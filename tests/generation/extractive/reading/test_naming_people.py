"""Whether a sentence names somebody."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.reading.naming_people import (
    OF_REPORTS,
    asks_by_whom,
    knows_surname,
    names_another,
    names_asked,
    names_person,
)
from pipeline.generation.extractive.reading.traits import read_question


@pytest.fixture(scope="module")
def source(counties: Assistant) -> Source:
    entry = next(entry for entry in counties.entries() if "青" in (entry.document_number or ""))
    return Source(entry, counties.catalogue.document(entry.document_id))


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        pytest.param("法律顾问是谁", True, id="who"),
        pytest.param("增补了哪几位专家", True, id="which of them"),
        pytest.param("哪些人获奖", True, id="which people"),
        pytest.param("补助多少钱", False, id="money"),
    ],
)
def test_who_is_asked_for(question: str, asks: bool) -> None:
    assert asks_by_whom(read_question(question)) == asks


@pytest.mark.parametrize(
    ("question", "wording", "named"),
    [
        pytest.param("谁来牵头", "由县住建局牵头", True, id="an office will do"),
        pytest.param("由谁去抽查", "先在城区11所学校试点", False, id="so many schools, and none by name"),
        pytest.param("专家都是谁", "由县住建局牵头", False, id="people are asked for"),
        pytest.param("专家都是谁", "同意增补贺兰舟为专家委员", True, id="an appointment"),
        pytest.param("谁来牵头", "会议认为应当尽快启动", False, id="nobody"),
        pytest.param("余下的人谁来安置", "由所在地汀州市人民政府负责安置", True, id="人谁 asks for no people"),
        pytest.param("修渡口的事谁代表村民去看", "村民监督组（组长樊守田）验收", True, id="a post in brackets"),
        pytest.param("哪位副院长没到会", "副院长杜若水参加医疗队，请假", True, id="a post before a name"),
        pytest.param("聘任何人为总法律顾问", "聘任谌志远\u3000\u3000\u3000", True, id="the rest is said by both"),
        pytest.param("谁觉得没必要", "食堂改造一事,穆青山认为不必,持保留意见", True, id="a name that opens a view"),
        pytest.param("被处分的人叫什么", "鲁念通报了2起问题,财政所通报支出", False, id="who only reported"),
        pytest.param("谁做的笔录", "记录：李闻笛", True, id="a label before a name"),
        pytest.param("哪个人落选了", "乐小舟任安全科副科长：同意2票，未通过", True, id="a name that opens"),
        pytest.param("哪个人落选了", "主任高度重视，会议同意该方案", False, id="a word after a post is no name"),
        pytest.param("哪个人去换", "1｜井盖缺失｜补装｜设施管护员乔木生｜立即", True, id="a post and a name in a cell"),
        pytest.param("哪个人去换", "1｜井盖缺失｜补装｜设施管护员｜立即", False, id="a post alone in a cell"),
        pytest.param("任免的具体是谁", "由县委组织部按程序办理", False, id="an office is nobody appointed"),
        pytest.param("哪位领导去上门", "由贺兰舟镇长带着去上门", True, id="a name before a post"),
        pytest.param("配合的有谁", "樊守田牵头，乐小舟配合", True, id="a name that supports"),
        pytest.param("食材谁把关", "食材验收，站长负责把关", True, id="a post that opens a clause"),
        pytest.param("食材谁把关", "缪青山提出3万元不够，建议先报名", False, id="who only spoke"),
        pytest.param("谁嫌3万元不够", "缪青山提出3万元不够，建议先报名", True, id="who spoke is asked"),
        pytest.param("组长由谁担任", "领导小组由分管副县长担任组长", True, id="a post for the holder of another"),
        pytest.param("组长叫什么名字", "领导小组由分管副县长担任组长", False, id="a post is no name"),
        pytest.param("让谁来弄帮扶计划", "县残联要制定帮扶计划", True, id="a body without 局"),
    ],
)
def test_somebody_is_named(source: Source, question: str, wording: str, named: bool) -> None:
    assert names_asked(read_question(question), wording, source) == named


def test_a_person_is_named_by_the_record_or_beside_a_post(source: Source) -> None:
    assert names_person("同意聘任程一诺为法律顾问", source)
    assert not names_person("同意聘任法律顾问", source)


def test_a_surname_is_known_where_somebody_bears_it(source: Source) -> None:
    chair = source.document.meeting.chair
    assert chair
    assert knows_surname(chair[0], source)
    assert not knows_surname("闫", source)
    assert knows_surname("的", source)  # no surname, so nobody is called by it


@pytest.mark.parametrize(
    ("question", "wording", "named"),
    [
        ("请的名师都是哪几位", "教研室主任邬青汇报，拟聘请名师开课12场。", False),
        ("名师那项是谁汇报的", "教研室主任邬青汇报，拟聘请名师开课12场。", True),
        ("谁当顾问", "总务科长秦望舒介绍，童彦任顾问。", True),
    ],
)
def test_who_reported_is_none_of_the_people_asked_for(question: str, wording: str, named: bool) -> None:
    assert names_another(read_question(question), wording) is named


def test_whose_idea_it_was_asks_of_who_spoke() -> None:
    assert OF_REPORTS.search("这主意是谁出的") and not OF_REPORTS.search("这笔钱是谁出的")
