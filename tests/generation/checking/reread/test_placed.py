"""Where the words of a statement stand."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.source import Source
from pipeline.generation.checking.reread.placed import is_verb, placed, telling_words

SOURCE = Source("由市水利局清理河道淤泥；由市教育局检修校车；拨付校车检修费用12万元。", "")


def test_each_clause_stands_beside_the_part_that_holds_most_of_it() -> None:
    one = placed("市教育局负责检修校车，市水利局清理河道。", [SOURCE])
    assert [clause.part for clause in one.clauses] == ["由市教育局检修校车", "由市水利局清理河道淤泥"]
    assert one.turns == 1
    assert one.window == "由市水利局清理河道淤泥。由市教育局检修校车"


def test_a_word_of_few_parts_weighs_more() -> None:
    one = placed("市教育局检修校车。", [SOURCE])
    assert (one.spread["校车"], one.spread["检修"]) == (2, 2)
    assert one.weights["教育局"] > one.weights["校车"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("安排资金120万元", ["资金"]),
        ("于2024年6月底前清淤", ["清淤"]),
        ("会议要求进行", []),
        ("", []),
    ],
)
def test_figures_times_and_ordinary_words_tell_nothing(text: str, words: list[str]) -> None:
    assert [word for word in telling_words(text) if word not in ("安排", "会议")] == words


def test_a_statement_without_telling_words_has_no_clause() -> None:
    one = placed("6月底前。", [SOURCE])
    assert (one.clauses, one.window, one.turns) == ((), "", 0)


def test_verbs_are_known() -> None:
    assert is_verb("拨付")
    assert not is_verb("河道")
