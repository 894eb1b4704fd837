"""The learned weighing of traits: boosted trees in a file, each a few questions about the traits of a sentence."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pipeline.config import ROOT
from pipeline.errors import LibraryDamaged
from pipeline.generation.extractive.reading.traits import NAMES, Matrix

FILE = ROOT / "models" / "reader.json"
"""Made by `benchmarks/train_reader.py`."""


@dataclass(frozen=True)
class Tree:
    """One tree as columns, a row per node: a row goes left where its trait is at most the threshold (or is missing)."""

    trait: npt.NDArray[np.int64]
    threshold: Matrix
    missing_left: npt.NDArray[np.bool_]
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    value: Matrix

    def add_to(self, sums: Matrix, rows: Matrix) -> None:
        """Add the tree's say for each row of traits."""
        at = np.zeros(len(rows), dtype=np.int64)
        every = np.arange(len(rows))
        while (inner := self.left[at] >= 0).any():
            traits = rows[every, self.trait[at]]
            goes_left = np.where(np.isnan(traits), self.missing_left[at], traits <= self.threshold[at])
            at = np.where(inner, np.where(goes_left, self.left[at], self.right[at]), at)
        sums += self.value[at]


@dataclass(frozen=True)
class Reader:
    """Tells how likely each sentence is to answer."""

    base: float
    trees: tuple[Tree, ...]

    def likely(self, rows: Matrix) -> Matrix:
        """Return for each row of traits how likely that sentence answers, 0 to 1."""
        sums = np.full(len(rows), self.base)
        for tree in self.trees:
            tree.add_to(sums, rows)
        chances: Matrix = 1 / (1 + np.exp(-sums))
        return chances


@lru_cache(maxsize=2)
def load_reader(path: Path = FILE) -> Reader:
    """Read the trees.

    Raises:
        LibraryDamaged: the file is missing, not whole, or made for other traits.
    """
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
        if tree["traits"] != list(NAMES):
            raise ValueError("traits")
        return Reader(float(tree["base"]), tuple(_tree(columns) for columns in tree["trees"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LibraryDamaged(path.name, str(error)) from error


def _tree(columns: dict[str, list[float]]) -> Tree:
    whole = {name: np.array(columns[name], dtype=np.int64) for name in ("trait", "left", "right")}
    return Tree(
        trait=whole["trait"],
        threshold=np.array(columns["threshold"], dtype=np.float64),
        missing_left=np.array(columns["missing_left"], dtype=bool),
        left=whole["left"],
        right=whole["right"],
        value=np.array(columns["value"], dtype=np.float64),
    )
