"""Which words name something, and which any sentence may use."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.speech import cut, is_ordinary, kind_of, without_ordinary


@pytest.mark.parametrize(("word", "kind"), [("工业", "n"), ("更换", "v"), ("按照", "f"), ("明显", "a"), ("甲乙丙", "")])
def test_kinds(word: str, kind: str) -> None:
    assert kind_of(word) == kind


def test_a_run_is_cut_into_its_words() -> None:
    assert cut("由于设备更换") == ("由于", "设备", "更换")
    assert cut("") == ()


def test_ordinary_words_name_nothing() -> None:
    assert all(map(is_ordinary, ("这批", "情况", "无论", "按照")))
    assert not any(map(is_ordinary, ("冲锋舟", "水电费", "工业", "的")))
    assert without_ordinary("无论什么情况都要减免水电费") == "___都要减免水电费"
