"""How questions name meetings, documents and bodies, and which words only look like it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from pipeline.generation.understanding import naming


def test_a_term_names_no_place() -> None:
    district = Held(issuing_body="柳湾区人民政府办公室", name="柳湾区政府常务会议纪要", meeting_name=None)
    assert naming.place_fits("十八届区政府", district)  # type: ignore[arg-type]
    assert not naming.place_fits("桑溪县政府", district)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Held:
    """An entry, as far as naming looks at it."""

    document_number: str | None = "临政纪〔2021〕6号"
    issuing_body: str | None = "临川市人民政府"
    name: str = "市政府常务会议纪要"
    file: str = "a.txt"
    meeting_name: str | None = "市政府第12次常务会议"
    meeting_number: int | None = 12


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("临政纪〔2021〕6号", True),
        ("根据临政纪[2021]第6号", True),
        ("临政纪2021年6号", True),
        ("临政纪2021-6号", True),
        ("〔2021〕6号讲了什么", True),
        ("看下〔2021〕6号", True),
        ("远政纪〔2021〕6号", False),
        ("临政纪〔2021〕16号", False),
    ],
)
def test_a_document_number_is_that_of_an_entry(question: str, fits: bool) -> None:
    match = naming.DOCUMENT_NUMBER.search(question)
    assert match is not None
    assert naming.numbered_so(match, Held()) == fits  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("named", "fits"),
    [("临川市", True), ("向临川市", True), ("市政府", True), ("全市", True), ("远山市", False), ("按市政府", True)],
)
def test_a_place_may_be_that_of_an_entry(named: str, fits: bool) -> None:
    assert naming.place_fits(named, Held()) == fits  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("named", "meeting", "fits"),
    [
        pytest.param("远山市政府", "市政府五届42次常务会议", True, id="no place, the same level"),
        pytest.param("远山县政府", "市政府五届42次常务会议", False, id="another level"),
        pytest.param("远山市政府", "临川市政府五届42次常务会议", False, id="another place"),
        pytest.param("市政府", "市政府五届42次常务会议", False, id="no place is named"),
    ],
)
def test_a_paper_without_a_place_may_be_of_any(named: str, meeting: str, fits: bool) -> None:
    entry = Held(document_number=None, issuing_body=None, name=meeting, meeting_name=meeting, file="42.txt")
    assert naming.of_no_place(named, entry) == fits  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "firm"), [("2021年社会消费品", False), ("2021年的会议", True), ("2021年开了多少次会", False)]
)
def test_the_word_for_a_meeting_stands_alone(text: str, firm: bool) -> None:
    assert bool(naming.FIRM_WORD.search(text)) == firm


@pytest.mark.parametrize(
    ("text", "named"),
    [("39次会松口了", True), ("今年开了39次会都没定", False), ("39次会议室里", False), ("3次会松口了", False)],
)
def test_a_high_number_names_a_meeting_whatever_follows(text: str, named: bool) -> None:
    assert bool(naming.MEETING_NUMBER.search(text)) == named


@pytest.mark.parametrize(
    ("question", "due"),
    [("10月份完成哪些", True), ("10月份的常务会议", False), ("10月14日前完成", False)],
)
def test_a_month_in_which_something_is_due_dates_no_meeting(question: str, due: bool) -> None:
    match = naming.DATE.search(question) or naming.DATE.search(f"{question}那次")
    assert (match is not None and naming.due_then(match)) == due


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("去年开了几次会", "去年"),
        ("产量比去年多多少", None),
        ("与去年同期相比增长多少", None),
        ("今年要修几条路", "今年"),
    ],
)
def test_a_year_that_is_compared_with_narrows_nothing(question: str, year: str | None) -> None:
    match = naming.RELATIVE_YEAR.search(question)
    assert (match.group() if match else None) == year


@pytest.mark.parametrize(
    ("before", "numbered", "congress"),
    [
        pytest.param("市第十届人大", "第三次会议", True, id="congress"),
        pytest.param("十四届", "第三次全体会议", True, id="a term alone"),
        pytest.param("市政府四届", "第9次常务会议", False, id="government"),
    ],
)
def test_a_term_counts_congresses_or_meetings(before: str, numbered: str, congress: bool) -> None:
    assert naming.of_a_congress(before, numbered) is congress


@pytest.mark.parametrize(
    ("question", "held", "named"),
    [
        pytest.param("第3次联席会定的水位", "岚河防汛联席会议纪要.txt", True, id="of the library"),
        pytest.param("第3次联席会议定的水位", "岚河防汛常务会议纪要.txt", False, id="of others"),
        pytest.param("第3次常务会定的水位", "岚河防汛联席会议纪要.txt", True, id="no joint meeting"),
    ],
)
def test_a_joint_meeting_counts_where_the_library_holds_one(question: str, held: str, named: bool) -> None:
    match = naming.MEETING_NUMBER.search(question)
    assert match is not None
    entry = Held(document_number=None, file=held, name="纪要", meeting_name=None)
    assert naming.counts_a_meeting(match, [entry]) is named  # type: ignore[list-item]


@pytest.mark.parametrize(("text", "meeting"), [("9月11日的会同意买车", True), ("会同市财政局", False), ("会计", False)])
def test_what_a_meeting_agreed_to_is_no_company(text: str, meeting: bool) -> None:
    assert bool(re.search(naming.MEETING, text)) is meeting


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        pytest.param("专题会（临政纪6号）定了什么", True, id="its mark and its number"),
        pytest.param("临政纪16号定了什么", False, id="another number"),
        pytest.param("远政纪6号定了什么", False, id="another mark"),
        pytest.param("政府办6号楼", False, id="a house"),
    ],
)
def test_a_number_without_its_year_is_that_of_the_mark(question: str, fits: bool) -> None:
    match = naming.SHORT_NUMBER.search(question)
    assert (match is not None and naming.numbered_shortly(match, Held())) == fits  # type: ignore[arg-type]


@pytest.mark.parametrize("wording", ["两次市", "历次市", "这回县"])
def test_how_often_somebody_met_is_no_place(wording: str) -> None:
    assert naming.GENERIC_PLACE.search(wording)
