"""The ledger as files: a table of tasks, a workbook, a calendar, and a notice for each unit that leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import BadRequest, reason_of

if TYPE_CHECKING:
    import datetime

    from pipeline.generation.decisions.ledger import LedgerRow
    from pipeline.minutes import Document
    from pipeline.retrieval.catalogue import Catalogue


@dataclass(frozen=True)
class LedgerFiles:
    """Rows of the ledger, ready to be written in any format.

    Args:
        rows: the decisions, with what people signed.
        catalogue: where their documents are.
        today: the day on which a calendar is made.
    """

    rows: Sequence[LedgerRow]
    catalogue: Catalogue
    today: datetime.date

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The documents of the rows, by id."""
        return {name: self.catalogue.document(name) for name in {row.document_id for row in self.rows}}

    def text(self, *, format: str = "table") -> str:
        """Return the ledger as text: table, json, csv or md.

        Raises:
            BadRequest: no such format, or one that is no text.
        """
        from pipeline.generation.exports import ledger_text

        return ledger_text(self.rows, format=format, documents=self.documents)

    def content(self, *, format: str, linked: bool = False) -> bytes:
        """Return the ledger as the content of a file.

        Args:
            format: any of `exports.LEDGER_FORMATS`.
            linked: let a workbook link to the files from which the documents were read, as far as they are there; only
                for a reader on this machine.

        Raises:
            BadRequest: no such format.
        """
        from pipeline.generation.exports import ledger_file

        links = self._links() if linked and format == "xlsx" else None
        return ledger_file(self.rows, format=format, today=self.today, documents=self.documents, links=links)

    def notices(self, *, unit: str | None = None) -> Iterator[tuple[str, bytes]]:
        """Yield for each unit that leads tasks, or for one, the name of its notice (督办通知单) and its content."""
        from pipeline.generation.exports.notice import notices

        yield from notices(self.rows, self.documents, unit=unit)

    def write(self, path: Path, *, format: str) -> None:
        """Write the ledger into a file, which links to the documents' own.

        Raises:
            BadRequest: no such format, or the file cannot be written.
        """
        content = self.content(format=format, linked=True)
        try:
            path.write_bytes(content)
        except OSError as error:
            raise BadRequest(f"无法写入 {path}（{reason_of(error)}）", instead="请换一个位置") from None

    def write_notices(self, folder: Path, *, unit: str | None = None) -> list[str]:
        """Write the notices, or that of one unit, into a folder, made where it is missing, and return their names.

        Raises:
            BadRequest: the folder cannot be written, or there is nothing to give notice of.
        """
        written = []
        try:
            for name, content in self.notices(unit=unit):
                folder.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)
                written.append(name)
        except OSError as error:
            raise BadRequest(f"无法写入文件夹 {folder}（{reason_of(error)}）", instead="请换一个位置") from None
        if not written:
            raise BadRequest("没有写明牵头单位的任务，无从督办", instead="请放宽筛选，或先用 jiyao ledger 查看")
        return written

    def _links(self) -> dict[str, str]:
        """Return the address of each document's file that is still there."""
        sources = {name: Path(self.catalogue.entry(name).source) for name in self.documents}
        return {name: source.as_uri() for name, source in sources.items() if source.is_absolute() and source.is_file()}


def told_format(name: str | None, path: Path | None) -> str:
    """Return the format of the ledger that is asked for, by name or by the suffix of the file to be written.

    Raises:
        BadRequest: the two differ, and a file would not open as what it is called.

    >>> told_format(None, Path("台账.xlsx")), told_format(None, None)
    ('xlsx', 'table')
    """
    from pipeline.generation.exports import LEDGER_FORMATS

    suffix = path.suffix.lower().removeprefix(".") if path else ""
    told = suffix if suffix in LEDGER_FORMATS else None
    if path and name and told and told != name:
        raise BadRequest(f"--format {name} 与文件名 {path.name} 的扩展名不符", instead="请改其中一个，或不写 --format")
    return name or told or "table"
