"""Votes (表决): the counts, and the verdict that they state where no word does."""

from __future__ import annotations

from pipeline.documents.numerals import CHINESE, chinese_to_int
from pipeline.documents.text.clean import Passage
from pipeline.minutes import OutcomeClass, Span, Votes
from pipeline.patterns import compiled

_N = rf"(\d{{1,6}}|[{CHINESE}]{{1,6}})"
_FOR = r"(?:同意|赞成|赞同)"
_AGAINST = r"(?:不同意|不赞成|反对)"
_VOTES = {
    "for_": compiled(rf"(?<!不){_FOR}(?:票)?(?:数)?[ :为]*{_N}[ ]?[票名人]|{_N}[ ]?票(?:表示)?{_FOR}"),
    "against": compiled(rf"{_AGAINST}(?:票)?(?:数)?[ :为]*{_N}[ ]?[票名人]|{_N}[ ]?票(?:表示)?{_AGAINST}"),
    "abstain": compiled(rf"弃权(?:票)?(?:数)?[ :为]*{_N}[ ]?[票名人]|{_N}[ ]?票?(?:人)?弃权"),
    "recused": compiled(
        rf"回避(?:表决)?(?:票)?(?:数)?[ :为]*{_N}[ ]?[票名人位]|{_N}[ ]?[票名人位](?:董事|关联董事|委员|成员)?回避"
    ),
}


def find_votes(passage: Passage) -> tuple[Votes, Span] | None:
    """Return the counts of a vote and their place.

    >>> text = "表决结果:同意4票,不同意7票。"
    >>> find_votes(Passage(text, range(len(text))))[0]
    Votes(for_=4, against=7, abstain=None, recused=None)
    """
    flat = passage.flat
    if "票" not in flat and not ("人" in flat and ("表决" in flat or "举手" in flat)):
        return None
    counts: dict[str, int | None] = {}
    places: list[tuple[int, int]] = []
    for name, pattern in _VOTES.items():
        match = pattern.search(flat)
        if match:
            counts[name] = chinese_to_int(match[1] or match[2])
            places.append(match.span())
    if "for_" not in counts and "against" not in counts:
        return None
    return Votes(**counts), passage.span(min(start for start, _ in places), max(end for _, end in places))


def vote_class(votes: Votes, *, decides: bool) -> OutcomeClass | None:
    """Return the verdict that the counts of a vote state where no word does: a majority against rejects.

    >>> vote_class(Votes(for_=4, against=7), decides=False), vote_class(Votes(for_=9, against=0), decides=False)
    ('rejected', None)
    """
    if votes.for_ is None:
        return None
    if votes.against is not None and votes.against > votes.for_:
        return "rejected"
    return "approved" if decides and votes.for_ > (votes.against or 0) else None
