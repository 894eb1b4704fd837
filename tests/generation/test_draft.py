"""What composing yields: plain values, equal when they say the same."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from pipeline.generation.draft import Draft, Quote, Searched, Sentence
from pipeline.minutes import Span


def test_a_draft_states_nothing_by_itself() -> None:
    draft = Draft(route="none", searched=Searched(3))
    assert (draft.sentences, draft.preface, draft.refused, draft.reason, draft.nearest) == ((), "", False, None, ())
    assert dict(draft.searched.filters) == {}


def test_sentences_are_equal_when_they_say_the_same_by_the_same_proof() -> None:
    one = Sentence("共2项。", (Quote("d1", 0, 2), Quote("d1", 4, 6)), counted=2)
    assert one == Sentence("共2项。", (Quote("d1", 0, 2), Quote("d1", 4, 6)), counted=2)
    assert one != Sentence("共2项。", (Quote("d1", 0, 2),), counted=2)
    assert len({one, one}) == 1


def test_a_quote_is_a_place_of_its_document() -> None:
    assert Quote("d1", 2, 4).span == Span(2, 4)


def test_quotes_stand_in_the_order_of_the_text() -> None:
    assert sorted([Quote("d1", 9, 12), Quote("d1", 2, 4)])[0].start == 2


def test_a_draft_is_not_changed_after_it_was_made() -> None:
    draft = Draft(route="none", searched=Searched(0))
    with pytest.raises(FrozenInstanceError):
        draft.preface = "改"  # type: ignore[misc]
