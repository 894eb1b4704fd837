"""Whoever stands where only a name can stand is in the source."""

from __future__ import annotations

from pipeline.generation.checking.acts.strangers import strangers
from pipeline.generation.checking.reading.source import Source

SOURCE = Source("该任务交给木远山办理。", "")


def test_a_name_of_the_source() -> None:
    assert list(strangers("交给木远山办理", SOURCE)) == []


def test_another_name() -> None:
    assert [problem.text for problem in strangers("交给霍老三办理", SOURCE)] == ["霍老三"]
