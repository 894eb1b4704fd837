"""The learned weighing: trees from a file."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import LibraryDamaged
from pipeline.generation.trees import load_trees

NAMES = ("any", "other")
STUMP = {
    "trait": [0, 0, 0],
    "threshold": [0.5, 0, 0],
    "missing_left": [1, 0, 0],
    "left": [1, -1, -1],
    "right": [2, -1, -1],
    "value": [0, -2.0, 2.0],
}
"""One question: is `any` above a half?"""


def write(folder: Path, **changes: object) -> Path:
    file = folder / "trees.json"
    file.write_text(json.dumps({"traits": NAMES, "base": -1.0, "trees": [STUMP]} | changes), encoding="utf-8")
    return file


def rows(*values: float) -> np.ndarray:  # type: ignore[type-arg]
    table = np.zeros((len(values), len(NAMES)))
    table[:, 0] = values
    return table


@pytest.mark.parametrize(
    ("value", "sums"),
    [
        pytest.param(0.9, 1.0, id="above goes right"),
        pytest.param(0.1, -3.0, id="below goes left"),
        pytest.param(0.5, -3.0, id="the threshold itself goes left"),
        pytest.param(float("nan"), -3.0, id="missing goes where the tree says"),
    ],
)
def test_a_row_goes_down_the_tree(tmp_path: Path, value: float, sums: float) -> None:
    likely = load_trees(write(tmp_path), NAMES).likely(rows(value))
    assert likely.tolist() == pytest.approx([1 / (1 + np.exp(-sums))])


def test_trees_add_up_on_the_base(tmp_path: Path) -> None:
    likely = load_trees(write(tmp_path, trees=[STUMP, STUMP]), NAMES).likely(rows(0.9, 0.1))
    assert likely.tolist() == pytest.approx([1 / (1 + np.exp(-3.0)), 1 / (1 + np.exp(5.0))])


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        pytest.param({"traits": ["other", "any"]}, "traits", id="the same traits in another order"),
        pytest.param({"traits": [*NAMES, "moon"]}, "traits", id="one trait more"),
        pytest.param({"trees": [{"trait": [0]}]}, "threshold", id="half a tree"),
        pytest.param({"trees": [STUMP | {"value": [0, 1.0]}]}, "trees", id="a node without a value"),
        pytest.param({"trees": []}, "concatenate", id="no tree"),
        pytest.param({"base": "none"}, "none", id="no base"),
    ],
)
def test_a_file_for_other_traits_or_not_whole_is_refused(
    tmp_path: Path, changes: dict[str, object], problem: str
) -> None:
    with pytest.raises(LibraryDamaged, match=rf"trees\.json.*{problem}"):
        load_trees(write(tmp_path, **changes), NAMES)


def test_a_file_that_is_missing_or_cut_off_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryDamaged, match=r"none\.json"):
        load_trees(tmp_path / "none.json", NAMES)
    file = write(tmp_path)
    file.write_text(file.read_text(encoding="utf-8")[:-9], encoding="utf-8")
    with pytest.raises(LibraryDamaged, match=r"trees\.json"):
        load_trees(file, NAMES)
