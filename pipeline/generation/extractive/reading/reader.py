"""The learned weighing of what speaks for a sentence as the answer to a question."""

from __future__ import annotations

from pathlib import Path

from pipeline.config import ROOT
from pipeline.generation.extractive.reading.traits import NAMES
from pipeline.generation.trees import Trees, load_trees

FILE = ROOT / "models" / "reader.json"
"""Made by `benchmarks/train_reader.py`."""


def load_reader(path: Path = FILE) -> Trees:
    """Return the trees that tell for each row of traits how likely that sentence answers.

    Raises:
        LibraryDamaged: the file is missing, not whole, or made for other traits.
    """
    return load_trees(path, NAMES)
