"""Whether 第N次 in a question is a meeting of ours."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from pipeline.generation.understanding.naming import MEETING_NUMBER
from pipeline.generation.understanding.nth_meeting import names_a_meeting, of_its_kind


@dataclass(frozen=True)
class Held:
    """What an entry is called."""

    meeting_name: str
    name: str = "纪要"
    issuing_body: str | None = None
    file: str = "a.txt"


@pytest.mark.parametrize(
    ("question", "named"),
    [
        pytest.param("第12次常务会议", True, id="in full"),
        pytest.param("第12次谁主持", True, id="number alone"),
        pytest.param("从第7次到第12次", True, id="from one to another"),
        pytest.param("第12次", True, id="nothing after"),
        pytest.param("12次会上", True, id="in the meeting"),
        pytest.param("12次会定的时间", True, id="what it fixed"),
        pytest.param("五届九次董事会", True, id="session"),
        pytest.param("常务会（12次）", True, id="in brackets"),
        pytest.param("12次和15次常务会", True, id="joined to another"),
        pytest.param("12次院长办公会", True, id="of a head"),
        pytest.param("第44次常务会要求哪天公开征求意见", True, id="it has others asked"),
        pytest.param("第七次全国人口普查", False, id="census"),
        pytest.param("第十二次党代会", False, id="congress"),
        pytest.param("第3次修改完善", False, id="revision"),
        pytest.param("召开12次会议", False, id="count of meetings"),
        pytest.param("第一次上会怎么定的", False, id="how often a matter came up"),
    ],
)
def test_a_number_names_a_meeting(question: str, named: bool) -> None:
    match = MEETING_NUMBER.search(question)
    assert (match is not None and names_a_meeting(match, question)) == named


@pytest.mark.parametrize(
    ("question", "wording", "named"),
    [
        pytest.param("第9次常务会跟第7次定的比", "第7次", True, id="behind with"),
        pytest.param("从第7次常务会到第9次涨了多少", "第9次", True, id="behind up to"),
        pytest.param("和第7次检修间隔多久", "第7次", False, id="no meeting beside"),
        pytest.param("第38次常务会原先怎么要求，第40次又改到哪天", "第40次", True, id="goes on from another"),
        pytest.param("第9次办公会说补20万，第12次定成多少", "第12次", True, id="what it came to"),
        pytest.param("第9次办公会后，第3次检修推到哪天", "第3次", False, id="no meeting goes on so"),
    ],
)
def test_a_number_beside_a_meeting_is_one(question: str, wording: str, named: bool) -> None:
    match = next(one for one in MEETING_NUMBER.finditer(question) if one.group() == wording)
    assert names_a_meeting(match, question) is named


def test_the_second_time_of_a_matter_is_no_second_meeting() -> None:
    question = "停车收费第一次上会怎么定的，第二次呢"
    assert not any(names_a_meeting(match, question) for match in MEETING_NUMBER.finditer(question))


def test_the_twelfth_of_one_kind_is_not_that_of_another() -> None:
    zone = SimpleNamespace(meeting_name="2024年第12次主任办公会议", name="纪要")
    school = SimpleNamespace(meeting_name="2024年第12次校长办公会议", name="纪要")
    assert of_its_kind("第12次主任办公会", [zone, school]) == [zone]  # type: ignore[list-item]
    assert of_its_kind("第12次会", [zone, school]) == [zone, school]  # type: ignore[list-item]
    assert of_its_kind("第12次党委会", [zone, school]) == [zone, school]  # type: ignore[list-item]


def test_the_39th_of_a_district_is_not_that_of_a_county() -> None:
    district, county = (Held(f"{place}政府第39次常务会议") for place in ("柳湾区", "桑溪县"))
    asked = "39次区常务会"
    match = MEETING_NUMBER.search(asked)
    assert match is not None
    assert match.group() == asked
    assert of_its_kind(asked, [district, county]) == [district]  # type: ignore[list-item]
    assert of_its_kind("39次镇常务会", [district, county]) == [district, county]  # type: ignore[list-item]


def test_a_name_written_wide_or_without_a_kind_is_kept() -> None:
    wide = SimpleNamespace(meeting_name=None, name="第 58 次 常 务 会 议 纪 要")
    bare = SimpleNamespace(meeting_name=None, name="会议纪要")
    close = SimpleNamespace(meeting_name="市政府第58次常务会议", name="纪要")
    assert of_its_kind("第58次常务会", [wide, bare, close]) == [wide, bare, close]  # type: ignore[list-item]


@pytest.mark.parametrize(
    "text", ["泵站迁建第一次上县政府常务会议是什么结论", "第一次研究公交票价时要求何时再报", "首次审议停车办法是哪天"]
)
def test_when_a_matter_first_came_up_is_no_first_meeting(text: str) -> None:
    match = MEETING_NUMBER.search(text)
    assert match is None or not names_a_meeting(match, text)
