"""Footnotes in a Word file: marks and notes belong together, and the package knows them."""

from __future__ import annotations

from pipeline.generation.exports.paper import Paper
from tests.generation.exports.opened import WORD, footnotes, marks, paragraphs, part


def _paper() -> bytes:
    paper = Paper("摘要")
    paper.paragraph(("由市城管局牵头。", "第一项：“由市城管局\n牵头”"), ("会议同意。", "<二> & “三”"), ("完。", None))
    return paper.to_bytes()


def test_each_mark_has_its_note() -> None:
    content = _paper()
    assert marks(content) == ["1", "2"]
    assert footnotes(content) == {"1": "第一项：“由市城管局\n牵头”", "2": "<二> & “三”"}
    assert paragraphs(content)[-1] == "由市城管局牵头。会议同意。完。"


def test_a_mark_stands_before_the_full_stop() -> None:
    body = part(_paper(), "word/document.xml")
    runs = list(body.iter(f"{WORD}r"))[1:]
    kinds = ["note" if run.find(f"{WORD}footnoteReference") is not None else run.findtext(f"{WORD}t") for run in runs]
    assert kinds[:3] == ["由市城管局牵头", "note", "。"]


def test_the_package_names_the_part_its_separators_and_its_styles() -> None:
    content = _paper()
    assert 'PartName="/word/footnotes.xml"' in _raw(content, "[Content_Types].xml")
    assert "relationships/footnotes" in _raw(content, "word/_rels/document.xml.rels")
    kinds = [note.get(f"{WORD}type") for note in part(content, "word/footnotes.xml")]
    assert kinds[:2] == ["separator", "continuationSeparator"]
    settings = part(content, "word/settings.xml")
    assert [one.get(f"{WORD}id") for one in settings.findall(f"{WORD}footnotePr/{WORD}footnote")] == ["-1", "0"]
    named = {style.get(f"{WORD}styleId") for style in part(content, "word/styles.xml").iter(f"{WORD}style")}
    assert {"FootnoteText", "FootnoteReference"} <= named
    numbering = part(content, "word/document.xml").find(f".//{WORD}sectPr/{WORD}footnotePr/{WORD}numRestart")
    assert numbering is not None


def _raw(content: bytes, name: str) -> str:
    import io
    import zipfile

    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode()
