"""The reader that comes with the product: whole, and made for the traits of today."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import LibraryDamaged
from pipeline.generation.extractive.reading.reader import FILE, load_reader
from pipeline.generation.extractive.reading.traits import NAMES


def test_the_reader_that_comes_with_the_product_is_whole() -> None:
    reader = load_reader(FILE)
    likely = reader.likely(np.zeros((3, len(NAMES))))
    assert len(reader.roots) > 10
    assert ((likely > 0) & (likely < 1)).all()
    columns = (reader.trait, reader.threshold, reader.missing_left, reader.left, reader.right, reader.value)
    assert len({len(column) for column in columns}) == 1
    assert max(reader.left.max(), reader.right.max()) < len(reader.value)
    assert reader.trait.max() < len(NAMES)


def test_a_reader_for_other_traits_is_refused(tmp_path: Path) -> None:
    tree = json.loads(FILE.read_text(encoding="utf-8"))
    file = tmp_path / "reader.json"
    file.write_text(json.dumps(tree | {"traits": [*NAMES, "moon"]}), encoding="utf-8")
    with pytest.raises(LibraryDamaged, match=r"reader\.json.*traits"):
        load_reader(file)
