"""What was settled goes before what was proposed, what holds now before what it replaced, who came before who left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive.reading.kinds import STRICT, holds, wanted
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.candidates import Candidate

ENOUGH = 0.3
"""How likely, beside the likeliest, a sentence must be that settles what the other one proposes."""
BEHIND = 0.1
"""The same of the ruling right behind what was proposed, where it is asked how it was decided."""
NEXT = 3
"""Characters between a sentence and the next."""
RUN = 4
"""Characters in a row that both must share with the question: what the figure is of; the post, of who left it."""

_PROPOSED = compiled(
    r"建议|提出|提议|申请|报来|申报|报送(?!至)|送审(?!稿)|请求|希望|主张|保留意见|拟(?!定稿)|原[报提拟]|送审稿|初步方案|测算"
    r"|(?<!再次)(?<!后)提请(?:本次)?(?:会议)?(?:审议|研究|讨论|同意)"
    r"|^[^，,。；;：:]{2,24}(?:汇报|介绍|说明|通报|报告)[：:，,]|^[^，,。；;：:]{2,12}(?:说|讲)[，,：:]"
)
"""What is put before a meeting: a proposal, or what somebody reports."""
_SETTLED = compiled(
    r"(?:核|确|暂)?定为|核定|确定|调整[为到至]|改为|(?:压|调|核)?减[为到至]|提高[到至]|降[为到至低]|延长[到至]|推迟[到至]|控制在|"
    r"(?<!不)同意|批准|通过|会议(?:决定|明确|议定|要求)|不(?:得|超过|再)|按[^，。；]{1,12}(?:执行|组建|实施)|仍[为按]|维持"
)
_RULING = compiled(
    r"(?:会议?上?|经[讨研][论究]|大家)[^，。；]{0,16}(?:(?<!不)同意|不同意|决定|明确|议定|批准|通过|不予|暂缓|认为|要求|责成|商量)"
    r"|不同意|没有?同意|没有?通过|不予|暂缓|未予|先放一放|仍[为按]"
)
"""What a meeting does with what was just proposed to it."""
_OUTCOME_ASKED = compiled(
    r"[吗么](?:[？?，,]|$)|了?没有?(?:[？?，,]|$)|(?:怎么|咋)(?:说|定|答复|表态|回|处理|处置|办|弄)|(?P<act>[一-鿿])[不没](?P=act)"
    r"|(?:批准|核定|审定|批复|同意)的?(?:金额|数额?|额度|资金|经费|预算|标准)|(?:最后|最终|到底)[^，。？?]{0,8}?(?:批|给|定|核)(?:了|的|下来)*(?:是)?(?:多少|几)|(?:批|核定|核减?)(?:了|成|到|为|下来)(?:多少|几)"
    r"|(?:什么|怎样的?|何种|啥)[^，。？?]{0,4}(?:说法|结论|处理|处置|答复|态度|决定|要求|结果)"
)
"""Asks whether, or how, something was decided: no proposal tells that."""
_ASKS_PROPOSAL = compiled(
    r"建议|提出|提议|申请|请求|原来|原先|原定|原本|拟|打算|想|提案|报的|汇报|反映|谁说|保留|异议|反对"
)
_REQUIRED = compiled(r"提出(?:了|的|过)?(?:什么|哪些|怎样|啥|何)[^，。？?]{0,4}(?:要求|规定|措施|条件)")
"""提出了什么要求 asks of what a meeting decided."""
_FORMER = compiled(
    r"(?:原(?:定|计划|报|议|提|来|为|先)?的?|由(?:原来|原议|拟定|现行|目前)?的?|从)(?P<former>[^，。；由从]{1,24}?)"
    r"(?:(?:目标|时间|标准)?(?:调整|变更|更改|改|推迟|提前|延后|延期|延长|压减|压缩|调减|核减|增加|提高|上调|下调|降低?|减少?)[为到至])"
)
_CLAUSE = compiled(r"[^，,。；;？?！!]+")
_ASKS = compiled(r"谁|哪|什么|啥|怎|咋|多少|几|何|吗|没有?$|[？?]")
_VALUE = compiled(
    r"[0-9]+(?:\.[0-9]+)?(?:[万亿]?[元人户个台亩所名]|年|月(?:[0-9]{1,2}日|底|初|[上中下]旬)?|%|公里|平方米|天|日)"
)
_LEAVES = compiled(r"^(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）.、]?)?\s*(?:同意|决定)?免去")
_COMES = compiled(r"(?<!担)任(?!免|务|期|何|职资格)|担任|聘任|当选|接任|任命")


def settled(question: str, best: Candidate, found: Sequence[Candidate]) -> Candidate:
    """Return the sentence that settles what the likeliest one only proposes, or that replaced it, else the likeliest.

    Args:
        question: the question as asked.
        best: the likeliest sentence.
        found: all that came into question, the likeliest first.
    """
    if asks_proposal(question):
        return best
    if (ruling := _ruling_behind(question, best, found)) is not None:
        return ruling
    others = [one for one in found if one is not best and one.can and one.likely >= ENOUGH * best.likely]
    said, asked = fold(best.text), fold(question)
    for one in others:
        text = fold(one.text)
        same = _shared(said, text, said if _LEAVES.search(said) else asked)
        if _replaces(text, said) or (same and _settles(said, text)):
            return one
    return best


def asks_outcome(question: str) -> bool:
    """Tell whether a question asks whether, or how, something was decided."""
    return bool(_OUTCOME_ASKED.search(question)) and not asks_proposal(question)


def asks_proposal(question: str) -> bool:
    """Tell whether a question asks what was put before a meeting, or how things were before.

    >>> asks_proposal("拟租给谁"), asks_proposal("甲局建议涨价，最后租给谁了")
    (True, False)
    """
    return bool(_ASKS_PROPOSAL.search(_REQUIRED.sub("，", _asking(question))))


def only_proposes(said: str) -> bool:
    """Tell whether a sentence says what was put before a meeting, and not how it ruled.

    >>> only_proposes("甲科汇报：车棚漏雨"), only_proposes("甲科建议翻修，会议不同意")
    (True, False)
    """
    return bool(_PROPOSED.search(said)) and not _RULING.search(said)


def rules(said: str) -> bool:
    """Tell whether a sentence says how a meeting ruled.

    >>> rules("会议不同意翻修"), rules("甲科建议翻修")
    (True, False)
    """
    return bool(_RULING.search(said))


def _asking(question: str) -> str:
    """Return the clauses of a question that ask; what stands before them says of what.

    >>> _asking("甲局想涨价，现在每吨多少钱？")
    '现在每吨多少钱'
    """
    clauses = [clause for clause in _CLAUSE.findall(question) if _ASKS.search(clause)]
    return "，".join(clauses) or question


def _ruling_behind(question: str, best: Candidate, found: Sequence[Candidate]) -> Candidate | None:
    """Return the ruling right behind a sentence that proposes, where it answers as well: 提出提高到22万元。会议不同意….

    Where it is asked how the meeting decided, it need not be likely by itself: what it follows names the matter.
    """
    if not only_proposes(best.text):
        return None
    least = BEHIND if _OUTCOME_ASKED.search(question) else ENOUGH
    # 「拟提高到260元。会议不同意，同意调整为210元」: what it is of stands in the sentence before
    kind = wanted(fold(question))
    behind = (
        one
        for one in found
        if 0 <= one.span.start - best.span.end <= NEXT
        and (one.can or (kind.kind in STRICT and holds(kind, fold(one.text))))
    )
    ruling = next((one for one in behind if one.likely >= least * best.likely and _RULING.search(one.text)), None)
    return ruling and replace(ruling, likely=max(ruling.likely, best.likely))


def _settles(said: str, other: str) -> bool:
    """Tell whether one sentence proposes, or tells who left, and the other settles it, or tells who came.

    >>> _settles("甲局建议最高限价0.45元", "最高限价定为0.35元"), _settles("最高限价定为0.35元", "甲局建议0.45元")
    (True, False)
    >>> _settles("免去张某校长职务", "李某任校长")
    True
    """
    if _LEAVES.search(said):
        return bool(_COMES.search(other)) and not _LEAVES.search(other)
    proposed = bool(_PROPOSED.search(said)) and not _SETTLED.search(said)
    return proposed and bool(_SETTLED.search(other))


def _replaces(text: str, said: str) -> bool:
    """Tell whether a sentence puts another value in the place of one that the other sentence states.

    >>> _replaces("原定9月底通车目标调整为12月20日通车", "保证9月底通车的节点")
    True
    >>> _replaces("原定9月底通车目标调整为12月20日通车", "12月20日通车")
    False
    """
    for match in _FORMER.finditer(text):
        former = _VALUE.findall(match["former"])
        now = _VALUE.findall(text[match.end() : match.end() + 20])[:1]
        if any(value in said for value in former) and now and now[0] not in said:
            return True
    return False


def _shared(said: str, other: str, asked: str) -> bool:
    """Tell whether two sentences share a run of a wording: of the question, what it asks about."""
    runs = (asked[start : start + RUN] for start in range(len(asked) - RUN + 1))
    return any(run in said and run in other for run in runs)
