"""Files from the browser: bounded, named safely, looked at or read in at once, kept under the library's folder."""

from __future__ import annotations

import logging
import re
import shutil
import time
import unicodedata
import uuid
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from pipeline.errors import FileTooLarge, JiyaoError, UnknownDocument
from pipeline.interface.language import say
from pipeline.interface.wording import KINDS, plain, without_paths

if TYPE_CHECKING:
    from pipeline.assistant import Assistant
    from pipeline.minutes import Document
    from pipeline.reports import IngestReport

_LOG = logging.getLogger(__name__)

Status = Literal["added", "replaced", "unchanged", "duplicate", "failed", "waiting"]

_SAID: dict[Status, str] = {
    "added": "已入库",
    "replaced": "已换成新版本",
    "unchanged": "内容未变",
    "duplicate": "与“{name}”内容相同，没有重复存放",
    "waiting": "已分析，尚未入库",
}
_BLOCK = 1 << 20
_LONGEST_NAME = 80
_WAITING_SECONDS = 24 * 3600
"""How long a file that was only looked at waits to be read in."""
WAITING = "waiting:"
"""Stands before the token of such a file where else the id of a document stands."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one file of an upload, in words for the screen.

    `document_id` names the document that holds its content, or `waiting:` and a token; `facts` says what was found in
    it, and `doubts` counts the readings that a person should check.
    """

    file: str
    status: Status
    message: str
    document_id: str = ""
    facts: str = ""
    doubts: int = 0

    @property
    def tone(self) -> str:
        """How to show it: good, plain or bad."""
        return {"failed": "bad", "added": "good", "replaced": "good"}.get(self.status, "plain")

    def to_json(self) -> dict[str, Any]:
        """Return the line that the browser reads."""
        return {**asdict(self), "tone": self.tone}


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


def receive(
    assistant: Assistant, files: Iterator[tuple[str, BinaryIO]], *, look_first: bool = False
) -> Iterator[Receipt]:
    """Take files one after the other into the library and yield what became of each; one bad file never stops the rest.

    A file is kept only when the library took it in: a bad or a doubled one leaves nothing behind, and a bad new version
    leaves the former one as it was.

    Args:
        assistant: the verbs.
        files: names as the browser gave them, with the content.
        look_first: leave each waiting until somebody has looked at what was read in it.
    """
    for name, content in files:
        try:
            yield _receive(assistant, safe_name(name), content, look_first=look_first)
        except JiyaoError as error:
            yield Receipt(safe_name(name), "failed", plain(error))
        except Exception:  # noqa: BLE001 - one file must not cost the others; what it was is for the log
            _LOG.exception("upload failed: %s", safe_name(name))
            yield Receipt(safe_name(name), "failed", say("读取时出了意外的错误，已记入服务器日志。"))


def waiting(assistant: Assistant, document_id: str) -> Document:
    """Return what was read in a file that waits.

    Raises:
        UnknownDocument: it waits no longer.
    """
    return assistant.parse(_arrived(assistant.settings.home, document_id))


def admit(assistant: Assistant, document_id: str) -> Receipt:
    """Read a file that waits into the library.

    Raises:
        UnknownDocument: it waits no longer.
        JiyaoError: the library cannot be written.
    """
    arrived = _arrived(assistant.settings.home, document_id)
    try:
        return _admit(assistant, arrived)
    finally:
        shutil.rmtree(arrived.parent, ignore_errors=True)


def turn_away(home: Path, document_id: str) -> None:
    """Delete a file that waits.

    Raises:
        UnknownDocument: it waits no longer.
    """
    shutil.rmtree(_arrived(home, document_id).parent)


def set_aside(home: Path, source: str) -> None:
    """Put the copy that an upload left out of the way, once its document is removed; files elsewhere stay."""
    path = Path(source)
    if path.parent.absolute() == folder(home).absolute() and path.exists():
        _aside(home).mkdir(parents=True, exist_ok=True)
        path.replace(_aside(home) / path.name)


def put_back(home: Path, source: str) -> None:
    """Put such a copy back, once the removal is undone."""
    path = Path(source)
    aside = _aside(home) / path.name
    if path.parent.absolute() == folder(home).absolute() and aside.exists() and not path.exists():
        aside.replace(path)


def forget_aside(home: Path, *, keep: set[str]) -> None:
    """Delete the copies whose documents cannot be brought back any more; `keep` names the files of the others."""
    for path in _aside(home).glob("*"):
        if path.name not in keep:
            path.unlink(missing_ok=True)


def _aside(home: Path) -> Path:
    """Return where the copies of removed documents are kept."""
    return folder(home) / ".removed"


def forget_unfinished(home: Path) -> None:
    """Delete what uploads left behind that were cut off when the program was killed."""
    shutil.rmtree(folder(home) / ".incoming", ignore_errors=True)


def _receive(assistant: Assistant, name: str, content: BinaryIO, *, look_first: bool) -> Receipt:
    """Store one file beside the uploads, see that it can be read, and leave it there or read it into the library."""
    from pipeline.documents.read import READABLE, unsupported

    if Path(name).suffix.lower() not in READABLE:
        raise unsupported(name)
    _forget_long_waiting(assistant.settings.home)
    place = _incoming(assistant.settings.home) / uuid.uuid4().hex
    place.mkdir(parents=True)
    arrived, stays = place / name, False
    try:
        _write(arrived, content, most=assistant.settings.max_file_bytes)
        document = assistant.parse(arrived)
        if not look_first:
            return _admit(assistant, arrived)
        stays = True
        facts, doubts = _facts(document)
        return Receipt(name, "waiting", say(_SAID["waiting"]), WAITING + place.name, facts, doubts)
    finally:
        if not stays:
            shutil.rmtree(place, ignore_errors=True)


def _admit(assistant: Assistant, arrived: Path) -> Receipt:
    """Put a file that can be read in its place, and read it into the library; a bad one or a doubled one goes again."""
    home, receipt = assistant.settings.home, None
    kept = folder(home) / arrived.name
    was_there = kept.exists()
    try:
        arrived.replace(kept)
        receipt = _receipt(assistant, assistant.ingest([kept]), arrived.name)
    finally:
        if not was_there and (receipt is None or receipt.status in ("failed", "duplicate")):
            kept.unlink(missing_ok=True)
    return receipt


def _incoming(home: Path) -> Path:
    """Return where files stand before they are read in."""
    return folder(home) / ".incoming"


def _arrived(home: Path, document_id: str) -> Path:
    """Return the file that waits under a token; what the browser sends is not trusted."""
    token = document_id.removeprefix(WAITING)
    files = list((_incoming(home) / token).glob("*")) if re.fullmatch(r"[0-9a-f]{32}", token) else []
    if not files:
        raise UnknownDocument(document_id)
    return files[0]


def _forget_long_waiting(home: Path) -> None:
    """Delete what nobody read in."""
    for place in _incoming(home).glob("*"):
        if place.stat().st_mtime < time.time() - _WAITING_SECONDS:
            shutil.rmtree(place, ignore_errors=True)


def _write(path: Path, content: BinaryIO, *, most: int) -> None:
    """Copy the content to a file, at most so many bytes."""
    written = 0
    with path.open("wb") as out:
        while block := content.read(_BLOCK):
            written += len(block)
            if written > most:
                raise FileTooLarge(path.name, written, most)
            out.write(block)


def _receipt(assistant: Assistant, report: IngestReport, name: str) -> Receipt:
    """Return what an ingest of one file says about it."""
    if report.failed:
        return Receipt(name, "failed", without_paths(report.failed[0].reason))
    if report.duplicates:
        twin = assistant.show(report.duplicates[0].document_id)[0]
        return Receipt(name, "duplicate", say(_SAID["duplicate"], name=twin.name), twin.document_id)
    status: Status = "added" if report.added else "replaced" if report.replaced else "unchanged"
    [filed] = (*report.added, *report.replaced, *report.unchanged)
    facts, doubts = _facts(assistant.show(filed.document_id)[1])
    return Receipt(name, status, say(_SAID[status]), filed.document_id, facts, doubts)


def _facts(document: Document) -> tuple[str, int]:
    """Return what was found in a document, in words, and how many readings a person should check."""
    found = [say(KINDS[document.kind]), say("{n} 项", n=len(document.items)) if document.items else say("没有议题")]
    return " · ".join(found), sum(1 for notice in document.notices if notice.start == notice.end)
