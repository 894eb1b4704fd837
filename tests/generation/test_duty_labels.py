"""Labels of who acts and by when: told apart in what is shown, whatever the file lost between them."""

from __future__ import annotations

import time

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.columns import one_line
from pipeline.generation.duty_labels import labels_apart
from pipeline.generation.extractive.evidence import plain

LABELS = ("责任科室：丙科", "配合科室：丁科", "完成时限：6月底前")


@pytest.mark.parametrize("sign", ["", "  ", "\n", "\u3000\n"], ids=["nothing", "blanks", "a line end", "both"])
def test_labels_are_told_apart(sign: str) -> None:
    wording = sign.join(("修缮围墙", *LABELS))
    told = "；".join(("修缮围墙", *LABELS))
    assert labels_apart(wording) == told
    assert one_line(wording) == told
    assert plain(wording) == told


@pytest.mark.parametrize(
    "wording",
    [
        "明确主要责任人：丙某",
        "修缮围墙；责任科室：丙科，完成时限：6月底前",
        "| 责任科室：丙科 |",
        "第一责任人：丙某；完成时限：年底",
    ],
)
def test_what_has_its_sign_or_is_a_longer_word_stays(wording: str) -> None:
    assert labels_apart(wording) == wording


def test_a_long_run_of_blanks_costs_no_more_than_its_length() -> None:
    started = time.perf_counter()
    labels_apart(f"责任单位：甲{' ' * 20_000}乙")
    assert time.perf_counter() - started < 2  # seconds; each blank against each of the others takes twenty


def test_who_leads_and_who_helps_are_read_from_labels_that_stand_close() -> None:
    tasks = f"任务1：修缮围墙{''.join(LABELS)}\n任务2：清理沟渠责任科室：戊科完成时限：年底前\n"
    text = f"甲局局务会纪要\n一、关于乙园\n{tasks}"
    first, second = parse_text(text).items[0].points
    assert (first.lead_units, first.support_units) == (("丙科",), ("丁科",))
    assert first.deadline is not None and first.deadline.text == "6月底前"
    assert (second.lead_units, second.support_units) == (("戊科",), ())
