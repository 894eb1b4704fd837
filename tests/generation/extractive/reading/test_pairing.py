"""What a sentence says beyond the question, over invented wording."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.pairing import without_shared


@pytest.mark.parametrize(
    ("said", "question", "new"),
    [
        pytest.param("会议同意县医院购置", "县医院买了什么", "会议同意　　　购置", id="a run of both"),
        pytest.param("投资560万元", "560万元够吗", "投资560万元", id="figures stay"),
        pytest.param("同意", "同意了吗", "同意", id="two characters are no run"),
    ],
)
def test_what_the_question_says_is_blank(said: str, question: str, new: str) -> None:
    assert without_shared(said, question) == new
