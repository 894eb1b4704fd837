"""A meeting named by its kind is told apart from those of other kinds, and from what only sounds like one."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline.generation.understanding.meeting_kinds import forms_of, kind_lacking, kinds_asked, meeting_of_a_kind


@dataclass(frozen=True)
class Named:
    """What a document is called."""

    meeting_name: str | None
    issuing_body: str | None = None
    name: str = "纪要"
    file: str = "a.txt"


COUNTY = Named("第十八届县人民政府第41次常务会议")
GROUP = Named(None, "临川市人民政府党组")
BOARD = Named("第二届董事会第十九次会议")
LIBRARY = (COUNTY, GROUP, BOARD)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("县政府常务会议谁主持", (COUNTY,)),
        ("市政府党组(扩大)会议谁参加了", (GROUP,)),
        ("董事会会议谁没来", (BOARD,)),
        ("镇政府常务会议谁主持", ()),
        ("联席会计核算由谁负责", ()),
        ("谁主持的", ()),
    ],
    ids=["a county", "a party group", "a board", "a town has none", "no meeting at all", "nothing named"],
)
def test_the_kind_that_a_question_names(question: str, expected: tuple[Named, ...]) -> None:
    place, fits = meeting_of_a_kind(question, LIBRARY)  # type: ignore[arg-type]
    assert [entry.meeting_name for entry in fits] == [entry.meeting_name for entry in expected]
    assert question[slice(*place)] if expected else not fits


def test_a_kind_that_all_are_of_tells_nothing_apart() -> None:
    assert not meeting_of_a_kind("董事会会议谁没来", (BOARD, BOARD))[1]  # type: ignore[arg-type]


RESERVOIR = Named("桑溪县人民政府专题会议", file="桑溪县黑石滩水库专题会议纪要.txt")
HARBOUR = Named("柳湾市人民政府专题会议", name="南岸港区现场办公会议纪要")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("黑石滩水库专题会上，导流洞几时打通", RESERVOIR, id="by its file"),
        pytest.param("8月南岸港区现场办公会，岸电谁出钱", HARBOUR, id="behind a month"),
        pytest.param("桑溪县黑石滩水库专题会谁主持", RESERVOIR, id="behind its county"),
        pytest.param("高铁站前广场水库专题会谁主持", None, id="a word of it only"),
    ],
)
def test_a_meeting_is_named_by_what_it_was_on(question: str, expected: Named | None) -> None:
    place, fits = meeting_of_a_kind(question, (COUNTY, RESERVOIR, HARBOUR))  # type: ignore[arg-type]
    assert (fits == (expected,) and question[slice(*place)].endswith("会")) if expected else len(fits) != 1


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        pytest.param("水务集团监事会定了什么", ("监事会",), id="a kind that none is of"),
        pytest.param("董事会定了什么", (), id="a kind that is held"),
        pytest.param("规委会同意没有", ("规委会", "规划委员会"), id="in the forms of texts"),
        pytest.param("方案何时报监事会审定", (), id="where a matter goes"),
        pytest.param("监事会秘书是谁", (), id="what belongs to the body"),
        pytest.param("7月调度会推迟了什么", (), id="a kind of any body"),
        pytest.param("监事会和董事会各定了什么", (), id="one of two is held"),
        pytest.param("5月专题会议和6月监事会各定了什么", (), id="one of two may be held"),
        pytest.param("河长制领导小组第七次会定了什么", ("领导小组",), id="a group with its number"),
    ],
)
def test_a_kind_of_meeting_that_no_paper_is_of(question: str, lacking: tuple[str, ...]) -> None:
    assert kind_lacking(question, LIBRARY) == lacking  # type: ignore[arg-type]


def test_a_paper_without_a_meeting_may_be_of_any_kind_that_its_body_has() -> None:
    company = Named(None, "临川水务集团")
    government = Named(None, "临川市人民政府")
    assert kind_lacking("监事会定了什么", (BOARD, company)) == ()  # type: ignore[arg-type]
    assert kind_lacking("监事会定了什么", (BOARD, government)) == ("监事会",)  # type: ignore[arg-type]


def test_the_kinds_that_a_question_asks_of() -> None:
    assert kinds_asked("县教育局党组同意的标准是多少") == ["党组"]
    assert forms_of("党组") == ("党组",)
