"""The first screen: questions, short answers with numbered sources, refusals with what was searched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.interface.reading import numbered
from pipeline.interface.session import Conversation, Turn
from pipeline.interface.wording import (
    REASONS,
    ROUTES,
    attribute,
    escape,
    filters_in_words,
    heading,
    note,
    source_value,
    stamp,
)
from pipeline.minutes import Document, Item

SOURCES_SHOWN = 5
"""Sources listed under an answer at once; the rest unfolds."""
QUOTE_SHOWN = 90
"""Characters of a quote shown in the list of sources; the whole quote is in the pane."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sample question, and the name of the document from which it was made."""

    question: str
    about: str


def suggestions(documents: Iterable[Document], *, most: int = 4) -> list[Suggestion]:
    """Return questions that the library can answer, made from its own documents, taking turns between them."""
    each = [list(_about(document)) for document in documents]
    # Another kind of question for each document, so that the page shows what can be asked.
    each = [
        [*asked[place % len(asked) :], *asked[: place % len(asked)]] if asked else []
        for place, asked in enumerate(each)
    ]
    turns = max(map(len, each), default=0)
    return [questions[turn] for turn in range(turns) for questions in each if turn < len(questions)][:most]


def render_welcome(samples: Sequence[Suggestion], *, documents: int) -> str:
    """Return the empty page: what one can ask, or how to begin where the library is empty."""
    if not documents:
        return (
            '<div class="welcome"><h1>先放入文件，再提问</h1><p>文库还是空的。请到“文库”页上传会议纪要，'
            "每个回答都会附上原文出处。</p></div>"
        )
    cards = "".join(
        f'<button type="button" class="sample" data-event="pick_question" data-value="{attribute(sample.question)}">'
        f"<span>{escape(sample.question)}</span><small>{escape(sample.about)}</small></button>"
        for sample in samples
    )
    return (
        '<div class="welcome"><h1>问纪要</h1><p>每句回答都注明出处，点开即见原文；文件没有写明的，会直说没有。</p>'
        f'<div class="samples" role="group" aria-label="可以这样问">{cards}</div></div>'
    )


def render_conversation(conversation: Conversation) -> str:
    """Return the turns as HTML, oldest first."""
    dropped = f'<p class="aside">较早的 {conversation.dropped} 个问题已收起。</p>' if conversation.dropped else ""
    return dropped + "".join(
        render_turn(turn, number) for number, turn in enumerate(conversation.turns, start=conversation.dropped + 1)
    )


def render_turn(turn: Turn, number: int = 1) -> str:
    """Return one question with its answer, its refusal, or its problem."""
    if turn.answer is not None:
        body = _refusal(turn.answer) if turn.answer["refused"] else _answer(turn.answer)
    elif turn.problem:
        body = note(turn.problem, tone="bad")
    else:
        body = '<p class="seeking" role="status">正在查找</p>'
    return f'<article class="turn" id="turn-{number}"><h2 class="question">{escape(turn.question)}</h2>{body}</article>'


def copy_text(answer: Mapping[str, Any]) -> str:
    """Return an answer as plain text with its citations, as it is put on the clipboard."""
    lines = [
        f"[{number}] {stamp(citation)}{_colon(citation)}“{citation['quote']}”"
        for number, citation in enumerate(answer["citations"], start=1)
    ]
    marked = [
        statement["text"] + "".join(f"[{index + 1}]" for index in statement["citations"])
        for statement in answer["statements"]
    ]
    return "\n".join([*(marked or [answer["answer"]]), *([""] if lines else []), *lines])


def _answer(answer: Mapping[str, Any]) -> str:
    """Return an answer: the words first, then its sources."""
    return f'<div class="answer">{_words(answer)}</div>{_sources(answer)}{_facts(answer)}'


def _refusal(answer: Mapping[str, Any]) -> str:
    """Return a refusal: why, what was searched, what the item does state, and the nearest items as links."""
    searched = answer["searched"]
    held = f"（{filters_in_words(searched['filters'])}）" if searched["filters"] else ""
    looked = f'<p class="looked">查找了 {searched["documents"]} 份文件{escape(held)}</p>'
    if "检索" in answer["answer"] and not held:
        looked = ""  # The answer says so itself.
    nearest = "".join(_near(hit) for hit in answer["nearest"][:5])
    reason = REASONS.get(answer["reason"] or "", "没有回答")
    return (
        f'<div class="answer refused"><p class="reason">{escape(reason)}</p>{_words(answer)}'
        f"{looked}"
        + (f'<p class="near">最接近的内容</p><ul class="plain">{nearest}</ul>' if nearest else "")
        + f"</div>{_sources(answer)}{_facts(answer)}"
    )


def _near(hit: Mapping[str, Any]) -> str:
    """Return a passage near to what was asked, as a link: its item, else how it begins."""
    title = heading(hit["item"], hit["item_title"]) or _shortened(hit["text"])
    return (
        f'<li><button class="textlink" {source_value(hit["document_id"], hit["start"], hit["end"])}>'
        f"{escape(title)}</button>"
        f"<small>{escape(stamp(hit))}</small></li>"
    )


def _words(answer: Mapping[str, Any]) -> str:
    """Return the words of an answer, each statement followed by the numbers of its sources."""
    stated = [one for one in answer["statements"] if answer["mode"] == "extractive" or one["check"] == "verified"]
    texts = [statement["text"] for statement in stated]
    joined = next((text for text in ("\n".join(texts), "".join(texts)) if answer["answer"].endswith(text)), None)
    # An answer that does not end in its statements is shown as it is, with all numbers after it.
    if joined is None or not texts:
        chips = "".join(_chips(answer, statement) for statement in stated)
        return f"<p>{_lines(answer['answer'])}{chips}</p>{_left_out(answer, stated)}"
    preface = answer["answer"].removesuffix(joined).strip()
    whole = "".join(
        f"<p{_flag(statement)}>{_lines(statement['text'])}{_chips(answer, statement)}{_problems(statement)}</p>"
        for statement in stated
    )
    return (f'<p class="preface">{_lines(preface)}</p>' if preface else "") + whole + _left_out(answer, stated)


def _left_out(answer: Mapping[str, Any], stated: Sequence[Mapping[str, Any]]) -> str:
    """Return what a model said beyond its sources, folded away and never among the answer."""
    others = [statement for statement in answer["statements"] if statement not in stated]
    if not others:
        return ""
    said = "".join(
        f'<p class="flagged">{_lines(one["text"])}{_chips(answer, one)}{_problems(one)}</p>' for one in others
    )
    return (
        f'<details class="left-out"><summary>{len(others)} 句未能与原文核对一致，未列入回答</summary>{said}</details>'
    )


def _lines(text: str) -> str:
    """Return a text with its line ends kept."""
    return escape(text.strip("\n")).replace("\n", "<br>")


def _flag(statement: Mapping[str, Any]) -> str:
    """Return the class of a statement whose proof does not hold."""
    return ' class="flagged"' if statement["check"] == "flagged" else ""


def _problems(statement: Mapping[str, Any]) -> str:
    """Return why a statement is flagged, in words."""
    if statement["check"] != "flagged":
        return ""
    said = [
        problem if isinstance(problem, str) else str(problem.get("message") or problem.get("text") or "")
        for problem in statement["problems"]
    ]
    why = "：" + "；".join(filter(None, said)) if any(said) else ""
    return f'<span class="doubt">未能与原文核对一致{escape(why)}</span>'


def _chips(answer: Mapping[str, Any], statement: Mapping[str, Any]) -> str:
    """Return the numbers after a statement; each opens its source."""
    citations = answer["citations"]
    return "".join(
        f'<button class="chip" {numbered(citations, index)} '
        f'aria-label="来源 {index + 1}：{escape(stamp(citations[index]))}，打开原文">{index + 1}</button>'
        for index in statement["citations"]
        if 0 <= index < len(citations)
    )


def _sources(answer: Mapping[str, Any]) -> str:
    """Return the list of sources: where, and the beginning of the quote; the stamp stands once over its document."""
    citations = answer["citations"]
    if not citations:
        return ""
    shown, folded = range(min(len(citations), SOURCES_SHOWN)), range(SOURCES_SHOWN, len(citations))
    if len(folded) == 1:
        shown, folded = range(len(citations)), range(0)
    rest = (
        f"<details><summary>其余 {len(folded)} 处来源</summary><ol>{_source_rows(citations, folded)}</ol></details>"
        if folded
        else ""
    )
    return f'<div class="sources" role="group" aria-label="来源"><ol>{_source_rows(citations, shown)}</ol>{rest}</div>'


def _source_rows(citations: Sequence[Mapping[str, Any]], indexes: range) -> str:
    """Return some sources as rows, with a line above the first of each document."""
    rows = []
    for index in indexes:
        citation = citations[index]
        if index == indexes.start or citations[index - 1]["document_id"] != citation["document_id"]:
            rows.append(f'<li class="group">{escape(stamp(citation))}</li>')
        page = f"（第 {citation['page']} 页）" if citation.get("page") else ""
        item = heading(citation["item"], citation["item_title"])
        where = f'<span class="where">{escape(item)}{page}</span>' if item or page else ""
        rows.append(
            f'<li><button class="source" {numbered(citations, index)}><span class="number">{index + 1}</span>'
            f"{where}<q>{escape(_shortened(citation['quote']))}</q></button></li>"
        )
    return "".join(rows)


def _facts(answer: Mapping[str, Any]) -> str:
    """Return the quiet last line: where the answer was taken from, how long it took, and the copy button."""
    total = answer["seconds"].get("total")
    said = [ROUTES.get(answer["route"], ""), "" if total is None else f"用时 {total:.2f} 秒"]
    if answer["mode"] == "model":
        said.insert(0, f"模型 {answer['model']}")
    return (
        note(answer.get("notice") or "") + f'<p class="facts"><span>{escape(" · ".join(filter(None, said)))}</span>'
        f'<button type="button" class="quiet" data-copy="{escape(copy_text(answer))}">复制回答与出处</button></p>'
    )


def _shortened(quote: str) -> str:
    """Return a quote on one line, cut where it is long."""
    line = re.sub(r"\s+", " ", quote).strip()
    return line if len(line) <= QUOTE_SHOWN else line[:QUOTE_SHOWN] + "…"


def _colon(citation: Mapping[str, Any]) -> str:
    """Return the item of a citation between its stamp and its quote."""
    item = heading(citation["item"], citation["item_title"])
    return f" · {item}：" if item else "："


def _about(document: Document) -> Iterable[Suggestion]:
    """Yield questions that this document answers, the most telling first."""
    about = document.document_number or document.name
    meeting = document.meeting.name
    with_points = [item for item in document.items if item.points]
    if document.kind == "rectification":
        for item in sorted(with_points, key=lambda item: len(item.title))[:2]:
            yield Suggestion(f"{_matter(item)}采取了哪些措施？", about)
        return
    named = [item for item in with_points if item.title.startswith("《")]
    shortest = min(named, key=lambda item: len(item.title), default=None)
    if shortest:
        yield Suggestion(f"{shortest.title}有什么要求？", about)
    if (
        meeting
        and sum(1 for item in document.items if any(one.class_ == "approved_in_principle" for one in item.outcomes)) > 1
    ):
        yield Suggestion(f"{meeting}原则通过了哪些文件？", about)
    elif meeting and document.meeting.chair:
        yield Suggestion(f"{meeting}由谁主持？", about)
    reported = next((item for item in document.items if item.presenter and item is not shortest), None)
    if reported:
        yield Suggestion(f"{reported.title}由谁汇报？", about)


def _matter(item: Item) -> str:
    """Return the matter of a report's item as one would name it in a question.

    >>> from pipeline.minutes import Item
    >>> _matter(Item(label="3", number=3, title="关于“窗口排队时间长”问题的整改情况。", start=0, end=20))
    '关于“窗口排队时间长”问题'
    """
    return re.sub(r"(?:的)?整改(?:落实)?(?:情况|进展)?[。.]?$", "", item.title.strip()).rstrip("。.")
