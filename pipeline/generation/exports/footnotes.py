"""Footnotes in a Word file: the part of the package that python-docx does not write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    "</w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>"
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    'w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
TEXT_STYLE, MARK_STYLE = "FootnoteText", "FootnoteReference"
"""The ids of the styles of a note and of its mark; the document must have both."""


class Footnotes:
    """The footnotes of one document: marks are set while it is written, the notes when it is finished."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._notes: list[str] = []

    def mark(self, paragraph: Paragraph, text: str) -> None:
        """Set a mark at the end of a paragraph, for a note with that text; line ends of the text stay."""
        self._notes.append(text)
        run: Any = paragraph.add_run()._r
        style = OxmlElement("w:rStyle")
        style.set(qn("w:val"), MARK_STYLE)
        run.get_or_add_rPr().append(style)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(self._notes)))
        run.append(reference)

    def finish(self) -> None:
        """Write the notes into the package and say in the settings how they are numbered; without notes do nothing."""
        if not self._notes:
            return
        notes = "".join(_note(number, text) for number, text in enumerate(self._notes, start=1))
        xml = f"<w:footnotes {nsdecls('w')}>{_SEPARATORS}{notes}</w:footnotes>"
        blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()
        part = Part(PackURI("/word/footnotes.xml"), _TYPE, blob, self._document.part.package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        settings: Any = self._document.settings.element
        known = OxmlElement("w:footnotePr")
        for separator in ("-1", "0"):
            entry = OxmlElement("w:footnote")
            entry.set(qn("w:id"), separator)
            known.append(entry)
        settings.find(qn("w:compat")).addprevious(known)
        for section in self._document.sections:
            section._sectPr.insert_element_before(_numbering(), *_AFTER_NUMBERING)


_AFTER_NUMBERING = ("w:endnotePr", "w:type", "w:pgSz", "w:pgMar")


def _numbering() -> Any:
    """Return the setting that notes are numbered ①②③, anew on each page."""
    numbering = OxmlElement("w:footnotePr")
    for name, value in (("w:numFmt", "decimalEnclosedCircleChinese"), ("w:numRestart", "eachPage")):
        entry = OxmlElement(name)
        entry.set(qn("w:val"), value)
        numbering.append(entry)
    return numbering


def _note(number: int, text: str) -> str:
    """Return one note."""
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(line) for line in text.split("\n"))
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{TEXT_STYLE}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{MARK_STYLE}"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve"> {lines}</w:t></w:r>'
        "</w:p></w:footnote>"
    )
