"""Answers from reading: the sentence of what a search found that answers by all that speaks for it, or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import matters
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST, CORRECTED, Composing
from pipeline.generation.extractive.evidence import Source, Terms
from pipeline.generation.extractive.fitting import is_of_another, kind_asked, tells_kind
from pipeline.generation.extractive.people.dissent import asks_who_disagreed, dissents
from pipeline.generation.extractive.premises.claimed import NEAR, held_against, other_figure, refused_beside
from pipeline.generation.extractive.premises.down import rules_against
from pipeline.generation.extractive.premises.instead import ordered_behind, ordered_instead
from pipeline.generation.extractive.premises.nearest import fate_of, nearest_turned_down, proposed_in_vain
from pipeline.generation.extractive.premises.superseded import gone_since
from pipeline.generation.extractive.premises.taken import of_the_matter
from pipeline.generation.extractive.premises.turned_down import speaks_of, turned_down, wording
from pipeline.generation.extractive.reading.acts import rules_on_test
from pipeline.generation.extractive.reading.candidates import Candidate, candidates, candidates_in
from pipeline.generation.extractive.reading.kinds import MEASURES
from pipeline.generation.extractive.reading.on_matter import is_only_one, of_one_matter
from pipeline.generation.extractive.reading.own_line import of_its_line, of_its_words
from pipeline.generation.extractive.reading.permitted import permits
from pipeline.generation.extractive.reading.reported import TALKED
from pipeline.generation.extractive.reading.saying import said_of
from pipeline.generation.extractive.reading.settled import asks_outcome, only_proposes, settled
from pipeline.generation.extractive.reading.sureness import APART, LIKELY, enough_within, is_sure, matter_of
from pipeline.generation.extractive.reading.whether import of_the_act_asked, speaks_of_act
from pipeline.generation.extractive.reading.whole_sums import in_all
from pipeline.generation.extractive.reasons import gives_reason, of_the_meeting, other_verdict, reason_of, with_reason
from pipeline.generation.extractive.replaced import NOW, in_its_place
from pipeline.generation.extractive.ruled_beside import ruled_beside
from pipeline.generation.extractive.target import Target
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft, Quote
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item
    from pipeline.retrieval.search import Hit

MATTER = 0.15
"""How likely the best sentence of an item must be for its record (who reported, the verdict) to be the answer."""
BESIDE = 0.6
"""A second sentence of the same item is shown where it is at least this likely."""
COMPARED = 0.08
"""What is enough for each document of a question that compares several: that it is about them is already known."""
SHOWN = 180
SEVERAL = compiled(
    r"分别|各|两[家地市县区个]|三[家地市县区个]|哪[个家条]更|谁(?:更|多|少|高|长)|何者|相比|都|对比|比较|和|与|、"
)
COMPARES = compiled(r"分别|各(?:是|有|自|多少|几|占|为)|哪[个家条]更|何者|相比|对比|比较|两[家地]各?")
OTHER_FIGURE = f"{CORRECTED}，原文为："
OTHER_VERDICT = f"{CORRECTED}，记载如下："
NOW_LIKELY = 0.5


def by_reading(composing: Composing) -> Draft | None:
    """Answer with the likeliest sentence that a search for the whole question finds; note the closest where none is."""
    question = composing.question
    text = whole(question)
    hits = composing.find(text, 12)
    sources = sources_of(composing, [hit.document_id for hit in hits])
    alone = not _names_several(composing)
    found = candidates(question, sources, hits, text=text if text != question.text else None, alone=alone)
    if kind_asked(text).kind == "reason":
        found = of_the_meeting(found, question.text)
    if alone and question.scope.named and _asks_verdict(question):
        found = of_one_matter(question, found)
    if not found:
        return None
    if (not alone or COMPARES.search(question.text)) and (several := _of_several(composing, found, alone=alone)):
        return composing.stamped("passages", several, several=True)
    if wrong := other_figure(question, found):
        return composing.stamped("passages", wrong, preface=OTHER_FIGURE)
    item, apart = matter_of(found)
    item = item if found[0].likely >= MATTER and apart >= APART else None
    ruled = permits(question.text, found) if item else None
    if ruled is not None and item and of_the_matter(question, ruled.source, item):
        return composing.stamped("passages", [(ruled.source, _sentence(composing, ruled))])
    answered = _of_record(composing, item, found) or _down(question, item, found[0])
    if not answered:
        best = next((one for one in found if one.can), None)
        if best is None:
            return _refuted(composing, found, apart) or _of_many(composing, found[0], hits)
        best = settled(question.text, _newest(question, in_all(question, best, found), found), found)
        best = of_the_act_asked(question.text, of_its_line(question.text, best, found), found)
        best = of_its_words(question, best, found)
        title = best.item.title if best.item else ""
        strays = (question.claim and best.item is not None and not of_the_matter(question, best.source, best.item)) or (
            is_of_another(question, composing.terms, f"{title} {best.text}")
        )
        if strays or not (is_sure(question, best, found, apart) or held_against(question, best, apart)):
            composing.closest = (best.source, _sentence(composing, best)) if best.likely >= NEAR else None
            return _refuted(composing, found, apart) or _of_many(composing, found[0], hits)
        if refuted := proposed_in_vain(question, best):
            return composing.stamped("record", [(best.source, one) for one in refuted], preface=OTHER_VERDICT)
        if kind_asked(text).kind == "reason" and not question.claim:
            answered = _sentences(composing, best, found)
            if not any(gives_reason(one.text) for one in answered):
                answered = with_reason(best, _sentence(composing, best))
            sure = best.likely >= LIKELY
            if not answered and sure and (other := other_verdict(question, best)):
                return composing.stamped("record", [(best.source, one) for one in other], preface=OTHER_VERDICT)
            if not answered:
                composing.closest = (best.source, _sentence(composing, best))
                return _of_many(composing, found[0], hits)
        else:
            instead = ordered_instead(question, best.source, best.item, best.span)
            answered = [*_sentences(composing, best, found), *instead, *refused_beside(question, best, found)]
            answered += [one for one in fate_of(question, best) if one not in answered]
        preface = OTHER_VERDICT if gone_since(question, best.source, answered) else _preface(question)
        return composing.stamped("passages", [(best.source, one) for one in answered], preface=preface)
    return composing.stamped("record", [(found[0].source, one) for one in answered], preface=_preface(question))


def in_item(
    composing: Composing, question: Question, source: Source, item: Item, *, besides: Sequence[Quote] = ()
) -> list[Sentence]:
    """Return the sentence of one item that answers a question known to be about it, beside some places, or none."""
    taken = [place for place in besides if place.document_id == source.document_id]
    found = candidates_in(question, source, item)
    free = (one for one in found if not any(one.span.overlaps(at.span) for at in taken))
    kind = kind_asked(question.text).kind
    fitting = (one for one in free if one.can and tells_kind(question.text, one.text))
    best = next((one for one in fitting if kind != "reason" or gives_reason(one.text)), None)
    if best is None or best.likely < enough_within(question):
        return []
    return [_sentence(composing, best)]


def _refuted(composing: Composing, found: Sequence[Candidate], apart: float) -> Draft | None:
    """Return the verdict that turned down what a question takes for decided, where nothing answers; or nothing."""
    told = nearest_turned_down(composing.question, found, apart)
    return composing.stamped("record", told, preface=OTHER_VERDICT) if told else None


def _of_many(composing: Composing, first: Candidate, hits: Sequence[Hit]) -> Draft | None:
    """Give the question back where nothing answers and its matter was before more meetings than are answered for."""
    title = first.item.title if first.item else ""
    if first.likely < LIKELY or not title:
        return None
    own = [hit for hit in hits if hit.item_title == title]
    ids = dict.fromkeys([hit.document_id for hit in own] + [other.document_id for hit in own for other in hit.alike])
    held = list(sources_of(composing, list(ids)).values())
    return composing.ambiguous(held, titles=[title]) if len(held) > ANSWERED_AT_MOST else None


def _preface(question: Question) -> str:
    return "原文载明：" if question.claim else ""


def whole(question: Question) -> str:
    """Return the question, with what it takes up from an earlier one before it: 停车办法 要花多少钱."""
    if not {"topic", "scope"} & set(question.inherited):
        return question.text
    taken = " ".join(part for part in (*question.titles, *question.topic) if part not in question.text)
    return f"{taken} {question.text}".strip()


def sources_of(composing: Composing, ids: Sequence[str]) -> dict[str, Source]:
    """Return the documents of the hits that are in scope."""
    known = {source.document_id: source for source in composing.sources}
    allowed = {entry.document_id: entry for entry in composing.question.scope.entries}
    return {
        key: known.get(key) or Source(allowed[key], composing.catalogue.document(key))
        for key in dict.fromkeys(ids)
        if key in allowed
    }


def _names_several(composing: Composing) -> bool:
    """Tell whether a question names several documents and asks the same of each."""
    scope = composing.question.scope
    return bool(scope.named and 2 <= len(scope.entries) <= 4 and SEVERAL.search(composing.question.text))


def _of_several(composing: Composing, found: Sequence[Candidate], *, alone: bool) -> list[tuple[Source, Sentence]]:
    """Return the best sentence of each document that a question names, or plainly compares without naming them."""
    enough = LIKELY / 2 if alone else COMPARED
    best: dict[str, Candidate] = {}
    verdict = _asks_verdict(composing.question)
    for one in found:
        if (one.can or verdict) and one.likely >= enough:
            best.setdefault(one.source.document_id, one)
    if len(best) < 2:
        return []
    chosen = sorted(best.values(), key=lambda one: one.source.entry.date or "", reverse=True)
    found_all: list[tuple[Source, Sentence]] = []
    for one in chosen:
        told = matters.outcome(Target(one.source, one.item, one.likely), Terms({}))[:1] if verdict and one.item else []
        found_all.append((one.source, told[0] if told else _sentence(composing, one)))
    return found_all


def _of_record(composing: Composing, item: Item | None, found: Sequence[Candidate]) -> list[Sentence]:
    """Return what the record of the item holds, where that is what was asked: who reported, the verdict."""
    first = found[0]
    if item is None:
        return []
    target, question = Target(first.source, item, first.likely), composing.question
    if not of_the_matter(question, first.source, item) and not is_only_one(question, first, found):
        return []
    if asks_who_disagreed(question.text):
        return dissents(first.source, item)
    if item.presenter and (question.aspect == "presenter" or TALKED.search(question.text)):
        return matters.presenter(target, Terms({}))
    of_act = any(speaks_of_act(question.text, each.text) for each in item.outcomes)
    measured = kind_asked(question.text).kind in MEASURES  # 最后按多少发的，怎么定的
    if _asks_verdict(question) and not measured and of_act and rules_on_test(question.text, item):
        told = matters.outcome(target, composing.terms)
        of_it = [line for line in told if speaks_of(question, wording(first.source, line))]
        if not of_it and first.can and first.likely >= LIKELY and (len(told) > 1 or _rules_itself(first, told)):
            return []  # 其他事项: the verdicts are on other matters
        ruled = (of_it or told[: 0 if len(told) > 2 else None])[:2]
        if not of_it and (beside := ruled_beside(question, target, composing.terms, told)):
            return beside
        return [*ruled, *reason_of(question, target, ruled), *ordered_behind(question, target, ruled)]
    return []


def _rules_itself(first: Candidate, told: Sequence[Sentence]) -> bool:
    """Tell whether a sentence puts off or turns down something of its own, where the verdicts of its item do not.

    涨补贴的提议，本次暂缓: of an item whose paper was passed.
    """
    return rules_against(first.text) and not any(rules_against(line.text) for line in told)


def _asks_verdict(question: Question) -> bool:
    """Tell whether a question asks for a verdict; an earlier one counts only where it asks nothing itself."""
    kind = kind_asked(question.text).kind
    return kind == "verdict" or (
        question.aspect == "outcome" and ("aspect" not in question.inherited or kind == "text")
    )


def _down(question: Question, item: Item | None, first: Candidate) -> list[Sentence]:
    """Return the verdict of the item that a question is about, where it was turned down and that is the answer."""
    if item is None or not item.outcomes:
        return []
    answered = first.text if first.can and first.likely >= LIKELY else None
    return turned_down(question, first.source, item, answered=answered)


def _newest(question: Question, best: Candidate, found: Sequence[Candidate]) -> Candidate:
    """Return what the newest document says that answers as well, where it is asked how things stand now."""
    if not NOW.search(question.text):
        return best
    later = (one for one in found if one.can and one.likely >= max(LIKELY, NOW_LIKELY * best.likely))
    return max((best, *later), key=lambda one: one.source.entry.date or "")


def _sentences(composing: Composing, best: Candidate, found: Sequence[Candidate]) -> list[Sentence]:
    """Return the best sentence, and one more of the same item that is as likely."""
    shown = [_sentence(composing, best)]
    if best.item and (now := in_its_place(composing.question.text, best.source, best.item, best.span)):
        return [now] if NOW.search(composing.question.text) else [*shown, now]
    ruled = asks_outcome(composing.question.text) and not only_proposes(best.text)
    for one in found[:5]:
        same = (
            one is not best
            and not (ruled and only_proposes(one.text))
            and of_its_line(composing.question.text, one, (best, one)) is one
            and one.can
            and one.source.document_id == best.source.document_id
            and one.item is best.item is not None
        )
        if same and one.likely >= max(BESIDE, 0.8 * best.likely):
            extra = _sentence(composing, one)
            if sum(len(part.text) for part in (*shown, extra)) <= SHOWN:
                shown.append(extra)
    return shown


def _sentence(composing: Composing, one: Candidate) -> Sentence:
    """Return a candidate as a sentence of an answer."""
    return said_of(composing.question, composing.terms, one)
