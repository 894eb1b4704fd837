"""A drafted summary put into better words by a model; a sentence that does not hold keeps the draft's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pipeline.generation.checking.check import check_sources
from pipeline.generation.checking.cited import sources_of
from pipeline.generation.cite import Statement
from pipeline.generation.columns import one_line
from pipeline.generation.draft import Quote
from pipeline.generation.model.numbered import Passage
from pipeline.generation.model.prompting import Prompt, load_prompt
from pipeline.generation.model.reply import STATEMENTS, parse_reply
from pipeline.generation.summary.fidelity import fidelity
from pipeline.generation.summary.kept import faults
from pipeline.generation.wording import STYLE_NAMES

if TYPE_CHECKING:
    from pipeline.generation.summary.summarize import Summary, SummaryItem, SummarySentence
    from pipeline.minutes import Document

Ask = Callable[[Sequence[tuple[str, str]], Mapping[str, Any]], str]
"""Puts messages to a model, with the JSON schema of the reply; raises `ModelError`."""

MOST_CHARACTERS = 6000
MOST_SENTENCES = 30
"""What one request holds: characters of sentences with their sources, and sentences."""
LONGEST_QUOTE = 600
SCHEMA: dict[str, Any] = {
    "title": "summary",
    "description": "改写后的摘要，逐句注明由哪几句草稿改成",
    "type": "object",
    "additionalProperties": False,
    "required": ["statements"],
    "properties": {
        "statements": STATEMENTS,
    },
}
_ENDS = "。！？；：，、,;: \t"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a sentence stands in a summary: the numbers (from 0) of its entry and of itself in it."""

    item: int
    sentence: int


Chosen = dict[_Place, tuple[str, tuple[_Place, ...]]]
"""New words by the first sentence whose place they take, with all the sentences that they stand for."""


def reworded(summary: Summary, documents: Mapping[str, Document], *, model: str, ask: Ask) -> Summary:
    """Return a summary in a model's words, as far as they are proven and lose nothing.

    The model reads the sentences of the draft with their sources and returns sentences of its own, each with the
    numbers of those that it stands for. One that says more than the sources or less than the draft is not used.

    Args:
        summary: the draft, made without a model.
        documents: the documents by id.
        model: the model's name.
        ask: calls the model.

    Raises:
        ModelError: the model did not answer; then there is no summary.
        PromptError: the prompt is missing or its variables do not agree.
    """
    prompt, chosen, asked = draft_prompt(), Chosen(), 0
    for places in _batches(summary):
        messages = prompt.fill(style=STYLE_NAMES[summary.style], draft=_listed(summary, places))
        chosen |= _accepted(ask(messages, SCHEMA), places, summary, documents)
        asked += len(places)
    kept = asked - sum(len(places) for _, places in chosen.values())
    items = tuple(_item(item, number, chosen) for number, item in enumerate(summary.items))
    sentences = [sentence for item in items for sentence in item.sentences]
    return replace(
        summary,
        mode="model" if chosen else "extractive",
        model=model,
        prompt_hash=prompt.hash,
        notice=f"有 {kept} 句话，模型的改写未能与原文核对上，保留原拟写。" if kept else None,
        items=items,
        fidelity=fidelity(
            [
                Statement(text=one.text, citations=one.citations, check="verified", problems=one.problems)
                for one in sentences
            ]
        ),
    )


def draft_prompt() -> Prompt:
    """Return the prompt; its hash tells apart the summaries that different wordings of it made."""
    return load_prompt("summarize", variables=frozenset({"draft", "style"}))


def _sentence(summary: Summary, place: _Place) -> SummarySentence:
    return summary.items[place.item].sentences[place.sentence]


def _batches(summary: Summary) -> Iterator[list[_Place]]:
    """Yield the sentences that a model may reword, so many as fit into a request; entries stay together if they can.

    A sentence that holds only because it counts (共有6项议题) stays as it is.
    """
    batch: list[_Place] = []
    filled = 0
    for number, item in enumerate(summary.items):
        places = [_Place(number, index) for index in range(len(item.sentences))]
        places = [place for place in places if _provable(summary, place)]
        sizes = [len(_evidence(summary, place)) for place in places]
        whole = len(places) <= MOST_SENTENCES and sum(sizes) <= MOST_CHARACTERS
        if batch and whole and (len(batch) + len(places) > MOST_SENTENCES or filled + sum(sizes) > MOST_CHARACTERS):
            yield batch
            batch, filled = [], 0
        for place, size in zip(places, sizes, strict=True):
            if batch and (len(batch) == MOST_SENTENCES or filled + size > MOST_CHARACTERS):
                yield batch
                batch, filled = [], 0
            batch.append(place)
            filled += size
    if batch:
        yield batch


def _provable(summary: Summary, place: _Place) -> bool:
    """Tell whether the sources prove the draft's own sentence by their wording alone."""
    sentence = _sentence(summary, place)
    own = [summary.citations[index] for index in sentence.citations]
    return not check_sources(sentence.text, sources_of(own))


def _listed(summary: Summary, places: Sequence[_Place]) -> str:
    """Return the sentences as the model reads them, numbered from 1, under the titles of their entries."""
    lines: list[str] = []
    for number, place in enumerate(places, start=1):
        item = summary.items[place.item]
        title = "｜".join(part for part in (item.label, one_line(item.title)) if part)
        lines.append(Passage(number, Quote("", 0, 0), _evidence(summary, place), f"〔{title}〕").to_text())
    return "\n".join(lines).replace("〖材料", "〖草稿")


def _evidence(summary: Summary, place: _Place) -> str:
    """Return a sentence of the draft with the wording of its sources."""
    sentence = _sentence(summary, place)
    quotes = (one_line(summary.citations[index].quote)[:LONGEST_QUOTE] for index in sentence.citations)
    return f"{one_line(sentence.text)}\n依据：{'／'.join(dict.fromkeys(quotes))}"


def _accepted(text: str, places: Sequence[_Place], summary: Summary, documents: Mapping[str, Document]) -> Chosen:
    """Return the sentences of a reply that hold; each of the draft's is told once, by the first that tells it."""
    reply = parse_reply(text)
    chosen: Chosen = {}
    told: set[_Place] = set()
    for words, numbers in reply.statements if reply else ():
        own = tuple(places[number - 1] for number in sorted(numbers) if 1 <= number <= len(places))
        words = _tidy(words)
        if (
            not words
            or not own
            or len(own) != len(numbers)
            or told & set(own)
            or len({place.item for place in own}) > 1
        ):
            continue
        drafted = [_sentence(summary, place) for place in own]
        if len(words) <= _longest(drafted, summary) and not faults(words, drafted, summary.citations, documents):
            chosen[own[0]] = (words, own)
            told |= set(own)
    return chosen


def _tidy(words: str) -> str:
    """Return a sentence on one line that ends in a full stop, without marks of sources.

    >>> _tidy("会议原则通过该办法[1]")
    '会议原则通过该办法。'
    """
    bare = re.sub(r"\s*[\[【]\d+(?:[,，、]\d+)*[\]】]", "", one_line(words)).rstrip(_ENDS)
    return f"{bare}。" if bare else ""


def _longest(drafted: Sequence[SummarySentence], summary: Summary) -> int:
    """Return how long the new words may be: no longer than the draft where its length is limited."""
    length = sum(len(sentence.text) for sentence in drafted)
    return length if summary.style == "brief" else length + length // 10 + 6


def _item(item: SummaryItem, number: int, chosen: Chosen) -> SummaryItem:
    """Return an entry with the new words in the place of those that they stand for."""
    gone = {place for _, places in chosen.values() for place in places[1:]}
    sentences: list[SummarySentence] = []
    for index, sentence in enumerate(item.sentences):
        place = _Place(number, index)
        if place in gone:
            continue
        if place in chosen:
            text, places = chosen[place]
            own = [item.sentences[one.sentence] for one in places]
            points = {one.point for one in own}
            sentence = replace(
                sentence,
                text=text,
                citations=tuple(sorted({index for one in own for index in one.citations})),
                check="verified",
                problems=(),
                point=sentence.point if len(points) == 1 else None,
            )
        sentences.append(sentence)
    return replace(item, sentences=tuple(sentences))
