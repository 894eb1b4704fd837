"""The ledger tab: its layout, and its handlers, each of which asks the assistant once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import gradio as gr

from pipeline.accounts import allows
from pipeline.errors import JiyaoError
from pipeline.interface import ledger, theme
from pipeline.interface.language import say
from pipeline.interface.narrowed import Narrowed
from pipeline.interface.ordering import ORDERS, ordered
from pipeline.interface.plots import render_plots
from pipeline.interface.roles import needs
from pipeline.interface.shelving import name_of, role_of, value_of
from pipeline.interface.wording import note, plain, render_empty

if TYPE_CHECKING:
    from pipeline.assistant import Assistant

_SIGNED = ("outcome", "item_outcome", "lead_units", "support_units", "deadline_text", "next_step")


class Deciding:
    """The tab of the ledger: conditions, the table with its sign-offs, deadlines, plots.

    Args:
        assistant: the verbs.
    """

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant

    def lay_out(self, tab: gr.Tab) -> None:
        """Lay out the tab; the caller stands in it."""
        self.tab = tab
        self.narrowing = theme.place("narrowing")
        self.editing = theme.place("editing")
        self.table = theme.place("decisions")
        self.shown = gr.State({})

    def bind(self, top: gr.HTML) -> None:
        """Bind the events of the tab; in another language, chosen on the bar `top`, it is shown anew as it was."""
        fast = theme.FAST
        self.tab.select(self.open, self.shown, [self.narrowing, self.table], **fast)
        top.switch_language(self.reopen, self.shown, [self.narrowing, self.table, self.editing], **fast)
        for html in (self.narrowing, self.table):
            html.list_decisions(self.narrow, None, [self.shown, self.table, self.editing], **fast)
        self.table.edit_row(self.edit, None, self.editing, **fast)
        self.editing.close_row(self.close, None, self.editing, **fast)
        signing: tuple[tuple[Any, str, Callable[..., Any]], ...] = (
            (self.table, "confirm_row", self.confirm),
            (self.editing, "confirm_row", self.confirm),
            (self.editing, "correct_row", self.correct),
            (self.editing, "undo_row", self.undo),
        )
        for html, named, handler in signing:
            getattr(html, named)(handler, self.shown, [self.editing, self.table], **fast)

    @needs("reader")
    def open(self, shown: dict[str, Any], request: gr.Request) -> tuple[Any, str]:
        """Show the ledger as it was left; the form is made anew only where nothing was chosen."""
        form, table, _ = self.reopen(shown, request)
        return gr.skip() if shown else form, table

    @needs("reader")
    def reopen(self, shown: dict[str, Any], request: gr.Request) -> tuple[str, str, str]:
        """Show the form and the ledger as they were left, with no row open."""
        try:
            entries = self.assistant.entries()
            units = self.assistant.catalogue.units()
        except JiyaoError as error:
            return note(plain(error), tone="bad"), "", ""
        if not entries:
            return "", render_empty(), ""
        view = str(shown.get("view") or "table")
        order = str(shown.get("order") or "")
        form = ledger.render_narrowing(entries, units, chosen=Narrowed.read(shown), view=view, order=order)
        return form, self._table(shown, request), ""

    @needs("reader")
    def narrow(self, event: gr.EventData, request: gr.Request) -> tuple[dict[str, Any], str, str]:
        """Show the decisions that meet the conditions of the form, or of a bar that was clicked."""
        value = value_of(event)
        order = str(value.get("order") or "")
        shown = {
            **Narrowed.read(value).given,
            "view": str(value.get("view") or "table"),
            "order": order if order.removeprefix("-") in ORDERS else "",
        }
        return shown, self._table(shown, request), ""

    @needs("editor")
    def edit(self, event: gr.EventData) -> str:
        """Open a row to be corrected."""
        try:
            return ledger.render_editing(self._row(str(value_of(event).get("row") or "")))
        except JiyaoError as error:
            return note(plain(error), tone="bad")

    @needs("reader")
    def close(self) -> str:
        """Close the open row."""
        return ""

    @needs("editor")
    def confirm(self, shown: dict[str, Any], event: gr.EventData, request: gr.Request) -> tuple[str, Any]:
        """Sign every cell of a row as it stands."""
        named = str(value_of(event).get("row") or "")
        return self._sign(
            shown, request, lambda: self.assistant.decisions.confirm([named], by=name_of(request)), say("已确认。")
        )

    @needs("editor")
    def correct(self, shown: dict[str, Any], event: gr.EventData, request: gr.Request) -> tuple[str, Any]:
        """Put other values into the cells of a row, those that differ."""
        value = value_of(event)
        named = str(value.get("with") or "")

        def work() -> None:
            row = self._row(named)
            given = {field: str(value[field] or "").strip() for field in _SIGNED if field in value}
            changed = {field: words for field, words in given.items() if words != _as_written(row, field)}
            if changed:
                self.assistant.decisions.correct([named], values=changed, by=name_of(request))

        return self._sign(shown, request, work, say("已保存更正。"))

    @needs("editor")
    def undo(self, shown: dict[str, Any], event: gr.EventData, request: gr.Request) -> tuple[str, Any]:
        """Take back what this person signed on a row."""
        named = str(value_of(event).get("row") or "")
        return self._sign(
            shown, request, lambda: self.assistant.decisions.undo([named], by=name_of(request)), say("已撤回。")
        )

    def _sign(self, shown: dict[str, Any], request: gr.Request, work: Callable[[], Any], done: str) -> tuple[str, Any]:
        """Do what an editor asks; return what to say and the table as it is then."""
        try:
            work()
        except JiyaoError as error:
            return note(plain(error), tone="bad"), gr.skip()
        return note(done, tone="good"), self._table(shown, request)

    def _table(self, shown: dict[str, Any], request: gr.Request) -> str:
        """Return the ledger as it is to be looked at."""
        narrowed, today = Narrowed.read(shown), self.assistant.settings.today
        order = str(shown.get("order") or "")
        try:
            rows = ordered(narrowed.rows(self.assistant), order)
        except JiyaoError as error:
            return note(plain(error))
        if shown.get("view") == "plots" and rows:
            return ledger.render_head(rows, narrowed) + render_plots(rows, narrowed, today=today)
        if shown.get("view") == "due" and rows:
            return ledger.render_due(rows, narrowed, today=today)
        return ledger.render_ledger(rows, narrowed, may_sign=allows(role_of(request), "editor"), order=order)

    def _row(self, named: str) -> Any:
        """Return one row of the ledger.

        Raises:
            UnknownRow: there is none of that name.
        """
        from pipeline.errors import UnknownRow
        from pipeline.retrieval.catalogue import Filters

        document_id = named.split(":", 1)[0]
        found = self.assistant.decisions.rows(Filters(document=document_id)) if document_id else []
        for row in found:
            if row.row == named:
                return row
        raise UnknownRow(named)


def _as_written(row: Any, field: str) -> str:
    """Return a cell as the form shows it."""
    value = getattr(row, field)
    return "、".join(value) if isinstance(value, tuple) else value or ""
