"""What a brief draft tells of an item besides title and verdict: chosen by weight, proven, within the room."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.brief import MOST, brief_parts
from pipeline.generation.summary.detail import details
from pipeline.generation.summary.told import Source
from pipeline.generation.summary.weighed import Detail, choose, weigh
from pipeline.minutes import Document

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"
ONE = """一、关于购置清雪车的请示
会议同意购置清雪车6台，预算2150万元。会议要求：
1．加强宣传引导，营造良好氛围。
2．由市城管局牵头，市财政局配合，11月底前完成招标。
3．认真抓好落实。
"""
SPECIAL = """会议研究城区货车停放整治工作，议定如下：
一、加快停车场建设。由市交通局牵头，9月底前建成泊位320个。
二、规范临时停放。由市公安局负责，3月25日前施划泊位160个。
三、严格执法。市交警支队对屡教不改的从严处罚。
"""


def _document(body: str) -> Document:
    return parse_text(HEAD + body)


def _found(body: str) -> tuple[Source, list[Detail]]:
    document = _document(body)
    source = Source("d0", document)
    return source, [one for item in document.items for one in details(source, item)]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("市财政局6月底前拨付2000万元", "由市财政局牵头"),
        ("11月底前完成招标", "由市财政局牵头"),
        ("由市财政局牵头", "加强宣传引导"),
        ("汛期一律停航", "做好宣传"),
        ("补助6.5万元", "其中补助6.5万元"),
    ],
    ids=["amount and deadline", "deadline", "who leads", "what is forbidden", "what leans on another"],
)
def test_what_weighs_more(more: str, less: str) -> None:
    assert weigh(more) > weigh(less)


def test_amounts_deadlines_and_leaders_come_first() -> None:
    source, found = _found(ONE)
    chosen = choose(source, found, room=60, alone=frozenset(one.item for one in found))
    said = [one.text for one in chosen]
    assert "预算2150万元" in said
    assert any("11月底前完成招标" in one for one in said)
    assert not any("宣传引导" in one or "抓好落实" in one for one in said)


def test_nothing_is_chosen_for_which_there_is_no_room_or_no_proof() -> None:
    source, found = _found(ONE)
    assert choose(source, found, room=4, alone=frozenset()) == []
    wrong = [Detail(one.item, source.tell("预算3150万元。", [source.document.items[0].span]), 9.0) for one in found[:1]]
    assert choose(source, wrong, room=100, alone=frozenset()) == []


@pytest.mark.parametrize("body", [ONE, SPECIAL], ids=["verdict", "special meeting"])
def test_a_brief_draft_tells_amounts_deadlines_and_leaders(body: str) -> None:
    document = _document(body)
    [part] = brief_parts("d0", document)
    said = "".join(told.text for told in part.told)
    wanted = ["2150万元", "市城管局牵头", "11月底前"] if body is ONE else ["9月底前", "3月25日前", "市公安局负责"]
    assert all(fact in said for fact in wanted), said
    assert len(said) <= MOST
    source = Source("d0", document)
    assert all(source.holds(told) for told in part.told)


def test_an_item_with_a_detail_leaves_its_group() -> None:
    body = (
        "一、关于调整水费标准的请示\n会议同意关于调整水费标准的请示。由市水务局5月1日前组织实施。\n"
        "二、关于修缮博物馆的请示\n会议同意关于修缮博物馆的请示。\n"
        "三、关于举办灯会的请示\n会议同意关于举办灯会的请示。\n"
    )
    [part] = brief_parts("d0", _document(body))
    said = [told.text for told in part.told]
    assert any("水费" in one and "5月1日前" in one and "博物馆" not in one for one in said), said
    assert any("博物馆" in one and "灯会" in one for one in said), said


def test_what_was_reported_is_no_detail_of_what_was_decided() -> None:
    body = "副镇长田舟汇报维修预算14.8万元。会议同意，市财政局做好资金保障，6月底前完工。"
    document = parse_text(f"甲县政府第3次常务会议纪要\n一、周转房维修\n{body}\n")
    [part] = brief_parts("d0", document)
    said = "".join(one.text for one in part.told)
    assert "汇报维修预算" not in said
    assert "6月底前完工" in said


def test_no_unit_is_named_beside_the_one_that_acts() -> None:
    head = "议题编号\t议题名称\t会议纪要\t责任人\t完成时间\n"
    table = f"{head}1\t听取经营汇报\t（1）应收账款由财务部按周通报。\t财务部、各子公司\t按周\n"
    [part] = brief_parts("d0", parse_text(f"甲公司总经理办公会纪要\n2023年3月1日，田舟主持召开会议。\n{table}"))
    assert "责任单位：各子公司）" not in "".join(one.text for one in part.told)
