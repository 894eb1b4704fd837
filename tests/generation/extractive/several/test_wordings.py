"""What of a question words that something changed, and what is left of it to name the matter."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.several import wordings


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("票价前后有什么变化", "票价，"),
        ("夜班公交后来怎么样了？", "夜班公交，"),
        ("两次会议票价的结论", "，票价的，"),
        ("票价是多少", "票价是多少"),
    ],
)
def test_words_of_time_and_of_meetings_name_no_matter(text: str, left: str) -> None:
    assert wordings.matter_of(text) == left


@pytest.mark.parametrize("text", ["夜班公交后来怎么样了？", "园区公交后来成了没？县里怎么说的"])
def test_what_became_of_a_matter_may_be_asked_before_more(text: str) -> None:
    assert wordings.BECAME.search(text)
