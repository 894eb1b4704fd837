"""What stands beside a verdict and the points of an item is told: amounts, conditions, grounds, figures of a report."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.beside import freely, is_label, left_over, tail
from pipeline.generation.summary.full import item_sentences
from pipeline.generation.summary.told import Source
from pipeline.minutes import Document

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n一、关于购置清雪车的请示\n"


def _document(body: str) -> Document:
    return parse_text(f"{HEAD}{body}\n")


def _told(body: str) -> list[str]:
    document = _document(body)
    return [told.text for told in item_sentences(Source("d0", document), document.items[0])]


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        ("会议同意购置清雪车6台，预算2150万元，从预备费中列支。", "预算2150万元，从预备费中列支"),
        ("会议同意成立清雪指挥部，由方宁任组长，办公室设在市城管局。", "由方宁任组长，办公室设在市城管局"),
        ("会议原则同意上述请示，估算总投资9,840.25万元。请市财政局尽快拨付。", "估算总投资9,840.25万元"),
        ("会议同意签订采购协议，协议中质保条款（不少于5年）不得删减。", "协议中质保条款（不少于5年）不得删减"),
        (
            "市城管局局长周明通报了清雪情况，共出动4700车次，清运积雪41万吨。会议要求市城管局总结经验。",
            "共出动4700车次，清运积雪41万吨",
        ),
        (
            "会议认为，该项目超概算比例达23.7%，说明不充分，不予同意，退回市城管局重新核算。",
            "该项目超概算比例达23.7%，说明不充分",
        ),
    ],
    ids=["amount", "who heads it", "estimate", "condition", "figures of the report", "ground of a refusal"],
)
def test_what_a_verdict_hangs_on_is_told(body: str, fact: str) -> None:
    assert any(fact in said for said in _told(body)), _told(body)


def test_what_is_told_holds_and_is_told_once() -> None:
    document = _document("会议同意购置清雪车6台，预算2150万元，报市委常委会审定。由市城管局牵头，11月底前到位。")
    source = Source("d0", document)
    told = item_sentences(source, document.items[0])
    assert all(source.holds(one) for one in told)
    assert "".join(one.text for one in told).count("2150万元") == 1


def test_a_line_on_who_is_responsible_is_no_sentence() -> None:
    document = _document("会议要求：\n1.购置清雪车6台。\n责任单位：市城管局\n完成时限：11月底前")
    item = document.items[0]
    assert is_label(item, "责任单位：市城管局")
    assert not is_label(item, "购置清雪车6台。")
    assert not any(
        one.text.startswith(("责任单位", "完成时限")) for one in left_over(Source("d0", document), item, [], level=2)
    )


def test_a_verdict_at_the_end_of_its_sentence_has_no_tail() -> None:
    document = _document("会议同意购置清雪车6台。由市城管局牵头。")
    item = document.items[0]
    assert tail(Source("d0", document), item, item.outcomes[0]) is None


def test_a_long_next_step_is_put_more_freely_but_for_the_verdict() -> None:
    wording = "由市住建局会同市司法局根据会议讨论意见修改完善后按程序报送市委常委会审定并于年底前印发实施"
    assert next(iter(freely(wording, wording))) != wording
    assert list(freely("同意", "同意")) == ["同意"]


@pytest.mark.parametrize("front", ["会议认为，", "会议指出，", "会议认为"])
def test_why_something_is_refused_is_told_as_what_the_meeting_holds(front: str) -> None:
    body = f"市城管局汇报了方案。{front}听证代表不足三成、依据尚不充分，决定暂缓调整。"
    document = parse_text(f"甲县政府第3次常务会议纪要\n一、停车费调整\n{body}\n")
    said = "".join(one.text for one in item_sentences(Source("d0", document), document.items[0]))
    assert "会议" in said[: said.index("暂缓调整")].removeprefix("由市城管局汇报。")
