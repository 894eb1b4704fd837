"""What each part adds to a candidate can be read off, and says why it stands where it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.retrieval.candidates import gather, read
from pipeline.retrieval.library import Library
from pipeline.retrieval.weigh import weigh
from tests.retrieval.examples import minutes, put_in


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> Library:
    """The minutes of two meetings."""
    other = minutes(file="b.txt", document_number="乙政纪〔2022〕9号", number=9, date="2022-04-01")
    with library.batch():
        put_in(library, minutes(), tmp_path)
        put_in(library, other, tmp_path)
    library.refresh()
    return library


def _parts(library: Library, question: str, *, part: str, file: str) -> dict[str, float]:
    asked = read(library, question)
    candidates = gather(library, asked, k=20, within=None)
    weighed = weigh(library, asked, candidates)
    of = {entry.document_id for entry in candidates.entries.values() if entry.file == file}
    return next(
        weighed[chunk_id]
        for chunk_id, chunk in candidates.chunks.items()
        if chunk.part == part and chunk.document_id in of
    )


FIRST = minutes().file


@pytest.mark.parametrize(
    ("question", "part", "name"),
    [
        pytest.param("第9次常务会议谈停车", "item", "meeting", id="meeting"),
        pytest.param("2022年的停车管理", "item", "meeting", id="bare-year"),
        pytest.param("第9次常务会议由谁主持", "head", "part", id="part"),
        pytest.param("第9次常务会议第一项议题", "item", "item", id="item"),
    ],
)
def test_what_is_named_is_lifted(filled: Library, question: str, part: str, name: str) -> None:
    assert _parts(filled, question, part=part, file="b.txt")[name] > 0


def test_another_meeting_is_not_lifted(filled: Library) -> None:
    assert _parts(filled, "第9次常务会议谈停车", part="item", file=FIRST)["meeting"] == 0


def test_the_head_is_put_aside_where_nothing_points_to_it(filled: Library) -> None:
    assert _parts(filled, "停车管理办法", part="head", file=FIRST)["part"] < 0


def test_matter_counts_as_a_share_of_the_best(filled: Library) -> None:
    parts = _parts(filled, "城区停车管理办法", part="item", file=FIRST)
    assert 0.9 < parts["keywords"] + parts["words"] + parts["vectors"] <= 1.0001
