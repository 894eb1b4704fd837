"""A passage of official Chinese made shorter by rule: action, units, figures, titles and deadlines stay, padding goes.

Nothing is put into other words: the result is the passage with clauses left out, each as `clauses.tidy` leaves it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pipeline.generation.duty_labels import RESPONSIBLE
from pipeline.generation.summary.clauses import Clause, clauses, sentences, tidy
from pipeline.patterns import compiled

Level = Literal[1, 2, 3]
"""1: padding and reasons go. 2: also ways and effects. 3: also what neither states a fact nor names a document."""

_SHORT = 40
"""A passage of at most so many characters has nothing to spare: only its padding goes."""
_TOPIC = 26
"""Characters that a sentence may have which stands over the others."""
_SPARE = 2
"""At level 3 a passage without facts still keeps so many of its sentences."""

# 「不同意全额补贴。责任单位：某科」: beside the decision, not under it
_RESPONSIBLE = compiled(RESPONSIBLE)
# 「甲和乙是两大任务，需要统筹兼顾」: what follows a reason here has no other subject
_NEEDS = compiled(r"(?:都|均)?(?:需要|必须|应当|不可|不能|不容)")
# 「冬春救助。386万元资金已发放」: the name of a task, and no act
_NAME = compiled(
    r"“?(?![^。]*(?:[由请须要应已了将不]|同意|通过|批准|暂缓|缓议|再议|废止|停止|取消|负责|完成))[\u4e00-\u9fff“”]{3,11}"
)
# 「位置须经书面确认。条件未满足前，不得发证」: an order beside the next, not the topic over it
_ORDER = compiled(r"须|不得|严禁|应当|决定|改由|由[^，]{2,16}(?:担任|负责|牵头)")
Sentence = tuple[Clause, ...]


def condense(text: str, *, keep: Sequence[str] = (), level: Level = 2) -> str:
    """Return a passage on one line, shorter, ending in a full stop.

    Args:
        text: one point, measure or paragraph.
        keep: wordings that must stay (units, deadlines), as they stand in the text.
        level: how much may go.

    >>> condense("要加强督办。根据当前全市工作实际，适当延长时限，推迟至6月底前完成。办公室要牵头，推动任务落实到位。")
    '加强督办：适当延长时限，推迟至6月底前完成；办公室要牵头。'
    """
    whole = [clauses(sentence, keep=keep) for sentence in sentences(text)]
    if not whole:
        return ""
    topic = _is_topic(whole, level)
    left = _without_reasons(whole)
    if len(text) > _SHORT and level >= 2:
        left = [without_supports(sentence) for sentence in left]
        if level == 3:
            left = _facts_only(left, topic=topic)
    lines = ["，".join(_words(sentence)) for sentence in left]
    named = len(whole[0]) == 1 and bool(_NAME.fullmatch(whole[0][0].text))
    if (topic or named) and len(lines) > 1 and left[0][0] in whole[0] and not _RESPONSIBLE.match(lines[1]):
        lines[:2] = [f"{lines[0]}：{lines[1]}"]
    return f"{'；'.join(lines)}。"


def _is_topic(whole: list[Sentence], level: Level) -> bool:
    """Tell whether the first sentence stands over the others (要加强督查督办。) rather than beside them."""
    first = whole[0]
    if (
        len(whole) == 1
        or any(_ORDER.search(clause.text) for clause in first)
        or sum(len(clause.text) for clause in first) > _TOPIC
        or not all(clause.topic for clause in first)
    ):
        return False
    return len(whole) >= 3 or first[0].text.startswith("要") or (level == 3 and len(first) == 1)


def _without_reasons(whole: list[Sentence]) -> list[Sentence]:
    """Return sentences without those that only give reasons; of a mixed one, what follows its last reason stays.

    Where nothing but reasons is said, the first sentence stays.
    """
    left: list[Sentence] = []
    for sentence in whole:
        reasons = [place for place, clause in enumerate(sentence) if clause.reason]
        if not reasons:
            left.append(sentence)
            continue
        if any(clause.call or clause.fact for clause in sentence):
            after = sentence[reasons[-1] + 1 :]
            if after and _NEEDS.match(after[0].text):
                left.append(sentence)
                continue
            before = tuple(
                clause for clause in sentence[: reasons[-1]] if clause.fact or (clause.call and not clause.reason)
            )
            left.append(before + after)
    return [sentence for sentence in left if sentence] or whole[:1]


def without_supports(sentence: Sentence) -> Sentence:
    """Return a sentence without ways before and effects after its acts; at least one clause stays."""
    kept = [clause for clause in sentence if not clause.link] or list(sentence)
    kept = [clause for clause in kept[:-1] if not clause.way] + kept[-1:]
    return tuple(kept[:1] + [clause for clause in kept[1:] if not clause.effect])


def _facts_only(left: list[Sentence], *, topic: bool) -> list[Sentence]:
    """Return the topic, the clauses that state facts with what they lean on, and the first sentences where few do."""
    head = left[:1] if topic else []
    body = left[len(head) :]
    stated = [_facts(sentence) for sentence in body]
    spare = _SPARE - sum(1 for sentence in stated if sentence)
    kept: list[Sentence] = []
    for sentence, facts in zip(body, stated, strict=True):
        if facts:
            kept.append(facts)
        elif spare > 0:
            kept.append(sentence)
            spare -= 1
    return head + kept


def _facts(sentence: Sentence) -> Sentence:
    """Return the clauses that state a fact or name a document, each with what it leans on or waits for."""
    wanted = {place for place, clause in enumerate(sentence) if clause.fact or "《" in clause.text}
    for place in range(len(sentence) - 1):
        if place in wanted and sentence[place].waiting:
            wanted.add(place + 1)
    for place in range(len(sentence) - 1, 0, -1):
        if place in wanted and sentence[place].leaning:
            wanted.add(place - 1)
    return tuple(clause for place, clause in enumerate(sentence) if place in wanted)


def _words(sentence: Sentence) -> list[str]:
    """Return the wording of the clauses that are left; a first one does not open with 并."""
    said = [tidy(clause.text) for clause in sentence]
    if said[0].startswith("并") and not said[0].startswith(("并列", "并网", "并购", "并轨")):
        said[0] = said[0][1:]
    return said
