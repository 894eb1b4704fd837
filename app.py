"""The chat: layout and handlers. `python app.py` prints the address; every handler asks the assistant once."""

import sys
from collections.abc import Iterator
from itertools import count
from typing import Any

import gradio as gr

from pipeline.assistant import Assistant
from pipeline.errors import JiyaoError
from pipeline.interface import bar, reading, summaries, theme, tools
from pipeline.interface.asking import Asking
from pipeline.interface.deciding import Deciding
from pipeline.interface.labels import Labels
from pipeline.interface.language import say, use_setting
from pipeline.interface.roles import needs
from pipeline.interface.serving import read_options, serve
from pipeline.interface.session import Conversation
from pipeline.interface.shelving import Shelving
from pipeline.interface.wording import note, plain


class Chat:
    """The handlers: each asks the assistant once and returns what to show."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.asking = Asking(assistant)
        self.shelving = Shelving(assistant)
        self.deciding = Deciding(assistant)
        self.labels = Labels()
        self._openings = count(1)

    @needs("reader")
    def start(self, conversation: Conversation, request: gr.Request) -> tuple[Any, ...]:
        """Fill the page when it is opened, and again when the library has changed."""
        try:
            entries = self.assistant.entries()
        except JiyaoError as error:
            failed = note(plain(error), tone="bad")
            skipped = len(self.asking.filled) + len(self.shelving.filled)
            return "", *self.labels.updates(), failed, *(gr.skip() for _ in range(skipped))
        model = self.assistant.settings.model
        mode = say("模型 {name}", name=model) if model else say("摘录模式")
        top = bar.render_bar(documents=len(entries), mode=mode, account=request.username or "")
        choices = [(f"{one.name}（{one.document_number or one.date or one.file}）", one.document_id) for one in entries]
        shown = self.asking.fill(entries, conversation, request)
        one = gr.update(choices=choices, value=choices[0][1] if entries else None)
        return top, *self.labels.updates(), *shown, *self.shelving.fill(request), one

    @needs("reader")
    def read_source(self, event: gr.EventData) -> str:
        """Open a document at a quote."""
        opened = reading.Opened.from_event(event.value)
        try:
            _, document = self.shelving.document(opened.document_id)
        except JiyaoError as error:
            return reading.render_missing(plain(error))
        return reading.render_document(document, opened, opening=next(self._openings))

    @needs("reader")
    def summarize(self, document: str | None, named_style: str) -> Iterator[str]:
        """Draft one document item by item."""
        if not document:
            yield note("请先选一份文件。")
            return
        yield '<p class="seeking" role="status">正在起草</p>'
        try:
            entry, _ = self.assistant.show(document)
            style = summaries.summary_style(named_style)
            drafted = next(iter(self.assistant.summarize([entry.document_id], style=style)))
        except JiyaoError as error:
            yield note(plain(error), tone="bad")
            return
        yield summaries.render_summary(drafted.to_json(), name=entry.name, document_id=entry.document_id, style=style)


def build(assistant: Assistant) -> gr.Blocks:
    """Lay out the page and bind the handlers; only the tools are offered as an API."""
    use_setting(assistant.settings.language)
    chat = Chat(assistant)
    page = gr.Blocks(title="纪要 Jiyao", analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600))
    with page:
        tools.offer(assistant)
        conversation = gr.State(Conversation(), time_to_live=8 * 3600)
        top = theme.place("top")
        with gr.Row(elem_id="floor"):
            with gr.Column(elem_id="work"), gr.Tabs(elem_id="tabs"):
                with gr.Tab("提问", id="ask", elem_id="ask-tab"):
                    chat.asking.lay_out()
                drafted = _summaries_tab()
                with gr.Tab("台账", id="ledger", elem_id="ledger-tab") as tab:
                    chat.deciding.lay_out(tab)
                with gr.Tab("文库", id="library", elem_id="library-tab"):
                    chat.shelving.lay_out()
            with gr.Column(elem_id="reading"):
                pane = theme.place("pane")
        chat.labels.gather(page)
        known = [*chat.shelving.filled, drafted["document"]]
        filled = [top, *chat.labels.components, *chat.asking.filled, *known]
        for opened in (page.load, top.switch_language):
            opened(chat.start, conversation, filled, **theme.FAST)
        for html in (
            chat.asking.turns,
            chat.asking.last,
            drafted["draft"],
            chat.deciding.table,
            chat.shelving.list,
            pane,
        ):
            html.read_source(chat.read_source, None, pane, **theme.FAST)
            html.read_structure(chat.shelving.read_structure, None, pane, **theme.FAST)
        chat.asking.bind(conversation)
        chat.shelving.bind(pane, lambda event: event(chat.start, conversation, filled, **theme.FAST))
        chat.deciding.bind()
        drafted["go"].click(
            chat.summarize,
            [drafted["document"], drafted["style"]],
            drafted["draft"],
            **theme.QUEUED,
            concurrency_id="draft",
            concurrency_limit=2,
        )
    page.queue(default_concurrency_limit=16, max_size=256, api_open=False)
    return page


def _summaries_tab() -> dict[str, Any]:
    """Lay out the second tab: a document, a style, the draft."""
    with gr.Tab("摘要", id="summaries", elem_id="summaries-tab"):
        with gr.Row(elem_classes="choices"):
            document = gr.Dropdown([], label="文件", elem_classes="field", elem_id="to-summarize", scale=4)
            styles = [(name, style) for style, name in summaries.STYLES.items()]
            style = gr.Dropdown(styles, value="brief", label="详略", elem_classes="field", scale=1)
            go = gr.Button("起草摘要", variant="primary", elem_id="draft-go")
        draft = theme.place("draft")
    return {"document": document, "style": style, "go": go, "draft": draft}


if __name__ == "__main__":
    sys.exit(serve(read_options(), build))
