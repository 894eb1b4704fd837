"""A note in brackets goes on the sentence before it; one that nothing stands before stays."""

from __future__ import annotations

from pipeline.generation.draft import Quote, Sentence
from pipeline.generation.summary.noted import with_notes
from pipeline.generation.summary.told import Source, Told
from pipeline.minutes import Document

TEXT = "在两处枢纽增设充电桩16个。\n〔承办：机务部；时限：12月10日前〕\n"


def test_a_note_goes_on_the_sentence_before_it() -> None:
    source = Source("d0", Document(file="a.txt", text=TEXT, kind="other", name="a"))
    end = TEXT.index("〔")
    act = Told(Sentence("在两处枢纽增设充电桩16个。", (Quote("d0", 0, end - 1),)), frozenset([0]), role="point")
    note = Told(Sentence("〔承办：机务部；时限：12月10日前〕。", (Quote("d0", end, len(TEXT) - 1),)), frozenset([end]))
    [told] = with_notes(source, [act, note])
    assert told.text == "在两处枢纽增设充电桩16个（承办：机务部；时限：12月10日前）。"
    assert told.covers == {0, end}
    assert with_notes(source, [note]) == [note]
