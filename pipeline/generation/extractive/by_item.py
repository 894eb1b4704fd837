"""Answers that one agenda item holds: its reporter, verdict, points, lead unit, deadline, next step."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import matters, passages, record, target
from pipeline.generation.extractive.by_record import about_topic, meetings
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST, Composing
from pipeline.generation.extractive.evidence import heading, plain, terms_of
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.people.by_report import every_reporter, matter_terms, nobody_by_name
from pipeline.generation.extractive.people.dissent import asks_who_disagreed
from pipeline.generation.extractive.premises.instead import ordered_behind
from pipeline.generation.extractive.reading.accomplished import asks_when_done
from pipeline.generation.extractive.reading.acts import rules_on_test
from pipeline.generation.extractive.reading.just_that import LED
from pipeline.generation.extractive.reading.kinds import MEASURES, holds
from pipeline.generation.extractive.reading.naming_people import names_person
from pipeline.generation.extractive.reading.plain_asks import tells_plainly
from pipeline.generation.extractive.reasons import reason_of
from pipeline.generation.extractive.ruled_beside import ruled_beside
from pipeline.generation.extractive.several.went_on import ASKS_ON
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.understanding import asking
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.evidence import Source, Terms
    from pipeline.generation.extractive.target import Target
    from pipeline.generation.understanding.asking import Aspect
    from pipeline.generation.understanding.question import Question

KEY_WORDS = 0.8
OF_IT = 0.5
"""Share of the topic that a verdict must hold where an item has several, on different matters."""
OF_TITLE = 0.2
"""Share of the topic from which on a title names something of it."""
TITLE_NAMED = 0.65
"""Share of a title that a question must hold to name it."""
SUBMITTED = compiled(r"提交|上报|报送?|呈报")
DONE = compiled(r"(?<!确认)(?:了|成|过)(?:没有?|吗|么)[？?]?$")
"""津贴涨了没有, 调成3.2了没: the verdict tells."""
RULED = compiled(
    r"作何|作出|决定|议定|怎么定|咋定|定了|结论|最后|最终|结果|(?:怎么|怎样|如何|咋)(?:的)?(?:处理|处置|办理|答复|答|回复|回应|对待|裁定|表态)"
    r"|作了?(?:什么|何种)(?:样的)?(?:处理|处置|安排|表态)"
)
HOW_SETTLED = compiled(r"(?:怎么|怎样|如何|咋)(?:决?定|议定)")
CALLED = compiled(r"叫(?:什么|啥)|姓名|名字|姓(?:什么|啥)|哪[位个]领导")
"""负责人叫什么名字: a unit is no answer."""
ASKED_FOR = compiled(r"的(?:要求|建议|请求|申请|意见|提议|诉求)$")
"""某企业减免租金的要求，会议同意了吗: the first clause names what was asked for, and asks for no requirement."""
TOLD_THERE = 0.5
"""Share of a topic that the text of a meeting must hold, to be the meeting at which it was told of."""
FEW = 3
"""Points before which the verdict is told as well; meetings that are named where none has a matter on its agenda."""
FOLLOWS = 100
"""Characters behind the semicolon of a verdict that are told with it."""
TOLD_PLAINLY = ("lead_units", "deadline", "decision", "next_step")
MEETING_ONLY = ("presenter", "outcome", "next_step", "votes")


def by_item(composing: Composing) -> Draft | None:
    """Answer what an item states: its reporter, verdict, points, lead unit, deadline, next step."""
    aspect = composing.question.aspect
    if aspect == "meeting_name" and composing.question.topic:
        return _at_meeting(composing)
    if aspect is None and key_words_of_an_item(composing):
        aspect = "decision"
    if aspect in (None, "decision") and DONE.search(composing.question.text):
        aspect = "outcome"
    if aspect not in matters.ANSWERS or _told_by_reading(composing.question, aspect):
        return None
    among = meetings(composing) if aspect in MEETING_ONLY and not composing.terms.weights else composing.sources
    if aspect == "presenter" and (of_each := every_reporter(composing, among)) is not None:
        return of_each
    terms = matter_terms(composing) if aspect == "presenter" else composing.terms
    chosen_items = target.targets(composing.question, among, terms)
    if not chosen_items:
        return None
    if aspect == "outcome" and not any(rules_on_test(composing.question.text, one.item) for one in chosen_items):
        return None
    if aspect == "presenter" and (nobody := nobody_by_name(composing, chosen_items)) is not None:
        return nobody
    if len(chosen_items) > ANSWERED_AT_MOST:
        every = [(one.source, line) for one in chosen_items for line in of_item(composing, one, aspect)]
        whole = len({source.document_id for source, _ in every}) == len(
            {one.source.document_id for one in chosen_items}
        )
        if whole and (same := composing.agreed("record", every)):
            return same
        return composing.ambiguous(
            [one.source for one in chosen_items], titles=[one.item.title for one in chosen_items]
        )
    wanted = aspects_asked(composing.question, aspect)
    found = [(one.source, line) for one in chosen_items for asked in wanted for line in of_item(composing, one, asked)]
    if found and aspect in TOLD_PLAINLY and not (found := _plainly(composing, chosen_items, found)):
        return None  # reading may find what does
    if found and not _tells_figure(composing.question, aspect, found):
        return None
    if aspect == "outcome" and len(chosen_items) == 1:
        found += _with_verdicts(composing.question, chosen_items[0], [line for _, line in found])
    if aspect == "lead_units" and CALLED.search(composing.question.text):
        found = [(source, line) for source, line in found if names_person(line.text, source)]
        if not found:
            return None
    name = matters.NOT_STATED[aspect]
    if found:
        went_on = ASKS_ON.search(composing.question.text)  # 开工时间变过没有: the meeting before has no part in that
        silent = [one for one in chosen_items if not went_on and not of_item(composing, one, aspect)]
        told = [f"{one.source.stamp}：{one.name}未载明{name}。" for one in silent]
        return composing.stamped("record", found, preface="\n".join(told), several=bool(told))
    if aspect in ("decision", "remarks") or not all(one.by_title for one in chosen_items):
        return None
    titles = "；".join(one.name for one in chosen_items)
    instead = [matters.stated_instead(one) for one in chosen_items]
    return composing.refusal("not_stated", f"{titles}：该项未载明{name}。", route="record", instead=instead)


def _at_meeting(composing: Composing) -> Draft | None:
    """Answer at which meeting a matter was: the meetings that have it on their agenda, else one whose text tells it."""
    items = target.targets(composing.question, meetings(composing), composing.terms)
    if 1 < len({one.source.document_id for one in items}) <= ANSWERED_AT_MOST:
        lines = [(one.source, Sentence(one.name, (heading(one.source, one.item),))) for one in items]
        return composing.stamped("record", lines)
    chosen, topic = about_topic(composing, meetings(composing)), composing.terms
    few = chosen if len(chosen) <= FEW else []
    there = [one for one in few if not topic.weights or topic.coverage(one.document.text) >= TOLD_THERE]
    stated = [(source, one) for source in there if (one := record.fact("meeting_name", source))]
    return composing.stamped("record", stated) if stated else None


def _with_verdicts(question: Question, only: Target, verdicts: Sequence[Sentence]) -> Iterator[tuple[Source, Sentence]]:
    """Yield what belongs to the verdicts of an item: why it was turned down, where asked, and what was ordered."""
    for line in (*reason_of(question, only, verdicts), *ordered_behind(question, only, verdicts)):
        yield only.source, line


def _told_by_reading(question: Question, aspect: Aspect) -> bool:
    """Tell whether a question asks for what no cell of a record holds: who disagreed, when something was done."""
    return asks_who_disagreed(question.text) or (aspect == "deadline" and asks_when_done(question.text))


def _plainly(
    composing: Composing, chosen: Sequence[Target], found: list[tuple[Source, Sentence]]
) -> list[tuple[Source, Sentence]]:
    """Return the lines that tell of what is plainly asked; none where it is not the likeliest item that tells.

    多久报一次 is not told by the day by which something is due.
    """
    asked = fold(composing.question.text)
    plain = [(source, line) for source, line in found if tells_plainly(asked, fold(line.text))]
    if len(plain) == len(found):
        return found
    telling = [
        one.score
        for one in chosen
        if any(quote.start in one.item.span for source, line in plain if source is one.source for quote in line.quotes)
    ]
    return plain if telling and max(telling) >= max(one.score for one in chosen) else []


def _told_apart(one: Target, line: Sentence) -> str:
    """Return a line without the title before it, whose 2025年 is no day."""
    return line.text.removeprefix(f"{one.name}：")


def _tells_figure(question: Question, aspect: Aspect, found: Sequence[tuple[Source, Sentence]]) -> bool:
    """Tell whether lines hold the sum, the figure or the time that a question asks for, where it asks for one.

    最后按多少发的，怎么定的 is not told by a verdict without a figure, nor 原核定经费 by all that was ordered.
    """
    if aspect == "lead_units":
        return any(LED.search(line.text) for _, line in found)
    if kind_asked(question.text).kind not in MEASURES or aspect not in ("outcome", "decision"):
        return True
    if aspect == "decision" and len(found) > 1:
        return False
    return any(_holds_own(question, line.text) for _, line in found)


def _holds_own(question: Question, said: str) -> bool:
    """Tell whether a line holds the first kind of thing that a question asks for."""
    return holds(replace(kind_asked(question.text), besides=()), fold(said))


def aspects_asked(question: Question, aspect: Aspect) -> list[Aspect]:
    """Return every aspect of one item that a question asks for: 结论是什么？下一步做什么？"""
    pieces = [piece for piece in re.split(r"[？?；;，,]", question.text) if piece.strip()]
    pieces = [piece for piece in pieces[:-1] if not ASKED_FOR.search(piece)] + pieces[-1:]
    found = [one.aspect for piece in pieces if (one := asking.find_aspect(piece)) and one.aspect in matters.ANSWERS]
    return list(dict.fromkeys(found)) if len(set(found)) > 1 else [aspect]


def key_words_of_an_item(composing: Composing) -> bool:
    """Tell whether a question is nothing but the words of an item's title: 停车办法 要求."""
    if composing.question.asked != "text" or composing.question.claim or asking.WH_WORD.search(composing.question.text):
        return False
    return any(
        composing.terms.coverage(one.item.title) >= KEY_WORDS
        for one in target.targets(composing.question, composing.sources, composing.terms)
    )


def _decided(question: Question, one: Target, terms: Terms) -> list[Sentence]:
    """Return the points of an item; where it is asked what was decided, with the verdict that none of them holds."""
    points = matters.decision(one, terms, number=question.point_number)
    ruled = RULED.search(question.text) or "aspect" in question.inherited
    if question.point_number is None and ruled and len(of_it := _ruled_on(one, terms)) == 1:
        return of_it
    if question.point_number is None and (named := _named_apart(one, terms)):
        return named
    if question.point_number is not None or not ruled or len(points) > FEW:
        return points
    if not one.item.points:
        return [_to_its_stop(one, line) for line in points]
    told = [place for line in points for place in line.quotes]
    beside = (own for own in one.item.outcomes if not any(place.start <= own.start < place.end for place in told))
    verdicts = list(dict.fromkeys(matters.verdict_line(one, own) for own in beside))[:2]
    within = [line.quotes[0] for line in verdicts]
    # 会议决定再议，民政科补充考察: the sentence of the verdict holds the point as well
    kept = [line for line in points if not any(w.start <= line.quotes[0].start < w.end for w in within)]
    return [*verdicts, *kept]


def _ruled_on(one: Target, terms: Terms) -> list[Sentence]:
    """Return those of several verdicts of an item that are on the matter named, beside what its title says."""
    beyond = terms.without(one.item.title)
    if len(one.item.outcomes) < 2 or not beyond.weights:
        return []
    return [line for line in matters.outcome(one, terms) if beyond.coverage(line.text) >= OF_IT]


def _named_apart(one: Target, terms: Terms) -> list[Sentence]:
    """Return the few sentences of an item that name the matter, where its title names nothing of it.

    方案中的夜间补贴暂不列入, of an item on 《公交线网优化方案》: what else was decided there is not asked.
    """
    document = one.source.document
    if not terms.weights or terms.coverage(one.item.title) > OF_TITLE:
        return []
    places = [
        place for place in sentences(document, one.item.span) if terms.coverage(document.quote(place)) >= KEY_WORDS
    ]
    return [passages.told(one.source, place) for place in places] if len(places) < FEW else []


def _to_its_stop(one: Target, line: Sentence) -> Sentence:
    """Return a verdict that ends in a semicolon with what follows up to the full stop: 不同意减免；同意缓收三个月。"""
    place, document = line.quotes[0], one.source.document
    if not line.text.endswith(("；", ";")):
        return line
    end = document.text.find("。", place.end, min(place.end + FOLLOWS, one.item.end)) + 1
    if not end:
        return line
    rest = plain(document.text[place.end : end])
    return replace(line, text=line.text + rest, quotes=(replace(place, end=end), *line.quotes[1:]))


def of_item(composing: Composing, one: Target, aspect: Aspect) -> list[Sentence]:
    """Return the sentences of one item that answer."""
    if aspect == "decision":
        return _decided(composing.question, one, composing.terms)
    found = matters.ANSWERS[aspect](one, composing.terms)
    if aspect == "outcome" and not found and HOW_SETTLED.search(composing.question.text) and one.item.points:
        return _decided(composing.question, one, composing.terms)  # 怎么定的, of what was ordered without a verdict
    if aspect == "outcome" and not one.by_title and len(found) > 1:  # 其他事项: several matters, one of which is meant
        found = [line for line in found if composing.terms.coverage(line.text) >= OF_IT]
    if aspect == "outcome" and found and (beside := ruled_beside(composing.question, one, composing.terms, found)):
        return beside
    if (
        aspect == "deadline"
        and SUBMITTED.search(composing.question.text)
        and not target.best_point(one, composing.terms)
    ):
        steps = matters.next_step(one, composing.terms)
        if not steps or terms_of((one.item.title,)).coverage(composing.question.text) >= TITLE_NAMED:
            return steps or found
        return [line for line in steps if _holds_own(composing.question, _told_apart(one, line))]
    return found
