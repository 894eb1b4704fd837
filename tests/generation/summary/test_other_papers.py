"""What drafts of twenty papers of other bodies must show: cited, proven, not copied, quotes the text, facts told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.config import ROOT
from pipeline.generation.columns import one_line
from pipeline.generation.summary.fidelity import MEASURES
from pipeline.generation.summary.loosen import copied
from pipeline.generation.summary.summarize import STYLES, Summary
from tests.drafts import sample_document, sample_draft

pytestmark = pytest.mark.slow
PAPERS = [
    path
    for batch in ("a", "e", "g", "j")
    for path in sorted((ROOT / "eval" / "data" / "parsing" / batch / "docs").iterdir())[1:6]
]
_LONG_QUOTE = 20
_AMOUNT = re.compile(r"\d[\d,.]*[万亿]+元")


def _flat(text: str) -> str:
    return re.sub(r"\s", "", text).translate(str.maketrans("‘’", "“”"))


def _said(summary: Summary) -> str:
    return _flat("".join(item.title + "".join(one.text for one in item.sentences) for item in summary.items))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_drafts_keep_to_the_paper(path: Path) -> None:
    document = sample_document(path)
    own = [outcome.text for item in document.items for outcome in item.outcomes]
    own += [item.title for item in document.items if item.title]
    for style in STYLES:
        summary = sample_draft(path, style)
        assert all(getattr(summary.fidelity, measure).invented == () for measure in MEASURES), style
        for sentence in summary.sentences:
            assert sentence.citations and sentence.check == "verified", sentence.text
            said = sentence.text
            for wording in own:
                said = said.replace(wording, "《》")
            assert not copied(said, document.text), said
            for quote in re.findall(r"“([^”]*)”", sentence.text):
                assert len(quote) <= _LONG_QUOTE or _flat(quote).rstrip("。") in _flat(document.text), quote
    coverage = sample_draft(path, "full").coverage
    assert coverage.items[0] == coverage.items[1]
    assert coverage.other_matters[0] == coverage.other_matters[1]
    most = 600 if document.kind == "rectification" else 400
    assert sum(len(one.text) for one in sample_draft(path, "brief").sentences) <= most


def test_amounts_and_deadlines_are_told() -> None:
    """A full draft tells nearly every amount, a brief one the weightiest amounts and deadlines that it has room for."""
    told = {("full", "amount"): 0, ("brief", "amount"): 0, ("brief", "deadline"): 0}
    amounts = deadlines = 0
    for path in PAPERS:
        full, brief = _said(sample_draft(path, "full")), _said(sample_draft(path, "brief"))
        for item in sample_document(path).items:
            stated = set(_AMOUNT.findall(_flat(sample_document(path).text[item.start : item.end])))
            due = {_flat(one_line(point.deadline.text)) for point in item.points if point.deadline}
            amounts, deadlines = amounts + len(stated), deadlines + len(due)
            told["full", "amount"] += sum(amount in full for amount in stated)
            told["brief", "amount"] += sum(amount in brief for amount in stated)
            told["brief", "deadline"] += sum(deadline in brief for deadline in due)
    assert min(amounts, deadlines) > 50
    assert told["full", "amount"] >= 0.95 * amounts, (told, amounts)
    assert told["brief", "amount"] >= 0.2 * amounts, (told, amounts)
    assert told["brief", "deadline"] >= 0.2 * deadlines, (told, deadlines)
