"""Which meetings a question names, and which it names that the library does not hold."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import pytest

from pipeline.generation.understanding.scope import resolve

TODAY = datetime.date(2022, 6, 1)


@dataclass(frozen=True)
class Held:
    """An entry of a library, as far as the scope of a question looks at it."""

    document_id: str
    document_number: str | None
    meeting_name: str | None
    meeting_number: int | None
    date: str | None
    issuing_body: str | None = "临川市人民政府"
    name: str = "市政府常务会议纪要"
    file: str = "a.txt"
    chair: str | None = "秦书怀"


FIRST = Held("d1", "临政纪〔2021〕6号", "市政府第12次常务会议", 12, "2021-03-08", chair="郑远航")
SECOND = Held("d2", "临政纪〔2022〕2号", "市政府第15次常务会议", 15, "2022-04-20")
LIBRARY = (FIRST, SECOND)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("第12次常务会议由谁主持", ("d1",)),
        ("第十二次会议谁主持", ("d1",)),
        ("15次常务会议有几项议题", ("d2",)),
        ("郑远航主持的会议有几项议题", ("d1",)),
        ("周明主持的会议有几项议题", ("d1", "d2")),
        ("第15次常务会议10月份要完成什么", ("d2",)),
        ("临政纪[2021]6号由谁主持", ("d1",)),
        ("临政纪（2022）2号", ("d2",)),
        ("专题会（临政纪2号）谁主持", ("d2",)),
        ("第12次常务会议 老车站地块 2023年付款额", ("d1",)),
        ("2021年3月的常务会议", ("d1",)),
        ("2021年3月8日那次会议谁主持", ("d1",)),
        ("4月20日的会议谁主持", ("d2",)),
        ("去年的常务会议由谁主持", ("d1",)),
        ("临川市第15次常务会议谁主持", ("d2",)),
        ("第12次和第15次会议分别由谁主持", ("d1", "d2")),
        ("停车办法通过了吗", ("d1", "d2")),
        ("《2021年停车办法》通过了吗", ("d1", "d2")),
        ("市人大第三次会议提了什么", ("d1", "d2")),
        ("3月那次会谁主持", ("d1",)),
        ("21年3月那个会谁主持", ("d1",)),
        ("15次会上谁汇报了停车办法", ("d2",)),
        ("临川市停车办法12次会和15次会要求的时限分别多长", ("d1", "d2")),
        ("2021年6号纪要讲了什么", ("d1",)),
        ("最近一次常务会议由谁主持", ("d2",)),
        ("4.20常务会谁主持", ("d2",)),
        ("常务会（4.20）谁主持", ("d2",)),
        ("路面下挖4.20，谁主持验收", ("d1", "d2")),
    ],
)
def test_a_question_names_its_meetings(question: str, expected: tuple[str, ...]) -> None:
    scope = resolve(question, LIBRARY, today=TODAY, about_meetings=False)  # type: ignore[arg-type]
    assert scope.missing is None
    assert tuple(entry.document_id for entry in scope.entries) == expected
    assert scope.named == (len(expected) == 1 or "分别" in question)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("第13次常务会议由谁主持", "第13次常务会议"),
        ("远山市政府第12次常务会议由谁主持", "远山市政府第12次常务会议"),
        ("42次常务会 防汛 牵头", "42次常务会"),
        ("县委常委会66次 停车办法 结论", "县委常委会66次"),
        ("7月2日研究老车站地块的那次会，谁牵头", "7月2日研究老车站地块的那次会"),
        ("7月2日老车站专题会 牵头", "7月2日老车站专题会"),
        ("2019年5月的常务会议讨论了什么", "2019年5月的常务会议"),
        ("2019年第12次常务会议由谁主持", "2019年"),
        ("远政纪〔2021〕6号", "远政纪〔2021〕6号"),
    ],
)
def test_a_meeting_that_the_library_does_not_hold_is_missing(question: str, missing: str) -> None:
    scope = resolve(question, LIBRARY, today=TODAY, about_meetings=True)  # type: ignore[arg-type]
    assert scope.missing is not None
    assert missing in scope.missing


@pytest.mark.parametrize(
    "question",
    [
        "2023年全社会研发投入占比多少",
        "2019年博览会签约多少",
        "第七次全国人口普查有多少人",
        "第十二次党代会提了什么",
        "向临川市政府常务会议汇报停车办法的是谁",
        "2019年全年开了多少次会",
        "今年要建多少个停车位",
        "召开20次会议解决了多少问题",
        "三次常务会都研究了什么",
        "7月2日前修好的路在会上怎么说",
    ],
)
def test_words_that_name_no_meeting_hide_nothing(question: str) -> None:
    scope = resolve(question, LIBRARY, today=datetime.date(2021, 6, 1), about_meetings=False)  # type: ignore[arg-type]
    assert scope.missing is None
    assert len(scope.entries) == len(LIBRARY)


def test_a_number_goes_with_the_body_before_it() -> None:
    other = Held(
        "d3", "云董纪〔2022〕1号", "董事会第15次会议", 15, "2022-05-01", "云溪水务集团", "董事会纪要", "云溪.txt"
    )
    library = (*LIBRARY, other)
    asked = {
        "云溪水务集团第15次会议谁主持": ("d3",),
        "第12次会议谈到云溪水务集团的什么": ("d1",),
    }
    for question, expected in asked.items():
        scope = resolve(question, library, today=TODAY, about_meetings=False)  # type: ignore[arg-type]
        assert tuple(entry.document_id for entry in scope.entries) == expected
    none = resolve("云溪水务集团第12次会议谁主持", library, today=TODAY, about_meetings=True)  # type: ignore[arg-type]
    assert none.missing is not None


def test_a_year_without_documents_is_dropped_and_said() -> None:
    scope = resolve("前年的停车办法", LIBRARY, today=TODAY, about_meetings=False)  # type: ignore[arg-type]
    assert scope.dropped == ("前年（2020年）",)
    assert len(scope.entries) == 2


THIRD = Held("d3", "临政纪〔2022〕3号", "市政府第16次常务会议", 16, "2022-05-20")
OTHER = Held("e1", "安政纪〔2022〕1号", "县政府第3次常务会议", 3, "2022-02-02", issuing_body="安陵县人民政府")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("第16次常务会议的上一次会议由谁主持", {"d2"}, id="before-a-named-one"),
        pytest.param("第15次常务会议的下一次会议有几项议题", {"d3"}, id="after-a-named-one"),
        pytest.param("上次会议由谁主持", {"d3", "e1"}, id="the-latest-of-each-body"),
        pytest.param("最近一次常务会议由谁主持", {"d3", "e1"}, id="latest-of-each-body"),
        pytest.param("临川最近一次常务会议由谁主持", {"d3"}, id="of-the-body-named"),
    ],
)
def test_a_meeting_is_told_by_another(question: str, expected: set[str]) -> None:
    scope = resolve(question, (*LIBRARY, THIRD, OTHER), today=TODAY, about_meetings=True)  # type: ignore[arg-type]
    assert {entry.document_id for entry in scope.entries} == expected
    assert len(scope.every) == 4


def test_a_neighbour_that_is_not_held_is_missing() -> None:
    scope = resolve("第15次常务会议的上一次会议由谁主持", LIBRARY, today=TODAY, about_meetings=True)  # type: ignore[arg-type]
    assert scope.missing == "第14次会议"


PROVINCE = Held("p", None, "省政府第7次常务会议", 7, "2022-04-16", issuing_body=None, name="通稿")
CITY = Held("c", "临政纪〔2022〕9号", "市五届人民政府第3次常务会议", 3, "2022-05-09")
PROJECTS = Held("r", None, "全市重点项目调度会", None, "2022-05-30", issuing_body=None, name="纪要")
SAFETY = Held("s", None, "2022年第二次全体会议", 2, "2022-04-28", issuing_body="临川市安全生产委员会", name="纪要")
OF_KINDS = (PROVINCE, CITY, PROJECTS, SAFETY)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("省政府常务会议谁请假", {"p"}),
        ("市政府常务会议上谁主持", {"c"}),
        ("安委会会议是哪天开的", {"s"}),
        ("调度会谁主持", {"r"}),
        ("校长办公会谁缺席", {"p", "c", "r", "s"}),
    ],
    ids=["a province", "a city", "a body written out in its paper", "a kind of its own", "a kind that none is of"],
)
def test_the_kind_of_a_meeting_tells_which_record_is_asked_for(question: str, expected: set[str]) -> None:
    scope = resolve(question, OF_KINDS, today=TODAY, about_meetings=True)  # type: ignore[arg-type]
    assert {entry.document_id for entry in scope.entries} == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("5月调度会临川大桥推迟到什么时候", {"r"}),
        ("市安委会要求化工厂何时搬迁", {"s"}),
        ("提交调度会研究的事项何时完成", {"p", "c", "r", "s"}),
        ("市政府党组会议定了什么", {"p", "c", "r", "s"}),
    ],
    ids=["what it spoke of is named behind it", "the body itself", "a step of the matter", "of another kind"],
)
def test_a_matter_is_looked_for_in_the_meeting_that_opens_the_question(question: str, expected: set[str]) -> None:
    scope = resolve(question, OF_KINDS, today=TODAY, about_meetings=False)  # type: ignore[arg-type]
    assert {entry.document_id for entry in scope.entries} == expected


COMPANY = Held("d3", "临水董纪〔2021〕9号", "董事会第9次会议", 9, "2021-05-06", "临川水务集团", "董事会会议纪要")


@pytest.mark.parametrize(
    ("question", "expected", "missing"),
    [
        ("临政纪〔2021〕6号定的总投资多少，第9次董事会又安排了多少", {"d1", "d3"}, None),
        ("临政纪2021年6号要几号用上，水务第9次董事会让几号进场", {"d1", "d3"}, None),
        ("第9次董事会安排了多少，临政纪〔2021〕6号又定了多少", {"d1", "d3"}, None),
        ("临政纪〔2021〕6号和第15次常务会议各定了什么", {"d1", "d2"}, None),
        ("临政纪〔2021〕6号定了什么，第30次董事会又怎么说", {"d1"}, "第30次董事会"),
    ],
)
def test_a_meeting_beside_the_number_of_a_paper_is_of_another_paper(
    question: str, expected: set[str], missing: str | None
) -> None:
    scope = resolve(question, (*LIBRARY, COMPANY), today=TODAY, about_meetings=False)  # type: ignore[arg-type]
    assert {entry.document_id for entry in scope.entries} == expected
    assert scope.missing == missing


def test_a_day_beside_a_number_names_another_meeting() -> None:
    scope = resolve("第12次常务会和4月那次常务会上各是怎么定的", LIBRARY, today=TODAY, about_meetings=False)  # type: ignore[arg-type]
    assert {entry.document_id for entry in scope.entries} == {"d1", "d2"}
    assert scope.missing is None


def test_a_day_beside_a_number_on_which_nobody_met_is_missing() -> None:
    scope = resolve("第12次常务会和9月那次常务会上各是怎么定的", LIBRARY, today=TODAY, about_meetings=False)  # type: ignore[arg-type]
    assert scope.missing == "9月那次常务会"


@pytest.mark.parametrize("question", ["停车收费第一次上会是什么时候", "停车收费第一次上会怎么定的，第二次呢"])
def test_how_often_a_matter_came_up_numbers_no_meeting(question: str) -> None:
    assert not resolve(question, LIBRARY, today=TODAY, about_meetings=False).named  # type: ignore[arg-type]
