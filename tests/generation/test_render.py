"""What the command line prints for a person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, cast

import pytest

from pipeline.generation.columns import width
from pipeline.generation.render import answer_text, entries_table, hits_text, tree
from pipeline.minutes import Attendance, Document, Notice, Person, Presenter
from tests.generation.papers import minutes, report


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("种类      会议纪要", id="kind"),
        pytest.param("2021-03-08（文中写作“3月8日”，年份取自发文字号）", id="where the date comes from"),
        pytest.param("发文机关  未载明", id="not stated is said"),
        pytest.param("主持      郑远航", id="chair"),
        pytest.param("议题  共3项，5条", id="counts"),
        pytest.param("一  讨论《临川市停车管理办法》", id="heading"),
        pytest.param("汇报  市城管局局长周明", id="reporter"),
        pytest.param("结论  原则通过：会议原则通过上述文件", id="verdict"),
        pytest.param("结论  未载明", id="no verdict"),
        pytest.param("下一步  请市交通局重新测算", id="next step"),
        pytest.param("表决  同意4票，反对7票", id="votes"),
        pytest.param("1  [牵头 市城管局] [配合 市公安局] [时限 6月底前 = 2021-06-30]", id="point"),
        pytest.param("会议要求滨河新区", id="second set of points"),
        pytest.param("学习《数据安全法》（学习）", id="other matter"),
    ],
)
def test_the_tree_shows(line: str) -> None:
    assert line in tree(minutes())


def test_the_tree_shows_units_that_reported_without_a_name() -> None:
    document = minutes()
    units = [Presenter(name=None, unit=unit) for unit in ("市教育局", "市财政局")]
    item = replace(document.items[0], presenter=units[0], further_presenters=(units[1],))
    assert "汇报  市教育局、市财政局\n" in tree(replace(document, items=(item,)))


def test_the_tree_shows_sections_in_their_place() -> None:
    shown = tree(report())
    assert shown.index("[一 组织领导情况]") < shown.index("1  关于“基础设施薄弱”") < shown.index("[三 下一步工作打算]")
    assert "问题与整改措施  共2项，3条" in shown
    assert "结论" not in shown


def test_the_tree_counts_people_and_lists_notices() -> None:
    people = (Person(unit=None, name="郑远航", start=0, end=3), Person(unit="市城\n管局", name="周明", start=0, end=3))
    attendance = Attendance(present=people[:1], observers=people[1:], recorder="白露", start=0, end=3)
    notices = (Notice(code="label_typo", message="标题序号后是句点", start=5, end=5),)
    shown = tree(replace(minutes(), attendance=attendance, notices=notices))
    for line in (
        "出席  1人  郑远航",
        "列席  1人  市城管局周明",
        "请假  0人",
        "记录  白露",
        "label_typo  标题序号后是句点",
    ):
        assert line in shown


def test_no_line_is_wider_than_asked() -> None:
    assert max(width(line) for line in tree(minutes(), cells=50).splitlines()) <= 50


def test_a_document_without_anything_has_a_tree() -> None:
    assert "种类      其他文件" in tree(Document(file="a.txt", text="", kind="other", name="a"))


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in tree(replace(minutes(), title="\x1b[31m纪要", file="\x1b]0;a.txt"))


@dataclass(frozen=True)
class _Entry:
    document_id: str = "d0123abcd"
    file: str = "纪要.txt"
    kind: str = "minutes"
    document_number: str | None = "临政纪〔2021〕6号"
    meeting_name: str | None = None
    date: str | None = "2021-03-08"
    items: int = 3


def test_entries_line_up_and_say_what_is_missing() -> None:
    head, _, first = entries_table(cast(Any, [_Entry()])).splitlines()
    assert head.split() == ["编号", "种类", "文号", "会议", "日期", "议题", "文件"]
    assert first.split() == ["d0123abcd", "会议纪要", "临政纪〔2021〕6号", "—", "2021-03-08", "3", "纪要.txt"]


@dataclass(frozen=True)
class _Hit:
    rank: int = 1
    document_number: str | None = "临政纪〔2021〕6号"
    meeting: str | None = "市政府第12次常务会议"
    date: str | None = "2021-03-08"
    file: str = "纪要.txt"
    item: str | None = "一"
    item_title: str | None = "《办法》"
    text: str = "由市城管局\n牵头。"
    alike: tuple[_Hit, ...] = ()
    body: str | None = None


def test_hits_show_stamp_item_and_passage() -> None:
    assert hits_text(cast(Any, [_Hit()])).splitlines() == [
        "1. 临政纪〔2021〕6号，市政府第12次常务会议，2021年3月8日 · 一、《办法》",
        "   由市城管局牵头。",
    ]


def test_a_hit_tells_whose_its_meeting_is() -> None:
    hits = [replace(_Hit(), document_number=None, meeting="市政府例会", body=f"{city}市人民政府") for city in "甲乙"]
    told = [line for line in hits_text(cast(Any, hits)).splitlines() if line.startswith("1.")]
    assert ["甲市政府例会" in told[0], "乙市政府例会" in told[1]] == [True, True]


def test_a_hit_names_where_the_same_matter_stands_besides() -> None:
    others = [replace(_Hit(), document_number=f"临政纪〔202{year}〕6号") for year in range(4)]
    one = hits_text(cast(Any, [replace(_Hit(), alike=tuple(others[:1]))]))
    many = hits_text(cast(Any, [replace(_Hit(), alike=tuple(others))]))
    assert one.splitlines()[-1] == "   同一事项另见：临政纪〔2020〕6号"
    assert many.endswith("、临政纪〔2022〕6号等")


def test_no_hits_is_said() -> None:
    assert hits_text([]) == "没有找到相关段落。"


_CITATION = {
    "document_id": "d1",
    "file": "纪要.txt",
    "document_number": "临政纪〔2021〕6号",
    "meeting": None,
    "date": None,
    "item": "一",
    "item_title": None,
    "quote": "由市城管局\n牵头",
    "start": 5,
    "end": 13,
    "page": 2,
}


def _answer(**fields: Any) -> dict[str, Any]:
    return {
        "answer": "市城管局牵头。",
        "refused": False,
        "reason": None,
        "statements": [{"text": "市城管局牵头。", "citations": [0], "check": "verified", "problems": []}],
        "citations": [_CITATION],
        "nearest": [],
    } | fields


def test_an_answer_has_numbered_sources() -> None:
    assert answer_text(_answer()).splitlines() == [
        "市城管局牵头。[1]",
        "",
        "出处：",
        "[1] 临政纪〔2021〕6号 · 一",
        "    “由市城管局",
        "     牵头”（纪要.txt，第2页，5–13）",
    ]


def test_a_flagged_sentence_says_so() -> None:
    flagged = {"text": "市城管局牵头。", "citations": [0], "check": "flagged", "problems": []}
    assert "市城管局牵头。[1]（未能核实）" in answer_text(_answer(statements=[flagged]))


def test_the_preface_stands_before_the_sentences() -> None:
    shown = answer_text(_answer(answer="库中有两次会议符合：\n市城管局牵头。"))
    assert shown.splitlines()[:2] == ["库中有两次会议符合：", "市城管局牵头。[1]"]


def test_a_refusal_gives_its_reason_and_what_is_nearest() -> None:
    refusal = _answer(
        answer="没有查到。",
        refused=True,
        reason="no_evidence",
        statements=[],
        citations=[],
        nearest=[_CITATION | {"item_title": "《办法》"}],
    )
    assert answer_text(refusal).splitlines() == [
        "没有查到。",
        "（原因：没有找到依据）",
        "",
        "最接近的内容：",
        "- 临政纪〔2021〕6号 · 一、《办法》",
    ]


def test_a_quote_is_shown_to_the_character() -> None:
    quote = "沈  岚 “一事\n一策”\x1b[31m"
    citation = {
        "document_number": None, "meeting": None, "date": None, "file": "a.txt", "item": None, "item_title": None,
        "quote": quote, "start": 0, "end": 5, "page": None,
    }  # fmt: skip
    answer = {
        "answer": "沈岚。", "refused": False, "reason": None, "nearest": [], "citations": [citation],
        "statements": [{"text": "沈岚。", "citations": [0], "check": "verified", "problems": []}],
    }  # fmt: skip
    shown = answer_text(answer)
    assert "“沈  岚 “一事\n     一策”[31m”" in shown
    assert "\x1b" not in shown
