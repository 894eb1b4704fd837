"""The summaries tab: its layout, and its handlers, each of which asks the assistant once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import gradio as gr

from pipeline.errors import JiyaoError
from pipeline.interface import summaries, theme
from pipeline.interface.language import say
from pipeline.interface.parcels import PARCELS
from pipeline.interface.revising import edits_of, revise
from pipeline.interface.roles import needs
from pipeline.interface.shelving import value_of
from pipeline.interface.wording import escape, note, plain

if TYPE_CHECKING:
    from pipeline.assistant import Assistant
    from pipeline.generation.summary.summarize import Summary


class Drafting:
    """The tab of the summaries: a document and a style, the draft, its editing, its way out as a file.

    Args:
        assistant: the verbs.
    """

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant

    def lay_out(self) -> None:
        """Lay out the tab; the caller stands in its `gr.Tab`."""
        self.choosing = theme.place("choosing")
        self.draft = theme.place("draft")
        self.parcel = theme.place("parcel")
        self.made = gr.State(None, time_to_live=8 * 3600)

    @property
    def filled(self) -> list[gr.HTML]:
        """What `fill` fills."""
        return [self.choosing]

    def fill(self, entries: list[Any]) -> tuple[str]:
        """Fill the tab when the page is opened, and again when the library has changed."""
        return (summaries.render_choosing(entries),)

    def bind(self, top: gr.HTML) -> None:
        """Bind the events of the tab; in another language, chosen on the bar `top`, the draft is shown anew."""
        shown = [self.made, self.draft]
        self.choosing.draft_summary(self.make, None, shown, **theme.QUEUED, concurrency_id="draft", concurrency_limit=2)
        top.switch_language(self.reopen, self.made, self.draft, **theme.FAST)
        self.draft.check_draft(self.check, self.made, shown, **theme.FAST)
        self.draft.take_draft(self.take, self.made, [*shown, self.parcel], **theme.FAST)

    @needs("reader")
    def make(self, event: gr.EventData) -> Iterator[tuple[Any, str]]:
        """Draft one document item by item."""
        value = value_of(event)
        if not value.get("document"):
            yield None, note(say("请先选一份文件。"))
            return
        yield None, f'<p class="seeking" role="status">{say("正在起草")}</p>'
        try:
            entry, _ = self.assistant.show(str(value["document"]))
            style = summaries.summary_style(str(value.get("style") or ""))
            drafted = next(iter(self.assistant.summarize([entry.document_id], style=style)))
        except JiyaoError as error:
            yield None, note(plain(error), tone="bad")
            return
        yield drafted, _shown(drafted)

    @needs("reader")
    def reopen(self, made: Any) -> str:
        """Show the draft as it is; what was edited since and not yet checked, the browser puts in again."""
        return "" if made is None else _shown(made)

    @needs("reader")
    def check(self, made: Any, event: gr.EventData) -> tuple[Any, str]:
        """Hold the edited sentences against their sources and show the draft with what came of it."""
        if made is None:
            return None, note(say("草稿已过期，请重新起草。"))
        revised = revise(made, edits_of(value_of(event)))
        return revised, _shown(revised)

    @needs("reader")
    def take(self, made: Any, event: gr.EventData) -> tuple[Any, str, str]:
        """Make a file of the draft as it is edited now; the browser fetches it."""
        from pipeline.generation.exports import summary_file

        if made is None:
            return None, note(say("草稿已过期，请重新起草。")), ""
        revised = revise(made, edits_of(value_of(event)))
        format = str(value_of(event).get("format") or "md")
        try:
            content = summary_file(revised, format=format)
        except JiyaoError as error:
            return revised, _shown(revised), note(plain(error), tone="bad")
        name = f"{revised.name}.{revised.style}.{format}"
        token = PARCELS.keep(name, content)
        link = f'<a class="unseen" data-download="{token}" href="download/draft?token={token}">{escape(name)}</a>'
        return revised, _shown(revised), link


def _shown(summary: Summary) -> str:
    """Return a draft as HTML."""
    from pipeline.generation.exports import SUMMARY_FORMATS

    return summaries.render_summary(summary.to_json(), name=summary.name, formats=SUMMARY_FORMATS)
