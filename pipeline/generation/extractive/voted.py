"""Which items were voted on with counts, and on which somebody voted against or abstained."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import lists
from pipeline.generation.extractive.evidence import plain
from pipeline.generation.extractive.record import quote
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Votes

VOTED = compiled(
    r"哪[些几]?[项个]?(?:议题|事项|议案)[^，。？！]{0,4}(?:投了?票|表决)|(?:票数|表决|投票|举手)[^，。？！]{0,8}(?:的)?(?:议题|事项|议案)?[^，。？！]{0,3}(?:有|是)?(?:几|多少|哪)[几些]?[项个件]"
)
CAST = compiled(r"(?:有人|谁)?投?(?:了|过)?(?P<cast>反对|弃权)(?:票|的)")
"""有几个议案有人投了弃权票."""


def asked_in(text: str) -> bool:
    """Tell whether a question asks which items were voted on, or on how many somebody abstained.

    >>> asked_in("有几个议案有人投了弃权票"), asked_in("停车办法通过了吗")
    (True, False)
    """
    return bool(VOTED.search(text) or CAST.search(text))


def on_which(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer which items were voted on with counts, or how many."""
    found: list[tuple[Source, Sentence]] = []
    match = CAST.search(composing.question.text)
    cast = match["cast"] if match else ""
    told = f"有{cast}票的" if cast else "载明票数的"
    every = composing.every(count=lambda _, digest: sum(was_cast(item.votes, cast) for item in digest.items))
    for source in every if composing.narrowed else meetings:
        held = [item for item in source.document.items if was_cast(item.votes, cast)]
        own = [(item, span) for item in held if (span := item.spans.get("votes"))]
        if own and lists.COUNT_ASKED.search(composing.question.text):
            places = tuple(quote(source, span) for _, span in own)
            found.append((source, Sentence(f"{source.meeting}{told}共{len(own)}项：", places, counted=len(own))))
        found += [
            (source, Sentence(f"{item.title}：{plain(source.document.quote(span))}", (quote(source, span),)))
            for item, span in own
        ]
    return composing.listed("ledger", found) if found else None


def was_cast(votes: Votes | None, cast: str) -> bool:
    """Tell whether a vote was counted, and where votes of a kind are asked for, whether there were any."""
    if votes is None or not cast:
        return votes is not None
    return bool(votes.abstain if cast == "弃权" else votes.against)
