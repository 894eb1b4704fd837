"""A folder of drafts: one file per document, style and format, written once and left alone while it is up to date."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path

from pipeline.errors import BadRequest

MANIFEST = ".jiyao-drafts.json"
"""The hidden file that remembers which draft was made of what."""
LONGEST_STEM = 200  # bytes of UTF-8; a file system takes 255 for the whole name

_VERSION = 1  # counts up when drafts of the same document come out differently


class DraftFolder:
    """A folder of drafts and its memory of what each was made of.

    A draft counts as up to date while the document, the style and the maker (no model, or which) are those it was made
    of; a person's corrections in it are kept until the document changes. Safe to use from several threads.

    Raises:
        BadRequest: the folder cannot be made or written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._stamps = _read_stamps(folder / MANIFEST)
        except OSError as error:
            raise _unwritable(folder, error) from None

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

    def is_current(self, files: Iterable[str], stamp: str) -> bool:
        """Tell whether all of a document's drafts are there and were made of what `stamp` says."""
        return all(self._stamps.get(file) == stamp and (self.folder / file).is_file() for file in files)

    def write(self, files: Mapping[str, str], stamp: str) -> None:
        """Write a document's drafts (text by file name), each whole or not at all, and remember the stamp.

        Raises:
            BadRequest: a file cannot be written.
        """
        try:
            for file, text in files.items():
                _write_whole(self.folder / file, text)
            with self._lock:
                self._stamps.update(dict.fromkeys(files, stamp))
                _write_whole(self.folder / MANIFEST, json.dumps(self._stamps, ensure_ascii=False, indent=1))
        except OSError as error:
            raise _unwritable(self.folder, error) from None


def stamp(*, sha256: str, style: str, maker: str) -> str:
    """Return what a draft was made of, as one word: document, style, maker and the version of the drafting."""
    return hashlib.sha256(f"{_VERSION}\n{sha256}\n{style}\n{maker}".encode()).hexdigest()[:16]


def _shortened(stem: str) -> str:
    """Return a stem that fits into a file name, cut between characters."""
    return stem.encode()[:LONGEST_STEM].decode(errors="ignore") or "draft"


def _read_stamps(manifest: Path) -> dict[str, str]:
    """Return the stamps by file name; a damaged manifest counts as none, and the drafts are made again."""
    try:
        stamps = json.loads(manifest.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError, UnicodeDecodeError):
        return {}
    return {str(file): str(stamp) for file, stamp in stamps.items()} if isinstance(stamps, dict) else {}


def _write_whole(path: Path, text: str) -> None:
    """Write a file so that nobody ever sees half of it."""
    unfinished = path.with_name(f".{threading.get_ident()}.unfinished")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    unfinished.replace(path)


def _unwritable(folder: Path, error: OSError) -> BadRequest:
    """Return the error for a folder that cannot be written."""
    return BadRequest(f"无法写入文件夹 {folder}（{error.strerror}）", instead="请换一个位置，或检查权限与剩余空间")
