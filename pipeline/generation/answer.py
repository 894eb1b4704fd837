"""Answers with a model: it puts the evidence into words, and what is not proven is never shown as fact."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.errors import ModelError, ModelGarbled
from pipeline.generation.answered import Answer, prove
from pipeline.generation.draft import Draft, Sentence
from pipeline.generation.mending import mend
from pipeline.generation.model.chat_model import clock_for, complete, model_name, stream
from pipeline.generation.model.numbered import Passage, number_passages
from pipeline.generation.model.prompting import load_prompt
from pipeline.generation.model.reply import SCHEMA, Reply, parse_reply
from pipeline.generation.model.rewriting import rewrite
from pipeline.generation.proof import sourced, withheld

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig

    from pipeline.generation.cite import Shelf
    from pipeline.generation.model.patience import Clock
    from pipeline.retrieval.search import Hit

__all__ = ["Answer", "answer_with_model", "prove", "stream_with_model"]

_INSTEAD = "以下是摘录的答案。"


def answer_with_model(
    draft: Draft,
    question: str,
    catalogue: Shelf,
    *,
    hits: Sequence[Hit],
    model: BaseChatModel,
    today: datetime.date,
    config: RunnableConfig | None = None,
) -> Answer:
    """Let a model put the evidence into words, and prove every sentence; one call, two where a sentence failed.

    The extractive answer stands instead, with a notice that says so, where the server is away, where its reply cannot
    be read, where it says nothing and where none of its sentences is proven. A refusal is never put to a model.

    Args:
        draft: the extractive draft of the same question.
        question: the question as it was asked.
        catalogue: where the documents are found.
        hits: the passages found, best first.
        model: the chat model.
        today: the day from which 今年 counts.
        config: callbacks and tags of the caller's run.

    Raises:
        PromptError: the prompt is missing or its variables do not agree.
    """
    asked = _ask(draft, question, catalogue, hits, model, today, config)
    if asked is None:
        return prove(draft, question, catalogue)
    try:
        text = complete(model, asked.messages, schema=SCHEMA, config=config, clock=asked.clock)
    except ModelError as error:
        return asked.instead(str(error))
    return _concluded(text, asked)


def stream_with_model(
    draft: Draft,
    question: str,
    catalogue: Shelf,
    *,
    hits: Sequence[Hit],
    model: BaseChatModel,
    today: datetime.date,
    config: RunnableConfig | None = None,
) -> Iterator[Answer]:
    """Yield the answer as it grows by proven sentences; the last one is whole. See `answer_with_model`."""
    asked = _ask(draft, question, catalogue, hits, model, today, config)
    if asked is None:
        yield prove(draft, question, catalogue)
        return
    text, shown = "", 0
    try:
        for piece in stream(model, asked.messages, schema=SCHEMA, config=config, clock=asked.clock):
            text += piece
            reply = parse_reply(text) if "}" in piece else None
            if reply is None or len(reply.statements) <= shown:
                continue
            shown = len(reply.statements)
            partial = asked.proven(asked.sentences(reply))
            if partial.answer:
                verified = tuple(statement for statement in partial.statements if statement.check == "verified")
                yield replace(partial, statements=verified)
    except ModelError as error:
        yield asked.instead(str(error))
        return
    yield _concluded(text, asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question put to a model: what it was asked, with what evidence, and how its answer is proven."""

    draft: Draft
    question: str
    catalogue: Shelf
    model: BaseChatModel
    config: RunnableConfig | None
    clock: Clock
    messages: list[tuple[str, str]]
    passages: Mapping[int, Passage]
    evidence: str
    prompt_hash: str

    def sentences(self, reply: Reply) -> tuple[Sentence, ...]:
        """Return a reply's sentences with the quotes that prove each best."""
        numbered = self.passages
        return tuple(
            sourced(text, [numbered[number] for number in numbers if number in numbered], self.catalogue)
            for text, numbers in reply.statements
        )

    def proven(self, sentences: tuple[Sentence, ...]) -> Answer:
        """Return the answer made of sentences."""
        written = Draft(route=self.draft.route, searched=self.draft.searched, sentences=sentences)
        name = model_name(self.model)
        return prove(written, self.question, self.catalogue, mode="model", model=name, prompt_hash=self.prompt_hash)

    def instead(self, why: str) -> Answer:
        """Return the extractive answer with the reason why it stands instead."""
        notice = f"{why}{_INSTEAD}"
        return prove(self.draft, self.question, self.catalogue, prompt_hash=self.prompt_hash, notice=notice)


def _ask(
    draft: Draft,
    question: str,
    catalogue: Shelf,
    hits: Sequence[Hit],
    model: BaseChatModel,
    today: datetime.date,
    config: RunnableConfig | None,
) -> _Asked | None:
    """Return what to ask a model, or `None` where there is nothing to ask: a refusal, or no evidence."""
    passages = () if draft.refused else number_passages(draft, hits, catalogue)
    if not passages:
        return None
    prompt = load_prompt("answer", variables=frozenset({"question", "evidence", "today"}))
    evidence = "\n\n".join(passage.to_text() for passage in passages)
    return _Asked(
        draft=draft,
        question=question,
        catalogue=catalogue,
        model=model,
        config=config,
        clock=clock_for(model),
        messages=prompt.fill(question=question, evidence=evidence, today=today.isoformat()),
        passages={passage.number: passage for passage in passages},
        evidence=evidence,
        prompt_hash=prompt.hash,
    )


def _concluded(text: str, asked: _Asked) -> Answer:
    """Return the answer that a reply makes, or the extractive one with the reason."""
    name = model_name(asked.model)
    reply = parse_reply(text)
    if reply is None:
        return asked.instead(str(ModelGarbled(name, "不是约定的格式")))
    if reply.refused:
        return asked.instead(f"模型 {name} 认为材料没有写明。")
    sentences = asked.sentences(reply)
    answer = asked.proven(sentences)
    return _mended(answer, sentences, asked) if answer.flagged else answer


def _mended(answer: Answer, sentences: tuple[Sentence, ...], asked: _Asked) -> Answer:
    """Return an answer whose failed sentences were rewritten, replaced by the document's words, or dropped."""
    again = rewrite(
        answer.flagged,
        question=asked.question,
        evidence=asked.evidence,
        model=asked.model,
        config=asked.config,
        clock=asked.clock,
    )
    hashes = f"{asked.prompt_hash}+{again.prompt_hash}"
    mended = mend(
        sentences,
        answer.statements,
        again.wordings,
        draft=asked.draft,
        passages=asked.passages,
        catalogue=asked.catalogue,
    )
    replaced, lost = tuple(map(withheld, mended.replaced)), tuple(map(withheld, mended.lost))
    unproven = len(replaced) + len(lost)
    if not mended.sentences or unproven == len(sentences):
        notice = f"模型 {model_name(asked.model)} 的 {unproven} 句话都未能与原文核对上。"
        return replace(asked.instead(notice), dropped=(*replaced, *lost), prompt_hash=hashes)
    told = [f"有 {len(replaced)} 句话未能与原文核对上，已换成原文摘录。"] if replaced else []
    told += [f"有 {len(lost)} 句话未能与原文核对上，没有写入答案。"] if lost else []
    proven = asked.proven(mended.sentences)
    return replace(
        proven,
        statements=(*proven.statements, *(replace(statement, citations=()) for statement in lost)),
        dropped=replaced,
        prompt_hash=hashes,
        notice="".join(told) or None,
    )
