from __future__ import annotations

import pytest

from pipeline.documents.text.clean import cells_of, fold, prepare


def test_fold_keeps_places() -> None:
    text = "會議原則通過：（１．）　①"
    assert fold(text) == "会议原则通过:(1.) ①"
    assert len(fold(text)) == len(text)


def test_a_stop_of_another_keyboard_and_slips_of_a_scanner() -> None:
    text = "一. 审议《办法》\n局长汇报.会议同意.\n2020年4月22曰，5月l0日前完成3.5公里。"
    assert (
        prepare(text, file="a.txt").plain
        == "一. 审议《办法》\n局长汇报。会议同意。\n2020年4月22日,5月10日前完成3.5公里。"
    )


def paragraphs(text: str) -> list[str]:
    return [passage.flat for passage in prepare(text, file="a.txt").paragraphs]


WRAPPED = (
    "会议听取了市水务局局长徐明关于全市防汛工作情况的\n汇报。会议要求，各县区要压实责任，加强值班值守"
    "，\n做好物资储备，市应急局要强化督查，确保安全度汛，\n不得有误。\n二、审议办法\n会议同意。"
)


@pytest.mark.parametrize(
    ("text", "count"),
    [("甲\n乙", 2), ("甲\n\n乙", 2), ("", 0), (" \n\t\n", 0), (WRAPPED, 3)],
    ids=["lines", "blank", "empty", "white", "wrapped"],
)
def test_paragraphs(text: str, count: int) -> None:
    assert len(paragraphs(text)) == count


def test_wrapped_lines_join_and_find_the_way_back() -> None:
    passage = prepare(WRAPPED, file="a.txt").paragraphs[0]
    start = passage.flat.index("汇报")
    span = passage.span(start, start + 2)
    assert WRAPPED[span.start : span.end] == "汇报"
    assert "\n" not in passage.flat


def test_reading_of_a_character_is_taken_out() -> None:
    passage = prepare("王志宏（hóng）主持", file="a.txt").paragraphs[0]
    assert passage.flat == "王志宏主持"
    assert passage.span(3, 5) == passage.part(3).span()


def test_part_trims_and_an_empty_part_has_a_place() -> None:
    passage = prepare("甲  乙", file="a.txt").paragraphs[0]
    assert passage.part(1).flat == "乙"
    assert passage.part(1, 3).flat == ""
    assert passage.span(4, 4).start == 4


@pytest.mark.parametrize(
    ("line", "cells"),
    [("| 甲 | 乙 |", ["甲", "乙"]), ("甲\t乙", ["甲", "乙"]), ("甲 乙", []), ("| --- | --- |", []), ("a|b", [])],
)
def test_cells(line: str, cells: list[str]) -> None:
    assert [line[start:end].strip() for start, end in cells_of(line)] == cells


def test_named_cells_read_as_labels() -> None:
    plain = prepare("| 主持人 | 姚新 | 记录 | 胡静 |\n| 文号 | 某纪〔2022〕3号 |", file="a.txt").plain
    assert "主持人 : 姚新" in plain
    assert "记录 : 胡静" in plain


def test_an_empty_passage_has_a_place() -> None:
    passage = prepare("甲乙", file="a.txt").paragraphs[0].part(1, 1)
    assert (passage.flat, passage.start, passage.end, passage.span().start) == ("", 1, 1, 1)


def test_a_paragraph_goes_on_behind_a_page_number() -> None:
    wrapped = "会议要求，各县区要压实责任，加强值班值守，做好物资储\n备工作。\n" * 3
    [*_, last] = prepare(
        wrapped + "会议要求，各县区要压实责任，加强值班值守，做好物资储\n- 1 -\n\f备工作。", file="a"
    ).paragraphs
    assert last.flat.endswith("做好物资储备工作。")


def test_many_readings_of_characters_are_taken_out_in_one_go() -> None:
    assert prepare("宏（hóng）" * 20_000, file="a.txt").paragraphs[0].flat == "宏" * 20_000


def test_signs_at_the_ends_fall_away() -> None:
    passage = prepare("：，，一、办法；。，", file="a.txt").paragraphs[0]
    assert passage.bare_end("。;,").flat == ":,,一、办法"
    assert passage.bare_start(":,").flat == "一、办法;。,"
    assert prepare("：" * 3, file="a.txt").paragraphs[0].bare_end(":").flat == ""


@pytest.mark.parametrize("sign", "┃│|")
def test_a_drawn_row_of_two_cells_labels_a_fact(sign: str) -> None:
    assert paragraphs(f"主持{sign}县长　李明")[0].startswith("主持:" if sign != "|" else "主持")
