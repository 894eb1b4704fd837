"""What several meetings said of one matter, one after the other: of each what is asked, else what it decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive.composing import CORRECTED, Composing
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.premises.down import turns_down
from pipeline.generation.extractive.reading.kinds import STRICT
from pipeline.generation.extractive.resting import rests_on
from pipeline.generation.extractive.several.over_time import TWO_MEETINGS
from pipeline.generation.extractive.several.splitting import without
from pipeline.generation.extractive.several.stage_lines import lines
from pipeline.generation.extractive.several.thread import thread_of
from pipeline.generation.extractive.several.time_asks import (
    asks_for_all,
    asks_which,
    matter_asked,
    things_asked,
    way_asked,
)
from pipeline.generation.extractive.several.wordings import CONCLUSION
from pipeline.generation.places import of_one_place

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft, Sentence
    from pipeline.generation.extractive.several.stages import Stage
    from pipeline.generation.extractive.several.thread import Seed

MEETING = frozenset({"meeting", "number", "date", "meeting_name"})
"""Filters by which a question names one meeting."""
NOT_ASKED = ("library_empty", "not_understood")
BESIDE = (0.1, 0.4)
"""A second sentence of one meeting is told where it is so likely, and so likely beside the first."""
LINES = 3
"""Sentences that are told of one meeting."""


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


def _told_by_each(composing: Composing, draft: Draft, text: str, seed: Seed | None) -> Draft:
    """Return what each meeting said, with what an answer tells already."""
    resting = {quote.document_id for quote in draft.quotes}
    stages = _thread(composing, text, seed or _seed_of(composing, draft))
    held = {stage.source.document_id for stage in stages}
    if len(stages) < 2 or not (draft.refused or resting <= held or _strays(composing, resting, held)):
        return draft
    asked = things_asked(text)
    resting &= held
    told = [(stage.source, line) for stage in stages for line in _of_stage(composing, stage, asked, draft)]
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
    new = lines(composing, stage, asked, beside=BESIDE)
    if CONCLUSION not in asked and stage.titled:
        verdicts = lines(composing, stage, [CONCLUSION])
        down = [line for line in verdicts if turns_down(line.text)]  # a sum that was put off is none that holds
        new = [*down, *new]
    return _apart([*own, *new])[: max(LINES, len(own))]


def _own(draft: Draft, stage: Stage) -> list[Sentence]:
    """Return what an answer tells of one meeting, without its stamp."""
    source = stage.source
    found = [line for line in draft.sentences if line.quotes and line.quotes[0].document_id == source.document_id]
    bare = [line.text.removeprefix(f"{source.stamp_of_body}：").removeprefix(f"{source.stamp}：") for line in found]
    return [replace(line, text=text) for line, text in zip(found, bare, strict=True)]


def _apart(told: list[Sentence]) -> list[Sentence]:
    """Return those of some sentences that rest on places of their own."""
    kept: list[Sentence] = []
    for line in told:
        if not any(one.overlaps(two) for other in kept for one in other.quotes for two in line.quotes):
            kept.append(line)
    return kept


def _seed_of(composing: Composing, draft: Draft) -> Seed | None:
    """Return the one item on which an answer rests; of a refusal none."""
    return None if draft.refused else rests_on(draft.quotes, composing.catalogue)


def _thread(composing: Composing, text: str, seed: Seed | None) -> list[Stage]:
    """Return the items of the matter of a question, newest first."""
    question = composing.question
    matter = replace(question, text=matter_asked(text), scope=replace(question.scope, mentions=()))
    own = Composing(matter, composing.catalogue, composing.find)
    return thread_of(own, {entry.document_id: entry for entry in question.scope.every}, seed)
