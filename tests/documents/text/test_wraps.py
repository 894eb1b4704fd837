from __future__ import annotations

import pytest

from pipeline.documents.text.clean import fold
from pipeline.documents.text.wraps import paragraphs_of

FULL = "会议听取了县交通运输局局长何秀兰关于农村公路养护管理办法的"  # the width of the page


def paragraphs(text: str) -> list[str]:
    plain = fold(text)
    return ["/".join(plain[line.start : line.end] for line in group) for group in paragraphs_of(plain)]


def wrapped(*parts: str, indent: str = "") -> str:
    """Return three paragraphs of these lines."""
    return "".join(indent + "\n".join(parts) + "\n" for _ in range(3))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (wrapped(FULL, "汇报。"), 3),
        (wrapped(FULL, "汇报。", indent="　　"), 3),
        (wrapped(FULL, "汇报。") + wrapped(FULL[:-1] + "。", "汇报完毕。"), 9),
        (wrapped(FULL, "汇报。", indent="　　") + wrapped(FULL[:-1] + "。", "汇报完毕。", indent="　　"), 6),
        (wrapped(FULL, "会议原则同意。", indent="　　"), 3),
        (wrapped(FULL, "会议原则同意。"), 6),
        (wrapped(FULL, "二、研究供水", indent="　　"), 6),
        (wrapped("会议同意。", "会议要求抓好落实。"), 6),
        ("　　甲。\n　　乙。\n　　丙。\n　　" + FULL[:24] + "\n汇报。\n　　丁。\n附\n件\n", 7),
        ("1.1　应修的水闸，一处已修，改到8月底前修完，由市水利局负责。【牵头：市水利局】\n另有一处未修\n", 2),
        ("1.1　应修的水闸，一处已修。改到8月底前修完，由市水利局负责办理\n1.2　另有一处。\n", 2),
        ("甲\n\n乙\n", 2),
        ("", 0),
    ],
    ids=[
        "wrapped",
        "wrapped and set in",
        "a stop at the margin",
        "a stop at the margin, set in",
        "a verb of the grammar begins the line, set in",
        "a verb of the grammar begins the line",
        "a mark",
        "not wrapped",
        "one wrapped line, set in",
        "a square bracket behind a sentence",
        "a decimal label",
        "blank line",
        "empty",
    ],
)
def test_lines_of_one_paragraph(text: str, count: int) -> None:
    assert len(paragraphs(text)) == count


def test_names_break_off() -> None:
    assert paragraphs("会议听取了市水务局局长方\n云的汇报。") == ["会议听取了市水务局局长方/云的汇报。"]


def test_a_line_ends_with_the_bracket_behind_its_sentence() -> None:
    text = (
        "近期巡查发现坝肩渗漏,会议同意将水位降至12.5米,即日起执行。(牵头单位:县水务局;配合单位:各乡镇(街道))\n"
        "县农业农村局对降低水位持保留意见,认为将影响下游灌溉。"
    )
    assert [len(lines) for lines in paragraphs_of(text)] == [1, 1]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("会议明确，河道股每月会同水政大队巡查两次，发现\n      \n违法采砂立即制止。", 2),
        ("会议明确，河道股每月会同水政大队巡查两次，发现      \n违法采砂立即制止。", 1),
        ("会议明确，河道股每月会同水政大队巡查两次。      \n违法采砂立即制止。", 2),
        (
            "会议听取了农水股的汇报。会议同意实施塘坝清淤32座，由农水股牵头，\n财务股配合，6月底前\n完成。",
            1,
        ),
    ],
    ids=["a line apart", "a page number was there", "a sentence ended", "thrice on"],
)
def test_a_sentence_goes_on_over_page_and_line(text: str, count: int) -> None:
    assert len(paragraphs_of(fold(text))) == count
