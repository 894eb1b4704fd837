"""The ledger of a library: signing outlives re-ingest, change, removal and renaming of a document."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from pipeline.documents.parse import parse
from pipeline.documents.read import read_file
from pipeline.errors import BadFilter, BadRequest, UnknownRow
from pipeline.ledgering import Due, Ledger, lost_words, signer
from pipeline.retrieval.acts import keep
from pipeline.retrieval.catalogue import FILE, Catalogue, Filters
from pipeline.retrieval.register import Register
from pipeline.retrieval.signoffs import SignOff
from tests.generation.invented import FIRST, SECOND

FIRST_FILE, SECOND_FILE = "临政纪〔2021〕6号.txt", "临政纪〔2022〕2号.txt"


class Office:
    """A folder of papers, read into a catalogue without indexes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir()
        self.register = Register(self.home)
        self.catalogue = Catalogue(self.home)
        self.ledger = Ledger(self.catalogue)

    def file(self, name: str, text: str) -> str:
        """Write a paper, read it into the catalogue and return its id."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        document = parse(read_file(path, max_bytes=10**6))
        return self.register.enter(document, source=path, sha256=str(hash(text))).document_id

    def remove(self, document_id: str, name: str) -> None:
        """Take a paper out of the catalogue and out of its folder."""
        self.register.take_out([document_id])
        (self.folder / name).unlink()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path)
    office.file(FIRST_FILE, FIRST)
    office.file(SECOND_FILE, SECOND)
    return office


def _id(office: Office) -> str:
    return office.catalogue.entry(FIRST_FILE).document_id


def test_a_signature_outlives_reading_the_same_paper_again(office: Office) -> None:
    row = f"{_id(office)}:一:1"
    report = office.ledger.correct([row], values={"牵头单位": "市公安局"}, by="李敏")
    assert (report.cells, report.rows[0].lead_units) == (1, ("市公安局",))
    office.file(FIRST_FILE, FIRST)
    [now] = [entry for entry in office.ledger.rows() if entry.row == row]
    assert (now.lead_units, now.confirmed["lead_units"]["former"]) == (("市公安局",), ("市城管局",))


def test_a_new_item_before_it_moves_the_signature_along(office: Office) -> None:
    office.ledger.confirm([f"{_id(office)}:一:1"], by="李敏")
    added = "一、讨论《临川市河道保洁办法》\n会议明确：\n1. 市水务局每月通报一次。\n会议原则通过上述文件。\n"
    text = FIRST.replace("三、审议", "四、审议").replace("二、听取", "三、听取").replace("一、讨论", f"{added}二、讨论")
    office.file(FIRST_FILE, text)
    signed = [row for row in office.ledger.rows() if row.confirmed]
    assert [(row.row.split(":", 1)[1], row.lead_units) for row in signed] == [("二:1", ("市城管局",))]
    assert not signed[0].confirmed["lead_units"]["changed"]


def test_a_reworded_decision_keeps_what_was_signed_and_is_marked(office: Office) -> None:
    row = f"{_id(office)}:一:1"
    office.ledger.confirm([row], fields=["时限"], by="李敏")
    office.file(FIRST_FILE, FIRST.replace("6月底前完成道路泊位普查", "9月底前完成道路泊位普查"))
    [now] = [entry for entry in office.ledger.rows() if entry.row == row]
    mark = now.confirmed["deadline_text"]
    assert (now.deadline_text, mark["changed"], mark["extracted"]) == ("6月底前", True, "9月底前")


def test_a_removed_document_comes_back_with_its_signatures_under_any_name(office: Office) -> None:
    document_id = _id(office)
    office.ledger.confirm([f"{document_id}:一:1"], by="李敏")
    office.remove(document_id, FIRST_FILE)
    assert not [row for row in office.ledger.rows() if row.confirmed]
    assert len(lost_words(office.ledger.lost())) == 1
    renamed = office.file("另存的纪要.txt", FIRST)
    assert renamed != document_id
    assert [row.row for row in office.ledger.rows() if row.confirmed] == [f"{renamed}:一:1"]
    assert office.ledger.lost() == []


def test_a_decision_that_is_gone_is_listed_not_forgotten(office: Office) -> None:
    office.ledger.correct([f"{_id(office)}:二:2"], values={"时限": "每月5日前"}, by="李敏")
    office.file(FIRST_FILE, FIRST.replace("2. 各街道要做好群众工作，每月报送一次进展。\n", ""))
    assert not [row for row in office.ledger.rows() if row.confirmed]
    [said] = lost_words(office.ledger.lost())
    assert "找不到所签的决定" in said
    assert "各街道要做好群众工作" in said
    office.file(FIRST_FILE, FIRST)
    assert [row.deadline_text for row in office.ledger.rows() if row.confirmed] == ["每月5日前"]


def test_what_an_item_decides_is_corrected_in_all_of_its_rows_and_taken_back_in_all(office: Office) -> None:
    rows = [f"{_id(office)}:一:{point}" for point in (1, 2, "verdict")]
    report = office.ledger.correct(rows[:1], values={"本项结论": "原则同意", "配合单位": ""}, by="李敏")
    assert report.cells == 4
    assert {row.row: (row.outcome, row.item_outcome, row.support_units) for row in report.rows} == {
        rows[0]: (None, "agreed_in_principle", ()),
        rows[1]: (None, "agreed_in_principle", ()),
        rows[2]: ("agreed_in_principle", "agreed_in_principle", ()),
    }
    assert [row.row for row in report.rows if "outcome" in row.confirmed] == rows[2:]
    office.ledger.undo(rows[:1], by="李敏")
    back = [row for row in office.ledger.rows() if row.row in rows]
    assert [row.item_outcome for row in back] == ["approved_in_principle"] * 3
    assert not any(row.confirmed for row in back)


def test_a_verdict_is_corrected_where_it_is_stated_and_in_the_tasks_of_its_item(office: Office) -> None:
    task, verdict = (f"{_id(office)}:一:{point}" for point in (1, "verdict"))
    report = office.ledger.correct([verdict], values={"结论": "同意"}, by="李敏")
    assert {(row.outcome, row.item_outcome) for row in report.rows} == {("approved", "approved"), (None, "approved")}
    assert task in {row.row for row in report.rows}
    office.ledger.undo([verdict], fields=["结论"], by="李敏")
    assert not [row for row in office.ledger.rows() if row.confirmed]


def test_a_verdict_given_to_a_task_is_its_own_and_nobody_elses(office: Office) -> None:
    task = f"{_id(office)}:一:1"
    [row] = office.ledger.correct([task], values={"结论": "不同意"}, by="李敏").rows
    assert (row.row, row.outcome, row.item_outcome) == (task, "rejected", "rejected")
    [row] = office.ledger.undo([task], by="李敏").rows
    assert (row.outcome, row.item_outcome, dict(row.confirmed)) == (None, "approved_in_principle", {})


def test_verdicts_signed_when_a_row_had_only_that_of_its_item_stay(office: Office) -> None:
    task, verdict = (f"{_id(office)}:一:{point}" for point in (1, "verdict"))
    rows = {row.row: row for row in office.ledger.rows()}
    office.ledger.confirm([verdict], fields=["结论"], by="李敏")
    with sqlite3.connect(office.home / FILE) as connection:  # as the library stood then
        connection.execute("DELETE FROM signoffs")
        connection.execute("DELETE FROM meta WHERE key LIKE 'signoffs.%'")
        for name, action, value in ((task, "confirm", "approved_in_principle"), (verdict, "correct", "deferred")):
            row = rows[name]
            same = {
                cell: getattr(row, cell) for cell in ("document_id", "document_number", "row", "item_title", "text")
            }
            act = SignOff(**same, field="outcome", action=action, value=value, by="王岚", at="2025-01-02T03:04:05Z")
            keep(connection, "signoffs", [act])
    connection.close()
    for _ in range(2):  # before and after the first new act
        now = {row.row: row for row in office.ledger.rows()}
        assert (now[task].outcome, now[task].item_outcome) == (None, "approved_in_principle")
        assert now[task].confirmed["item_outcome"]["by"] == "王岚"
        assert "outcome" not in now[task].confirmed
        assert (now[verdict].outcome, now[verdict].item_outcome) == ("deferred", "deferred")
        assert now[verdict].confirmed["outcome"]["action"] == "correct"
        office.ledger.confirm([f"{_id(office)}:一:2"], by="李敏")
    [own] = office.ledger.correct([task], values={"结论": "同意"}, by="李敏").rows
    assert (own.outcome, own.item_outcome) == ("approved", "approved_in_principle")


def test_a_unit_finds_the_rows_that_were_corrected_to_it(office: Office) -> None:
    row = f"{_id(office)}:三:verdict"
    assert row in {entry.row for entry in office.ledger.rows()}
    office.ledger.correct([row], values={"牵头单位": "市审计局"}, by="李敏")
    assert [entry.row for entry in office.ledger.rows(Filters(unit="市审计局"))] == [row]


def test_one_unknown_row_signs_nothing(office: Office) -> None:
    known = f"{_id(office)}:一:1"
    for unknown in (f"{_id(office)}:九:9", "d0:一:1", "没有"):
        with pytest.raises(UnknownRow, match=f"台账中没有“{unknown}”这一行"):
            office.ledger.confirm([known, unknown], by="李敏")
    assert not [row for row in office.ledger.rows() if row.confirmed]


def test_who_signs_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "min.li")
    assert (signer(None), signer(" 李敏 ")) == ("min.li", "李敏")
    with pytest.raises(BadRequest, match="没有说清由谁签认。请用 --by 写明姓名"):
        signer(" ")


def test_deadlines_up_to_a_day_and_those_that_state_none(office: Office) -> None:
    due = office.ledger.rows(due=Due(by="2021年6月"))
    assert [row.deadline_date for row in due] == ["2021-06-30"]
    assert not any(row.deadline_text for row in office.ledger.rows(due=Due(stated=False)))
    with pytest.raises(BadFilter, match="筛选条件 --due-by 的值“月底”无效"):
        Due(by="月底")


def test_a_matter_that_returns_is_linked_both_ways(office: Office) -> None:
    linked = {row.item_title: [link.item_title for link in row.links] for row in office.ledger.rows() if row.links}
    assert linked == {
        "《临川市城区停车管理办法》": ["《临川市城区停车管理办法实施细则》"],
        "《临川市城区停车管理办法实施细则》": ["《临川市城区停车管理办法》"],
    }


def test_a_corrected_verdict_stays_with_its_matter(office: Office) -> None:
    bag = (
        "榆泉县人民政府第12次常务会议纪要\n2023年5月9日，县长郭远主持召开县政府第12次常务会议。\n"
        "一、听取防汛汇报\n会议听取了汇报。\n二、其他事项\n1.会议同意购置借还机4台。\n2.旧粮站地块出让暂缓，待检测后再议。\n"
    )
    name = office.file("榆泉县第12次.txt", bag)
    report = office.ledger.correct([f"{name}:二:1"], values={"结论": "原则同意"}, by="李敏")
    assert [row.row for row in report.rows] == [f"{name}:二:1"]
    other = next(row for row in office.ledger._rows_of(name) if row.row == f"{name}:二:2")
    assert (other.outcome, dict(other.confirmed)) == ("deferred", {})
