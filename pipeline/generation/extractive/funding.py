"""Where the money for a matter comes from: the sentence that names its sources, each with an amount."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.premises.taken import share_of, telling
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.understanding.topic import blanked
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Span

ASKED = compiled(
    r"资金(?:来源|构成|组成)|(?:资金|经费|费用|钱|款)(?:都|是|要|准备|打算|分别)*(?:从|由|走|打|靠|分)?"
    r"(?:哪[几些]?(?:[个块笔条家]|方面)?|几[个块笔条])(?:渠道|来源|地方|部分|口子)?(?:来|出|筹|凑|解决|落实|拼)"
    r"|(?:资金|经费|钱|款)(?:都|是|要|准备|打算)*怎么(?:来|筹|凑|拼|筹措|筹集|解决)"
)
"""钱从哪几个渠道来, 资金来源有哪些, 钱怎么凑: asks for the sources, and not for the sum."""
SOURCE = (
    r"(?:申请|争取|上级|中央|国家|[省市县区镇州]级?|财政|自筹|自有|贷款|债券?|专项|补助|配套|社会|企业|集团|公司|基金)"
)
FUNDED = compiled(
    rf"{SOURCE}[^，,。；;0-9]{{0,14}}[0-9.]+[万亿]?元"
    r"|[0-9.]+[万亿]?元(?:由)?[^，,。；;0-9]{0,14}(?:自筹|承担|出资|负担|解决|筹措|列支|配套)"
)
"""申请上级资金6200万元, 其余5300万元由某公司自筹: one source with its amount."""
SOURCES = 2
OF_IT = 0.5
"""Share of what a question names that the item with its paper must speak of."""


def funding(composing: Composing) -> Draft | None:
    """Answer where the money comes from with the one sentence on the matter that names several sources."""
    question = composing.question
    if question.claim or not ASKED.search(question.text) or composing.narrowed:
        return None
    matter = telling(ASKED.sub("，", fold(blanked(question.text, question.scope.mentions, mark="，"))))
    found = [
        (share_of(matter, told) if matter else float(question.scope.named), source, place)
        for source in composing.sources
        for told, place in _named_sources(source)
    ]
    best = [one for one in found if one[0] >= OF_IT and one[0] == max(share for share, _, _ in found)]
    if len(best) != 1:
        return None
    _, source, place = best[0]
    return composing.stamped("passages", [(source, passages.told(source, place))])


def _named_sources(source: Source) -> Iterator[tuple[str, Span]]:
    """Yield each sentence that names several sources, after what its item and its paper are about, folded."""
    document = source.document
    about = f"{source.entry.name} {source.meeting} {source.entry.file}"
    for item in document.items:
        for place in sentences(document, item.span):
            if len(FUNDED.findall(document.quote(place))) >= SOURCES:
                yield fold(f"{about} {item.title} {document.quote(item.span)}"), place
