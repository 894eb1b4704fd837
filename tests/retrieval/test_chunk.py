"""Chunks: verbatim, one per item, long items cut between points, every part found, furniture left out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.documents.parse import parse
from pipeline.documents.read import read_file
from pipeline.minutes import Document, Item, Point, Section, Span
from pipeline.retrieval.chunk import Chunk, chunk
from tests.retrieval.examples import minutes, report_of

LONG = (
    "《城市更新行动方案》",
    ("甲" * 90 + "。", "乙" * 90 + "。", "丙" * 300 + "。", "丁" * 20 + "。"),
)


def _uncovered(document: Document, chunks: tuple[Chunk, ...]) -> str:
    covered = set()
    for piece in chunks:
        covered.update(range(piece.start, piece.end))
    return "".join(
        letter for place, letter in enumerate(document.text) if place not in covered and not letter.isspace()
    )


def test_an_item_is_one_chunk_and_every_other_part_is_one_too() -> None:
    document = minutes()
    chunks = chunk(document, document_id="d1")
    assert [(piece.part, piece.item) for piece in chunks] == [
        ("head", None),
        ("item", "一"),
        ("item", "二"),
        ("tail", None),
        ("attendance", None),
        ("foot", None),
    ]
    assert [piece.position for piece in chunks] == list(range(6))
    assert _uncovered(document, chunks) == ""


@pytest.mark.parametrize("limit", [40, 120, 1200])
def test_a_chunk_is_the_text_itself(limit: int) -> None:
    document = minutes(agenda=(LONG, LONG), furniture="TOP\n客服")
    for piece in chunk(document, document_id="d1", max_characters=limit):
        assert piece.text == document.text[piece.start : piece.end]
        assert piece.text == piece.text.strip()


def test_furniture_is_no_chunk() -> None:
    document = minutes(furniture="免责声明：本站部分信息来源于网络。")
    chunks = chunk(document, document_id="d1")
    assert _uncovered(document, chunks) == "免责声明：本站部分信息来源于网络。"


def test_a_long_item_is_cut_between_points() -> None:
    document = minutes(agenda=(LONG,))
    pieces = [piece for piece in chunk(document, document_id="d1", max_characters=220) if piece.part == "item"]
    assert [piece.points for piece in pieces] == [("1",), ("2",), ("3",), ("4",)] or len(pieces) > 1
    for point in document.items[0].points:
        assert sum(point.text in piece.text for piece in pieces) == 1, point.label
    assert max(len(piece.text) for piece in pieces) < 320  # the point of 300 is longer than the limit and whole
    assert all(piece.item_title == LONG[0] for piece in pieces)
    assert any("第3点" in piece.context for piece in pieces)


def test_the_line_that_opens_a_set_of_points_stays_with_them() -> None:
    text = "一、讨论方案\n" + "1. " + "甲" * 60 + "。\n会议同时明确：\n1. " + "乙" * 60 + "。"
    first, second = text.index("甲"), text.index("乙")
    points = tuple(
        Point(
            label="1",
            text=text[start : start + 61],
            spans={"label": Span(start - 3, start - 2)},
            start=start,
            end=start + 61,
        )
        for start in (first, second)
    )
    item = Item(label="一", number=1, title="方案", points=points, start=0, end=len(text))
    document = Document(file="a.txt", text=text, kind="minutes", name="a", items=(item,))
    pieces = chunk(document, document_id="d1", max_characters=90)
    assert [piece.text[:7] for piece in pieces] == ["一、讨论方案\n", "会议同时明确："]


def test_the_bracket_of_a_label_stays_with_it() -> None:
    text = "1.关于“不快”问题的整改。\n(1)" + "甲" * 60 + "。\n(2)" + "乙" * 60 + "。"
    points = tuple(
        Point(
            label=label,
            text=text[text.index(letter) : text.rindex(letter) + 2],
            spans={"label": Span(text.index(letter) - 2, text.index(letter) - 1)},
            start=text.index(letter),
            end=text.rindex(letter) + 2,
        )
        for label, letter in (("1", "甲"), ("2", "乙"))
    )
    item = Item(label="1", number=1, title="不快", points=points, start=0, end=len(text))
    document = Document(file="a.txt", text=text, kind="rectification", name="a", items=(item,))
    pieces = chunk(document, document_id="d1", max_characters=90)
    assert [piece.text[:4] for piece in pieces] == ["1.关于", "(2)乙"]


@pytest.mark.parametrize("limit", [200, 1200])
def test_the_samples_are_covered_and_no_point_is_cut(samples: Path, limit: int) -> None:
    for path in sorted(samples.glob("*.txt")):
        document = parse(read_file(path, max_bytes=10_000_000))
        chunks = chunk(document, document_id="d1", max_characters=limit)
        furniture = "".join(document.quote(notice.span) for notice in document.notices)
        headings = {section.title for section in document.sections}
        left = _uncovered(document, chunks)
        for heading in headings:
            left = re.sub(rf"[一二三四五六七八九十]、{re.escape(heading)}", "", left)
        assert left == "".join(furniture.split())
        for item in document.items:
            for point in item.points:
                assert any(piece.start <= point.start and point.end <= piece.end for piece in chunks), point.text


def test_the_context_says_where_a_chunk_stands_and_is_not_in_its_text() -> None:
    piece = chunk(minutes(), document_id="d1")[1]
    stamp = "甲市人民政府 甲政纪〔2021〕2号 市政府第3次常务会议 2021年3月8日"
    assert piece.context == f"{stamp} 一、讨论《城区停车管理办法》"
    assert (piece.stamp, piece.heading) == (stamp, "一、讨论《城区停车管理办法》")
    assert piece.indexed == f"{piece.context}\n{piece.text}"


def test_a_name_that_only_the_file_has_is_in_the_context() -> None:
    document = report_of("会议听取了汇报。", file="乙县城管委会议纪要_2019.txt")
    assert "乙县城管委会议纪要_2019" in chunk(document, document_id="d1")[0].context


def test_long_attendance_is_cut_by_list_and_between_people() -> None:
    observers = tuple((f"市第{place}局", f"某{chr(0x4E00 + place)}") for place in range(60))
    document = minutes(observers=observers)
    pieces = [piece for piece in chunk(document, document_id="d1", max_characters=200) if piece.part == "attendance"]
    assert pieces[0].text.startswith("出席：")
    assert pieces[1].text.startswith("列席：")
    assert {piece.context.split()[-1] for piece in pieces} == {"出席名单", "列席名单"}
    for unit, name in observers:
        assert sum(unit + name in piece.text for piece in pieces) == 1


def test_a_text_without_outline_is_cut_at_paragraphs() -> None:
    document = report_of("\n".join(f"第{place}段，" + "写" * 50 + "。" for place in range(10)))
    pieces = chunk(document, document_id="d1", max_characters=130)
    assert [piece.part for piece in pieces] == ["text"] * 5
    assert all(piece.text.startswith("第") and piece.text.endswith("。") for piece in pieces)
    assert _uncovered(document, pieces) == ""


def test_prose_of_a_section_is_a_chunk_and_its_bare_heading_is_not() -> None:
    text = "一、整改进展\n1.关于“不快”问题。\n(1)已办。\n二、下一步\n继续抓好落实。"
    start, second = text.index("1.关于"), text.index("二、")
    item = Item(label="1", number=1, title="不快", section="一", start=start, end=second - 1)
    sections = (
        Section(label="一", title="整改进展", start=0, end=second),
        Section(label="二", title="下一步", start=second, end=len(text)),
    )
    document = Document(file="a.txt", text=text, kind="rectification", name="a", sections=sections, items=(item,))
    pieces = chunk(document, document_id="d1")
    assert [(piece.part, piece.text[:4]) for piece in pieces] == [("item", "1.关于"), ("section", "二、下一")]
    assert "整改进展" in pieces[0].context


def test_an_item_without_points_is_cut_at_paragraphs() -> None:
    text = "\n".join("会议指出，" + "议" * 40 + "。" for _ in range(4))
    item = Item(label=None, number=None, title="形势", start=0, end=len(text))
    document = Document(file="a.txt", text=text, kind="readout", name="a", items=(item,))
    assert [len(piece.text) for piece in chunk(document, document_id="d1", max_characters=100)] == [93, 93]


def test_an_empty_text_has_no_chunks() -> None:
    assert chunk(replace(report_of("x"), text="  \n"), document_id="d1") == ()
