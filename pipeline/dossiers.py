"""One matter through several meetings (一事一档): found by search, put together in order of date, written to files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pipeline.errors import BadRequest, NothingFound, reason_of
from pipeline.generation.columns import one_line
from pipeline.generation.exports import summary_file
from pipeline.generation.summary.chapters import thread_of
from pipeline.generation.summary.dossier import dossier
from pipeline.generation.summary.matter import Matter, read_matter
from pipeline.generation.threads import ROUNDS
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.summary.summarize import Style, Summary
    from pipeline.minutes import Document
    from pipeline.retrieval.catalogue import Entry
    from pipeline.retrieval.search import Hit

_DEEP, _QUERY = 100, 200
"""So many passages are looked at for a query of at most so many characters."""
_NAMES = 6
"""So many names that items bore are searched for again: a later paper may speak of the matter by name alone."""
_NEAREST = 3
_FORBIDDEN = compiled(r'[\\/:*?"<>|\x00-\x1f]+')


class Shelf(Protocol):
    """Where documents are found by id; the library's catalogue is one."""

    def document(self, document_id: str) -> Document:
        """Return the parsed document; raises `UnknownDocument`."""


class Desk(Protocol):
    """A library that can be searched and read; the assistant is one."""

    @property
    def catalogue(self) -> Shelf:
        """Where the documents are found."""

    def search(self, query: str, *, k: int) -> Sequence[Hit]:
        """Return the best passages for a query, best first."""


def compose(topic: str, *, among: Sequence[Entry], style: Style, desk: Desk) -> Summary:
    """Return one matter through the meetings of some documents, each sentence cited.

    Args:
        topic: what a person calls the matter: a title, a unit, any wording.
        among: the documents that are looked through.
        style: brief, full or tasks.
        desk: where passages are searched and documents found.

    Raises:
        NothingFound: no document speaks of it, or none asks for anything (tasks).
    """
    entries = {entry.document_id: entry for entry in among}
    matter = read_matter(topic)
    papers: dict[str, Document] = {}
    hits = list(desk.search(topic[:_QUERY], k=_DEEP))

    def read(found: Sequence[Hit]) -> None:
        """Open the documents of hits."""
        for document_id in dict.fromkeys(hit.document_id for hit in found):
            if document_id in entries and document_id not in papers:
                papers[document_id] = desk.catalogue.document(document_id)

    read(hits)
    asked: set[str] = set()
    for _ in range(ROUNDS):
        new = [name for name in _names(matter, entries, papers) if name not in asked][:_NAMES]
        for name in new:
            read(desk.search(name[:_QUERY], k=_DEEP))
        asked.update(new)
    made = dossier(matter, [(entries[key], paper) for key, paper in papers.items()], style=style, among=list(among))
    if made is None:
        near = [one_line(hit.item_title or hit.file) for hit in hits if hit.document_id in entries]
        raise NothingFound(matter.text, len(among), list(dict.fromkeys(near))[:_NEAREST])
    return made


def _names(matter: Matter, entries: Mapping[str, Entry], papers: Mapping[str, Document]) -> list[str]:
    """Return what the items of a matter are called, and were called before."""
    thread = thread_of(matter, [(entries[key], paper) for key, paper in papers.items()])
    titles = [one_line(one.title) for one in thread]
    return list(dict.fromkeys([*titles, *(name for one in thread for name in one.also)]))


def write(summary: Summary, *, out: Path, formats: Sequence[str]) -> list[str]:
    """Write a dossier into a folder, one file for each format, and return their names.

    Raises:
        BadRequest: the folder cannot be written, or there is no such format.
    """
    files = {f"{file_stem(summary.topic or summary.name)}.{summary.style}.{format}": format for format in formats}
    contents = {file: summary_file(summary, format=format) for file, format in files.items()}
    try:
        out.mkdir(parents=True, exist_ok=True)
        for file, content in contents.items():
            (out / file).write_bytes(content)
    except OSError as error:
        raise BadRequest(f"无法写入文件夹 {out}（{reason_of(error)}）", instead="请换一个位置") from None
    return list(files)


def file_stem(topic: str) -> str:
    """Return the name of a dossier's file without suffix.

    >>> file_stem("停车/收费：管理"), file_stem("..")
    ('一事一档_停车_收费：管理', '一事一档_')
    """
    return f"一事一档_{_FORBIDDEN.sub('_', topic).strip('. ').encode()[:120].decode(errors='ignore')}"
