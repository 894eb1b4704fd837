"""The chat: layout and handlers. `python app.py` prints the address; every handler asks the assistant once."""

import sys
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

import gradio as gr

from pipeline.assistant import Assistant
from pipeline.documents.read import READABLE
from pipeline.errors import JiyaoError
from pipeline.interface import ask, ledger, library, reading, structure, summaries, theme
from pipeline.interface.serving import read_options, serve
from pipeline.interface.session import Conversation
from pipeline.interface.uploads import forget_copy
from pipeline.interface.wording import KINDS, note, plain
from pipeline.retrieval.catalogue import Filters

EVERY_DOCUMENT = ("全部文件", "")
EVERY_KIND = ("全部类型", "")
SAMPLES_FROM = 6
"""Sample questions are made from so many documents, the newest of the library."""


class Chat:
    """The handlers: each asks the assistant once and returns what to show."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self._openings = count(1)

    def start(self, conversation: Conversation, request: gr.Request) -> tuple[Any, ...]:
        """Fill the page when it is opened, and again when the library has changed."""
        try:
            entries = self.assistant.entries()
        except JiyaoError as error:
            return "", note(plain(error), tone="bad"), "", *(gr.skip() for _ in range(3))
        model = self.assistant.settings.model
        top = library.render_top(
            documents=len(entries), mode=f"模型 {model}" if model else "摘录模式", account=request.username or ""
        )
        choices = [
            EVERY_DOCUMENT,
            *((f"{one.name}（{one.document_number or one.date or one.file}）", one.document_id) for one in entries),
        ]
        shown = ask.render_conversation(conversation) if conversation.turns else self._welcome(entries)
        every, one = (
            gr.update(choices=choices, value=""),
            gr.update(choices=choices[1:], value=choices[1][1] if entries else None),
        )
        return top, shown, library.render_library(entries), every, every, one

    def ask(self, question: str, conversation: Conversation, *narrowed: Any) -> Iterator[tuple[Any, ...]]:
        """Show the question at once, then its answer."""
        if not question.strip():
            yield conversation, gr.skip(), ""
            return
        waiting = conversation.asked(question.strip())
        yield conversation, ask.render_conversation(waiting), ""
        try:
            for answer in self.assistant.stream(question, history=conversation.history, filters=_filters(*narrowed)):
                told = waiting.answered(self._named(answer.to_json()))
                yield told, ask.render_conversation(told), gr.skip()
        except JiyaoError as error:
            told = waiting.failed(plain(error))
            yield told, ask.render_conversation(told), gr.skip()
        except Exception:
            yield conversation, ask.render_conversation(waiting.failed("出了意外的错误，已记入服务器日志。")), gr.skip()
            raise

    def picked(self, event: gr.EventData) -> str:
        """Put a sample question into the field."""
        return str(event.value)

    def begin_anew(self) -> tuple[Conversation, str]:
        """Forget the conversation."""
        return Conversation(), self._welcome(self.assistant.entries())

    def read_source(self, event: gr.EventData) -> str:
        """Open a document at a quote."""
        opened = reading.Opened.from_event(event.value)
        try:
            _, document = self.assistant.show(opened.document_id)
        except JiyaoError as error:
            return reading.render_missing(plain(error))
        return reading.render_document(document, opened, opening=next(self._openings))

    def read_structure(self, event: gr.EventData) -> str:
        """Open the parse tree of a document."""
        try:
            entry, document = self.assistant.show(str(event.value["document_id"]))
        except JiyaoError as error:
            return reading.render_missing(plain(error))
        return structure.render_structure(document, entry.document_id, opening=next(self._openings))

    def discard(self, event: gr.EventData) -> tuple[str, str]:
        """Remove a document and the copy that its upload left; close the pane."""
        try:
            entry, _ = self.assistant.show(str(event.value["document_id"]))
            report = self.assistant.remove([entry.document_id])
        except JiyaoError as error:
            return note(plain(error), tone="bad"), gr.skip()
        if report.removed:
            forget_copy(self.assistant.settings.home, entry.source)
        return note(f"已移除：{entry.name}", tone="good"), ""

    def ledger(self, document: str | None, unit: str) -> str:
        """List the decisions."""
        try:
            rows = self.assistant.ledger(Filters(document=document or None, unit=unit.strip() or None))
        except JiyaoError as error:
            return note(plain(error))
        return ledger.render_ledger(rows, filters={"document": document or "", "unit": unit.strip()})

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

    def _welcome(self, entries: list[Any]) -> str:
        """Return the empty page with questions made from the newest documents."""
        newest = sorted(entries, key=lambda entry: entry.date or "", reverse=True)[:SAMPLES_FROM]
        documents = [self.assistant.show(entry.document_id)[1] for entry in newest]
        return ask.render_welcome(ask.suggestions(documents), documents=len(entries))

    def _named(self, answer: dict[str, Any]) -> dict[str, Any]:
        """Return an answer whose document filter is a name instead of an id."""
        searched: Mapping[str, Any] = answer["searched"]
        document = searched["filters"].get("document")
        if not document:
            return answer
        named = {**searched["filters"], "document": self.assistant.show(document)[0].name}
        return {**answer, "searched": {**searched, "filters": named}}


def build(assistant: Assistant) -> gr.Blocks:
    """Lay out the page and bind the handlers; none of them is offered as an API."""
    chat = Chat(assistant)
    page = gr.Blocks(title="纪要 Jiyao", analytics_enabled=False, fill_width=True)
    with page:
        conversation = gr.State(Conversation(), time_to_live=8 * 3600)
        top = _html("top")
        with gr.Row(elem_id="floor"):
            with gr.Column(elem_id="work"), gr.Tabs(elem_id="tabs"):
                asked = _ask_tab()
                drafted = _summaries_tab()
                listed = _ledger_tab()
                held = _library_tab(assistant)
            with gr.Column(elem_id="reading"):
                pane = _html("pane")
        filled = [top, asked["turns"], held["list"], asked["document"], listed["document"], drafted["document"]]
        page.load(chat.start, conversation, filled, **_FAST)
        for html in (asked["turns"], drafted["draft"], listed["table"], held["list"], pane):
            html.read_source(chat.read_source, None, pane, **_FAST)
            html.read_structure(chat.read_structure, None, pane, **_FAST)
        _bind_ask(chat, asked, conversation)
        held["upload"].library_changed(chat.start, conversation, filled, **_FAST)
        held["list"].discard_document(chat.discard, None, [held["message"], pane], **_FAST).then(
            chat.start, conversation, filled, **_FAST
        )
        narrowed = [listed["document"], listed["unit"]]
        for trigger in (listed["tab"].select, listed["document"].input, listed["unit"].submit):
            trigger(chat.ledger, narrowed, listed["table"], **_FAST)
        drafted["go"].click(
            chat.summarize,
            [drafted["document"], drafted["style"]],
            drafted["draft"],
            **_QUEUED,
            concurrency_id="draft",
            concurrency_limit=2,
        )
    page.queue(default_concurrency_limit=16, max_size=256, api_open=False)
    return page


_PRIVATE: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
_FAST: dict[str, Any] = {**_PRIVATE, "queue": False}
_QUEUED: dict[str, Any] = {**_PRIVATE, "queue": True}


def _html(name: str) -> gr.HTML:
    """Return an empty place for our own HTML, with the bridge for its clicks."""
    return gr.HTML("", elem_id=name, js_on_load=theme.BRIDGE, apply_default_css=False)


def _ask_tab() -> dict[str, Any]:
    """Lay out the first tab: the turns, the filters, the field."""
    with gr.Tab("提问", id="ask", elem_id="ask-tab"), gr.Column(elem_id="asking"):
        with gr.Column(elem_id="conversation"):
            turns = _html("turns")
        with gr.Column(elem_id="composer"):
            with gr.Accordion("筛选范围", open=False, elem_id="narrow"), gr.Row():
                document = gr.Dropdown(
                    [EVERY_DOCUMENT], value="", label="文件", elem_id="by-document", elem_classes="field", scale=3
                )
                kinds = [EVERY_KIND, *((name, kind) for kind, name in KINDS.items())]
                kind = gr.Dropdown(kinds, value="", label="类型", elem_classes="field")
                unit = gr.Textbox(label="单位", placeholder="如 市财政局", elem_classes="field")
                first = gr.Textbox(label="会议日期，自", placeholder="如 2017-05", elem_classes="field")
                last = gr.Textbox(label="至", placeholder="如 2020", elem_classes="field")
            with gr.Row(elem_id="line"):
                question = gr.Textbox(
                    show_label=False,
                    label="问题",
                    placeholder="输入问题，回车提问",
                    elem_id="question",
                    lines=1,
                    max_lines=6,
                    autofocus=True,
                    container=False,
                )
                send = gr.Button("提问", variant="primary", elem_id="send")
                fresh = gr.Button("新对话", elem_id="fresh")
    return {
        "turns": turns, "document": document, "narrowed": [document, kind, unit, first, last],
        "question": question, "send": send, "fresh": fresh,
    }  # fmt: skip


def _summaries_tab() -> dict[str, Any]:
    """Lay out the second tab: a document, a style, the draft."""
    with gr.Tab("摘要", id="summaries", elem_id="summaries-tab"):
        with gr.Row(elem_classes="choices"):
            document = gr.Dropdown([], label="文件", elem_classes="field", elem_id="to-summarize", scale=4)
            styles = [(name, style) for style, name in summaries.STYLES.items()]
            style = gr.Dropdown(styles, value="brief", label="详略", elem_classes="field", scale=1)
            go = gr.Button("起草摘要", variant="primary", elem_id="draft-go")
        draft = _html("draft")
    return {"document": document, "style": style, "go": go, "draft": draft}


def _ledger_tab() -> dict[str, Any]:
    """Lay out the third tab: filters and the table."""
    with gr.Tab("台账", id="ledger", elem_id="ledger-tab") as tab:
        with gr.Row(elem_classes="choices"):
            document = gr.Dropdown(
                [EVERY_DOCUMENT], value="", label="文件", elem_classes="field", elem_id="ledger-document", scale=3
            )
            unit = gr.Textbox(
                label="单位，回车查找",
                placeholder="如 市水利局",
                elem_classes="field",
                elem_id="ledger-unit",
                scale=2,
            )
        table = _html("decisions")
    return {"tab": tab, "document": document, "unit": unit, "table": table}


def _library_tab(assistant: Assistant) -> dict[str, Any]:
    """Lay out the fourth tab: the field for files and the list."""
    settings = assistant.settings
    with gr.Tab("文库", id="library", elem_id="library-tab"):
        upload = _html("upload")
        upload.value = library.render_upload(
            kinds=READABLE, max_bytes=settings.max_file_bytes, max_files=settings.max_upload_files
        )
        message = _html("message")
        listed = _html("documents")
    return {"upload": upload, "message": message, "list": listed}


def _bind_ask(chat: Chat, asked: dict[str, Any], conversation: gr.State) -> None:
    """Bind the field, its buttons and the sample questions."""
    question = asked["question"]
    given = [question, conversation, *asked["narrowed"]]
    shown = [conversation, asked["turns"], question]
    for trigger in (question.submit, asked["send"].click):
        trigger(chat.ask, given, shown, **_QUEUED)
    asked["turns"].pick_question(chat.picked, None, question, **_FAST).then(chat.ask, given, shown, **_QUEUED)
    asked["fresh"].click(chat.begin_anew, None, [conversation, asked["turns"]], **_FAST)


def _filters(document: str | None, kind: str | None, unit: str, first: str, last: str) -> Filters:
    """Return the filters of the bar; an empty field does not narrow."""
    named = {"document": document, "kind": kind, "unit": unit, "from_date": first, "to_date": last}
    given: dict[str, Any] = {name: value.strip() for name, value in named.items() if value and value.strip()}
    return Filters(**given)


if __name__ == "__main__":
    sys.exit(serve(read_options(), build))
