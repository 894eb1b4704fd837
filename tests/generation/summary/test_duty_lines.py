"""Who is to act stands below a decision in lines of its own: told whole, once, and never in part."""

from __future__ import annotations

from pipeline.documents.parse import parse_text
from pipeline.generation.duty_labels import labels_apart
from pipeline.generation.summary.duty_lines import duty_line, is_shared, line_words
from pipeline.generation.summary.full import full_parts, task_parts

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"


def _told(body: str, *, tasks: bool = False) -> list[str]:
    parts = (task_parts if tasks else full_parts)("d0", parse_text(f"{HEAD}一、关于堤防\n{body}\n"))
    return [one.text for part in parts for one in part.told if part.label]


def test_a_line_on_one_decision_goes_with_it_whole() -> None:
    line = "责任领导：田舟；责任单位：市水利局牵头，市财政局配合；完成时限：8月底前"
    [told] = [one for one in _told(f"会议要求，市水利局要修复东段堤防3公里。\n{line}。") if "3公里" in one]
    assert "责任领导：田舟；责任单位：市水利局牵头，市财政局配合；完成时限：8月底前" in told


def test_a_line_on_a_verdict_is_told_by_itself() -> None:
    body = "会议原则同意东段堤防修复方案，全长3公里。\n责任领导:田舟   责任单位:市水利局   完成时限:8月底前"
    assert "责任领导：田舟；责任单位：市水利局；完成时限：8月底前。" in _told(body)
    assert any("责任领导：田舟；责任单位：市水利局；完成时限：8月底前" in one for one in _told(body, tasks=True))


def test_labels_run_together_are_parted() -> None:
    assert labels_apart("责任单位：甲局   时限：5月底前") == "责任单位：甲局；时限：5月底前"
    assert labels_apart("牵头单位：甲局\n配合单位：乙局") == "牵头单位：甲局；配合单位：乙局"


def test_a_line_of_several_decisions_is_shared_by_them() -> None:
    one, two = "由市水利局修复东段。\n", "1.修复东段堤防，投入80万元。\n2.加固西段堤防，投入60万元。\n"
    for points, shared in ((one, False), (f"会议议定：\n{two}", True)):
        document = parse_text(f"{HEAD}一、关于堤防\n{points}责任单位：市水利局、市财政局\n")
        line = duty_line(document, document.items[0].points[0])
        assert line is not None
        assert is_shared(document, document.items[0], line) is shared


def test_an_empty_label_is_left_out_and_a_line_by_numbers_is_none() -> None:
    document = parse_text(f"{HEAD}一、关于堤防\n由市水利局修复东段。\n责任单位：市水利局、市财政局\n完成时限：——\n")
    line = duty_line(document, document.items[0].points[0])
    assert line is not None
    assert line_words(document, line) == "责任单位：市水利局、市财政局"
    numbered = "（1）修复东段。\n（2）修复西段。\n责任单位：第（1）条，市水利局；第（2）条，市财政局\n"
    document = parse_text(f"{HEAD}一、关于堤防\n会议议定：\n{numbered}")
    assert all(duty_line(document, of) is None for of in document.items[0].points)
