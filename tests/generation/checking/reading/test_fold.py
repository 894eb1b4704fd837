"""Folding: what carries no meaning falls away, what does stays."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.fold import (
    clauses,
    flat,
    fold,
    pairs,
    sentences,
    without_labels,
    without_titles,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("金  铭", "金铭"),
        ("１，３０８．５％", "1308.5%"),
        ("临政纪〔2021〕6号", "临政纪(2021)6号"),
        ("临政纪【2021】6号", "临政纪(2021)6号"),
        ("“一河一策”", "一河一策"),
        ("1—2个、3～5个", "1-2个、3-5个"),
        ("12 15", "12、15"),
        ("OEM", "oem"),
        ("市纪\n委监委", "市纪\n委监委"),
        ("2,40", "2,40"),
    ],
    ids=[
        "padding",
        "width",
        "tortoise-brackets",
        "black-brackets",
        "quotation",
        "dashes",
        "two-numbers",
        "case",
        "line",
        "comma",
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_wrapped_name_is_whole_without_line_ends() -> None:
    assert flat(fold("市纪\n委监委")) == "市纪委监委"


def test_a_comma_inside_a_title_or_brackets_parts_nothing() -> None:
    assert clauses(fold("通过《甲，乙》（丙，丁），修改。戊")) == ["通过《甲,乙》(丙,丁)", "修改", "戊"]
    assert sentences("甲。乙;丙\n丁") == ["甲", "乙", "丙", "丁"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("1.由甲牵头", "由甲牵头"),
        ("(一)由甲牵头\n二、由乙牵头", "由甲牵头\n由乙牵头"),
        ("甲(2021)6号:4.每半年一次", "甲(2021)6号:每半年一次"),
        ("2.5亿元", "2.5亿元"),
        ("得票:5、6", "得票:5、6"),
        ("三个小区", "三个小区"),
    ],
)
def test_labels_fall_away_and_numbers_stay(text: str, bare: str) -> None:
    assert without_labels(text) == bare


def test_titles_are_hidden_at_their_length() -> None:
    text = "原则通过《关于同意的汇报》,修改"
    assert len(without_titles(text)) == len(text)
    assert "同意" not in without_titles(text)


def test_pairs_do_not_reach_over_a_mark() -> None:
    assert pairs("停车,管理") == {"停车", "管理"}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("预约要等四天半", "预约要等4.5天"),
        ("半小时送达，每户半吨", "30分钟送达,每户0.5吨"),
        ("第三季度末前", "9月底前"),
        ("1—3月、1至6月", "一季度、上半年"),
        ("10月8日至20日", "10月8日至10月20日"),
        ("从10月8日办到20日", "从10月8日办到10月20日"),
        ("11月28日至3日", "11月28日至3日"),
        ("2021—2023年，6至9月", "2021年至2023年,6月至9月"),
        ("3至6个月", "3至6个月"),
    ],
)
def test_halves_quarters_and_spans(text: str, folded: str) -> None:
    assert fold(text) == folded
