"""The topic of a question is what is left."""

from __future__ import annotations

import pytest

from pipeline.generation.understanding.topic import SPOKEN, SPOKEN_FORMS, blanked, topic_segments, words


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("请问关于停车办法的要求是什么？", ("停车办法",)),
        ("规上工业产值是多少", ("规上工业产值",)),
        ("那是谁？", ()),
    ],
)
def test_the_topic_is_what_is_left(question: str, topic: tuple[str, ...]) -> None:
    assert topic_segments(question) == topic


def test_words_of_lines() -> None:
    assert words("一 二", "三") == ("一", "二", "三")


def test_spoken_forms_are_written_out() -> None:
    assert SPOKEN.sub(lambda match: SPOKEN_FORMS[match.group()], "啥时候开会，咋定的") == "什么时候开会，怎么定的"
    assert SPOKEN.sub(lambda match: SPOKEN_FORMS[match.group()], "拆多少人家，几个钟头") == "拆多少户，几个小时"


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param([], "南溪镇第2次会议", id="nothing"),
        pytest.param([(0, 3)], "   第2次会议", id="one"),
        pytest.param([(0, 3), (2, 6)], "      会议", id="two that overlap"),
    ],
)
def test_places_are_blanked_without_moving_the_rest(places: list[tuple[int, int]], expected: str) -> None:
    assert blanked("南溪镇第2次会议", places) == expected
