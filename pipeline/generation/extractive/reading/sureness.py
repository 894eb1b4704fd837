"""Whether a sentence is sure enough to be shown as the answer: by itself, or as the only one of its item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import COMMON
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.reading.concepts import Concept, concepts_of, share_held
from pipeline.generation.extractive.reading.kinds import ENTITIES, STRICT, Kind
from pipeline.generation.extractive.reading.plain_asks import asks_plainly
from pipeline.generation.extractive.reading.traits import HELD
from pipeline.generation.understanding.asking import YES_NO
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.candidates import Candidate
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item

LIKELY = 0.4
"""How likely a sentence must be the answer to be shown as one; learnt on the questions of the dev sets."""
OF_TITLE = 0.6
"""Share of what a question names that a title must hold for a ruling on its item to tell yes or no."""
RULES = compiled(r"同意|通过|批准|不予|暂缓|缓议|再议|停止|取消")
PLAINLY = 0.25
"""The same for a sentence of the only item that comes into question."""
WITHIN = 0.06
"""What is enough in an item of which a question is known to be, for the very kind of thing asked for."""
APART = 2.5
"""So many times as likely as the best of any other item: then the item is the only one that comes into question."""
ALONE, NEARER, AHEAD = 0.12, 1.5, 2.0
"""The same for the one sentence of an item that holds the very kind of thing asked for: so likely, its item so many
times as likely as any other, and itself so many times as likely as any other of the item that can answer. With
readers that had not seen the set, this told 8 right answers more, 2 wrong ones, and none of what is not stated."""
TOLD_ALONE: tuple[Kind, ...] = (*ENTITIES, "person", "reason")
NAMED_MORE = 0.4
"""By so much more of what a question names a title must hold for its item to be meant."""
TIMES: tuple[Kind, ...] = ("day", "span")
OF_NAMED: tuple[Kind, ...] = (*TIMES, "money", "share")
OF_DUTY = frozenset(("负责", "牵头", "落实", "主办", "承办", "配合", "责任", "办理", "主管", "分管", "组织"))
"""What is asked of any matter: 谁负责征地 is about the land."""
ACTS = compiled(
    r"通车|开通|完成|完工|开工|动工|竣工|建成|投用|投产|启用|启动|开始|结束|举办|举行|召开|印发|公布|公示|发布|施行|执行|实施|拨付|到位|验收|批准"
    r"|批复|同意|通过|出租|出让|转让|搬迁|搬走|拆除|招标|采购|签订|上会|落实|解决|处理|整改|恢复|停止|取消|调整|提高|降低|增加|减少|推迟|提前|延期"
)
"""What is done to any matter: 什么时候通车 is asked of every road."""
ASKED_OF_ANY = compiled(r"安排|部署|打算|考虑|说法|规定|举措|进度")
"""What is asked of any matter: 高铁站有什么安排 is about the station."""
OF_TIME = compiled(r"[每前后去今明本上下]?[0-9一二三四五六七八九十两半几]*个?(?:年|月|日|天|周|季度?|次|期|届)")
"""Words like 一年, which many a sentence has."""
OF_ANY = (ACTS, ASKED_OF_ANY, OF_TIME)
"""Words that name no matter."""
PLAIN_ENOUGH = 0.7
"""How likely a sentence of the meeting or the place that is named must be to answer in other words than are asked."""
BARE_TIME = compiled(r"[^，,。；;]{0,4}(?:时限|时间|期限|日期|工期)[:：为是][^，,。；;]{2,16}[。；]?")
"""完成时限：9月20日前: the cell of an item that tells by when, and nothing else."""


def matter_of(found: Sequence[Candidate]) -> tuple[Item | None, float]:
    """Return the item of the likeliest sentence, and how many times as likely that is as any of another item."""
    best = found[0]
    other = max(
        (one.likely for one in found if one.item is not best.item or one.source is not best.source), default=0.0
    )
    return best.item, best.likely / max(other, 0.01)


def enough_within(question: Question) -> float:
    """Return how likely a sentence of an item must be that is known to be meant, where it can answer at all.

    Where it is known what tells of the thing asked for, what can answer says just that: 那这个钱谁出.
    """
    kind = kind_asked(question.text).kind
    told = kind in (*STRICT, "reason") or asks_plainly(fold(question.text))
    return WITHIN if told else PLAINLY


def is_sure(question: Question, best: Candidate, found: Sequence[Candidate], apart: float) -> bool:
    """Tell whether a sentence is sure enough to be shown as the answer.

    Args:
        question: the question as understood.
        best: the likeliest sentence that can answer.
        found: all sentences, the likeliest first, those too that cannot answer but tell which item is meant.
        apart: how many times as likely the likeliest is as any of another item.
    """
    if _of_nothing_named(question, best):
        return False
    if best.likely >= LIKELY:
        return True
    if _named_by_another(question, best, found) or _shares_a_name_only(question, best):
        return False
    kind = kind_asked(question.text).kind
    of_matter = best.item is not None and best.item is found[0].item
    # 保育费会亏吗: whether it is so is told by no sentence that is merely of the matter
    open_asked = kind != "text" or question.claim or not YES_NO.search(question.text) or _rules_on_it(question, best)
    spoken_of = bool(question.inherited) or _speaks_of(question, best)
    if open_asked and of_matter and apart >= APART and best.likely >= PLAINLY and spoken_of:
        return True
    rivals = [one.likely for one in found if one is not best and one.can and one.item is best.item]
    only_one = of_matter and apart >= APART and not rivals and best.likely >= ALONE and found[0].likely >= LIKELY
    if only_one and asks_plainly(fold(question.text)) and _speaks_of(question, best):
        return True  # 按哪个办法算: what is likelier of the item tells nothing of the kind
    stands_out = best.likely >= AHEAD * max(rivals, default=0.0)
    if not (kind in TOLD_ALONE and of_matter and apart >= NEARER and best.likely >= ALONE and stands_out):
        return False
    return _speaks_of(question, best) and (kind not in TIMES or _tells_when(question, best.text))


def _of_nothing_named(question: Question, best: Candidate) -> bool:
    """Tell whether a sentence and its item hold none of what a question names, but at most the act it asks about.

    机场高速什么时候通车 is not told by the day on which another road is open.
    """
    named = [one for one in _telling(question) if not any(kind.fullmatch(one.word) for kind in OF_ANY)]
    of_meeting = bool({"meeting", "number", "date"} & set(question.scope.filters))
    if question.inherited or not named or of_meeting or (question.scope.named and best.likely >= PLAIN_ENOUGH):
        return False
    source = best.source
    about = f"{best.item.title} {source.document.quote(best.item.span)}" if best.item else best.text
    around = fold(f"{about} {source.stamp} {source.document.title or ''}")
    return not any(one.held(around)[1] >= HELD for one in named)


def _named_by_another(question: Question, best: Candidate, found: Sequence[Candidate]) -> bool:
    """Tell whether the title of another item found holds what a question names, and that of the sentence does not.

    外包食堂经营权 is not the 食堂 of an item on what is paid to the staff.
    """
    telling = _telling(question)

    def titled(one: Candidate) -> float:
        return share_held(telling, fold(one.item.title)) if one.item else 0.0

    own, others = titled(best), [one for one in found if one.item is not None and one.item is not best.item]
    named = (one for one in others if titled(one) >= own + NAMED_MORE)
    return any(sum(word.held(fold(one.item.title))[1] >= HELD for word in telling) > 1 for one in named if one.item)


def _rules_on_it(question: Question, one: Candidate) -> bool:
    """Tell whether a sentence rules on the matter that its title names: 夜间开放暂缓, of 夜间开放吗."""
    of_it = one.item is not None and share_held(_telling(question), fold(one.item.title)) >= OF_TITLE
    return of_it and bool(RULES.search(one.text))


def _shares_a_name_only(question: Question, best: Candidate) -> bool:
    """Tell whether all that a sentence has of a question that asks when, or how much, is the name of somebody.

    李某什么时候能上班 is not told by the day by which 李某 has to do something.
    """
    if kind_asked(question.text).kind not in OF_NAMED:
        return False
    folded, names = fold(best.text), known_names(best.source)
    held = [one.word for one in _telling(question) if one.held(folded)[1] >= HELD]
    return bool(held) and all(any(word in name for name in names) for word in held)


def _speaks_of(question: Question, one: Candidate) -> bool:
    """Tell whether the item of a sentence holds any telling word of the question, or another word for it."""
    around = fold(one.source.document.quote(one.item.span)) if one.item else ""
    return any(each.held(around)[1] >= HELD for each in _telling(question))


def _tells_when(question: Question, wording: str) -> bool:
    """Tell whether a time is that of what is asked: the sentence holds a word of the question, or nothing but the time.

    何时通水 is not told by 11月15日前完成债券申报, the only date of the item.
    """
    folded = fold(wording)
    return bool(BARE_TIME.fullmatch(folded)) or any(each.held(folded)[1] >= HELD for each in _telling(question))


def _telling(question: Question) -> list[Concept]:
    """Return the words of a question that say what it is about; what names the meeting does not."""
    folded = fold(question.text)
    named = question.scope.mentions if len(folded) == len(question.text) else ()
    return [one for one in concepts_of(folded, without=named) if len(one.word) > 1 and one.word not in COMMON | OF_DUTY]
