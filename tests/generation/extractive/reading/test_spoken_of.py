"""Whether a matter was spoken of at all."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.spoken_of import asks_if_spoken_of, is_spoken_of

PARKING = "三、审议《城区停车管理办法》会议原则通过该办法，停车费按次收取。"
STANDARDS = "二、审议《支持标准化工作的政策措施》会议原则通过该文件。"


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        pytest.param("停车收费标准有没有讨论过", True, id="ever"),
        pytest.param("垃圾分类的事议了吗", True, id="spoken"),
        pytest.param("会上是否提到过孵化器", True, id="formal"),
        pytest.param("老旧小区改造讨论过没有", True, id="or-not"),
        pytest.param("讨论过哪些事项", False, id="which"),
        pytest.param("会上定了封路期间公交怎么绕行吗", True, id="a-detail"),
        pytest.param("会上定了封路期间公交怎么绕行", False, id="the-detail-itself"),
        pytest.param("停车办法通过了吗", False, id="a verdict"),
        pytest.param("停车办法由谁汇报", False, id="who"),
    ],
)
def test_a_question_asks_if_a_matter_was_spoken_of(question: str, asked: bool) -> None:
    assert asks_if_spoken_of(question) == asked


@pytest.mark.parametrize(
    ("question", "around", "spoken"),
    [
        pytest.param("停车收费标准有没有讨论过", PARKING, True, id="other-words"),
        pytest.param("停车收费标准有没有讨论过", STANDARDS, False, id="only-a-common-word"),
        pytest.param("标准化工作有没有研究过", STANDARDS, True, id="the-matter"),
        pytest.param("垃圾分类的事议了吗", PARKING, False, id="another-matter"),
    ],
)
def test_an_item_must_hold_the_telling_words(question: str, around: str, spoken: bool) -> None:
    assert is_spoken_of(question, around) == spoken
