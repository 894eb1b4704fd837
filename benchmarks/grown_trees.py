"""Writes boosted trees that scikit-learn grew as the product reads them (see pipeline/generation/trees.py)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt


def write_trees(model: Any, names: Sequence[str], out: Path) -> None:
    """Write a fitted `HistGradientBoostingClassifier` over the named traits to a file."""
    grown = [_columns(step[0].nodes) for step in model._predictors]  # no public way out of scikit-learn's trees
    base = float(model._baseline_prediction.ravel()[0])
    tree = {"traits": list(names), "base": base, "trees": grown}
    out.write_text(json.dumps(tree, separators=(",", ":")) + "\n", "utf-8")


def _columns(nodes: npt.NDArray[np.void]) -> dict[str, list[float]]:
    """Return the nodes of a tree as columns; a leaf has -1 on both sides."""
    leaf = nodes["is_leaf"].astype(bool)
    return {
        "trait": nodes["feature_idx"].tolist(),
        "threshold": [float(f"{min(max(value, -1e9), 1e9):.7g}") for value in nodes["num_threshold"]],
        "missing_left": nodes["missing_go_to_left"].tolist(),
        "left": np.where(leaf, -1, nodes["left"].astype(int)).tolist(),
        "right": np.where(leaf, -1, nodes["right"].astype(int)).tolist(),
        "value": [float(f"{value:.4g}") if is_leaf else 0 for value, is_leaf in zip(nodes["value"], leaf, strict=True)],
    }
