"""Which items were voted on with counts, and on which somebody voted against or abstained."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.names import is_name
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST
from pipeline.generation.extractive.counting import lists
from pipeline.generation.extractive.counting.verdict_lines import behind_its_name
from pipeline.generation.extractive.counting.whole_meeting import is_whole, meant
from pipeline.generation.extractive.evidence import plain
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.premises.presumed import on_matter
from pipeline.generation.extractive.record import named_few, quote
from pipeline.generation.extractive.stretches import sentences
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Item, Votes

VOTED = compiled(
    r"哪[些几]?[项个]?(?:议题|事项|议案)[^，。？！]{0,4}(?:投了?票|表决)|(?:票数|表决|投票|举手)[^，。？！]{0,8}(?:的)?(?:议题|事项|议案)?[^，。？！]{0,3}(?:有|是)?(?:几|多少|哪)[几些]?[项个件]"
)
CAST = compiled(r"(?:有人|谁)?投?(?:了|过)?(?P<cast>反对|弃权)(?:票|的)")
"""有几个议案有人投了弃权票."""


WHO_CAST = compiled(
    r"(?:谁|哪(?:些|几|[位名个]|几[位名个])(?!议|事项|提?案|项)(?:董事|委员|代表|监事|理事|人)?)[^，。？！]{0,6}?投?(?:了|过)?(?P<cast>反对|弃权|回避)"
    r"|(?:投|投了|投的)(?P<other>反对|弃权)票?的?(?:人|董事|委员|代表)?(?:是|有)(?:谁|哪)"
)
"""谁投了反对票, 弃权的是哪位."""
COUNTS_ONLY = compiled(r"(?:反对|弃权|回避|不同意|赞成|同意)\s*[0-9零〇一二三四五六七八九十]+\s*[票人]?")


def cast_by(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer who voted against, abstained or kept out, over a meeting or of a matter; `None` where that is not asked.

    Where only the number of votes is written, that is said.
    """
    match = WHO_CAST.search(composing.question.text)
    if match is None or composing.question.titles or composing.question.item_number is not None:
        return None
    cast = match["cast"] or match["other"]
    chosen = meant(composing, meetings, said=(WHO_CAST,)) if len(meetings) > 1 else list(meetings)
    if not 0 < len(chosen) <= ANSWERED_AT_MOST:
        return None
    only: Item | None = None
    if not is_whole(composing, chosen, said=(WHO_CAST, VOTE_WORDS)):
        of_it = on_matter(composing, [*composing.question.scope.mentions, match.span()])
        if of_it is None or of_it.item is None:
            return None
        chosen, only = [of_it.source], of_it.item
    found: list[tuple[Source, Sentence]] = []
    counted: list[Sentence] = []
    for source in chosen:
        for item in source.document.items if only is None else (only,):
            for place in sentences(source.document, item.span):
                wording = COUNTS_ONLY.sub("", source.document.quote(place))
                if cast in wording and _names_somebody(wording, source):
                    found.append((source, behind_its_name(source, item, place)))
            if was_cast(item.votes, cast) and (span := item.spans.get("votes")):
                counted.append(behind_its_name(source, item, span))
    if found:
        return composing.stamped("ledger", found)
    if not counted:
        return None
    told = f"{named_few(chosen)}只载明票数，没有写明谁{cast}。"
    return composing.refusal("not_stated", told, route="ledger", instead=counted)


VOTE_WORDS = compiled(r"投了?|反对|弃权|回避|票|理由|原因|为什么|表决")
OF_A_BOARD = compiled(r"(?:董事|委员|代表|监事|理事|股东)(?P<name>[一-鿿]{2,3})")


def _names_somebody(wording: str, source: Source) -> bool:
    """Tell whether a sentence names somebody: 董事某某反对, and not 弃权董事认为."""
    known = (name for name in known_names(source) if len(name) > 1)
    after = (match["name"] for match in OF_A_BOARD.finditer(wording))
    return any(name in wording for name in known) or any(is_name(one) or is_name(one[:2]) for one in after)


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
    return bool({"弃权": votes.abstain, "回避": votes.recused}.get(cast, votes.against))
