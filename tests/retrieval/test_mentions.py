"""What a question names: meetings, documents, dates; and which documents fit."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline.retrieval.mentions import Mentions, body_named, find_mentions, ordinal


@dataclass(frozen=True)
class Named:
    file: str = "a.txt"
    name: str = "纪要"
    document_number: str | None = "甲政纪〔2021〕2号"
    issuing_body: str | None = "临川市人民政府"
    meeting_name: str | None = "市政府第3次常务会议"
    meeting_number: int | None = 3
    date: str | None = "2021-03-08"


@pytest.mark.parametrize(
    ("question", "documents", "meetings", "dates", "loose"),
    [
        pytest.param("甲政纪[2021]第2号说了什么", (("甲政纪", 2021, 2),), (), (), (), id="document-number"),
        pytest.param("第四次常务会议谁主持", (), (4,), (), (), id="chinese-ordinal"),
        pytest.param("四届五十一次常务会议", (), (51,), (), (), id="session"),
        pytest.param("五届9次董事会", (), (9,), (), (), id="board"),
        pytest.param("2017年第4次常务会议", (), (4,), ("2017",), (), id="year-and-number"),
        pytest.param("17年那次常务会", (), (), ("2017",), (), id="short-year"),
        pytest.param("2020年3月7日的会议", (), (), ("2020-03-07",), (), id="date"),
        pytest.param("二〇二〇年三月七日召开的会议", (), (), ("2020-03-07",), (), id="chinese-date"),
        pytest.param("5月那次会", (), (), ("--05",), (), id="month-of-a-meeting"),
        pytest.param("2017年和2020年两次会议", (), (), ("2017", "2020"), (), id="two-years"),
        pytest.param("2023年规上工业总产值", (), (), (), ("2023",), id="year-of-the-matter"),
        pytest.param("2023年全社会研发投入", (), (), (), ("2023",), id="society-is-no-meeting"),
        pytest.param("the 4th executive meeting", (), (4,), (), (), id="english-number"),
        pytest.param("the march 2020 executive meeting", (), (), ("2020-03",), (), id="english-month"),
        pytest.param("召开20次会议", (), (), (), (), id="count-of-meetings"),
        pytest.param("第几次会议", (), (), (), (), id="asked-number"),
    ],
)
def test_a_question_names(
    question: str,
    documents: tuple[tuple[str, int, int], ...],
    meetings: tuple[int, ...],
    dates: tuple[str, ...],
    loose: tuple[str, ...],
) -> None:
    found = find_mentions(question)
    assert (found.document_numbers, found.meeting_numbers) == (documents, meetings)
    assert (found.dates, found.loose_dates) == (dates, loose)


@pytest.mark.parametrize(
    ("mentions", "fit"),
    [
        pytest.param(Mentions(), 0.0, id="nothing-named"),
        pytest.param(Mentions(meeting_numbers=(3,)), 1.0, id="number"),
        pytest.param(Mentions(meeting_numbers=(3, 9)), 1.0, id="one-of-two"),
        pytest.param(Mentions(meeting_numbers=(3,), dates=("2020",)), 0.5, id="number-of-another-year"),
        pytest.param(Mentions(document_numbers=(("根据甲政纪", 2021, 2),)), 1.0, id="document-number"),
        pytest.param(Mentions(document_numbers=(("", 2021, 2),)), 1.0, id="number-without-its-body"),
        pytest.param(Mentions(document_numbers=(("乙政纪", 2021, 2),)), 0.0, id="number-of-another-body"),
        pytest.param(Mentions(dates=("--03-08",)), 1.0, id="day-without-year"),
        pytest.param(Mentions(loose_dates=("2022",)), 0.0, id="another-year"),
    ],
)
def test_a_document_fits(mentions: Mentions, fit: float) -> None:
    assert mentions.fit(Named()) == fit


def test_several_meetings_fall_into_groups() -> None:
    both = find_mentions("2021年和2022年两次会议分别由谁主持")
    assert (both.groups, both.several) == (2, True)
    assert both.group(Named()) == "2021"
    assert both.group(Named(date="2023-01-01")) is None


@pytest.mark.parametrize(
    ("question", "named"),
    [("临川的停车费", True), ("市政府的停车费", False), ("东川的停车费", False)],
)
def test_a_body_is_known_by_the_opening_of_its_name(question: str, named: bool) -> None:
    assert body_named(Named(), question) is named


@pytest.mark.parametrize(("text", "number"), [("12", 12), ("十", 10), ("二十三", 23), ("一百零八", 108), ("甲", None)])
def test_an_ordinal_is_read(text: str, number: int | None) -> None:
    assert ordinal(text) == number
