"""Summaries: drafted, cited, checked and counted, on invented papers and on the sample documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import BadRequest
from pipeline.generation.summary import summarize as module
from pipeline.generation.summary.brief import MOST, MOST_OF_REPORT
from pipeline.generation.summary.summarize import STYLES, Style, Summary, summarize
from pipeline.generation.summary.told import Part, Source
from pipeline.minutes import Document
from tests.drafts import SAMPLES, sample_document, sample_draft
from tests.generation.papers import minutes, report


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem[:12])
def sample(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def _length(summary: Summary) -> int:
    return sum(len(sentence.text) for sentence in summary.sentences)


def _invented(summary: Summary) -> list[str]:
    return [wording for checked in summary.fidelity.to_json().values() for wording in checked["invented"]]


def test_the_samples_are_there() -> None:
    assert len(SAMPLES) == 3


@pytest.mark.parametrize("style", STYLES)
def test_every_sentence_of_a_sample_is_cited_and_proven(sample: Path, style: Style) -> None:
    summary, text = sample_draft(sample, style), sample_document(sample).text
    assert summary.sentences
    assert [sentence.text for sentence in summary.sentences if not sentence.citations or sentence.problems] == []
    assert _invented(summary) == []
    for citation in summary.citations:
        assert citation.quote == text[citation.start : citation.end]


def test_full_covers_every_item_and_point_of_a_sample_in_less(sample: Path) -> None:
    summary = sample_draft(sample, "full")
    assert summary.coverage.missing == ()
    for done, of in (summary.coverage.items, summary.coverage.points, summary.coverage.other_matters):
        assert done == of
    assert _length(summary) <= 0.6 * len(sample_document(sample).text)


def test_brief_names_every_item_of_a_sample_within_its_length(sample: Path) -> None:
    summary = sample_draft(sample, "brief")
    done, of = summary.coverage.items
    assert done == of
    assert _length(summary) <= (MOST_OF_REPORT if sample_document(sample).kind == "rectification" else MOST)


def test_points_are_counted_only_where_they_are_told() -> None:
    assert summarize("d1", minutes(), style="full").coverage.points == (5, 5)
    assert summarize("d1", minutes(), style="tasks").coverage.points == (4, 5)
    brief = summarize("d1", minutes(), style="brief").coverage
    assert (brief.items, brief.points, brief.other_matters) == ((3, 3), (0, 5), (2, 2))
    assert len(brief.missing) == 5


def test_json_has_the_contracts_fields() -> None:
    tree: dict[str, Any] = json.loads(json.dumps(summarize("d1", report(), style="full").to_json()))
    assert tree["document_ids"] == ["d1"]
    assert (tree["topic"], tree["style"], tree["mode"]) == (None, "full", "extractive")
    assert set(tree["coverage"]) == {"items", "points", "other_matters", "missing", "doubts"}
    assert {"numbers", "dates", "units", "names", "verdicts"} == set(tree["fidelity"])
    assert set(tree["fidelity"]["numbers"]) == {"checked", "invented"}
    item = next(item for item in tree["items"] if item["label"] == "1")
    assert (item["document_id"], item["title"]) == ("d1", "关于“基础设施薄弱”问题的整改")
    sentence = item["sentences"][0]
    assert (sentence["check"], sentence["point"]) == ("verified", "1")
    [index] = sentence["citations"]
    assert tree["citations"][index]["quote"].startswith("完善路网体系。")


def test_a_sentence_that_the_text_does_not_carry_is_flagged(monkeypatch: pytest.MonkeyPatch) -> None:
    document = minutes()
    place = document.items[0].points[0].span
    wrong = Source("d1", document).tell("由市教育局牵头，9月底前完成，共900个。", [place])
    monkeypatch.setattr(module, "full_parts", lambda *_: [Part("一", "《临川市停车管理办法》", (wrong,))])
    summary = summarize("d1", document, style="full")
    assert summary.sentences[0].check == "flagged"
    assert "市教育局" in "".join(summary.fidelity.units.invented)
    assert summary.fidelity.numbers.invented != ()
    assert summary.fidelity.dates.invented != ()
    assert summary.coverage.points == (0, 5)


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(BadRequest, match="没有“short”这种摘要文体"):
        summarize("d1", minutes(), style="short")  # type: ignore[arg-type]


def test_a_document_without_text_gives_an_empty_summary() -> None:
    summary = summarize("d1", Document(file="a.txt", text="", kind="other", name="a"))
    assert summary.sentences == ()
    assert summary.coverage.items == (0, 0)
