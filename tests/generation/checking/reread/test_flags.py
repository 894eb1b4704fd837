"""What the rules found, as traits, and which of it no weighing lifts."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reread.flags import NAMES, flag_traits, is_hard

SOURCE = Source("会议同意桥梁加固方案，由县交通局牵头，9月底前完工，投资380万元。", "")
MISSED = "出处中没有"


def test_every_flag_trait_has_one_column() -> None:
    assert set(flag_traits((), [SOURCE])) == set(NAMES)
    assert len(set(NAMES)) == len(NAMES)


def test_nothing_is_known_of_flags_that_were_not_kept() -> None:
    assert np.isnan(list(flag_traits(None, [SOURCE]).values())).all()


def test_a_name_read_too_long_is_covered_by_the_sources() -> None:
    long = flag_traits([Problem("unit", "由县交通局牵头", MISSED)], [SOURCE])
    strange = flag_traits([Problem("unit", "县园林中心", MISSED)], [SOURCE])
    assert (long["found_unit"], long["missed_unit"], long["found"]) == (1.0, 1.0, 1.0)
    assert long["uncovered_unit"] == 0.0 < strange["uncovered_unit"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("number", "390万元"),
        ("date", "10月底"),
        ("unit", "县园林中心"),
        ("person", "方案"),
        ("verdict", "同意"),
        ("title", "桥梁加固方案"),
        ("modifier", "不"),
        ("wording", "追加45万元"),
        ("wording", ""),
        ("foreign", "会议"),
    ],
)
def test_what_is_never_lifted(kind: str, text: str) -> None:
    assert is_hard(Problem(kind, text, f"{MISSED}“{text}”"), [SOURCE])


@pytest.mark.parametrize(
    ("kind", "text"),
    [("unit", "由县交通局牵头"), ("wording", "动工"), ("number", "380万元"), ("modifier", "才"), ("condition", "完工")],
)
def test_what_may_be_lifted(kind: str, text: str) -> None:
    assert not is_hard(Problem(kind, text, f"{MISSED}“{text}”"), [SOURCE])
