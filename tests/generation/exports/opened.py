"""Reads what the exports wrote, as a reader of theirs would: Word parts, paragraphs, footnotes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

from pipeline.generation.decisions.ledger import LedgerRow, Link
from pipeline.generation.decisions.signing import confirming, correcting, overlay

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(content: bytes, name: str) -> ElementTree.Element:
    """Return a part of a package as a tree; raises where it is missing or no XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return ElementTree.fromstring(package.read(name))


def paragraphs(content: bytes) -> list[str]:
    """Return the text of each paragraph of the body, cells of tables too, without marks of notes."""
    body = part(content, "word/document.xml")
    return ["".join(run.text or "" for run in one.iter(f"{WORD}t")) for one in body.iter(f"{WORD}p")]


def styles(content: bytes) -> list[tuple[str, str]]:
    """Return the style and the text of each paragraph that is not empty."""
    found = []
    for one in part(content, "word/document.xml").iter(f"{WORD}p"):
        style = one.find(f"{WORD}pPr/{WORD}pStyle")
        text = "".join(run.text or "" for run in one.iter(f"{WORD}t"))
        if text:
            found.append((style.get(f"{WORD}val") or "" if style is not None else "", text))
    return found


def footnotes(content: bytes) -> dict[str, str]:
    """Return the footnotes by id, without the separators."""
    notes = part(content, "word/footnotes.xml").findall(f"{WORD}footnote")
    own = [note for note in notes if note.get(f"{WORD}type") is None]
    return {note.get(f"{WORD}id") or "": re.sub(r"^ ", "", _lines(note)) for note in own}


def _lines(note: ElementTree.Element) -> str:
    return "".join("\n" if one.tag == f"{WORD}br" else one.text or "" for one in note.iter() if one.tag in _SHOWN)


_SHOWN = (f"{WORD}t", f"{WORD}br")


def marks(content: bytes) -> list[str]:
    """Return the ids of the footnotes in the order of their marks."""
    body = part(content, "word/document.xml")
    return [one.get(f"{WORD}id") or "" for one in body.iter(f"{WORD}footnoteReference")]


def signed_row(row: LedgerRow) -> LedgerRow:
    """Return a row of which 李敏 corrected the lead and 周明 confirmed the verdict, and whose matter returns."""
    acts = [
        *correcting(row, {"lead_units": ("市住建局",)}, by="李敏", at="2021-04-01T01:00:00+00:00"),
        *confirming(row, ["outcome"], by="周明", at="2021-04-02T01:00:00+00:00"),
    ]
    [signed] = overlay([row], acts).rows
    again = Link(
        relation="same",
        document_id="d9",
        document_number="临政纪〔2021〕9号",
        meeting="市政府第15次常务会议",
        date="2021-06-07",
        item="二",
        item_title="停车管理办法实施情况",
    )
    return replace(signed, links=(again, replace(again, relation="named", item="三", item_title="停车收费标准")))


SIGNED = "李敏 2021-04-01 更正牵头单位（原为“市城管局”）；周明 2021-04-02 确认结论"
SAME = "2021年6月7日市政府第15次常务会议第二项停车管理办法实施情况"
NAMED = "2021年6月7日市政府第15次常务会议第三项停车收费标准"
