"""Corrections hold over a later ingest, leave the parser's own reading beside, and outlive their document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.minutes import Document
from pipeline.retrieval.corrections import Correction, Corrections, standing
from pipeline.retrieval.library import Library
from pipeline.retrieval.record import from_record, to_record
from tests.retrieval.examples import PairEncoder, minutes


def amend(document: Document, corrections: Mapping[str, Any]) -> Document:
    """Puts the chair in, as the parser does with more care."""
    return replace(document, meeting=replace(document.meeting, chair=corrections["chair"]))


def act(document_id: str, **changed: Any) -> Correction:
    cells: dict[str, Any] = {
        "field": "chair",
        "value": "李平",
        "former": "周明",
        "by": "王敏",
        "at": "2024-05-06T08:00",
    }
    return Correction(document_id=document_id, **(cells | changed))


def test_a_folder_without_a_library_holds_none(tmp_path: Path) -> None:
    assert Corrections(tmp_path).of("d1") == [] and Corrections(tmp_path).as_parsed("d1") is None


def test_an_ingest_applies_what_holds(home: Path, encoder: PairEncoder, tmp_path: Path) -> None:
    library, source = Library(home, encoder=encoder, amend=amend), tmp_path / "a.txt"
    document = minutes()
    first = library.add(document, source=source, sha256="1")
    corrections = Corrections(home)
    corrections.add(act(first.document_id))
    assert library.add(document, source=source, sha256="1").status == "replaced"
    assert library.add(document, source=source, sha256="1").status == "unchanged"
    held = library.catalogue.document(first.document_id)
    assert held.meeting.chair == "李平" and library.catalogue.entry(first.document_id).chair == "李平"
    parsed = corrections.as_parsed(first.document_id)
    assert parsed == to_record(document)
    assert from_record(parsed or "", document.text) == document

    library.remove([first.document_id])
    assert library.add(document, source=source, sha256="1").document_id == first.document_id
    assert library.catalogue.document(first.document_id).meeting.chair == "李平"

    corrections.add(act(first.document_id, action="undo", value=None))
    library.add(document, source=source, sha256="1")
    assert library.catalogue.document(first.document_id) == document
    assert corrections.as_parsed(first.document_id) is None
    assert [one.action for one in corrections.of(first.document_id)] == ["correct", "undo"]
    library.close()


def test_the_last_act_on_a_field_holds() -> None:
    acts = [
        act("d1"),
        act("d1", value="孙平"),
        act("d1", field="kind", value="readout"),
        act("d1", field="kind", action="undo"),
    ]
    assert {name: one.value for name, one in standing(acts).items()} == {"chair": "孙平"}
