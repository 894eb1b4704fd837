"""Rows are read by kind; what is wrong is named with its line and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.rows import Row, read_rows
from pipeline.errors import BadRequest, MissingFile


def test_fields_are_read_by_kind() -> None:
    row = Row({"id": "a", "none": None, "list": ["甲"], "yes": True, "map": {"x": 1}, "rows": [{"id": "b"}]})
    assert (row.text("id"), row.text_or_none("none"), row.texts("list")) == ("a", None, ("甲",))
    assert (row.text_or_texts("id"), row.text_or_texts("list"), row.text_or_texts("none")) == (("a",), ("甲",), ())
    assert (row.truth("yes"), row.truth("away", default=False)) == (True, False)
    assert (row.mapping("map"), row.mapping("away")) == ({"x": 1}, {})
    assert (row.texts("away", needed=False), row.rows("rows")[0].text("id")) == ((), "b")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        pytest.param("{", "第 2 行 不是一道题", id="no JSON"),
        pytest.param("[]", "应为对象", id="no object"),
        pytest.param("{}", "'id'", id="field missing"),
        pytest.param('{"id": " "}', "id 应为文字", id="blank"),
        pytest.param('{"id": 1}', "id 应为文字", id="number"),
    ],
)
def test_a_line_that_is_not_what_it_should_be_is_named(line: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(BadRequest, match=problem):
        read_rows(path, lambda row: row.text("id"), noun="一道题")


@pytest.mark.parametrize(
    ("value", "read", "problem"),
    [
        pytest.param("x", lambda row: row.texts("f"), "列表", id="text for texts"),
        pytest.param([""], lambda row: row.texts("f"), "列表", id="empty text"),
        pytest.param(1, lambda row: row.truth("f"), "true", id="number for truth"),
        pytest.param([], lambda row: row.mapping("f"), "对象", id="list for object"),
        pytest.param(["x"], lambda row: row.rows("f"), "对象的列表", id="texts for objects"),
    ],
)
def test_a_wrong_kind_is_told(value: object, read: object, problem: str) -> None:
    assert callable(read)
    with pytest.raises(ValueError, match=problem):
        read(Row({"f": value}))


def test_blank_lines_and_a_mark_at_the_beginning_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text('\ufeff{"id": "a\u2028b"}\n\n{"id": "c"}', "utf-8")
    assert read_rows(path, lambda row: row.text("id"), noun="一道题") == ["a\u2028b", "c"]
    with pytest.raises(MissingFile, match=r"none\.jsonl"):
        read_rows(tmp_path / "none.jsonl", lambda row: row, noun="一道题")
