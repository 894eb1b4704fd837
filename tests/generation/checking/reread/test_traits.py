"""What speaks against a statement, as figures."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reread.flags import FOUND
from pipeline.generation.checking.reread.traits import NAMES, traits

SOURCE = Source("原则同意停车方案，由市城管局牵头，待修改完善后印发；市交警支队配合。", "")


def row(statement: str, found: tuple[str, ...] | None = ()) -> dict[str, float]:
    problems = None if found is None else [Problem(kind, "", "") for kind in found]
    return dict(zip(NAMES, traits(statement, [SOURCE], problems, {"+必须": 2.0})[0].tolist(), strict=True))


def test_every_trait_has_one_column() -> None:
    assert len(set(NAMES)) == len(NAMES) == traits("同意。", [SOURCE], (), {}).shape[1]


@pytest.mark.parametrize(
    ("statement", "trait"),
    [
        ("同意停车方案，由市城管局牵头印发。", "conditions_dropped"),
        ("必须由市城管局牵头印发停车方案。", "binds_added"),
        ("停车方案未经原则同意。", "denies_added"),
        ("停车方案交给物业公司拍卖。", "nowhere"),
        ("停车方案由市交警支队配合。", "elsewhere"),
        ("必须由市城管局牵头印发停车方案。", "changed"),
    ],
)
def test_what_speaks_against_a_statement(statement: str, trait: str) -> None:
    assert row(statement)[trait] > row("原则同意停车方案，由市城管局牵头，待修改完善后印发。")[trait]


def test_what_the_rules_found_is_told_and_missing_where_it_is_not_known() -> None:
    told = row("同意。", ("verdict", "part", "verdict"))
    assert (told["found_verdict"], told["found_unit"], told["found"]) == (1.0, 0.0, 2.0)
    unknown = row("同意。", None)
    assert np.isnan([unknown["found"], *(unknown[f"found_{kind}"] for kind in FOUND)]).all()


def test_a_statement_without_words_has_traits_too() -> None:
    assert row("6月底。")["nowhere"] == 0
