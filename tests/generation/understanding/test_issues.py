"""Meetings that are counted by the issue of their minutes, or by what their file is called."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

import pytest

from pipeline.generation.understanding import issues
from pipeline.generation.understanding.scope import resolve


@dataclass(frozen=True)
class Held:
    document_number: str | None = None
    name: str = "会议纪要"
    file: str = "会议纪要.txt"
    meeting_number: int | None = None
    meeting_name: str | None = "总经理办公会议"
    issuing_body: str | None = None
    date: str | None = "2024-05-06"
    kind: str = "minutes"
    chair: str | None = None
    document_id: str = field(default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "document_id", self.document_id or self.file)


@pytest.mark.parametrize(
    ("question", "narrowed"),
    [
        pytest.param("交投集团19期班车调整谁汇报", True, id="a matter right behind"),
        pytest.param("交投集团19期债券利率多少", False, id="an issue of bonds"),
    ],
)
def test_an_issue_behind_a_body_may_go_on_with_its_matter(question: str, narrowed: bool) -> None:
    library = (Held(document_number="临交纪〔2024〕19期"), Held(document_number="临交纪〔2024〕18期", file="b.txt"))
    scope = resolve(question, library, today=datetime.date(2024, 12, 31), about_meetings=False)  # type: ignore[arg-type]
    assert (len(scope.entries) == 1) is narrowed


@pytest.mark.parametrize(
    ("entry", "held"),
    [
        pytest.param(Held(document_number="临交纪〔2024〕8号"), True, id="document number"),
        pytest.param(Held(file="临川交投总办会2024-08.txt"), True, id="file"),
        pytest.param(Held(document_number="临交纪〔2024〕18号"), False, id="another"),
    ],
)
def test_the_issue_of_a_meeting(entry: Held, held: bool) -> None:
    assert issues.issued_so(8, entry) == held  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("file", "shown"),
    [pytest.param("党政联席会议纪要2023-19.txt", True, id="behind"), pytest.param("会议纪要.txt", False, id="none")],
)
def test_a_file_shows_the_issue_of_its_minutes(file: str, shown: bool) -> None:
    assert issues.shows_issue(Held(file=file)) is shown  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entry", "held"),
    [
        pytest.param(Held(file="岭南省林业厅2023年第6次厅务会议纪要.docx"), True, id="file"),
        pytest.param(Held(file="岭南省林业厅第六次厅务会议纪要.pdf"), True, id="in words"),
        pytest.param(Held(file="岭南省林业厅第6次厅务会议纪要.txt", meeting_number=16), False, id="the record knows"),
        pytest.param(Held(file="关于第6次厅务会议落实情况的通报.txt"), False, id="a report on it"),
        pytest.param(Held(file="第5次和第6次会议纪要.txt"), False, id="two"),
        pytest.param(Held(document_number="岭林纪〔2023〕6号"), False, id="a document number counts papers"),
        pytest.param(Held(file="某医院院长办公会纪要2024-06.txt", date="2024-02-05"), True, id="running number"),
        pytest.param(Held(file="某医院院长办公会纪要2024-06.txt", date="2024-06-05"), False, id="the month"),
        pytest.param(Held(file="采购合同2024-06.txt", date="2024-02-05"), False, id="no minutes"),
    ],
)
def test_the_number_of_a_meeting_stands_in_its_record_or_its_file(entry: Held, held: bool) -> None:
    assert issues.has_number(6, entry) is held  # type: ignore[arg-type]


PORT = Held(
    issuing_body="南屏市港务集团有限公司",
    name="总经理办公会议纪要",
    file="南屏市港务集团总经理办公会议纪要2024年第9期.txt",
)
ROAD = Held(
    issuing_body="南屏市路桥指挥部", name="专题会议纪要（2024）第9号", file="南屏市路桥指挥部专题会议纪要第9号.txt"
)
WOODS = Held(issuing_body="岭南省林业厅", name="厅务会议纪要", file="岭南省林业厅第6次厅务会议纪要.txt")
LIBRARY = (PORT, ROAD, WOODS)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        pytest.param("第9期总办会谁请假", PORT, id="issue and meeting"),
        pytest.param("9期总办会谁请假", PORT, id="without 第"),
        pytest.param("总办会〔2024〕9期谁请假", PORT, id="in a bracket"),
        pytest.param("总办会2024年第9期谁请假", PORT, id="behind"),
        pytest.param("南屏市港务集团第9期岸桥归谁修", PORT, id="behind the body"),
        pytest.param("南屏港务集团09期 岸桥 牵头部门", PORT, id="behind what may be a body"),
        pytest.param("林业厅第6次厅务会护林站怎么定的", WOODS, id="number in the file's name"),
    ],
)
def test_a_meeting_is_found_by_its_issue(question: str, wanted: Held) -> None:
    scope = resolve(question, LIBRARY, today=datetime.date(2024, 6, 1), about_meetings=False)  # type: ignore[arg-type]
    assert (scope.missing, list(scope.entries)) == (None, [wanted])


@pytest.mark.parametrize(
    "question", ["南屏市港务集团第二期工程花多少钱", "南屏市港务集团12期培训花多少钱", "办了3期培训会的是谁"]
)
def test_a_part_of_a_work_is_no_issue(question: str) -> None:
    scope = resolve(question, LIBRARY, today=datetime.date(2024, 6, 1), about_meetings=False)  # type: ignore[arg-type]
    assert "meeting" not in scope.filters
    assert scope.missing is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("柳浦街道第6期党工委会批了吗", True, id="before the meeting"),
        pytest.param("柳浦街道 2024年第6期 摊位数", True, id="behind the year"),
        pytest.param("柳浦街道第6期的钱谁出", False, id="alone"),
    ],
)
def test_a_question_tells_by_its_issue_which_meeting_it_means(question: str, told: bool) -> None:
    match = issues.OF_A_MEETING.search(question) or issues.OF_A_BODY.search(question)
    assert match is not None
    assert issues.is_told(match) is told


CITY = Held(
    document_number="〔2023〕57号", name="市政府专题会议纪要", meeting_name="专题会议", issuing_body="砚州市人民政府"
)
SCHOOL = Held(
    document_number="砚三中校字〔2023〕第57号", file="校务会纪要.txt", meeting_name="校务会议", issuing_body="砚州三中"
)
SIXTEENTH = Held(document_number="〔2023〕16号", file="b.txt", meeting_name="专题会议", issuing_body="砚州市人民政府")


@pytest.mark.parametrize(
    ("question", "held"),
    [
        pytest.param("市政府57号专题会上摊位费涨了没有", (CITY,), id="before the kind"),
        pytest.param("57号市政府专题会纪要说牌子哪天换好", (CITY,), id="before the body"),
        pytest.param("砚州市政府2023年57号那次专题会开完，补多少", (CITY,), id="with its year"),
        pytest.param("砚州市府专题会议纪要57号 摊位 总数", (CITY,), id="behind the kind"),
        pytest.param("校务会57号纪要定了什么", (SCHOOL,), id="of the kind that is named"),
        pytest.param("市政府2022年57号专题会", (), id="of another year"),
        pytest.param("16号那次专题会谁主持", (), id="a day of the month"),
        pytest.param("8月16号的专题会谁主持", (), id="a day with its month"),
        pytest.param("在市政府16号楼会议室开的会", (), id="a house"),
        pytest.param("16号地块专题会怎么定", (), id="a plot"),
    ],
)
def test_a_meeting_is_named_by_the_number_of_its_paper(question: str, held: tuple[Held, ...]) -> None:
    assert issues.of_paper(question, (CITY, SCHOOL, SIXTEENTH))[1] == held  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        pytest.param("市政府41号专题会定了什么", "41号专题会", id="a number that none has"),
        pytest.param("专题会议纪要41号 停车场 泊位", "纪要41号", id="behind the word for it"),
        pytest.param("市政府16号专题会定了什么", None, id="one that may be a day"),
        pytest.param("按市政府41号专题会纪要要求怎么办", None, id="by which something is done"),
        pytest.param("41号楼的电梯怎么办", None, id="a house"),
    ],
)
def test_the_number_of_a_paper_that_is_not_held(question: str, lacking: str | None) -> None:
    match = issues.paper_lacking(question, (CITY, SCHOOL, SIXTEENTH))  # type: ignore[arg-type]
    assert (match and match.group()) == lacking


def test_a_paper_of_that_kind_whose_number_is_not_on_record_may_have_it() -> None:
    bare = Held(file="c.txt", meeting_name="专题会议", issuing_body="砚州市人民政府")
    assert issues.paper_lacking("市政府43号专题会定了什么", (PORT, bare)) is None  # type: ignore[arg-type]
