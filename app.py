"""The chat: layout and handlers. `python app.py` prints the address; every handler asks the assistant once."""

import sys
from itertools import count
from typing import Any

import gradio as gr

from pipeline.assistant import Assistant
from pipeline.errors import JiyaoError
from pipeline.interface import bar, reading, theme, tools
from pipeline.interface.asking import Asking
from pipeline.interface.deciding import Deciding
from pipeline.interface.drafting import Drafting
from pipeline.interface.evaluation import Evaluating
from pipeline.interface.following import Following
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
        self.drafting = Drafting(assistant)
        self.following = Following(assistant)
        self.deciding = Deciding(assistant)
        self.evaluating = Evaluating(assistant.settings.home)
        self.labels = Labels()
        self._openings = count(1)

    @needs("reader")
    def open(self, conversation: Conversation, resumed: str, request: gr.Request) -> tuple[Any, ...]:
        """Fill the page when it is opened, with the conversation that stood in it before it was loaded anew."""
        held = conversation if conversation.turns else self.asking.resume(resumed, request)
        return held, *self.start(held, request)

    @needs("reader")
    def start(self, conversation: Conversation, request: gr.Request) -> tuple[Any, ...]:
        """Fill the page, and again when the library or the language has changed."""
        try:
            entries = self.assistant.entries()
        except JiyaoError as error:
            failed = note(plain(error), tone="bad")
            skipped = len(self.asking.filled) - 1 + len(self.shelving.filled) + len(self.drafting.filled)
            return "", *self.labels.updates(), failed, *(gr.skip() for _ in range(skipped))
        model = self.assistant.settings.model
        mode = say("模型 {name}", name=model) if model else say("摘录模式")
        top = bar.render_bar(documents=len(entries), mode=mode, account=request.username or "")
        shown = self.asking.fill(entries, conversation, request)
        return top, *self.labels.updates(), *shown, *self.shelving.fill(request), *self.drafting.fill(entries)

    @needs("reader")
    def read_source(self, event: gr.EventData) -> str:
        """Open a document at a quote."""
        opened = reading.Opened.from_event(event.value)
        try:
            _, document = self.shelving.document(opened.document_id)
        except JiyaoError as error:
            return reading.render_missing(plain(error))
        return reading.render_document(document, opened, opening=next(self._openings))


def build(assistant: Assistant) -> gr.Blocks:
    """Lay out the page and bind the handlers; only the tools are offered as an API."""
    use_setting(assistant.settings.language)
    chat = Chat(assistant)
    page = gr.Blocks(title="纪要 Jiyao", analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600))
    with page:
        tools.offer(assistant)
        conversation = gr.State(Conversation(), time_to_live=8 * 3600)
        resumed = gr.Textbox(visible=False)
        top = theme.place("top")
        with gr.Row(elem_id="floor"):
            with gr.Column(elem_id="work"), gr.Tabs(elem_id="tabs"):
                with gr.Tab("提问", id="ask", elem_id="ask-tab"):
                    chat.asking.lay_out()
                with gr.Tab("摘要", id="summaries", elem_id="summaries-tab"):
                    chat.drafting.lay_out()
                with gr.Tab("脉络", id="matters", elem_id="matters-tab") as tab:
                    chat.following.lay_out(tab)
                with gr.Tab("台账", id="ledger", elem_id="ledger-tab") as tab:
                    chat.deciding.lay_out(tab)
                with gr.Tab("文库", id="library", elem_id="library-tab"):
                    chat.shelving.lay_out()
                with gr.Tab("评测", id="evaluation", elem_id="evaluation-tab") as tab:
                    chat.evaluating.lay_out(tab)
            with gr.Column(elem_id="reading"):
                pane = theme.place("pane")
        chat.labels.gather(page)
        known = [*chat.shelving.filled, *chat.drafting.filled]
        filled = [top, *chat.labels.components, *chat.asking.filled, *known]
        page.load(chat.open, [conversation, resumed], [conversation, *filled], js=theme.RESUMED, **theme.FAST)
        top.switch_language(chat.start, conversation, filled, **theme.FAST)
        sources = (chat.asking.turns, chat.asking.last, chat.drafting.draft, chat.following.line, chat.deciding.table)
        for html in (*sources, chat.shelving.list, pane):
            html.read_source(chat.read_source, None, pane, **theme.FAST)
            html.read_structure(chat.shelving.read_structure, None, pane, **theme.FAST)
        chat.asking.bind(conversation)
        chat.shelving.bind(pane, lambda event: event(chat.start, conversation, filled, **theme.FAST))
        for tab in (chat.deciding, chat.drafting, chat.following, chat.evaluating):
            tab.bind(top)
    page.queue(default_concurrency_limit=16, max_size=256, api_open=False)
    return page


if __name__ == "__main__":
    sys.exit(serve(read_options(), build))
