"""What words mean: vectors of the built-in encoder."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.generation.meaning import alike, vector, vectors


def test_a_text_is_a_vector_of_length_one() -> None:
    assert float(np.linalg.norm(vector("停车管理办法"))) == pytest.approx(1.0, abs=1e-3)
    assert vectors(["停车", "收费", "维修"]).shape == (3, len(vector("停车")))


@pytest.mark.parametrize(
    ("word", "near", "far"), [("维修", "修缮", "财政"), ("补贴", "补助", "道路"), ("医院", "卫生院", "水库")]
)
def test_words_of_one_meaning_are_nearer(word: str, near: str, far: str) -> None:
    assert alike(word, near) > alike(word, far)
    assert alike(word, word) == pytest.approx(1.0, abs=1e-3)
