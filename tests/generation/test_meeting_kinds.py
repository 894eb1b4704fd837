"""A meeting named by its kind is told apart from those of other kinds, and from what only sounds like one."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline.generation.meeting_kinds import meeting_of_a_kind


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
