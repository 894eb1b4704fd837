"""What several meetings said of one matter, one after the other: of each what is asked, else what it decided."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import passages
from pipeline.generation.extractive.composing import CORRECTED, Composing
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.premises.down import turns_down
from pipeline.generation.extractive.reading.kinds import STRICT
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.resting import rests_on
from pipeline.generation.extractive.several.splitting import without
from pipeline.generation.extractive.several.stage_lines import lines
from pipeline.generation.extractive.several.stages import fitting, stages_of
from pipeline.generation.extractive.several.thread import thread_of
from pipeline.generation.extractive.several.time_asks import (
    asks_days,
    asks_for_all,
    asks_of_change,
    asks_of_each,
    asks_which,
    matter_asked,
    things_asked,
    way_asked,
)
from pipeline.generation.extractive.several.wordings import (
    CHANGED,
    CONCLUSION,
    THEN_AND_NOW,
)
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.places import of_one_place
from pipeline.generation.wording import date_words
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.several.stages import Stage
    from pipeline.generation.extractive.several.thread import Seed

MEETING = frozenset({"meeting", "number", "date", "meeting_name"})
"""Filters by which a question names one meeting."""
NOT_ASKED = ("library_empty", "not_understood")
TWO_MEETINGS = compiled(r"两[次回]")
MEASURED = compiled(
    r"的?(?:总?投资额?|[概预估]算|资金|经费|费用|金额|造价|工期|[时期]限|时间|(?:牵头|责任|配合)?(?:单位|部门|人))"
)
"""What is asked of a matter and names none: a meeting may have dealt with it without a word on that."""
SETTLED = compiled(r"会议(?:[一-鿿]{0,2})(?:明确|要求|决定|议定|强调)|现改为|由[^，。；]{2,16}(?:牵头|负责)")
"""Tells what a meeting settled without a verdict."""
BESIDE = (0.1, 0.4)
"""A second sentence of one meeting is told where it is so likely, and so likely beside the first."""
LINES = 3
"""Sentences that are told of one meeting."""

AT_ITS_END = compiled(r"最[后终]")
"""第38次常务会最后怎么定的: at the end of that meeting."""


def changes(composing: Composing) -> Draft | None:
    """Answer how a matter changed from meeting to meeting, or what became of it: what each says, newest first.

    `None` where a question asks no such thing, or where only one meeting tells.
    """
    question = composing.question
    text = without(question.text, question.scope.mentions, gap="，")
    if question.claim or len(question.scope.every) < 2 or not asks_of_change(text):
        return None
    one_meeting = len(question.scope.entries) == 1 and {"meeting", "number"} & set(question.scope.filters)
    if one_meeting and not asks_of_change(AT_ITS_END.sub("，", text)):
        return None
    asked = things_asked(text)
    stages = _of_text(composing, text, None)
    told = [(one.source, line) for one in stages for line in _dated(one, text, _said(composing, one, asked))]
    if len({source.document_id for source, _ in told}) < 2:
        return None
    return composing.stamped("passages", told, several=True)


def along(composing: Composing, draft: Draft, seed: Seed | None = None) -> Draft:
    """Return an answer with what other meetings said of its matter, newest first, where a question asks for that.

    Asked what each meeting said, all of them are told; asked how things are by now, the last one that tells it. The
    answer stays as it is where it rests on such meetings already, or where no other one tells anything.

    Args:
        composing: the question on its way.
        draft: its answer so far.
        seed: an item that is known to be of the matter, where that is not the one on which the answer rests.
    """
    question = composing.question
    if question.claim or draft.route == "ledger" or len(question.scope.every) < 2 or draft.reason in NOT_ASKED:
        return draft
    text = without(question.text, question.scope.mentions, gap="，")
    if (draft.preface.startswith(CORRECTED) and not asks_which(text)) or question.scope.missing is not None:
        return draft
    way, resting = way_asked(text), {quote.document_id for quote in draft.quotes}
    if way is None and seed is not None and draft.refused:
        way = "last"  # 那几时交付呢: another meeting on the matter may tell what the one before does not
    if len(resting) == 2 and TWO_MEETINGS.search(text):
        return draft
    if way == "each" and (len(resting) < 2 or draft.refused or draft.preface or asks_for_all(text)):
        return _told_by_each(composing, draft, text, seed)
    if way in ("last", "first") and not MEETING & set(question.scope.filters):
        return _told_at(composing, draft, text, seed, last=way == "last")
    return draft


def left_silent(composing: Composing, draft: Draft) -> Draft:
    """Return an answer to what was said each time with a word on the meetings that say nothing of it.

    Of a matter that two meetings dealt with, what one of them says is half of what is asked.
    """
    question = composing.question
    if draft.refused or draft.route != "passages" or question.claim or len(question.scope.every) < 2:
        return draft
    text = without(question.text, question.scope.mentions, gap="，")
    if not asks_of_each(text) and not any(pattern.search(text) for pattern in (CHANGED, THEN_AND_NOW)):
        return draft
    matter = replace(question, text=MEASURED.sub("，", text), scope=replace(question.scope, mentions=()))
    own = Composing(matter, composing.catalogue, composing.find)
    stages = stages_of(own, {entry.document_id: entry for entry in question.scope.entries})
    told = {quote.document_id for quote in draft.quotes}
    silent = [stage.source.stamp for stage in stages if stage.source.document_id not in told]
    if not silent or len(silent) == len(stages) or any(stamp in draft.preface for stamp in silent):
        return draft
    return replace(draft, preface=f"{'、'.join(silent)}也研究过此事，所问内容没有查到。{draft.preface}")


def _told_by_each(composing: Composing, draft: Draft, text: str, seed: Seed | None) -> Draft:
    """Return what each meeting said, with what an answer tells already."""
    resting = {quote.document_id for quote in draft.quotes}
    stages = _of_text(composing, text, seed or _seed_of(composing, draft))
    held = {stage.source.document_id for stage in stages}
    if len(stages) < 2 or not (draft.refused or resting <= held or _strays(composing, resting, held)):
        return draft
    asked = things_asked(text)
    resting &= held
    told = [
        (stage.source, line)
        for stage in stages
        for line in _dated(stage, text, _of_stage(composing, stage, asked, draft))
    ]
    if len({source.document_id for source, _ in told}) < max(2, len(resting) + 1):
        return draft
    return composing.stamped("passages", _by_name(told) if asks_which(text) else told, several=True, as_told=True)


def _told_at(composing: Composing, draft: Draft, text: str, seed: Seed | None, *, last: bool) -> Draft:
    """Return an answer behind what the last, or the first, meeting that tells it says, where that is another one."""
    resting = {quote.document_id for quote in draft.quotes}
    dates = [entry.date or "" for entry in composing.question.scope.every if entry.document_id in resting]
    if not draft.refused and (len(resting) != 1 or not dates):
        return draft
    asked = [one for one in things_asked(text) if kind_asked(one).kind in STRICT]
    stages = _thread(composing, text, seed or _seed_of(composing, draft))
    if len(stages) < 2 or not asked or not (draft.refused or resting <= {one.source.document_id for one in stages}):
        return draft
    for stage in stages if last else reversed(stages):
        date = stage.source.entry.date or ""
        if not draft.refused and (date <= max(dates) if last else date >= min(dates)):
            break
        if told := _apart(lines(composing, stage, asked))[:LINES]:
            own = [] if draft.refused else [(one.source, line) for one in stages for line in _own(draft, one)]
            found = [(stage.source, line) for line in told]
            return composing.stamped("passages", [*found, *own], several=True, as_told=True)
    return draft


def _strays(composing: Composing, resting: set[str], held: set[str]) -> bool:
    """Tell whether an answer put together rests on a meeting of the matter, and beside it on one of another place."""
    every = {entry.document_id: entry for entry in composing.question.scope.every}
    own = [every[key] for key in resting & held]
    others = [every[key] for key in resting - held if key in every]
    named = "body" in composing.question.scope.filters
    return bool(own) and not named and not any(of_one_place(own[0], other) for other in others)


def _by_name(told: list[tuple[Source, Sentence]]) -> list[tuple[Source, Sentence]]:
    """Return what meetings said, each behind the name of its meeting where its stamp does not tell that."""
    return [
        (source, line if source.meeting in source.stamp else replace(line, text=f"{source.meeting}，{line.text}"))
        for source, line in told
    ]


def _of_stage(composing: Composing, stage: Stage, asked: list[str], draft: Draft) -> list[Sentence]:
    """Return what one meeting says: what the answer tells of it already, and an answer to each thing asked."""
    own = [] if draft.refused else _own(draft, stage)
    new = lines(composing, stage, fitting(stage, asked), beside=BESIDE)
    if CONCLUSION not in asked and stage.titled:
        verdicts = lines(composing, stage, [CONCLUSION])
        down = [line for line in verdicts if turns_down(line.text)]  # a sum that was put off is none that holds
        new = [*down, *new]
    return _apart([*own, *new])[: max(LINES, len(own))]


def _said(composing: Composing, stage: Stage, asked: list[str]) -> list[Sentence]:
    """Return what one meeting says; of a meeting that states no verdict, where that is asked, what it settled."""
    asked = fitting(stage, asked)
    told = lines(composing, stage, asked)
    if told or CONCLUSION not in asked:
        return told
    document = stage.source.document
    places = (place for place in sentences(document, stage.item.span) if SETTLED.search(document.quote(place)))
    return [passages.told(stage.source, place) for place in islice(places, 1)]


def _dated(stage: Stage, text: str, told: list[Sentence]) -> list[Sentence]:
    """Return what one meeting says behind the day on which it was, where a question asks for that."""
    source = stage.source
    span, day = source.document.spans.get("meeting.date"), date_words(source.entry.date)
    if not asks_days(text) or span is None or not day:
        return told
    return [Sentence(f"会议于{day}召开。", (quote(source, span),)), *told]


def _own(draft: Draft, stage: Stage) -> list[Sentence]:
    """Return what an answer tells of one meeting, without its stamp."""
    source = stage.source
    found = [line for line in draft.sentences if line.quotes and line.quotes[0].document_id == source.document_id]
    bare = [line.text.removeprefix(f"{source.stamp_of_body}：").removeprefix(f"{source.stamp}：") for line in found]
    return [replace(line, text=text) for line, text in zip(found, bare, strict=True)]


def _apart(told: list[Sentence]) -> list[Sentence]:
    """Return those of some sentences that rest on places of their own; of two on one place the one that holds more."""
    kept: list[Sentence] = []
    for line in told:
        places = [place for place, other in enumerate(kept) if _overlap(line, other)]
        if not places:
            kept.append(line)
        elif len(places) == 1 and len(line.text) > len(kept[places[0]].text):
            kept[places[0]] = line
    return kept


def _overlap(line: Sentence, other: Sentence) -> bool:
    return any(one.overlaps(two) for one in other.quotes for two in line.quotes)


def _of_text(composing: Composing, text: str, seed: Seed | None) -> list[Stage]:
    """Return the items of the matter of a question, newest first; of two meetings those of the one body that met."""
    stages = _thread(composing, text, seed)
    return _of_one_body(stages) if TWO_MEETINGS.search(text) else stages


def _seed_of(composing: Composing, draft: Draft) -> Seed | None:
    """Return the one item on which an answer rests; of a refusal none."""
    return None if draft.refused else rests_on(draft.quotes, composing.catalogue)


def _thread(composing: Composing, text: str, seed: Seed | None) -> list[Stage]:
    """Return the items of the matter of a question, newest first."""
    question = composing.question
    matter = replace(question, text=matter_asked(text), scope=replace(question.scope, mentions=()))
    own = Composing(matter, composing.catalogue, composing.find)
    return thread_of(own, {entry.document_id: entry for entry in question.scope.every}, seed)


def _of_one_body(stages: list[Stage]) -> list[Stage]:
    """Return the two meetings of the one body that dealt with a matter twice; all where none, or several did."""
    own: dict[str, list[Stage]] = {}
    for stage in stages:
        own.setdefault(stage.source.entry.issuing_body or "", []).append(stage)
    twice = [each for each in own.values() if len(each) == 2]
    return twice[0] if len(twice) == 1 else stages
