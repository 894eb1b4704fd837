"""The last look at an answer: where nothing that it tells fills what was asked for, it becomes a refusal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.checking.cells import told_by_cells
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.composing import NEAREST, looked_through
from pipeline.generation.extractive.slots.amounts import tells_no_amount
from pipeline.generation.extractive.slots.keyed import leaves_key_word_out
from pipeline.generation.extractive.slots.matters_asked import is_of_another_matter
from pipeline.generation.extractive.slots.means import tells_no_means
from pipeline.generation.extractive.slots.ordinals import is_of_another_number
from pipeline.generation.extractive.slots.persons import names_nobody
from pipeline.generation.extractive.slots.places import tells_no_place
from pipeline.generation.extractive.slots.several_names import leaves_names_out
from pipeline.generation.extractive.slots.speakers import names_no_speaker
from pipeline.generation.extractive.slots.table_rows import is_of_another_row
from pipeline.generation.extractive.slots.tasks import names_no_task
from pipeline.generation.extractive.slots.telling import telling_of
from pipeline.generation.extractive.slots.times import tells_no_day
from pipeline.generation.extractive.slots.twins import is_of_a_twin

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.slots.telling import Telling
    from pipeline.generation.understanding.question import Question
    from pipeline.retrieval.catalogue import Catalogue

UNFILLED: tuple[Callable[[Telling], bool], ...] = (
    names_nobody,
    names_no_speaker,
    tells_no_day,
    tells_no_amount,
    tells_no_place,
    tells_no_means,
    leaves_names_out,
    is_of_another_number,
    is_of_a_twin,
    is_of_another_row,
    names_no_task,
    is_of_another_matter,
    leaves_key_word_out,
)
"""Each tells whether what it looks for was asked, and is not told."""

OF_RECORD = ("chair", "recorder", "document_number", "issued_date", "meeting_date")
"""Aspects that a field of the record fills."""


def of_cells(draft: Draft, catalogue: Catalogue) -> bool:
    """Tell whether an answer is cells of tables under their heads: these are what was asked for."""
    if draft.route != "ledger":
        return False
    texts = {quote.document_id: catalogue.document(quote.document_id) for quote in draft.quotes}
    return all(
        told_by_cells(line.text, [texts[quote.document_id].quote(quote.span) for quote in line.quotes])
        for line in draft.sentences
    )


def or_refused(question: Question, draft: Draft, catalogue: Catalogue) -> Draft:
    """Return a draft, or a refusal that shows its first sentence as the nearest, where it does not tell what is asked.

    A list that was counted, what is proven by not standing there, and a field of the record are answers as they are.
    """
    if draft.refused or not draft.quotes or question.aspect in OF_RECORD:
        return draft
    if any(line.counted is not None or line.absent for line in draft.sentences):
        return draft
    if of_cells(draft, catalogue):
        return draft
    telling = telling_of(question, draft, catalogue)
    if not any(unfilled(telling) for unfilled in UNFILLED):
        return draft
    first = draft.sentences[0]
    source = next(one for one in telling.sources if one.document_id == first.quotes[0].document_id)
    stamped = first.text if source.stamp in first.text else f"{source.stamp}：{first.text}"
    return replace(
        draft,
        sentences=(Sentence(stamped, first.quotes),),
        preface=NEAREST + looked_through(draft.searched),
        refused=True,
        reason="not_stated",
    )
