"""该办法 is told by its name where the heading does not name it."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.brief import brief_parts
from pipeline.generation.summary.full import full_parts
from pipeline.generation.summary.meant import paper_meant
from pipeline.generation.summary.told import Source

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"
BODY = "市城管局局长田舟汇报了《江州市渣土运输管理办法（送审稿）》起草情况。会议原则同意该办法。"


def test_the_paper_is_named_in_both_drafts() -> None:
    document = parse_text(f"{HEAD}一、渣土运输\n{BODY}\n")
    for parts in (brief_parts("d0", document), full_parts("d0", document)):
        said = "".join(one.text for part in parts for one in part.told)
        assert "会议原则同意《江州市渣土运输管理办法（送审稿）》" in said
        assert "同意该办法" not in said


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("《江州市渣土运输管理办法》", BODY),
        ("渣土运输", "对照《省渣土运输条例》和《国家渣土运输办法》，会议原则同意该办法。"),
        ("渣土运输", "市城管局汇报了《江州市渣土运输整治方案》。会议原则同意该办法。"),
    ],
    ids=["the heading names it", "two papers", "another kind of paper"],
)
def test_else_no_name_is_put_in(heading: str, body: str) -> None:
    source = Source("d0", parse_text(f"{HEAD}一、{heading}\n{body}\n"))
    item = source.document.items[0]
    assert paper_meant(source, item, item.outcomes[0].span) is None
