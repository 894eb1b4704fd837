"""The labels by which a party has a part: what they match, and what they leave alone."""

from __future__ import annotations

import pytest

from pipeline.documents.duties.label_words import BRACKETED, LABELLED, TAKES_OVER, UNSIGNED


@pytest.mark.parametrize(
    ("text", "units"),
    [("包段领导:副县长李明;责任单位:县住建局", "副县长李明"), ("〔牵头:市住建局;配合:市财政局〕", "市住建局")],
)
def test_labels(text: str, units: str) -> None:
    match = LABELLED.search(text)
    assert match is not None and match["units"] == units


def test_a_label_without_a_sign_and_one_that_changes() -> None:
    unsigned, changed = UNSIGNED.search("责任部门生产部,"), TAKES_OVER.search("牵头单位改为市水务局。")
    assert unsigned is not None and unsigned["units"] == "生产部"
    assert changed is not None and changed["units"] == "市水务局"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("公示名单(运行科,3月底前)。", "3月底前"),
        ("不得加价(各供水单位)。", None),
        ("到货(财务科,5月15日前到货入库)", "5月15日前"),
    ],
)
def test_a_bracket_with_a_time_limit(text: str, when: str | None) -> None:
    match = BRACKETED.search(text)
    assert match is not None and match["when"] == when
