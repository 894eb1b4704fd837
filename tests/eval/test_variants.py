"""Each variant lacks just the part that it is named for."""

from __future__ import annotations

from itertools import pairwise

from eval.bench import Bench
from eval.variants import OVERLAP, WINDOW, bare, literal, windows
from pipeline.minutes import EXAMPLE_MINUTES, Document
from pipeline.retrieval.candidates import read
from pipeline.retrieval.chunk import chunk


def test_windows_cover_the_text_whatever_its_items_are() -> None:
    document = Document(file="长.txt", text="会议。" * 500, kind="minutes", name="长")
    pieces = windows(document, document_id="d1")
    assert all(piece.text == document.text[piece.start : piece.end] for piece in pieces)
    assert {character for piece in pieces for character in range(piece.start, piece.end)} == set(range(1500))
    assert max(len(piece.text) for piece in pieces) == WINDOW
    assert {after.start - before.start for before, after in pairwise(pieces)} == {WINDOW - OVERLAP}
    assert {piece.item for piece in pieces} == {None}


def test_bare_chunks_are_the_product_s_without_the_context_line() -> None:
    cut, plain = chunk(EXAMPLE_MINUTES, document_id="d1"), bare(EXAMPLE_MINUTES, document_id="d1")
    assert [(piece.text, piece.item) for piece in plain] == [(piece.text, piece.item) for piece in cut]
    assert {piece.context for piece in plain} == {""}
    assert all(piece.context for piece in cut)


def test_a_library_cut_otherwise_holds_other_chunks(bench: Bench) -> None:
    assistant = bench.library(cut=windows)
    hits = assistant.search("河长制", k=5)
    assert {hit.item for hit in hits} == {None}
    assert any(hit.item for hit in bench.assistant.search("河长制", k=5))


def test_one_index_alone_is_searched(bench: Bench) -> None:
    for name, absent in (("dense", "keywords"), ("keywords", "vectors")):
        system = bench.system(name)
        hits = system.assistant.search("河长制", k=5)  # type: ignore[attr-defined]
        assert hits
        assert not any(absent in hit.scores for hit in hits)


def test_without_the_record_answers_come_from_passages(bench: Bench) -> None:
    question = "市政府第4次常务会议由谁主持？"
    assert bench.product.ask(question)["route"] == "record"
    plain = bench.system("no_record")
    assert plain.ask(question)["route"] in ("passages", "none")
    assert plain.ask("市政府第99次常务会议由谁主持？")["refused"]


def test_without_filters_the_meeting_named_adds_nothing(bench: Bench) -> None:
    asked = "第4次常务会议谈河长制"
    for name, lifted in (("no_filters", False), ("no_thesaurus", True)):
        hits = bench.system(name).assistant.search(asked, k=5)  # type: ignore[attr-defined]
        assert any("share_meeting" in hit.scores for hit in hits) is lifted


def test_without_the_thesaurus_words_are_taken_literally(bench: Bench) -> None:
    library = bench.assistant.library
    assert any(each.others for each in read(library, "河长制汇报").words)
    assert not any(each.others for each in literal(library, "河长制汇报").words)
