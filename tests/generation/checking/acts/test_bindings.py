"""Nobody is given what the source has another do."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.acts.bindings import binding_problems
from pipeline.generation.checking.reading.source import Source

BRIDGE = Source("便桥由河东村负责组织搭建,镇规建办负责技术把关;水务站配合,5月底前清理河道。", "")
SPEECH = Source("副市长石岩汇报了草案起草情况,司法局局长丁晓作了合法性审查说明。", "")
SHARED = Source("县住建局牵头,县财政局配合,6月20日前完成招标。", "")


@pytest.mark.parametrize(
    ("said", "source", "who"),
    [
        ("便桥由镇规建办组织搭建", BRIDGE, "镇规建办"),
        ("组织搭建便桥的,是镇规建办", BRIDGE, "镇规建办"),
        ("草案起草情况由丁晓汇报", SPEECH, "丁晓"),
    ],
)
def test_what_another_does_is_flagged(said: str, source: Source, who: str) -> None:
    assert [problem.text for problem in binding_problems(said, source)] == [who]


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("河东村组织搭建便桥,技术上由镇规建办把关", BRIDGE),
        ("草案起草情况由石岩汇报", SPEECH),
        ("招标由县住建局牵头,6月20日前完成", SHARED),
        ("县财政局配合县住建局,6月20日前完成招标", SHARED),
    ],
)
def test_what_they_do_themselves_holds(said: str, source: Source) -> None:
    assert list(binding_problems(said, source)) == []
