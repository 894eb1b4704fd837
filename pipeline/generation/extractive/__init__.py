"""Answers without a model: from the record and the ledger where they hold the fact, else from a passage, else none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive.bodiless import with_papers_of_no_body
from pipeline.generation.extractive.by_item import by_item
from pipeline.generation.extractive.by_passage import by_passage
from pipeline.generation.extractive.by_record import by_record, counted
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.counting.carried_out import carried_out
from pipeline.generation.extractive.counting.holdings import holdings
from pipeline.generation.extractive.counting.most import most
from pipeline.generation.extractive.funding import funding
from pipeline.generation.extractive.headed import by_head
from pipeline.generation.extractive.left_unsaid import with_left_unsaid
from pipeline.generation.extractive.of_no_paper import left_not_held, not_held, speaks_of
from pipeline.generation.extractive.people.by_speaker import by_speaker
from pipeline.generation.extractive.people.in_charge import with_whoever_is_in_charge
from pipeline.generation.extractive.premises.premise import by_premise
from pipeline.generation.extractive.ruled_with import ruled_with
from pipeline.generation.extractive.second_look.told_better import told_better
from pipeline.generation.extractive.several.across import across
from pipeline.generation.extractive.several.asked_twice import asked_of_two
from pipeline.generation.extractive.several.chronicle import along, changes, left_silent
from pipeline.generation.extractive.several.compared import compared
from pipeline.generation.extractive.several.going_on import (
    Focus,
    focus_named,
    focus_of,
    in_focus,
    leaves_out,
    read_on,
    stands_alone,
)
from pipeline.generation.extractive.several.namesakes import each_of_its_own, named_alike
from pipeline.generation.extractive.several.passing import in_passing, told_by_later, told_elsewhere
from pipeline.generation.extractive.several.pointing_back import goes_on_in, leaves, points_back, strays
from pipeline.generation.extractive.several.same_place import names_duty_alone
from pipeline.generation.extractive.several.side_by_side import by_sides
from pipeline.generation.extractive.several.splitting import asks_of, sides
from pipeline.generation.extractive.several.time_before import another_time, goes_to_another
from pipeline.generation.extractive.several.times_heard import times_heard
from pipeline.generation.extractive.several.went_on import went_on
from pipeline.generation.extractive.slots.gate import or_refused
from pipeline.generation.extractive.tables.by_table import by_table, speaks_of_table
from pipeline.generation.extractive.tables.following import going_on
from pipeline.generation.places import of_one_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.target import Find
    from pipeline.generation.understanding.question import Question
    from pipeline.retrieval.catalogue import Catalogue


READ_ON = ("lead_units", "role_holder", "attended", "attendance_list", "deadline")
"""Aspects of which the text may tell where the lists do not: 专班组长 is no post of a list."""
NOT_SET_DOWN = ("presenter", "next_step", "issued_date")
"""The same where a record is found that does not state them; which of many records is meant, no text tells."""


TURNS = 4
"""Earlier questions that are asked again to learn what a question goes on from."""


def compose(question: Question, *, catalogue: Catalogue, find: Find, earlier: Sequence[Question] = ()) -> Draft:
    """Return the draft of an answer.

    Args:
        question: the question as understood.
        catalogue: where the documents are.
        find: searches the library; called only where the record does not answer.
        earlier: the earlier questions of the conversation as understood, oldest first.
    """
    draft = _told(question, catalogue=catalogue, find=find, earlier=earlier)
    draft = with_left_unsaid(question, with_whoever_is_in_charge(question, draft, catalogue), catalogue)
    draft = told_better(question, draft, catalogue)
    fills_one = any(not or_refused(one, draft, catalogue).refused for one in asks_of(question))
    given = draft if fills_one else or_refused(question, draft, catalogue)
    if given.route in ("record", "ledger") and not given.refused and "，" not in question.text:
        return given
    from pipeline.generation.extractive.premises.beside_ask import with_wrong_statement  # numpy, as below

    return with_wrong_statement(question, given, catalogue, find, lambda one, search: _composed(one, catalogue, search))


def _told(question: Question, *, catalogue: Catalogue, find: Find, earlier: Sequence[Question]) -> Draft:
    """Return the draft of an answer to what a question asks."""
    missing = left_not_held(question, earlier, catalogue)
    if missing is not None and not missing.mentioned:
        return Composing(question, catalogue, find).no_such_body(missing.wordings, mentioned=False)
    if (of_row := going_on(question, earlier, catalogue=catalogue, find=find)) is not None:
        return of_row
    draft, focus = _going_on(question, catalogue=catalogue, find=find, earlier=earlier)
    if focus is not None and not sides(question):
        draft = along(Composing(question, catalogue, find), draft, seed=(focus.source, focus.item))
    if earlier and strays(draft, question, focus, earlier, catalogue):
        return Composing(question, catalogue, find).nothing_found()  # 那从哪天起执行呢 is not told by another matter
    if alike := named_alike(question, earlier, draft):
        return each_of_its_own(question, draft, alike, catalogue, lambda one: _composed(one, catalogue, find))
    return draft


def _going_on(
    question: Question, *, catalogue: Catalogue, find: Find, earlier: Sequence[Question]
) -> tuple[Draft, Focus | None]:
    """Return the draft of an answer, and the item in which the question goes on, if it does."""
    focus = None
    to_another, goes_on = bool(earlier) and goes_to_another(question, earlier[-1]), earlier and leaves_out(question)
    if to_another or goes_on:
        before = _told(earlier[-1], catalogue=catalogue, find=find, earlier=earlier[-TURNS:-1])
        question = _where_it_was_told(question, before)
    if to_another:
        item = focus_of(before, earlier[-1], catalogue)
        told = another_time(
            question,
            earlier[-1],
            item,
            catalogue=catalogue,
            find=find,
            answer=lambda one, search: _composed(one, catalogue, search),
            told=before.said,
        )
        if told is not None:
            return told, None
    if goes_on:
        focus = focus_of(before, earlier[-1], catalogue) or focus_named(earlier[-1], catalogue, find)
    if focus is None or sides(question):
        draft = _anywhere(question, catalogue=catalogue, find=find, focus=focus)
        left = focus and points_back(question) and leaves(draft, question, focus, catalogue)
        return (read_on(question, focus, catalogue) if focus and left else None) or draft, focus
    going_on = in_focus(question, focus, catalogue, lambda one, search: _composed(one, catalogue, search))
    if going_on is not None:
        return going_on, focus
    if points_back(question) and names_duty_alone(question):
        # who supports in another item is not meant
        return Composing(question, catalogue, find).nothing_found(), focus
    draft = _anywhere(question, catalogue=catalogue, find=find, focus=focus)
    return (goes_on_in(question, focus, catalogue) if draft.refused else None) or draft, focus


def _where_it_was_told(question: Question, before: Draft) -> Question:
    """Return a question that goes on from an answer out of other papers than those that were named before it.

    Asked of the 38th meeting first, then of a matter that another one told: 总投资多少 goes on from that one.
    """
    told = {quote.document_id for quote in before.quotes}
    within = question.within
    if within is None or before.refused or not told or any(one.document_id in told for one in within.entries):
        return question
    entries = tuple(entry for entry in question.scope.every if entry.document_id in told)
    return replace(question, within=replace(within, entries=entries, filters={}) if entries else None)


def _anywhere(question: Question, *, catalogue: Catalogue, find: Find, focus: Focus | None = None) -> Draft:
    """Return the draft of an answer from wherever it is told, what an earlier question named first."""
    if question.within is not None and question.within.missing is None:
        # 概算多少钱？ after a question about one meeting: first in that meeting, then everywhere
        narrowed = replace(question, scope=question.within, within=None)
        going_on = _anywhere(narrowed, catalogue=catalogue, find=find, focus=focus)
        if not going_on.refused:
            return going_on
        anew = _composed(question, catalogue, find, focus=focus)
        return anew if stands_alone(anew, question, catalogue) else going_on
    draft = _composed(question, catalogue, find, focus=focus)
    if question.within is not None and not stands_alone(draft, question, catalogue):
        # 头一笔是多少？ after a question about a meeting that is not held is told by no other
        return Composing(replace(question, scope=question.within), catalogue, find).no_such_meeting()
    wider = in_passing(question) if draft.refused else None
    if wider is None:
        return draft
    # 跟临川签的协议 may stand in the minutes of another body, which speak of 临川
    again = _composed(wider, catalogue, find)
    return told_elsewhere(again, question, catalogue) or draft


def _composed(question: Question, catalogue: Catalogue, find: Find, *, focus: Focus | None = None) -> Draft:
    """Return the draft of an answer within the scope of a question; of a body without a paper none but of that body."""
    missing = not_held(question, catalogue)
    if missing is None:
        return _within(question, catalogue, find, focus=focus)
    if missing.mentioned:
        draft = _within(question, catalogue, find, focus=focus)
        if speaks_of(draft, missing, question, catalogue):
            return draft
    return Composing(question, catalogue, find).no_such_body(missing.wordings, mentioned=missing.mentioned)


def _within(question: Question, catalogue: Catalogue, find: Find, *, focus: Focus | None = None) -> Draft:
    """Return the draft of an answer within the scope of a question, with what other meetings said if that is asked."""
    question = with_papers_of_no_body(by_head(question, catalogue), catalogue)
    composing = Composing(question, catalogue, find)
    return along(composing, _as_asked(composing, focus=focus))


def _as_asked(composing: Composing, *, focus: Focus | None = None) -> Draft:
    """Return the draft of an answer within the scope of a question, whatever it names."""
    question, catalogue = composing.question, composing.catalogue
    if catalogue.count() == 0:
        return composing.refusal("library_empty", "库中还没有文件，请先运行：jiyao ingest 文件夹。")
    if not question.scope.entries and question.scope.missing is None:
        return composing.refusal("no_evidence", "没有符合筛选条件的文件。")
    if speaks_of_table(question.text) and (rows := by_table(composing)) is not None:
        return rows
    if (held := holdings(composing) or most(composing)) is not None:
        return held
    if not question.understood:
        return composing.refusal("not_understood", "没有看懂这个问题，请用中文写明会议、议题或事项。")
    if question.scope.missing is not None:
        return carried_out(composing, composing.sources) or told_by_later(composing) or composing.no_such_meeting()
    if (
        changed := times_heard(composing) or compared(composing) or changes(composing) or funding(composing)
    ) is not None:
        return changed
    if (cells := by_table(composing)) is not None:
        return cells
    beside = by_sides(composing, lambda one, search: _anywhere(one, catalogue=catalogue, find=search), focus=focus)
    if beside is None:
        return went_on(composing, left_silent(composing, ruled_with(composing, _alone(composing))))
    if (beside.of_one_document or not beside.whole) and (both := asked_of_two(composing)) is not None:
        return both
    return went_on(
        composing, beside.draft if beside.whole else beside.completed_by(ruled_with(composing, _alone(composing)))
    )


def _alone(composing: Composing) -> Draft:
    """Return the draft of an answer to a question taken as one."""
    question = composing.question
    draft = by_speaker(composing) or counted(composing) or by_premise(composing) or across(composing)
    draft = draft or by_record(composing) or by_item(composing)
    if draft is not None and not _to_read_on(draft, question):
        return draft
    from pipeline.generation.extractive.by_reading import by_reading  # numpy: a record answer goes without

    return by_reading(composing) or draft or _confirmed(by_passage(composing), composing) or composing.nothing_found()


def _to_read_on(draft: Draft, question: Question) -> bool:
    """Tell whether the text may tell what the record is found not to state."""
    # that a unit reported and nobody by name is told with its sentence: there is no more to read
    not_set_down = question.aspect in NOT_SET_DOWN and draft.reason == "not_stated"
    not_set_down = not_set_down and not (question.aspect == "presenter" and draft.sentences)
    return draft.refused and (question.aspect in READ_ON or not_set_down)


def _confirmed(draft: Draft | None, composing: Composing) -> Draft | None:
    """Return an answer by words alone only where reading holds the same sentence for the nearest, in one place."""
    if draft is None or composing.closest is None:
        return None
    cited = {quote.document_id for quote in draft.quotes}
    papers = [entry for entry in composing.question.scope.every if entry.document_id in cited]
    if any(not of_one_place(papers[0], other) for other in papers[1:]):
        return None  # 前后有什么变化: what two counties pay each is no change
    near = composing.closest[1].quotes[0]
    same = any(near.overlaps(quote) for quote in draft.quotes)
    return draft if same else None
