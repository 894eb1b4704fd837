"""The one sentence of an item that rules on what a question names beside its title, where no verdict speaks of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.premises.down import DOWN
from pipeline.generation.extractive.reading.settled import only_proposes
from pipeline.generation.extractive.stretches import sentences
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.evidence import Terms
    from pipeline.generation.extractive.target import Target
    from pipeline.generation.understanding.question import Question

OF_IT = 0.5
"""Share of what is named beside the title that a sentence must hold to be on it."""
SETS = compiled(
    r"(?:调整|变更|改|确定|核定|定|提高|降低?|压减|推迟|延长)[为到至]|维持|保持[^，。；]{0,12}不变|取消|仍[按为]"
)
SETTLED = compiled(r"怎么定|如何定|怎样定|定[成为](?:什么|多少)|怎么(?:改|调整?|变)|改成什么")
"""四人间的标准怎么定的: told by the sentence that sets it."""
RULES_ON = compiled(r"[请由交][^，。；]{2,24}?(?:研究|答复|论证|测算|办理|核实|提出)|同意|采纳|待[^，。；]{2,}后")
PROPOSAL = compiled(
    r"提(?:出)?(?:过)?的[^，。？?]{0,12}?(?:建议|意见|要求|请求|申请|提议|诉求|想法)|(?:建议|要求|请求|申请|提议|提出)[^，。？?]{2,}"
)
"""What somebody proposed, beside the matter of an item."""


def ruled_beside(question: Question, one: Target, terms: Terms, verdicts: Sequence[Sentence]) -> list[Sentence]:
    """Return the one sentence that turns down what is named beside the title, where no verdict speaks of that.

    给楼栋长涨补贴 of the item on 《楼栋长管理办法》: the paper was passed, 补贴调整的提议本次暂缓. Where what somebody
    proposed is asked about, it is the sentence that speaks of that: 公司提出的加分建议，请某部研究后答复.
    """
    beyond, document = terms.without(one.item.title), one.source.document
    if not beyond.weights or any(beyond.coverage(line.text) >= OF_IT for line in verdicts):
        return []
    proposal, settled = PROPOSAL.search(question.text), SETTLED.search(question.text)
    places = [
        place
        for place in sentences(document, one.item.span)
        if (
            DOWN.search(wording := document.quote(place))
            or (proposal and _rules_on_proposal(wording))
            or (settled and SETS.search(wording) and not only_proposes(wording))
        )
        and beyond.coverage(wording) >= OF_IT
    ]
    return [passages.told(one.source, places[0])] if len(places) == 1 else []


def _rules_on_proposal(wording: str) -> bool:
    """Tell whether a sentence says what becomes of a proposal: 某公司申请拨款300万元 alone says who wanted it."""
    return bool(PROPOSAL.search(wording)) and (bool(RULES_ON.search(wording)) or not only_proposes(wording))
