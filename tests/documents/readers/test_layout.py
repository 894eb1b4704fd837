from __future__ import annotations

import pytest

from pipeline.documents.readers.layout import Line, set_pages

SIZE, LEFT, RIGHT = 16.0, 90.0, 506.0
FULL = "会议听取了县交通运输局局长何秀兰关于农村公路养护的汇报，会议"


def line(text: str, *, indent: int = 0, full: bool = False, height: float = SIZE) -> Line:
    left = LEFT + indent * SIZE
    return Line(text, left, RIGHT if full else min(RIGHT - 3 * SIZE, left + len(text) * SIZE), height)


def wrapped(*texts: str) -> list[Line]:
    """Set the first line in, and let all but the last fill the column."""
    last = len(texts) - 1
    return [line(text, indent=0 if number else 2, full=number < last) for number, text in enumerate(texts)]


BODY = [part for _ in range(3) for part in wrapped("会议指出，" + FULL, "要求各单位抓好落实。")]
SET = "　　会议指出，" + FULL + "要求各单位抓好落实。\n"


def test_lines_join_where_the_sentence_fills_them() -> None:
    assert set_pages([BODY]) == (SET * 3, (0,))


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (wrapped("一、审议" + FULL, "《办法》"), f"　　一、审议{FULL}《办法》\n"),
        (wrapped(FULL + "。", "要压实责任。"), f"　　{FULL}。要压实责任。\n"),
        ([line(FULL + "。", indent=2, full=True), line("二、研究供水")], f"　　{FULL}。\n二、研究供水\n"),
        ([line(FULL, indent=2), line("要压实责任。")], f"　　{FULL}\n要压实责任。\n"),
        ([line(FULL, indent=2, full=True), line("要压实责任。", indent=2)], f"　　{FULL}\n　　要压实责任。\n"),
        ([line(FULL, indent=2, full=True), line("注：小字", height=9)], f"　　{FULL}\n注：小字\n"),
        ([line("1    停车    同意", full=True), line("2    供水")], "1    停车    同意\n2    供水\n"),
        ([line(FULL, indent=9, full=True), line("要压实责任。")], f"{FULL}\n要压实责任。\n"),
        (
            [line("use of the water", indent=2, full=True), line("works in May.")],
            "　　use of the water works in May.\n",
        ),
    ],
    ids=[
        "heading",
        "stop at the margin",
        "mark behind a stop",
        "short of the margin",
        "indent",
        "smaller print",
        "row of a table",
        "cell of a table",
        "latin words",
    ],
)
def test_when_a_line_goes_on(lines: list[Line], text: str) -> None:
    assert set_pages([[*BODY, *lines]])[0] == SET * 3 + text


def test_without_indents_a_stop_at_the_margin_ends_the_paragraph() -> None:
    flush = [line(FULL + "。", full=True), line("会议要求抓好落实。"), line(FULL, full=True), line("要求落实。")] * 3
    text, _ = set_pages([flush])
    assert text == f"{FULL}。\n会议要求抓好落实。\n{FULL}要求落实。\n" * 3


def test_a_paragraph_over_the_end_of_a_page_goes_before_what_stands_between() -> None:
    head, last = line("临江县人民政府办公室文件", height=10), line("会议同意。", indent=2)
    pages = [
        [head, *BODY, line("会议指出，" + FULL, indent=2, full=True), line("- 1 -")],
        [head, line("要求各单位抓好落实。"), *BODY, line("- 2 -")],
        [head, last, *BODY, last, line("- 3 -")],
    ]
    text, starts = set_pages(pages)
    assert text == (
        f"临江县人民政府办公室文件\n{SET * 4}- 1 -\n\f临江县人民政府办公室文件\n{SET * 3}- 2 -\n"
        f"\f临江县人民政府办公室文件\n　　会议同意。\n{SET * 3}　　会议同意。\n- 3 -\n"
    )
    assert [text[start : start + 6] for start in starts] == ["临江县人民政", "要求各单位抓", "临江县人民政"]


def test_empty_pages_and_lines_whose_place_is_not_known() -> None:
    assert set_pages([]) == ("", ())
    assert set_pages([[], [Line("甲")], [], [Line("乙"), Line("丙")]]) == ("\f甲\n\f\f乙\n丙\n", (0, 1, 4, 5))
