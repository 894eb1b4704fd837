"""What the Word files look like: rendered by LibreOffice, page by page, nothing lost and nothing over the edge."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from pipeline.documents.parse import parse
from pipeline.documents.read import read_file
from pipeline.generation.decisions.ledger import rows
from pipeline.generation.exports.notice import notices
from pipeline.generation.exports.summary_paper import summary_docx
from pipeline.generation.exports.task_table import tasks_docx
from pipeline.generation.summary.summarize import summarize
from pipeline.minutes import Document

pytestmark = pytest.mark.slow
A4 = (595, 842)  # points
MARGIN = 45
"""Points that stay white at every edge; the standard asks for more."""


@pytest.fixture(scope="module")
def pages(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, pdfium.PdfDocument]:
    """Each kind of Word file, made of a sample, as PDF."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        assert not os.environ.get("CI"), "CI must have LibreOffice (libreoffice-writer-nogui)"
        pytest.skip("LibreOffice is not installed")
    document = _sample(samples)
    folder = tmp_path_factory.mktemp("rendered")
    ledger = rows("d1", document)
    files = {f"summary-{style}": summary_docx(summarize("d1", document, style=style)) for style in ("brief", "full")}
    files["tasks"] = tasks_docx(ledger)
    tasks = Counter(unit for row in ledger for unit in row.lead_units)
    once = {unit for unit, count in tasks.items() if count == 1}
    made = notices(ledger, {"d1": document})
    files["notice"] = next(content for name, content in made if any(unit in name for unit in once))
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", folder, *sorted(folder.glob("*.docx"))], check=True, capture_output=True, timeout=180
    )
    return {name: pdfium.PdfDocument(folder / f"{name}.pdf") for name in files}


def _sample(samples: Path) -> Document:
    [file] = samples.glob("*2020*.txt")
    return parse(read_file(file, max_bytes=1_000_000))


def _text(pages: pdfium.PdfDocument) -> str:
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pages)


@pytest.mark.parametrize("name", ["summary-brief", "summary-full", "tasks", "notice"])
def test_every_page_is_a4_numbered_and_keeps_its_margins(pages: dict[str, pdfium.PdfDocument], name: str) -> None:
    for number, page in enumerate(pages[name], start=1):
        lying = name == "tasks"
        assert page.get_size() == pytest.approx(A4[::-1] if lying else A4, abs=2)
        assert f"— {number} —" in page.get_textpage().get_text_range()
        picture = page.render(scale=0.5, grayscale=True).to_numpy()
        dark = picture < 128
        edge = MARGIN // 2
        assert dark[edge:-edge, edge:-edge].sum() == dark.sum(), "something is printed over the margin"
        assert 0.002 < dark.mean() < 0.25, "an empty or a black page"


def test_every_sentence_and_its_note_are_printed(pages: dict[str, pdfium.PdfDocument], samples: Path) -> None:
    summary = summarize("d1", _sample(samples), style="full")
    printed = _text(pages["summary-full"])
    sentences = ["".join(sentence.text.split()).rstrip("。") for sentence in summary.sentences]
    missing = [text for text in sentences if text[:8] not in printed]
    assert len(missing) <= len(sentences) // 10, missing  # a page break may part a few
    assert "①" in printed
    assert "核对情况" in printed


def test_the_table_repeats_its_head_on_each_page(pages: dict[str, pdfium.PdfDocument]) -> None:
    table = pages["tasks"]
    assert len(table) > 1
    assert all("牵头单位" in page.get_textpage().get_text_range() for page in list(table)[:-1])


def test_a_notice_of_one_task_fits_on_a_page(pages: dict[str, pdfium.PdfDocument]) -> None:
    assert len(pages["notice"]) <= 2
