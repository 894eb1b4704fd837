"""A text as the reading of duties sees it."""

from __future__ import annotations

from pipeline.documents.duties.masking import masked


def test_titles_people_and_brackets() -> None:
    there = frozenset(["周敏", "平安", "财政所"])
    assert masked("请周敏修改《办法》", there) == "请龘龘修改《□□》"
    assert masked("平安法治办落实", there) == "平安法治办落实"
    assert masked("月底启用(医务科负责)", there) == "月底启用;医务科负责;"


def test_a_listed_name_with_a_rare_surname_and_a_district_that_reads_like_one() -> None:
    assert masked("请副镇长后明远约谈", frozenset(["后明远"])) == "请副镇长龘龘龘约谈"
    assert masked("柏林区住建局要整改", frozenset(["柏林"])) == "柏林区住建局要整改"
    assert masked("请柏林区长约谈", frozenset(["柏林"])) == "请龘龘区长约谈"


def test_a_listed_unit_whose_name_tells_nothing_of_its_kind() -> None:
    there = frozenset(["征迁协调组", "市水务局", "澜沙区"])
    assert masked("请征迁协调组、市水务局到澜沙区查看", there) == "请龘龘龘龘龘、市水务局到澜沙区查看"
