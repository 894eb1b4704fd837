"""Learned weighing: boosted trees in a file, each a few questions about the traits of what is weighed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pipeline.errors import LibraryDamaged

Matrix = npt.NDArray[np.float64]

COLUMNS = ("trait", "threshold", "missing_left", "left", "right", "value")
"""What a file holds of each node of a tree."""


@dataclass(frozen=True)
class Trees:
    """Boosted trees as columns, one entry per node of all trees, each tree whole and its root first.

    A row of traits goes left where its trait is at most the threshold (or is missing); a leaf leads to itself.
    """

    base: float
    roots: npt.NDArray[np.int64]
    trait: npt.NDArray[np.int64]
    threshold: Matrix
    missing_left: npt.NDArray[np.bool_]
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    value: Matrix

    def likely(self, rows: Matrix) -> Matrix:
        """Return for each row of traits how likely it is what the trees learnt to find, 0 to 1."""
        every = np.arange(len(rows))[:, None]
        at = np.repeat(self.roots[None, :], len(rows), axis=0)
        while True:
            traits = rows[every, self.trait[at]]
            goes_left = np.where(np.isnan(traits), self.missing_left[at], traits <= self.threshold[at])
            below = np.where(goes_left, self.left[at], self.right[at])
            if (below == at).all():
                break
            at = below
        chances: Matrix = 1 / (1 + np.exp(-(self.base + self.value[at].sum(axis=1))))
        return chances


@lru_cache(maxsize=4)
def load_trees(path: Path, names: tuple[str, ...]) -> Trees:
    """Read trees.

    Args:
        path: the file.
        names: the traits in the order of the rows' columns.

    Raises:
        LibraryDamaged: the file is missing, not whole, or made for other traits.
    """
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
        if tree["traits"] != list(names):
            raise ValueError("traits")
        return _joined(float(tree["base"]), tree["trees"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LibraryDamaged(path.name, str(error)) from error


def _joined(base: float, trees: Sequence[Mapping[str, Sequence[float]]]) -> Trees:
    """Return trees, each a row per node with -1 below its leaves, as the columns of one."""
    sizes = [len(tree["trait"]) for tree in trees]
    if any(len(column) != size for tree, size in zip(trees, sizes, strict=True) for column in tree.values()):
        raise ValueError("trees")
    roots = np.cumsum([0, *sizes[:-1]])
    columns = {name: np.concatenate([np.array(tree[name]) for tree in trees]) for name in COLUMNS}
    shift, own = np.repeat(roots, sizes), np.arange(sum(sizes))
    sides = {name: np.where(columns[name] < 0, own, columns[name] + shift) for name in ("left", "right")}
    return Trees(
        base=base,
        roots=roots,
        trait=columns["trait"].astype(np.int64),
        threshold=columns["threshold"].astype(np.float64),
        missing_left=columns["missing_left"].astype(bool),
        left=sides["left"].astype(np.int64),
        right=sides["right"].astype(np.int64),
        value=columns["value"].astype(np.float64),
    )
