"""A file becomes a `Source`: its text, its pages, and what a person should know about the reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.documents.readers.encodings import DAMAGE, decode, is_blank, tidy
from pipeline.errors import (
    EmptyFile,
    FileTooLarge,
    MissingFile,
    TooMuchText,
    UnreadableFile,
    UnsupportedFormat,
    reason_of,
)
from pipeline.minutes import Notice

MOST_CHARACTERS = 5_000_000
"""Characters of one document, some ten thousand pages; parsing takes some microseconds for each."""
_MARKUP = 4
"""How many times as long as its text a page may be."""


@dataclass(frozen=True, slots=True)
class Source:
    """What was read: `file` is a base name, `pages` the offsets at which pages start (empty without pages)."""

    file: str
    text: str
    pages: tuple[int, ...] = ()
    notices: tuple[Notice, ...] = ()


def _plain(data: bytes, file: str) -> Source:
    decoded = decode(data, file=file)
    return Source(file, decoded.text, notices=decoded.notices)


def _html(data: bytes, file: str) -> Source:
    from pipeline.documents.readers.webpage import main_text

    decoded = decode(data, file=file, markup=True)
    if len(decoded.text) > _MARKUP * MOST_CHARACTERS:
        raise TooMuchText(file, len(decoded.text), _MARKUP * MOST_CHARACTERS)
    text, notices = tidy(main_text(decoded.text))
    # a place in the markup is none in the text
    damage = [replace(notice, start=0, end=0) for notice in decoded.notices if notice.code in DAMAGE]
    return Source(file, text, notices=(*damage, *notices))


def _docx(data: bytes, file: str) -> Source:
    from pipeline.documents.readers.word import read_word

    text, notices = read_word(data, file=file)
    text, more = tidy(text)
    return Source(file, text, notices=(*notices, *more))


def _pdf(data: bytes, file: str) -> Source:
    from pipeline.documents.readers.portable import read_portable

    pages = read_portable(data, file=file)
    text, more = tidy(pages.text)
    return Source(file, text, pages.starts, (*pages.notices, *more))


_READERS: dict[str, Callable[[bytes, str], Source]] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _plain,
    ".markdown": _plain,
    ".html": _html,
    ".htm": _html,
    ".docx": _docx,
    ".docm": _docx,
    ".pdf": _pdf,
}
READABLE: frozenset[str] = frozenset(_READERS)
"""The suffixes that are read, in lower case."""
_INSTEAD = {
    "请用 Word 或 WPS 另存为 .docx 再入库": (".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt"),
    "请转成 .docx 或带文字的 .pdf 再入库": (".ofd", ".ceb", ".caj"),
    "图像里的文字还不能识别，请先转成带文字的文件再入库": (".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff"),
    "请先解压，再把里面的文件入库": (".zip", ".rar", ".7z"),
}
_ADVICE = {suffix: advice for advice, suffixes in _INSTEAD.items() for suffix in suffixes}
TELLING: frozenset[str] = frozenset(_ADVICE)
"""The suffixes that are not read and may hold a document all the same: whoever has such a file must hear of it."""


def unsupported(name: str) -> UnsupportedFormat:
    """Return what is to be said of a file whose format is not read.

    >>> str(unsupported("纪要.wps"))
    '暂不支持 .wps 格式：纪要.wps。请用 Word 或 WPS 另存为 .docx 再入库。'
    """
    suffix = Path(name).suffix
    instead = _ADVICE.get(suffix.lower()) or f"可读格式：{'、'.join(sorted(READABLE))}"
    return UnsupportedFormat(name, suffix, instead=instead)


def read_file(path: Path, *, max_bytes: int) -> Source:
    """Read one file.

    Args:
        path: the file; its suffix chooses the reader.
        max_bytes: the largest size that is read.

    Raises:
        MissingFile: no file stands there.
        UnsupportedFormat: no reader for the suffix.
        FileTooLarge: more bytes than allowed.
        TooMuchText: more text than one document can have.
        EmptyFile: no text in it.
        EncryptedFile: it opens with a password only.
        ScannedFile: it holds pictures and no text.
        UnreadableFile: the content is not what the suffix says, is damaged, or cannot be opened.
    """
    if not path.is_file():
        raise MissingFile(str(path))
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise unsupported(path.name)
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise FileTooLarge(path.name, size, max_bytes)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path.name, reason_of(error)) from error
    if not data:
        raise EmptyFile(path.name)
    source = reader(data, path.name)
    if is_blank(source.text):
        raise EmptyFile(path.name)
    if len(source.text) > MOST_CHARACTERS:
        raise TooMuchText(path.name, len(source.text), MOST_CHARACTERS)
    return source
