"""What a question takes as granted in full and the record granted in part: 全由市里出, where the city bears 30 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.premises.presumed import on_matter
from pipeline.generation.extractive.premises.turned_down import proposes
from pipeline.generation.extractive.stretches import sentences
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source

GRANTED = r"(?:认|批|同意|通过|给|兜|补|报|承担|负担|掏|出|拨|减|免|调增|追加)(?:下来|底|了|掉|账|销|完)*"
IN_FULL = compiled(
    rf"(?:全部|全额|全数|悉数|如数|统统|一分不少地?|(?<![安健完齐])全(?![市县区省国镇乡校院厂部额数年长程面体文]))(?:都|给|[由归][^，,。？?]{{1,8}}?)?{GRANTED}"
    rf"|(?<![首])都(?:给|[由归][^，,。？?]{{1,8}}?)?{GRANTED}"
)
"""全由市里兜, 多出来的都认了: all of it is taken as granted."""
OF_MONEY = compiled(r"[钱款费亏]|元|[万亿]|资金|补贴|补助|缺口|超支")
LIMITS = compiled(
    r"(?:不同意|不予|不再|不得)[^，,。；;]{0,16}(?:全额|全部|全数|调增|追加|补贴|补助|承担|列支|认定|减免|核减|安排)"
    r"|超出[^，,。；;]{0,10}(?:不|自)|其余[^，,。；;]{0,8}自(?:筹|行|理|付)"
)
"""What says that not all was granted."""
PART = compiled(
    r"(?:同意|承担|分担|负担|补助|补贴|调增|核定|安排)[^。；]{0,40}(?:[0-9][0-9.]*[%％]|[0-9][0-9.]*[万亿]?元|[一二三四五六七八九]成)"
    r"|(?:[0-9][0-9.]*[%％])[^。；]{0,8}承担"
)
"""What says how much was."""


def granted_in_part(composing: Composing) -> list[tuple[Source, Sentence]]:
    """Return what was granted of a sum and what was not, where a question takes it as granted in full."""
    question = composing.question
    match = IN_FULL.search(question.text)
    if match is None or question.claim or question.yes_no or not OF_MONEY.search(question.text):
        return []
    if not question.scope.named:
        return []
    best = on_matter(composing, [*question.scope.mentions, match.span()])
    if best is None or best.item is None:
        return []
    source, item = best.source, best.item
    wording = [(place, source.document.quote(place)) for place in sentences(source.document, item.span)]
    limit = next((at for at, (_, said) in enumerate(wording) if LIMITS.search(fold(said))), None)
    if limit is None:
        return []
    granted = (at for at in range(limit) if PART.search(fold(wording[at][1])) and not proposes(wording[at][1]))
    part = max(granted, default=None)
    shown = [wording[at][0] for at in (part, limit) if at is not None]
    return [(source, passages.told(source, place)) for place in shown]
