"""What a question takes for decided and the meeting turned down, found among what a search finds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive.composing import ANSWERED_AT_MOST
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.premises.down import DOWN
from pipeline.generation.extractive.premises.named import Named
from pipeline.generation.extractive.premises.ruling import APPROVES, CHANGES, CLAUSES, KEPT, ruling
from pipeline.generation.extractive.premises.taken import (
    ASSERTS,
    TAKEN,
    asserted,
    matter_of,
    share_of,
    takes_for_decided,
    telling,
    weight_of,
)
from pipeline.generation.extractive.premises.turned_down import TURNED_DOWN, proposes
from pipeline.generation.extractive.reading.kinds import MEASURES, holds
from pipeline.generation.understanding.topic import blanked
from pipeline.minutes import Span
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.reading.concepts import Concept
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item

MATTER = 0.75
"""Share of what a question names, beside what would follow, that an item must hold to be what it takes for decided."""
LEAD = 0.1
"""How much more of it than any other item."""
LEAST, ALONE = 0.5, 0.8
"""The weight of the words that must say what is meant, within a body that is named and without one."""
OF_MATTER = 0.5
"""The same where nothing is said to be decided, and the matter may be named in words of every day."""
AROUND = compiled(r"^关于|[《》〈〉]|（[^）]*）|的(?:请示|汇报|议案|报告)$|(?:事宜|问题|事项|有关情况)$")
"""What stands around the name of a matter in a title."""
AGAIN = 0.9
"""A later decision that holds this share of it is on the same matter."""
SURE = 0.4
"""How likely a sentence must be what is asked to be told instead of the verdict."""
PLAIN, MORE = 0.6, 0.3
"""The same for what a question says to be done: so likely, and so much more of the matter held than by the verdict."""
OF_DUTY = compiled(
    r"[由归让]?(?:谁|哪[个家一]?[一-鿿]{0,2}(?:单位|部门|局|科室|办)?)来?(?:牵头|负责|管|办|组织|落实|承办|主办)"
)
"""抽签选位由谁负责: a duty, which may be given though something else of the item was put off."""
GIVEN = compiled(r"牵头|负责|承办|主办|组织实施")
"""A sentence that gives a duty."""
STATES = compiled(rf"{ASSERTS.pattern}|了|以后|之后|后[，,]?$")
"""票价涨到2元以后由谁执行: what it says of the matter before it asks whose duty it is."""
THE_REST = compiled(r"^[一-鿿《》：]*?[：:]?\s*(?:其[余他]|另外?|剩下的?|剩余)(?:的|[0-9一二两三四五六七八九十])")
"""其余2条视情况再研究: the others of a list, of which one was agreed to."""
SO_FAR = compiled(
    r"以来|截至|截止|累计|已经?(?!于)|[0-9一二三四五六七八九十]+月份?(?:底|末)?[，,]|[上下]半年|季度|去年|上年|今年(?!拟|计划|将)"
)
SHORT = 500
"""Characters of an item that is looked at whole; of a longer one each block by itself."""
BLOCK = compiled(r"(?:[^\n]|\n(?![ \t　]*\n))+")
"""Lines without a blank one between them."""
LOOKED_AT = 5


def presumed(composing: Composing) -> list[tuple[Source, Sentence]]:
    """Return the verdict of what a question takes for decided and the record turned down; nothing where it does not."""
    question = composing.question
    if question.claim or not takes_for_decided(question.text):
        return []
    concepts = matter_of(question)
    found = stretches(composing, concepts) if concepts else []
    if not found or found[0].share < MATTER or weight_of(concepts) < (LEAST if question.scope.named else ALONE):
        return []
    best = found[0]
    told = ruling(question, best, concepts)
    if not told or any(_stands_against(best, one) for one in found[1:]) or _of_the_rest(question, told[0]):
        return []
    done = bool(TAKEN.search(question.text) or ASSERTS.search(asserted(question.text)))
    if _states_it(question, best, told, done=done):
        return []
    return [(best.source, line) for line in told]


def states_asked(question: Question, told: Sequence[tuple[Source, Sentence]]) -> bool:
    """Tell whether rulings state the figure or the day that a question asks for, and it states nothing as done itself.

    补多少钱 is answered by 全额承担的建议不予采纳，仍按每台20万元补助, which contradicts nobody; 涨到多少 only by a
    ruling that changes something too.
    """
    kind = replace(kind_asked(question.text), besides=())
    if kind.kind not in MEASURES or ASSERTS.search(asserted(question.text)):
        return False
    clauses = [clause for _, line in told for clause in CLAUSES.split(fold(line.text)) if not DOWN.search(clause)]
    if TAKEN.search(question.text):
        clauses = [clause for clause in clauses if CHANGES.search(clause) and not KEPT.search(clause)]
    return any(holds(kind, clause) for clause in clauses)


def asks_duty_only(question: Question) -> bool:
    """Tell whether a question asks whose duty a matter is and says of it no more: 收费调整由谁牵头."""
    duty = OF_DUTY.search(question.text)
    return duty is not None and not STATES.search(question.text[: duty.start()])


def on_matter(composing: Composing, beside: Sequence[tuple[int, int]]) -> Named | None:
    """Return the item that holds most of what a question names, some places of it left out; none where none stands out.

    Args:
        composing: the question on its way.
        beside: what says nothing of the matter: the meeting, somebody's name, what he is said to have done.
    """
    concepts = telling(fold(blanked(composing.question.text, beside, mark="，")))
    found = stretches(composing, concepts) if weight_of(concepts) >= LEAST else []
    if not found or found[0].share < OF_MATTER or found[0].item is None:
        return None
    return found[0] if len(found) < 2 or found[0].share > found[1].share else None


def stretches(composing: Composing, concepts: Sequence[Concept]) -> list[Named]:
    """Return what a search finds, whole items where they are short, what holds most of a matter first."""
    allowed = {entry.document_id for entry in composing.question.scope.entries}
    known = {source.document_id: source for source in composing.sources}
    found: dict[tuple[str, int], list[Named]] = {}
    for hit in composing.find(composing.question.text, 12):
        source = known.get(hit.document_id) if hit.document_id in allowed else None
        if len(hit.alike) >= ANSWERED_AT_MOST:
            return []  # the same was before so many meetings that the question goes back
        if source is None:
            continue
        item = source.document.item_at(hit.start)
        whole = item.span if item else Span(hit.start, hit.end)
        if (hit.document_id, whole.start) not in found:
            found[hit.document_id, whole.start] = [
                Named(source, item, span, share_of(concepts, _told(source, item, span)))
                for span in _blocks(source, whole)
            ]
        if len(found) == LOOKED_AT:
            break
    best = [max(blocks, key=lambda one: one.share) for blocks in found.values() if blocks]
    return sorted(best, key=lambda one: -one.share)


def _blocks(source: Source, whole: Span) -> Iterator[Span]:
    """Yield a stretch as it is where it is short, else the blocks of lines in it."""
    if whole.end - whole.start <= SHORT:
        yield whole
        return
    for match in BLOCK.finditer(source.document.text, whole.start, whole.end):
        yield Span(*match.span())


def _told(source: Source, item: Item | None, span: Span) -> str:
    """Return what a stretch says, with its title and what names its document, folded."""
    title = (item.title if item else "") or ""
    return fold(f"{title} {source.document.quote(span)} {source.entry.name} {source.entry.issuing_body or ''}")


def _stands_against(best: Named, other: Named) -> bool:
    """Tell whether another stretch decides what is meant: as near a matter, or a later decision on the same one."""
    if (other.item is best.item and other.source is best.source) or not _approves(other):
        return False
    same_day = best.source.entry.date == other.source.entry.date
    return decides_later(best, other) or (same_day and other.share > best.share - LEAD)


def decides_later(best: Named, other: Named) -> bool:
    """Tell whether another stretch is of a later document, and on the same matter."""
    if (other.source.entry.date or "") <= (best.source.entry.date or ""):
        return False
    return other.share >= AGAIN * best.share or _same_title(best.title, other.title)


def _approves(named: Named) -> bool:
    """Tell whether a stretch holds a verdict that turns nothing down."""
    if named.item and named.item.outcomes:
        return any(one.class_ not in TURNED_DOWN for one in named.item.outcomes)
    return bool(APPROVES.search(named.source.document.quote(named.span)))


def _of_the_rest(question: Question, verdict: Sentence) -> bool:
    """Tell whether a verdict is on the rest of a list, of which a question does not speak."""
    rest = THE_REST.match(verdict.text)
    return bool(rest) and not re.search("其[余他]|剩|另", question.text)


def _same_title(one: str, other: str) -> bool:
    """Tell whether two items are on the same document: one title holds the other, apart from what stands around it."""
    first, second = (fold(AROUND.sub("", title)) for title in (one, other))
    return min(len(first), len(second)) > 4 and (first in second or second in first)


def _states_it(question: Question, best: Named, told: Sequence[Sentence], *, done: bool) -> bool:
    """Tell whether an item states what is asked, and not as a proposal: 其中4份没有签字, of what was turned down.

    Of what a question says to be done only a report on what was done tells: 今年以来新分配住房214套.
    """
    if best.item is None:
        return False
    from pipeline.generation.extractive.reading.candidates import candidates_in  # numpy: a record answer goes without

    likeliest = next((one for one in candidates_in(question, best.source, best.item) if one.can), None)
    if likeliest is None or likeliest.likely < SURE or proposes(likeliest.text):
        return False
    if done and not (kind_asked(question.text).counted and SO_FAR.search(likeliest.text)):
        duty = bool(OF_DUTY.search(question.text)) and not asserted(question.text)
        if duty and GIVEN.search(likeliest.text) and likeliest.span.end <= told[0].quotes[0].start:
            return True  # given before anything was turned down, it is no order in place of that
        least = SURE if duty else PLAIN
        return likeliest.likely >= least and _tells_more(question, likeliest.text, told)
    return not any(likeliest.span.overlaps(quote.span) for line in told for quote in line.quotes[:1])


def _tells_more(question: Question, likeliest: str, told: Sequence[Sentence]) -> bool:
    """Tell whether a sentence speaks of what a question names, and the verdict of something beside it.

    垃圾池填了以后怎么弄 is told by 垃圾池填掉后改放大桶, of an item that turned down a higher fee.
    """
    concepts = matter_of(question)
    verdict = share_of(concepts, fold("".join(line.text for line in told)))
    return share_of(concepts, fold(likeliest)) >= verdict + MORE
