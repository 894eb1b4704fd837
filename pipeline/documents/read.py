"""A file becomes a `Source`: its text, its pages, and what a person should know about the reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.documents.encodings import decode
from pipeline.errors import EmptyFile, FileTooLarge, MissingFile, UnreadableFile, UnsupportedFormat
from pipeline.minutes import Notice


@dataclass(frozen=True, slots=True)
class Source:
    """What was read: `file` is a base name, `pages` the offsets at which pages start (empty without pages)."""

    file: str
    text: str
    pages: tuple[int, ...] = ()
    notices: tuple[Notice, ...] = ()


def _plain(data: bytes, file: str) -> Source:
    return Source(file, decode(data, file=file))


def _html(data: bytes, file: str) -> Source:
    from pipeline.documents.webpage import main_text

    return Source(file, main_text(decode(data, file=file, markup=True)))


_READERS: dict[str, Callable[[bytes, str], Source]] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _plain,
    ".markdown": _plain,
    ".html": _html,
    ".htm": _html,
}
READABLE: frozenset[str] = frozenset(_READERS)
"""The suffixes that are read, in lower case."""


def read_file(path: Path, *, max_bytes: int) -> Source:
    """Read one file.

    Args:
        path: the file; its suffix chooses the reader.
        max_bytes: the largest size that is read.

    Raises:
        MissingFile: no file stands there.
        UnsupportedFormat: no reader for the suffix.
        FileTooLarge: more bytes than allowed.
        EmptyFile: no text in it.
        UnreadableFile: the bytes are no text, or the file cannot be opened.
    """
    if not path.is_file():
        raise MissingFile(str(path))
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UnsupportedFormat(path.name, path.suffix, formats="、".join(sorted(READABLE)))
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise FileTooLarge(path.name, size, max_bytes)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path.name, error.strerror or "无法打开") from error
    source = reader(data, path.name)
    if not source.text.strip():
        raise EmptyFile(path.name)
    return source
