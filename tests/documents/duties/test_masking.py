"""A text as the reading of duties sees it."""

from __future__ import annotations

from pipeline.documents.duties.masking import masked


def test_titles_people_and_brackets() -> None:
    there = frozenset(["周敏", "平安", "财政所"])
    assert masked("请周敏修改《办法》", there) == "请龘龘修改《□□》"
    assert masked("平安法治办落实", there) == "平安法治办落实"
    assert masked("月底启用(医务科负责)", there) == "月底启用;医务科负责;"
