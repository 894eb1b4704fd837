"""The library tab: its layout, and its handlers, each of which asks the assistant once."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import TYPE_CHECKING, Any

import gradio as gr

from pipeline.accounts import allows
from pipeline.documents.amend import lines
from pipeline.documents.read import READABLE
from pipeline.errors import JiyaoError
from pipeline.interface import library, reading, structure, theme, uploads
from pipeline.interface.correcting import render_correcting
from pipeline.interface.language import say
from pipeline.interface.roles import caller_of, needs
from pipeline.interface.wording import named_apart, note, plain
from pipeline.retrieval.doubts import count_doubts

if TYPE_CHECKING:
    from pipeline.accounts import Role
    from pipeline.assistant import Assistant
    from pipeline.minutes import Document

HERE = "本机用户"
"""Who acts where there are no accounts."""


class Shelving:
    """The tab of the library: files in, the list, the structure with its corrections, the bin.

    Args:
        assistant: the verbs.
    """

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self._openings = count(1)

    def lay_out(self) -> None:
        """Lay out the tab; the caller stands in its `gr.Tab`."""
        self.upload = theme.place("upload")
        self.message = theme.place("message")
        self.tools = theme.place("library-tools")
        self.list = theme.place("documents")
        self.bin = theme.place("bin")

    @property
    def filled(self) -> list[gr.HTML]:
        """What `fill` fills, in its order."""
        return [self.upload, self.tools, self.list, self.bin]

    def bind(self, pane: gr.HTML, changed: Any) -> None:
        """Bind the events of the tab and of the structure view.

        Args:
            pane: the reading pane.
            changed: binds what follows a change of the library to an event.
        """
        fast = theme.FAST
        changed(self.upload.library_changed)
        self.tools.list_documents(self.find, None, self.list, **fast)
        changed(self.list.discard_document(self.discard, None, [self.message, pane], **fast).then)
        for html in (self.bin, self.message):
            changed(html.restore_document(self.restore, None, self.message, **fast).then)
        self.bin.forget_document(self.forget, None, [self.message, self.bin], **fast)
        self.upload.look_at(self.read_structure, None, pane, **fast)
        changed(self.upload.admit_waiting(self.admit, None, [self.message, pane], **theme.QUEUED).then)
        self.upload.turn_away(self.turn_away, None, [self.message, pane], **fast)
        for named, handler in (
            ("correct_record", self.correct), ("correct_items", self.correct_items), ("undo_correction", self.undo)
        ):  # fmt: skip
            changed(getattr(pane, named)(handler, None, pane, **fast).then)

    def fill(self, request: gr.Request) -> tuple[str, ...]:
        """Fill the tab when the page is opened, and again when the library has changed."""
        settings, role = self.assistant.settings, role_of(request)
        entries = self.assistant.entries()
        removed = self.assistant.upkeep.removed()
        upload = library.render_upload(
            kinds=READABLE, max_bytes=settings.max_file_bytes, max_files=settings.max_upload_files
        )
        return (
            upload if allows(role, "editor") else "",
            library.render_tools(documents=len(entries)),
            self._listed(entries, role),
            library.render_bin(removed, may_restore=allows(role, "admin")),
        )

    @needs("reader")
    def find(self, event: gr.EventData, request: gr.Request) -> str:
        """List the documents in whose name, number or body words occur."""
        words = str(value_of(event).get("words") or "")[:100].lower().split()
        every = self.assistant.entries()
        found = [entry for entry in every if all(word in _words_of(entry) for word in words)]
        return self._listed(found, role_of(request), total=len(every))

    @needs("reader")
    def read_structure(self, event: gr.EventData, request: gr.Request) -> str:
        """Open the parse tree of a document, or of a file that waits."""
        document_id = str(value_of(event).get("document_id") or "")
        try:
            return self._structure(document_id, request)
        except JiyaoError as error:
            return reading.render_missing(plain(error))

    def document(self, document_id: str) -> tuple[str, Document]:
        """Return the id and the tree of a document of the library, or of a file that waits.

        Raises:
            UnknownDocument: there is none of that id.
        """
        if document_id.startswith(uploads.WAITING):
            return document_id, uploads.waiting(self.assistant, document_id)
        entry, document = self.assistant.show(document_id)
        return entry.document_id, document

    @needs("admin")
    def discard(self, event: gr.EventData, request: gr.Request) -> tuple[str, str]:
        """Remove a document into the bin; the copy that its upload left goes aside; close the pane."""
        home = self.assistant.settings.home
        try:
            entry, _ = self.assistant.show(str(value_of(event).get("document_id") or ""))
            self.assistant.remove([entry.document_id], by=name_of(request))
            uploads.set_aside(home, entry.source)
            uploads.forget_aside(home, keep={one.file for one in self.assistant.upkeep.removed()})
        except JiyaoError as error:
            return note(plain(error), tone="bad"), gr.skip()
        return library.render_removed(named_apart(entry), entry.document_id), ""

    @needs("admin")
    def restore(self, event: gr.EventData) -> str:
        """Bring a removed document back."""
        try:
            removed = self.assistant.upkeep.restore(str(value_of(event).get("document_id") or ""))
        except JiyaoError as error:
            return note(plain(error), tone="bad")
        uploads.put_back(self.assistant.settings.home, removed.source)
        return note(say("已恢复“{name}”。", name=removed.name), tone="good")

    @needs("admin")
    def forget(self, event: gr.EventData, request: gr.Request) -> tuple[str, str]:
        """Delete a removed document for good."""
        upkeep = self.assistant.upkeep
        try:
            upkeep.forget([str(value_of(event).get("document_id") or "")])
            left = upkeep.removed()
        except JiyaoError as error:
            return note(plain(error), tone="bad"), gr.skip()
        uploads.forget_aside(self.assistant.settings.home, keep={one.file for one in left})
        may = allows(role_of(request), "admin")
        return note(say("已彻底删除。"), tone="good"), library.render_bin(left, may_restore=may)

    @needs("editor")
    def admit(self, event: gr.EventData) -> tuple[str, str]:
        """Read a file that waits into the library."""
        try:
            receipt = uploads.admit(self.assistant, str(value_of(event).get("document_id") or ""))
        except JiyaoError as error:
            return note(plain(error), tone="bad"), gr.skip()
        return note(f"{receipt.file}：{receipt.message}", tone=receipt.tone), ""

    @needs("editor")
    def turn_away(self, event: gr.EventData) -> tuple[str, str]:
        """Delete a file that waits."""
        try:
            uploads.turn_away(self.assistant.settings.home, str(value_of(event).get("document_id") or ""))
        except JiyaoError as error:
            return note(plain(error), tone="bad"), gr.skip()
        return note(say("已放弃，没有入库。")), ""

    @needs("editor")
    def correct(self, event: gr.EventData, request: gr.Request) -> str:
        """Correct kind, date and chair of a document, those that differ."""
        value = value_of(event)
        document_id = str(value.get("with") or "")

        def work() -> None:
            _, document = self.assistant.show(document_id)
            now = {
                "kind": document.kind,
                "date": document.meeting.date or document.issued_date,
                "chair": document.meeting.chair,
            }
            for name in now:
                given = str(value.get(name) or "").strip() or None
                if given != now[name] and not (name == "kind" and given is None):
                    self.assistant.upkeep.correct(document_id, name, given, by=name_of(request))

        return self._corrected(document_id, request, work)

    @needs("editor")
    def correct_items(self, event: gr.EventData, request: gr.Request) -> str:
        """Lay down where the items of a document start, and where the last one ends."""
        value = value_of(event)
        document_id = str(value.get("with") or "")

        def work() -> None:
            chosen = value.get("starts")
            given = chosen if isinstance(chosen, list) else [chosen] if chosen else []
            starts = [int(place) for place in given if str(place).isdecimal()]
            stop = str(value.get("stop") or "")
            bounds = lines(
                self.assistant.upkeep.as_parsed(document_id), starts, int(stop) if stop.isdecimal() else None
            )
            self.assistant.upkeep.correct(document_id, "items", bounds, by=name_of(request))

        return self._corrected(document_id, request, work)

    @needs("editor")
    def undo(self, event: gr.EventData, request: gr.Request) -> str:
        """Take a correction back."""
        value = value_of(event)
        document_id = str(value.get("document_id") or "")
        name: Any = str(value.get("field") or "")
        return self._corrected(
            document_id, request, lambda: self.assistant.upkeep.undo(document_id, name, by=name_of(request))
        )

    def _corrected(self, document_id: str, request: gr.Request, work: Any) -> str:
        """Do what an editor asks and show the structure as it is then, with what went wrong above it."""
        try:
            work()
        except JiyaoError as error:
            return self._structure(document_id, request, message=note(plain(error), tone="bad"), open=True)
        return self._structure(document_id, request, message=note(say("已保存更正。"), tone="good"), open=True)

    def _structure(self, document_id: str, request: gr.Request, *, message: str = "", open: bool = False) -> str:
        """Return the structure view; an editor may correct what the library holds."""
        known, document = self.document(document_id)
        editor = allows(role_of(request), "editor") and not known.startswith(uploads.WAITING)
        held = self.assistant.upkeep.corrections(known) if editor else {}
        above = message + (render_correcting(document, known, held, open=open) if editor else "")
        return structure.render_structure(document, known, opening=next(self._openings), above=above)

    def _listed(self, entries: list[Any], role: Role, *, total: int | None = None) -> str:
        """Return the list of documents for a role."""
        doubts = count_doubts(self.assistant.settings.home, [entry.document_id for entry in entries])
        return library.render_library(entries, doubts=doubts, total=total, may_remove=allows(role, "admin"))


def value_of(event: gr.EventData) -> Mapping[str, Any]:
    """Return the value of an event of ours; an empty one where the browser sent something else."""
    value = getattr(event, "value", None)
    return value if isinstance(value, Mapping) else {}


def role_of(request: gr.Request) -> Role:
    """Return what a caller may do; nothing but reading where nobody is known."""
    caller = caller_of(request)
    return caller.role if caller else "reader"


def name_of(request: gr.Request) -> str:
    """Return who acts."""
    caller = caller_of(request)
    return caller.name if caller and caller.name else HERE


def _words_of(entry: Any) -> str:
    """Return what a document is found by in the list."""
    parts = (entry.name, entry.file, entry.document_number, entry.issuing_body, entry.meeting_name, entry.date)
    return " ".join(part for part in parts if part).lower()
