"""A folder of drafts: one file per document, style and format, written once and left alone while it is up to date."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Mapping
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline.errors import BadRequest, reason_of
from pipeline.generation.paid.journal import Journal

STAMPS = ".jiyao-drafts.jsonl"
"""The hidden file that remembers which draft was made of what."""
REPLIES = ".jiyao-replies.jsonl"
"""The hidden file that remembers what a model said, so that it is not paid for again."""
LOCK = ".jiyao-drafts.lock"
LONGEST_STEM = 200  # bytes of UTF-8; a file system takes 255 for the whole name

_FORMER = ".jiyao-drafts.json"  # of version 0.1.0
_UNFINISHED = ".unfinished"
_VERSION = 1  # counts up when drafts of the same document come out differently


class DraftFolder:
    """A folder of drafts and its memory of what each was made of.

    A draft counts as up to date while the document, the style and the maker (no model, or which) are those it was made
    of; a person's corrections in it are kept until the document changes. Safe to use from several threads of one
    process; inside `with` no other process writes there.

    Raises:
        BadRequest: the folder cannot be made or written, or another process writes there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = FileLock(folder / LOCK, timeout=0)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._former = _read_former(folder / _FORMER)
            self._stamps = Journal(folder / STAMPS)
        except OSError as error:
            raise _unwritable(folder, error) from None

    def __enter__(self) -> DraftFolder:
        try:
            self._lock.acquire()
            self._stamps = Journal(self.folder / STAMPS)
            for left in self.folder.glob(f".*{_UNFINISHED}"):  # by a run that was killed
                left.unlink(missing_ok=True)
        except Timeout:
            raise BadRequest(f"另一个程序正在往 {self.folder} 里写摘要", instead="请等它结束，或换一个文件夹") from None
        except OSError as error:
            raise _unwritable(self.folder, error) from None
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def replies(self) -> Journal:
        """Return the memory of what a model said.

        Raises:
            BadRequest: it cannot be read.
        """
        try:
            return Journal(self.folder / REPLIES)
        except OSError as error:
            raise _unwritable(self.folder, error) from None

    def names(self, stems: Mapping[str, str]) -> dict[str, str]:
        """Return a file name without suffix for each document id, no two alike.

        Args:
            stems: the name of each document's source without suffix, by document id.

        >>> import tempfile
        >>> DraftFolder(Path(tempfile.mkdtemp())).names({"d1": "纪要", "d2": "纪要", "d3": "通报"})
        {'d1': '纪要.d1', 'd2': '纪要.d2', 'd3': '通报'}
        """
        cut = {key: _shortened(stem) for key, stem in stems.items()}
        folded = [stem.casefold() for stem in cut.values()]
        return {key: stem if folded.count(stem.casefold()) == 1 else f"{stem}.{key}" for key, stem in cut.items()}

    def is_current(self, file: str, stamp: str) -> bool:
        """Tell whether a draft is there and was made of what `stamp` says."""
        known = self._stamps.get(file) or self._former.get(file)
        return known == stamp and (self.folder / file).is_file()

    def write(self, files: Mapping[str, bytes], stamp: str) -> None:
        """Write a document's drafts (content by file name), each whole or not at all, and remember the stamp.

        Raises:
            BadRequest: a file cannot be written.
        """
        try:
            for file, content in files.items():
                _write_whole(self.folder / file, content)
            self._stamps.put(dict.fromkeys(files, stamp))
        except OSError as error:
            raise _unwritable(self.folder, error) from None


def stamp(*, sha256: str, style: str, maker: str) -> str:
    """Return what a draft was made of, as one word: document, style, maker and the version of the drafting."""
    return hashlib.sha256(f"{_VERSION}\n{sha256}\n{style}\n{maker}".encode()).hexdigest()[:16]


def _shortened(stem: str) -> str:
    """Return a stem that fits into a file name, cut between characters."""
    return stem.encode()[:LONGEST_STEM].decode(errors="ignore") or "draft"


def _read_former(manifest: Path) -> dict[str, str]:
    """Return the stamps that an earlier version left; a damaged file counts as none, and the drafts are made again."""
    try:
        stamps = json.loads(manifest.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError, UnicodeDecodeError):
        return {}
    return {str(file): str(stamp) for file, stamp in stamps.items()} if isinstance(stamps, dict) else {}


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    unfinished = path.with_name(f".{threading.get_ident()}{_UNFINISHED}")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def _unwritable(folder: Path, error: OSError) -> BadRequest:
    """Return the error for a folder that cannot be written."""
    return BadRequest(f"无法写入文件夹 {folder}（{reason_of(error)}）", instead="请换一个位置，或检查权限与剩余空间")
