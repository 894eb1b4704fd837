"""Notices of supervision, one for each unit that leads."""

from __future__ import annotations

from dataclasses import replace

from pipeline.generation.decisions.ledger import rows
from pipeline.generation.exports.notice import notices
from tests.generation.exports.opened import paragraphs
from tests.generation.papers import minutes

ROWS = rows("d1", minutes())


def test_each_unit_that_leads_gets_its_own_tasks() -> None:
    found = {name: paragraphs(content) for name, content in notices(ROWS, {"d1": minutes()})}
    assert list(found) == ["督办通知单_市城管局.docx", "督办通知单_滨河新区.docx"]
    text = found["督办通知单_市城管局.docx"]
    assert text[0] == "督办通知单"
    assert "市城管局：" in text
    opening = next(line for line in text if line.startswith("根据"))
    assert opening.startswith(
        "根据临政纪〔2021〕6号（市政府第12次常务会议，2021年3月8日），现将由你单位牵头办理的 1 个事项"
    )
    assert {"6月底前", "（2021.06.30）", "市公安局", "第一项第1条", "办理情况", "负责人签字"} <= set(text)
    assert not any("没有写明时限" in line for line in text)
    assert any("没有写明时限" in line for line in found["督办通知单_滨河新区.docx"])


def test_nothing_of_the_issuing_office_is_made_up() -> None:
    [content, _] = [content for _, content in notices(ROWS, {"d1": minutes()})]
    assert "（发文单位）　　" in paragraphs(content)
    assert "督〔　　　　〕　　号" in paragraphs(content)


def test_no_two_notices_share_a_file() -> None:
    papers = {"d1": replace(minutes(), issuing_body="甲市"), "d2": replace(minutes(), issuing_body="乙市")}
    same = [*ROWS[:1], replace(ROWS[0], document_id="d2"), replace(ROWS[0], lead_units=("市/城:管 局",))]
    names = [name for name, _ in notices(same, papers)]
    assert len({name.casefold() for name in names}) == len(names) == 3
    assert all("/" not in name and ":" not in name for name in names)


def test_a_unit_of_several_names_says_so() -> None:
    both = [
        replace(ROWS[0], lead_units=(name,), date=date) for name, date in (("市水利局", "2017"), ("市水务局", "2020"))
    ]
    [(name, content)] = notices(both, {"d1": minutes()})
    assert name == "督办通知单_市水务局.docx"
    assert "文件中又称：市水利局。" in paragraphs(content)


def test_tasks_that_nobody_leads_make_no_notice() -> None:
    assert not list(notices([replace(ROWS[0], lead_units=())], {}))


def test_one_unit_gets_only_its_own() -> None:
    both = [replace(ROWS[0], lead_units=("市水务局",)), replace(ROWS[0], lead_units=("市教育局",))]
    assert [name for name, _ in notices(both, {}, unit="市水利局")] == ["督办通知单_市水务局.docx"]


def test_two_meetings_of_one_name_are_told_apart_by_their_bodies() -> None:
    both = [
        replace(ROWS[0], document_id=body, body=body, document_number=None, meeting="县政府第3次常务会议")
        for body in ("甲溪县人民政府", "乙山县人民政府")
    ]
    [(_, content)] = list(notices(both, {}))
    told = "".join(paragraphs(content))
    assert "甲溪县政府第3次常务会议" in told
    assert "乙山县政府第3次常务会议" in told
