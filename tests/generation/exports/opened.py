"""Reads what the exports wrote, as a reader of theirs would: Word parts, paragraphs, footnotes."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

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
