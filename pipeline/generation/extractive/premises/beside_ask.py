"""What a question states before it asks something else (既然由甲牵头，那几号交): held against the text by itself.

Asked as one, the statement goes down: what answers the second half says nothing of the first, and where the first is
wrong nothing may answer at all. So the statement is put as a question of its own, and what speaks against it goes
before the answer.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive import matters
from pipeline.generation.extractive.composing import CORRECTED
from pipeline.generation.extractive.evidence import Source, Terms
from pipeline.generation.extractive.fitting import kind_asked, tells_kind
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.premises.down import turns_down
from pipeline.generation.extractive.premises.otherwise import GIVES, MATTER, PLACED, is_otherwise
from pipeline.generation.extractive.premises.presumed import LEAST, STATES
from pipeline.generation.extractive.premises.taken import ASSERTS, TAKEN, matter_of, share_of, weight_of
from pipeline.generation.extractive.premises.turned_down import TURNED_DOWN
from pipeline.generation.extractive.reading.kinds import STRICT
from pipeline.generation.extractive.several.going_on import focus_of, in_focus
from pipeline.generation.extractive.several.one_side import ASKS
from pipeline.generation.extractive.slots.gate import or_refused
from pipeline.generation.extractive.target import Target
from pipeline.generation.understanding.question import Question, understand
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft, Sentence
    from pipeline.generation.extractive.reading.concepts import Concept
    from pipeline.generation.extractive.target import Find
    from pipeline.minutes import Item
    from pipeline.retrieval.catalogue import Catalogue

RHETORICAL = compiled(r"不是(?:就|已经?|早就?|都|说好?|要)?(?P<said>[^，。？?]{2,}?)(?:来着|的)?[吗么嘛]$")
"""不是走融资租赁吗 states it."""
MARKS = compiled(r"(?:我?听说|据说|听讲|既然|既已|不是说|按照|根据)")
PREDICATE = compiled(r"[了在是由把被让给到为要会已不没]")
"""Without one of these a clause names a matter, and states nothing of it."""
KNOWS = compiled(
    r"(?<!是)(?:没|不|未)(?:有|被|能|予)?(?:同意|答应|批|通过|准|点头|过会|让|给)|否[决掉了]|暂缓|搁|退回|驳"
)
"""区委为什么没答应: the question knows that it was turned down."""
PLANS = compiled(r"想|拟(?!定)|打算|申请|希望")
DONE = compiled(r"了(?!解)")
SUPPOSES = compiled(r"要是|如果|假如|假设|万一|的话")
CLAUSE = compiled(r"[^，,；;。？?！!]+")
ASSURED = "，对吗？"
TAG = compiled(r"[，,]?(?:(?:是这么说的|没错|[是对])(?:吧|吗|不是|不对)|吧)[？?。]*$")
"""Asks to have a statement confirmed."""
NEGATIVE = compiled(r"[没不未缓否撤停]|退回|取消|终止|调出|拒|(?:原先|原来|原定|之前)")
"""What says itself that something was not to be, or is no more."""
LOOKED_AT = 2
"""Sentences of the answer to a statement that are held against it."""
OF_TITLE = 0.34
"""The same of the title of an item that was turned down."""

Answering = Callable[[Question, "Find"], "Draft"]


@dataclass(frozen=True, slots=True)
class Stated:
    """What a question states, put as a statement to be confirmed, and what it asks behind that."""

    claim: Question
    asked: Question | None = None


def with_wrong_statement(
    question: Question, draft: Draft, catalogue: Catalogue, find: Find, answer: Answering
) -> Draft:
    """Return an answer behind what speaks against the statement that a question makes before it asks.

    Args:
        question: the question as understood.
        draft: its answer, which stays as it is where nothing speaks against the statement, or tells it already.
        catalogue: where the documents are.
        find: searches the library.
        answer: composes the draft of one question with a search.
    """
    if (question.claim and not draft.refused) or question.inherited or draft.route == "ledger":
        return draft
    tagged = question.claim or (TAG.search(question.text) is not None and not RHETORICAL.search(question.text))
    stated = Stated(question) if tagged else stated_in(question, anything=draft.refused)
    if stated is None or (draft.refused and draft.reason not in ("no_evidence", "not_stated")):
        return draft
    if CORRECTED in draft.preface:
        return replace(draft, sentences=(*draft.sentences, *_asked_behind(stated, draft, catalogue, answer)))
    if KNOWS.search(question.text) or PLANS.search(stated.claim.text):
        return draft
    against, told = _looked_up(stated, draft, question, catalogue, find, answer)
    if not against:
        return draft
    preface = f"{CORRECTED}，记载如下："
    if draft.refused:
        corrected = replace(told, sentences=tuple(against), preface=preface, refused=False, reason=None)
        asked = _asked_behind(stated, corrected, catalogue, answer)
        if stated.asked and not asked:
            return draft  # what is asked is not told: that is the answer, whatever was said before it
        return replace(corrected, sentences=(*against, *asked))
    if any(quote.overlaps(own) for quote in draft.quotes for one in against for own in one.quotes):
        return draft
    return replace(draft, sentences=(*against, *draft.sentences), preface=f"{preface}{draft.preface}")


def _looked_up(
    stated: Stated, draft: Draft, question: Question, catalogue: Catalogue, find: Find, answer: Answering
) -> tuple[list[Sentence], Draft]:
    """Return what speaks against a statement, and the answer that it is of: the nearest one, or to what it states."""
    if draft.refused and draft.quotes and (against := _against(stated.claim, draft, catalogue)):
        return against, draft
    own = [stated.claim] if stated.asked else []  # else it was asked already
    for one in (*own, *_of_its_slot(stated.claim, question)):
        told = answer(one, find)
        if told.refused or not told.quotes or told.route == "ledger":
            continue
        if against := _against(stated.claim, told, catalogue):
            return against, told
    return [], draft


def stated_in(question: Question, *, anything: bool = False) -> Stated | None:
    """Return what a question states before it asks, and what it asks; `None` where it states nothing first.

    Args:
        question: the question.
        anything: whether any clause before the one that asks is taken for a statement: nothing else answered.

    >>> today = datetime.date(2025, 1, 1)
    >>> one = stated_in(understand("听说便民桥归镇里管护，哪天移交？", entries=(), today=today))
    >>> one.claim.text, one.asked.text
    ('便民桥归镇里管护，对吗？', '哪天移交？')
    >>> stated_in(understand("便民桥由谁牵头，几号完工？", entries=(), today=today)) is None
    True
    """
    said: list[str] = []
    for match in CLAUSE.finditer(question.text):
        clause = match.group()
        rhetorical = RHETORICAL.search(clause)
        if ASKS.search(clause) and not rhetorical:
            break
        said.append(f"{clause[: rhetorical.start()]}{rhetorical['said']}" if rhetorical else clause)
    else:
        return None
    text = MARKS.sub("", "，".join(said))
    if not said or SUPPOSES.search(text):
        return None
    marked = text != "，".join(said) or any(map(RHETORICAL.search, CLAUSE.findall(question.text)))
    claim = _understood(f"{text}{ASSURED}", question)
    stating = marked or (anything and PREDICATE.search(text))
    if not (stating or claim.aspect == "chair" or any(one.search(text) for one in (STATES, GIVES, PLACED))):
        return None
    asked = _understood(question.text[match.start() :], question)
    return Stated(claim, asked) if weight_of(matter_of(claim)) >= LEAST else None


def _understood(text: str, question: Question, *, free: bool = False) -> Question:
    today = question.today or datetime.date.today()
    one = understand(text, entries=question.scope.every, today=today)
    return one if free or one.scope.named else replace(one, scope=replace(question.scope, mentions=()))


def _of_its_slot(claim: Question, question: Question) -> Iterator[Question]:
    """Yield a statement as the question that it answers: 装修费由谁承担, of 装修费由甲局承担."""
    text = TAG.sub("", claim.text)
    for pattern, asks in ((GIVES, "谁"), (PLACED, "哪里")):
        given = pattern.search(text)
        if given is not None:
            start = question.text.find(given["who"])
            narrowed = any(at < start + len(given["who"]) and start < end for at, end in question.scope.mentions)
            asked = f"{text[: given.start('who')]}{asks}{text[given.end('who') :]}？"
            yield _understood(asked, question, free=narrowed)  # whom it names wrongly need have no paper of its own


def _against(claim: Question, told: Draft, catalogue: Catalogue) -> list[Sentence]:
    """Return the sentence that speaks against a statement, of the answer to it or of the item on which that rests."""
    lines = [one for one in told.sentences if one.quotes]
    if told.preface.startswith(CORRECTED) or not lines:
        return lines[:1]
    (entry, document), *_ = catalogue.documents_named([lines[0].quotes[0].document_id])
    source, item = Source(entry, document), document.item_at(lines[0].quotes[0].start)
    if claim.aspect == "chair":
        named = [name for name in known_names(source) if name in lines[0].text]
        return lines[:1] if named and not any(name in claim.text for name in named) else []
    title = (item.title if item else "") or ""
    stated = TAG.sub("", claim.text)
    other = [one for one in lines[:LOOKED_AT] if is_otherwise(claim, stated, one.text, title)]
    if other or NEGATIVE.search(stated):
        return other[:1]
    matter = matter_of(claim)
    decided = item is not None and any(one.search(stated) for one in (TAKEN, ASSERTS, DONE))
    ruled = _turned_down(matter, source, item) if decided and item else []
    down = [one for one in lines[:LOOKED_AT] if turns_down(one.text)]
    return ruled or [one for one in down if share_of(matter, fold(one.text)) >= MATTER][:1]


def _turned_down(matter: Sequence[Concept], source: Source, item: Item) -> list[Sentence]:
    """Return the verdict that turns down what an item is about, where that is the matter and it agrees to nothing."""
    if not item.outcomes or any(one.class_ not in TURNED_DOWN for one in item.outcomes):
        return []
    title, said = fold(item.title or ""), fold(source.document.quote(item.span))
    if share_of(matter, f"{title} {said}") < MATTER or share_of(matter, title) < OF_TITLE:
        return []
    return matters.outcome(Target(source, item, 1.0), Terms({}))[:1]


def _asked_behind(stated: Stated, draft: Draft, catalogue: Catalogue, answer: Answering) -> list[Sentence]:
    """Return what the item of a correction tells of what is asked; nothing of what was not agreed to follows."""
    asked, focus = stated.asked, focus_of(draft, stated.claim, catalogue)
    if asked is None or focus is None or kind_asked(asked.text).kind not in STRICT or turns_down(draft.said):
        return []
    found = in_focus(asked, focus, catalogue, answer)
    if found is None or or_refused(asked, found, catalogue).refused:
        return []
    known = draft.quotes
    free = [one for one in found.sentences if not any(quote.overlaps(own) for quote in one.quotes for own in known)]
    return [one for one in free if tells_kind(asked.text, one.text)][:1]
