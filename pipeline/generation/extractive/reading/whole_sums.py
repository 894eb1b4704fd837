"""The whole sum before a part of it: 总投资1.9亿元 answers how much it costs, 除专项债券1亿元外 beside it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.fitting import kind_asked
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.extractive.reading.candidates import Candidate
    from pipeline.generation.understanding.question import Question

WHOLE_SUM = compiled(
    r"花(?:了|掉|费)?多少|总投资|投资(?:总共|一共|了)?多少|(?:一|总)共[^，。？?]{0,6}(?:钱|元|资金)|造价|要多少钱"
)
SUM = compiled(r"总投资|概算|总额|总价|造价|合计|共计|估算|预算")
AS_LIKELY = 0.8
"""概算总投资1.9亿元 answers how much it costs; 除专项债券1亿元外 beside it does not."""


def in_all(question: Question, best: Candidate, found: Sequence[Candidate]) -> Candidate:
    """Return what states the whole sum, where that is asked for and stands beside a part of it, as likely."""
    if kind_asked(question.text).kind != "money" or not WHOLE_SUM.search(question.text) or SUM.search(best.text):
        return best
    others = (one for one in found if one.can and one.item is best.item and one.source is best.source)
    return next((one for one in others if one.likely >= AS_LIKELY * best.likely and SUM.search(one.text)), best)
