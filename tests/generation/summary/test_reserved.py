"""A reservation is told with whoever has it, or not at all; what nothing was decided on says so."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.reserved import dissents, left_open
from pipeline.generation.summary.told import Source

HEAD = "江州市政府第12次常务会议纪要\n一、护理外包\n"


def _source(body: str) -> Source:
    return Source("d0", parse_text(HEAD + body))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("会议同意。李明同志会前提出，监管责任不清，持保留意见。", ["李明同志会前提出，监管责任不清，持保留意见"]),
        ("会议同意。会上，市财政局提出成本偏高，对此保留意见。", ["市财政局提出成本偏高，对此保留意见"]),
        ("会议同意。市财政局对承担比例持保留意见，认为偏高。", ["市财政局对承担比例持保留意见"]),
        ("会议同意。成本偏高，持保留意见。", []),
        ("会议同意护理外包。", []),
    ],
)
def test_who_holds_a_view_back(body: str, said: list[str]) -> None:
    source = _source(body)
    assert [one.text for one in dissents(source, source.document.items[0])] == said


def test_what_was_left_open() -> None:
    source = _source("会议听取了市民政局的汇报，意见供有关方面参考，本议题未作决定。")
    [item] = source.document.items
    assert [one.text for one in left_open(source, item)] in (["本议题未作决定"], [])
    assert item.outcomes or [one.text for one in left_open(source, item)] == ["本议题未作决定"]
