from __future__ import annotations

import pytest

from pipeline.documents.spoken.votes import find_votes, vote_class
from pipeline.minutes import Votes
from tests.documents.paper import passage


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("同意4票，不同意7票", Votes(for_=4, against=7)),
        ("同意10票、弃权0票、反对0票", Votes(for_=10, against=0, abstain=0)),
        ("赞成三十票，反对八票，弃权三票", Votes(for_=30, against=8, abstain=3)),
        ("8票同意，1票回避", Votes(for_=8, recused=1)),
        ("表决票已回收", None),
        ("同意该方案", None),
    ],
)
def test_votes(text: str, votes: Votes | None) -> None:
    found = find_votes(passage(text))
    assert (found[0] if found else None) == votes


def test_a_tie_decides_nothing() -> None:
    assert vote_class(Votes(for_=4, against=4), decides=True) is None
    assert vote_class(Votes(against=4), decides=True) is None
