"""That it is to be done is no way of doing it."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.slots.means import tells_no_means
from tests.generation.extractive.slots.meeting import telling

NOTICE = "改造期间要做好公告解释。"
SMS = "通过短信向家属告知搬迁时间。"


@pytest.mark.parametrize(
    ("text", "said", "unfilled"),
    [
        pytest.param("用什么方式做公告解释", NOTICE, True, id="no way"),
        pytest.param("搬迁时间通过什么方式告知家属", SMS, False, id="a way"),
        pytest.param("公告解释做不做", NOTICE, False, id="not asked"),
    ],
)
def test_tells_no_means(county: Assistant, text: str, said: str, unfilled: bool) -> None:
    assert tells_no_means(telling(county, text, said)) is unfilled
