"""What drafts of the three samples must show: all of it covered, short, in other words, nothing invented, all cited."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.generation.summary.fidelity import MEASURES
from pipeline.generation.summary.loosen import copied
from pipeline.generation.summary.summarize import STYLES, Style, Summary
from tests.drafts import SAMPLES, sample_document, sample_draft

pytestmark = pytest.mark.slow
IDS = ["report", "2017", "2020"]


def _length(summary: Summary) -> int:
    return sum(len(sentence.text) for sentence in summary.sentences)


@pytest.mark.parametrize("path", SAMPLES, ids=IDS)
def test_full_covers_every_item_point_and_other_matter(path: Path) -> None:
    coverage = sample_draft(path, "full").coverage
    assert coverage.missing == ()
    assert coverage.items[0] == coverage.items[1] > 0
    assert coverage.points[0] == coverage.points[1] > 0
    assert coverage.other_matters[0] == coverage.other_matters[1]


@pytest.mark.parametrize("path", SAMPLES, ids=IDS)
def test_drafts_are_short(path: Path) -> None:
    document = sample_document(path)
    assert _length(sample_draft(path, "brief")) <= (600 if document.kind == "rectification" else 400)
    assert _length(sample_draft(path, "full")) <= 0.6 * len(document.text)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("path", SAMPLES, ids=IDS)
def test_every_sentence_is_cited_and_nothing_is_invented(path: Path, style: Style) -> None:
    summary = sample_draft(path, style)
    assert summary.sentences
    assert all(sentence.citations and sentence.check == "verified" for sentence in summary.sentences)
    assert all(getattr(summary.fidelity, measure).invented == () for measure in MEASURES)
    text = sample_document(path).text
    assert all(text[citation.start : citation.end] == citation.quote for citation in summary.citations)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("path", SAMPLES, ids=IDS)
def test_no_long_stretch_is_copied(path: Path, style: Style) -> None:
    document = sample_document(path)
    verdicts = [outcome.text for item in document.items for outcome in item.outcomes]
    for sentence in sample_draft(path, style).sentences:
        said = sentence.text
        for wording in (*verdicts, *(item.title for item in document.items)):
            said = said.replace(wording, "《》")
        assert not copied(said, document.text), said
