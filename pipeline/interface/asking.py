"""The tab where one asks: its layout, and its handlers, each of which asks the assistant once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any

import gradio as gr

from pipeline.errors import JiyaoError
from pipeline.interface import ask, composer, past, standing, theme
from pipeline.interface.history import History
from pipeline.interface.language import say
from pipeline.interface.roles import needs
from pipeline.interface.session import Conversation, person
from pipeline.interface.suggest import Suggestion, suggestions
from pipeline.interface.wording import named_apart, note, plain

if TYPE_CHECKING:
    from pipeline.assistant import Assistant
    from pipeline.generation.answered import Answer

SAMPLES_FROM = 6
"""Sample questions are made from so many documents, the newest of the library."""
SAMPLES = 4
"""Sample questions on the empty page."""
TRYING_SECONDS = 0.4
"""For so long a page waits until sample questions are tried out; a library that opens slower shows them untried."""
LOOKED_IN = 8
"""Up to so many documents are named as searched under a refusal; of more it tells the number."""


class Asking:
    """The first tab: turns, the field with its filters, earlier conversations.

    Args:
        assistant: the verbs.
    """

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.history = History(assistant.settings.home)
        self._samples: tuple[int, list[Suggestion]] = (-1, [])

    def lay_out(self) -> None:
        """Lay out the tab; the caller stands in its `gr.Tab`."""
        with gr.Row(elem_id="asking"):
            with gr.Column(elem_id="rail", min_width=0):
                self.rail = theme.place("rail-frame")
                self.past = theme.place("past")
            with gr.Column(elem_id="talk", min_width=0):
                with gr.Column(elem_id="conversation"):
                    self.turns = theme.place("turns")
                    self.last = theme.place("last")
                with gr.Column(elem_id="composer"):
                    self.composer = theme.place("composer-form")
                    self.scope = theme.place("scope")

    @property
    def filled(self) -> list[gr.HTML]:
        """What `fill` fills, in its order."""
        return [self.turns, self.last, self.rail, self.past, self.composer, self.scope]

    def bind(self, conversation: gr.State) -> None:
        """Bind the events of the tab to their handlers; `conversation` holds the session's turns."""
        answering = []
        for html in (self.composer, self.turns, self.last):
            shown = [conversation, self.turns, self.last, self.past]
            answering.append(html.ask_question(self.ask, conversation, shown, **theme.QUEUED))
        self.composer.stop_answer(self.stop, conversation, [conversation, self.last], cancels=answering, **theme.FAST)
        for html in (self.turns, self.last):
            html.rate_answer(self.rate, conversation, conversation, **theme.FAST)
        opened = [conversation, self.turns, self.last, self.past]
        self.rail.new_conversation(self.begin_anew, None, opened, **theme.FAST)
        self.rail.find_past(self.find_past, conversation, self.past, **theme.FAST)
        self.past.open_conversation(self.open, None, opened, **theme.FAST)
        self.past.forget_conversation(self.forget, conversation, opened, **theme.FAST)

    def fill(self, entries: list[Any], conversation: Conversation, request: gr.Request) -> tuple[Any, ...]:
        """Fill the tab when the page is opened, and again when the library or the language has changed."""
        return (
            ask.render_earlier(self._standing(conversation)) if conversation.turns else self._welcome(entries),
            ask.render_last(self._standing(conversation)),
            past.render_rail(),
            self._past(person(request), conversation),
            composer.render_composer(longest=self.assistant.settings.max_question_characters),
            composer.render_scope(entries),
        )

    @needs("reader")
    def ask(
        self, conversation: Conversation, event: gr.EventData, request: gr.Request
    ) -> Iterator[tuple[Any, Any, Any, Any]]:
        """Show the question at once, then its answer as it grows; the earlier turns stay as they are."""
        question, scope = _asked(event)
        if not question:
            yield conversation, gr.skip(), gr.skip(), gr.skip()
            return
        waiting = told = conversation.asked(question, scope=scope)
        yield waiting, ask.render_earlier(self._standing(waiting)), ask.render_last(waiting), gr.skip()
        grows = bool(self.assistant.settings.model)
        try:
            for answer in self.assistant.stream(question, history=conversation.history, filters=_filters(scope)):
                told = waiting.answered(self._named(answer))
                if grows:
                    yield told, gr.skip(), ask.render_last(told, going_on=True), gr.skip()
        except JiyaoError as error:
            told = waiting.failed(plain(error))
        except Exception:
            told = waiting.failed(say("出了意外的错误，已记入服务器日志。"))
            yield told, gr.skip(), ask.render_last(told), gr.skip()
            raise
        yield told, gr.skip(), ask.render_last(told), self._kept(told, request)

    @needs("reader")
    def stop(self, conversation: Conversation, request: gr.Request) -> tuple[Conversation, Any]:
        """Mark the last question as stopped; what was proven of its answer stays and is kept."""
        if not conversation.turns:
            return conversation, gr.skip()
        halted = conversation.halted()
        self._kept(halted, request)
        return halted, ask.render_last(halted)

    @needs("reader")
    def rate(self, conversation: Conversation, event: gr.EventData, request: gr.Request) -> Conversation:
        """Keep what the reader thinks of an answer."""
        value = _value(event)
        turn_id, verdict = (str(value.get(name) or "") for name in ("turn_id", "verdict"))
        words = None if value.get("note") is None else str(value["note"])
        try:
            kept = self.history.rate(person(request), turn_id, verdict=verdict, note=words)
        except JiyaoError as error:
            raise gr.Error(plain(error), print_exception=False) from error
        return conversation if kept is None else conversation.rated(turn_id, verdict=verdict, note=kept)

    @needs("reader")
    def begin_anew(self, request: gr.Request) -> tuple[Conversation, str, str, str]:
        """Begin another conversation; the former one stays in the list."""
        fresh = Conversation()
        return fresh, self._welcome(self.assistant.entries()), "", self._past(person(request), fresh)

    @needs("reader")
    def find_past(self, conversation: Conversation, event: gr.EventData, request: gr.Request) -> str:
        """List the conversations in which words occur."""
        return self._past(person(request), conversation, words=str(_value(event).get("words") or "")[:100])

    @needs("reader")
    def open(self, event: gr.EventData, request: gr.Request) -> tuple[Conversation, str, str, str]:
        """Open an earlier conversation and go on with it."""
        try:
            opened = self.history.open(person(request), str(_value(event).get("conversation_id") or ""))
        except JiyaoError as error:
            return Conversation(), note(plain(error), tone="bad"), "", ""
        shown = self._standing(opened)
        return opened, ask.render_earlier(shown), ask.render_last(shown), self._past(person(request), opened)

    def resume(self, conversation_id: object, request: gr.Request) -> Conversation:
        """Return the conversation that stood in a tab before its page was loaded anew; an empty one where none did."""
        try:
            return self.history.open(person(request), str(conversation_id or ""))
        except JiyaoError:  # said where somebody asks
            return Conversation()

    @needs("reader")
    def forget(self, conversation: Conversation, event: gr.EventData, request: gr.Request) -> tuple[Any, Any, Any, str]:
        """Delete an earlier conversation; where it is the open one, begin another."""
        deleted = str(_value(event).get("conversation_id") or "")
        try:
            self.history.forget(person(request), deleted)
        except JiyaoError as error:
            return gr.skip(), gr.skip(), gr.skip(), note(plain(error), tone="bad")
        if deleted == conversation.conversation_id:
            return self.begin_anew(request)
        return gr.skip(), gr.skip(), gr.skip(), self._past(person(request), conversation)

    def _standing(self, conversation: Conversation) -> Conversation:
        """Return a conversation as it is shown: sources whose document is gone say so and open nothing."""
        named = standing.cited(conversation)
        try:
            return standing.mark_removed(conversation, held=self.assistant.catalogue.entries_named(named))
        except JiyaoError:  # what is wrong with the library is said where somebody asks
            return conversation

    def _welcome(self, entries: list[Any]) -> str:
        """Return the empty page with questions made from the newest documents."""
        generation = self.assistant.catalogue.generation()
        if self._samples[0] != generation:
            newest = sorted(entries, key=lambda entry: entry.date or "", reverse=True)[:SAMPLES_FROM]
            documents = [self.assistant.show(entry.document_id)[1] for entry in newest]
            made = suggestions(documents, most=3 * SAMPLES)
            self._samples = (generation, made[:SAMPLES])
            if not self.assistant.settings.model:  # trying them out must not cost calls of a model
                trying = Thread(target=self._try_out, args=(generation, made), daemon=True)
                trying.start()
                trying.join(TRYING_SECONDS)
        return ask.render_welcome(self._samples[1], documents=len(entries))

    def _try_out(self, generation: int, made: list[Suggestion]) -> None:
        """Keep the sample questions that the library does not refuse."""
        kept: list[Suggestion] = []
        with suppress(JiyaoError):  # what is wrong with the library is said where somebody asks
            for sample in made:
                if len(kept) < SAMPLES and not self.assistant.ask(sample.question).refused:
                    kept.append(sample)
            self._samples = (generation, kept)

    def _past(self, who: str, conversation: Conversation, *, words: str = "") -> str:
        """Return the list of a person's conversations."""
        try:
            found = self.history.conversations(who, words=words)
        except JiyaoError as error:
            return note(plain(error), tone="bad")
        today = self.assistant.settings.today
        return past.render_past(found, current=conversation.conversation_id, words=words, today=today)

    def _kept(self, conversation: Conversation, request: gr.Request) -> str:
        """Keep the last turn and return the list with it; an answer is shown even where it cannot be kept."""
        try:
            self.history.keep(person(request), conversation)
        except JiyaoError as error:
            return note(plain(error), tone="bad")
        return self._past(person(request), conversation)

    def _named(self, answer: Answer) -> dict[str, Any]:
        """Return an answer that names what was searched: a document filter by its name, and the documents of a few."""
        shown, searched = answer.to_json(), answer.searched
        if document := searched.filters.get("document"):
            shown["searched"]["filters"]["document"] = self.assistant.show(str(document))[0].name
        if answer.refused:
            held = self.assistant.catalogue.entries_named(searched.ids if len(searched.ids) <= LOOKED_IN else ())
            found = [held[document_id] for document_id in searched.ids if document_id in held]
            shown["looked_in"] = [{"document_id": one.document_id, "name": named_apart(one)} for one in found]
        return shown


def _asked(event: gr.EventData) -> tuple[str, dict[str, str]]:
    """Return the question and the filters of an event; what the browser sends is not trusted."""
    value = _value(event)
    question = value.get("question")
    return (question.strip() if isinstance(question, str) else ""), composer.scope_of(value.get("scope"))


def _value(event: gr.EventData) -> Mapping[str, Any]:
    """Return the value of an event of ours; an empty one where the browser sent something else."""
    value = getattr(event, "value", None)
    return value if isinstance(value, Mapping) else {}


def _filters(scope: Mapping[str, str]) -> Any:
    """Return the filters of the bar."""
    from pipeline.retrieval.catalogue import Filters

    given: dict[str, Any] = dict(scope)
    return Filters(**given)
