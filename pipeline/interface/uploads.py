"""Files from the browser: bounded, named safely, kept under the library's folder, then read in by the assistant."""

from __future__ import annotations

import logging
import re
import shutil
import unicodedata
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Literal

from pipeline.errors import FileTooLarge, JiyaoError, UnsupportedFormat
from pipeline.interface.wording import plain, without_paths

if TYPE_CHECKING:
    from pipeline.assistant import Assistant
    from pipeline.reports import IngestReport

_LOG = logging.getLogger(__name__)

Status = Literal["added", "replaced", "unchanged", "duplicate", "failed"]

_SAID: dict[Status, str] = {
    "added": "已入库",
    "replaced": "已换成新版本",
    "unchanged": "内容未变",
    "duplicate": "与库中已有文件内容相同，没有重复存放",
}
_BLOCK = 1 << 20
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one file of an upload, in words for the screen."""

    file: str
    status: Status
    message: str

    @property
    def tone(self) -> str:
        """How to show it: good, plain or bad."""
        return {"failed": "bad", "added": "good", "replaced": "good"}.get(self.status, "plain")


def folder(home: Path) -> Path:
    """Return where uploads are kept."""
    return home / "uploads"


def safe_name(name: str) -> str:
    """Return the base name of an uploaded file, without folders, control characters or a leading dot.

    >>> safe_name("../../etc/第4次会议纪要.txt"), safe_name("C:\\\\tmp\\\\a\\x00b.TXT"), safe_name("..")
    ('第4次会议纪要.txt', 'ab.TXT', '未命名')
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(one for one in unicodedata.normalize("NFC", last) if unicodedata.category(one)[0] != "C")
    kept = re.sub(r'[<>:"|?*/]+', "_", kept).strip().lstrip(".").strip() or "未命名"
    suffix = Path(kept).suffix[:10]
    return kept[: _LONGEST_NAME - len(suffix)].removesuffix(suffix) + suffix


def receive(assistant: Assistant, files: Iterator[tuple[str, BinaryIO]]) -> Iterator[Receipt]:
    """Take files one after the other into the library and yield what became of each; one bad file never stops the rest.

    A file is kept only when the library took it in: a bad or a doubled one leaves nothing behind, and a bad new version
    leaves the former one as it was.

    Args:
        assistant: the verbs.
        files: names as the browser gave them, with the content.
    """
    for name, content in files:
        try:
            yield _receive(assistant, safe_name(name), content)
        except JiyaoError as error:
            yield Receipt(safe_name(name), "failed", plain(error))
        except Exception:  # noqa: BLE001 - one file must not cost the others; what it was is for the log
            _LOG.exception("upload failed: %s", safe_name(name))
            yield Receipt(safe_name(name), "failed", "读取时出了意外的错误，已记入服务器日志。")


def forget_copy(home: Path, source: str) -> None:
    """Delete the copy that an upload left, once its document is removed; files elsewhere are not touched."""
    path = Path(source)
    if path.parent.absolute() == folder(home).absolute():
        path.unlink(missing_ok=True)


def forget_unfinished(home: Path) -> None:
    """Delete what uploads left behind that were cut off when the program was killed."""
    shutil.rmtree(folder(home) / ".incoming", ignore_errors=True)


def _receive(assistant: Assistant, name: str, content: BinaryIO) -> Receipt:
    """Store one file beside the uploads, see that it can be read, put it in its place, and read it into the library."""
    from pipeline.documents.read import READABLE

    if Path(name).suffix.lower() not in READABLE:
        raise UnsupportedFormat(name, Path(name).suffix, formats=" ".join(sorted(READABLE)))
    home = assistant.settings.home
    waiting = folder(home) / ".incoming" / uuid.uuid4().hex
    waiting.mkdir(parents=True)
    arrived = waiting / name
    receipt = None
    kept = folder(home) / name
    was_there = kept.exists()
    try:
        _write(arrived, content, most=assistant.settings.max_file_bytes)
        assistant.parse(arrived)
        arrived.replace(kept)
        receipt = _receipt(assistant.ingest([kept]), name)
    finally:
        arrived.unlink(missing_ok=True)
        waiting.rmdir()
        if not was_there and (receipt is None or receipt.status in ("failed", "duplicate")):
            kept.unlink(missing_ok=True)
    return receipt


def _write(path: Path, content: BinaryIO, *, most: int) -> None:
    """Copy the content to a file, at most so many bytes."""
    written = 0
    with path.open("wb") as out:
        while block := content.read(_BLOCK):
            written += len(block)
            if written > most:
                raise FileTooLarge(path.name, written, most)
            out.write(block)


def _receipt(report: IngestReport, name: str) -> Receipt:
    """Return what an ingest of one file says about it."""
    if report.failed:
        return Receipt(name, "failed", without_paths(report.failed[0].reason))
    if report.duplicates:
        status: Status = "duplicate"
    else:
        status = "added" if report.added else "replaced" if report.replaced else "unchanged"
    return Receipt(name, status, _SAID[status])
