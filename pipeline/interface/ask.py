"""The first screen: questions, short answers with numbered sources, refusals with what was searched."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.interface.icons import icon
from pipeline.interface.language import mark, retold, say
from pipeline.interface.session import Conversation, Turn
from pipeline.interface.sources import chips, copy_text, render_sources, shortened
from pipeline.interface.standing import is_removed, render_gone
from pipeline.interface.suggest import Suggestion
from pipeline.interface.wording import (
    REASONS,
    ROUTES,
    attribute,
    escape,
    filters_in_words,
    heading,
    note,
    render_empty,
    source_value,
    stamp,
)


def render_welcome(samples: Sequence[Suggestion], *, documents: int) -> str:
    """Return the empty page: what one can ask, or how to begin where the library is empty."""
    if not documents:
        return (
            f'<div class="welcome"><h2>{say("先放入文件，再提问")}</h2>'
            f"<p>{say('文库还是空的。请到“文库”页上传会议纪要，每个回答都会附上原文出处。')}</p>"
            f'<button type="button" class="plain-button" data-tab="library">{say("去文库")}</button></div>'
        )
    rows = "".join(
        '<li><button type="button" class="sample" data-event="ask_question" '
        f'data-value="{attribute({"question": sample.question, "sample": True})}">'
        f"<span>{escape(sample.question)}</span><small>{escape(sample.about)}</small></button></li>"
        for sample in samples
    )
    listed = f'<ul class="samples" aria-label="{say("可以这样问")}">{rows}</ul>' if rows else ""
    return (
        f'<div class="welcome"><h2>{say("问纪要")}</h2>'
        f"<p>{say('每句回答都注明出处，点开即见原文；文件没有写明的，会直说没有。')}</p>{listed}</div>"
    )


def render_conversation(conversation: Conversation) -> str:
    """Return the turns as HTML, oldest first."""
    n = conversation.dropped
    dropped = f'<p class="aside">{say("较早的 {n} 个问题已收起，可在历史中查看。", n=n)}</p>' if n else ""
    return dropped + "".join(
        render_turn(turn, number) for number, turn in enumerate(conversation.turns, start=conversation.dropped + 1)
    )


def render_last(conversation: Conversation, *, going_on: bool = False) -> str:
    """Return the last turn, which stands in a place of its own so that the earlier ones stay still while it grows."""
    if not conversation.turns:
        return ""
    return render_turn(conversation.turns[-1], conversation.dropped + len(conversation.turns), going_on=going_on)


def render_earlier(conversation: Conversation) -> str:
    """Return all turns but the last."""
    return render_conversation(Conversation(conversation.turns[:-1], conversation.dropped))


def render_turn(turn: Turn, number: int = 1, *, going_on: bool = False) -> str:
    """Return one question with its answer, its refusal, or its problem.

    Args:
        turn: the question and what came of it.
        number: its place in the conversation, from 1.
        going_on: more of the answer is to come: only its proven words so far are shown.
    """
    if turn.answer is not None and going_on:
        body = f'<div class="answer">{_words(turn.answer)}</div>{_seeking(say("正在作答"))}'
    elif turn.answer is not None:
        body = (_refusal(turn) if turn.answer["refused"] else _answer(turn)) + _facts(turn)
    elif turn.problem:
        body = note(turn.problem, tone="bad") + _actions(turn)
    elif turn.stopped:
        body = note(say("已停止。")) + _actions(turn)
    else:
        body = _seeking(say("正在查找"))
    busy = ' aria-busy="true"' if going_on or (turn.answer is None and not turn.problem and not turn.stopped) else ""
    return (
        f'<article class="turn" id="turn-{number}" data-turn="{escape(turn.turn_id)}"{busy}>'
        f'<h3 class="question" lang="zh-CN">{escape(turn.question)}</h3>{body}</article>'
    )


def _seeking(words: str) -> str:
    """Return the line that shows that work goes on."""
    return f'<p class="seeking">{words}</p>'


def _answer(turn: Turn) -> str:
    """Return an answer: the words first, then its sources."""
    answer = turn.answer or {}
    return f'<div class="answer">{_words(answer)}</div>{render_sources(answer)}'


def _refusal(turn: Turn) -> str:
    """Return a refusal: why, what the item does state, what was searched, and the nearest items as links."""
    answer = turn.answer or {}
    nearest = "".join(_near(hit) for hit in answer["nearest"][:5])
    reason = say(REASONS.get(answer["reason"] or "", "没有回答"))
    if answer["reason"] == "library_empty":  # the engine names the command line here
        return f'<div class="answer refused"><p class="reason">{reason}</p>{render_empty()}</div>'
    near = f'<p class="near">{say("最接近的内容")}</p><ul class="plain">{nearest}</ul>' if nearest else ""
    return (
        f'<div class="answer refused"><p class="reason">{reason}</p>{_words(answer)}</div>'
        f'{render_sources(answer)}<div class="looked-in">{_searched(answer)}{near}</div>'
    )


def _searched(answer: Mapping[str, Any]) -> str:
    """Return what was searched: how many documents, within which filters, and the documents as links."""
    searched = answer["searched"]
    held = f"（{filters_in_words(searched['filters'])}）" if searched["filters"] else ""
    names = answer.get("looked_in") or []
    links = "".join(f"<li>{_link(one, one['name'], 0, 0)}</li>" for one in names)
    rest = searched["documents"] - len(names)
    more = f"<li>{say('另 {n} 份', n=rest)}</li>" if names and rest > 0 else ""
    said = say("查找了 {n} 份文件", n=searched["documents"])
    return f'<p class="looked">{said}{escape(held)}</p>' + (f'<ul class="named">{links}{more}</ul>' if links else "")


def _near(hit: Mapping[str, Any]) -> str:
    """Return a passage near to what was asked, as a link: its item, else how it begins."""
    title = heading(hit["item"], hit["item_title"]) or shortened(hit["text"])
    link = _link(hit, title, hit["start"], hit["end"], quote=hit["text"])
    return f"<li>{link}<small>{escape(stamp(hit))}</small></li>"


def _link(source: Mapping[str, Any], words: str, start: int, end: int, *, quote: str | None = None) -> str:
    """Return words that open a place of a document; of a removed one only that it is gone."""
    if is_removed(source):
        return f'<span class="gone">{escape(words)}</span>{render_gone()}'
    opens = source_value(source["document_id"], start, end, quote=quote)
    return f'<button class="textlink" {opens}>{escape(words)}</button>'


def _words(answer: Mapping[str, Any]) -> str:
    """Return the words of an answer, each statement followed by the numbers of its sources."""
    stated = [one for one in answer["statements"] if answer["mode"] == "extractive" or one["check"] == "verified"]
    texts = [statement["text"] for statement in stated]
    joined = next((text for text in ("\n".join(texts), "".join(texts)) if answer["answer"].endswith(text)), None)
    # An answer that does not end in its statements is shown as it is, with all numbers after it.
    if joined is None or not texts:
        after = "".join(chips(answer, statement) for statement in stated)
        return f"<p>{_lines(_preface(answer['answer']))}{after}</p>{_left_out(answer, stated)}"
    preface = _preface(answer["answer"].removesuffix(joined).strip())
    whole = "".join(
        f"<p{_flag(answer, statement)}>{_lines(_stated(answer, statement))}"
        f"{chips(answer, statement)}{_problems(statement)}</p>"
        for statement in stated
    )
    return (f'<p class="preface">{_lines(preface)}</p>' if preface else "") + whole + _left_out(answer, stated)


def _preface(text: str) -> str:
    """Return our own words in the reader's language; that so many were searched is said below, once.

    >>> _preface("库中文件没有载明所问内容。已检索 3 份文件（范围：单位市财政局）。")
    '库中文件没有载明所问内容。'
    """
    return retold(re.sub(r"已检索 \d+ 份文件(?:（范围：[^）]*）)?。$", "", text) or text)


def _stated(answer: Mapping[str, Any], statement: Mapping[str, Any]) -> str:
    """Return a statement; where a refusal says what is not stated, it is ours and in the reader's language."""
    return retold(statement["text"]) if answer["refused"] else str(statement["text"])


def _left_out(answer: Mapping[str, Any], stated: Sequence[Mapping[str, Any]]) -> str:
    """Return what a model said beyond its sources, folded away and never among the answer."""
    others = [
        *(statement for statement in answer["statements"] if statement not in stated),
        *({**one, "check": "flagged", "citations": []} for one in answer.get("dropped") or []),
    ]
    if not others:
        return ""
    said = "".join(f"<li>{_lines(one['text'])}{_problems(one)}</li>" for one in others)
    title = say("模型另有 {n} 句未能与原文核对一致，未列入回答", n=len(others))
    return f'<details class="left-out"><summary>{title}</summary><ul class="plain">{said}</ul></details>'


def _lines(text: str) -> str:
    """Return a text with its line ends kept."""
    return escape(text.strip("\n")).replace("\n", "<br>")


def _flag(answer: Mapping[str, Any], statement: Mapping[str, Any]) -> str:
    """Return the attributes of a statement: its language, and a class where its proof does not hold."""
    documents_own = "" if answer["refused"] else ' lang="zh-CN"'
    return documents_own + (' class="flagged"' if statement["check"] == "flagged" else "")


def _problems(statement: Mapping[str, Any]) -> str:
    """Return why a statement is flagged, in words."""
    if statement["check"] != "flagged":
        return ""
    said = [
        problem if isinstance(problem, str) else str(problem.get("message") or problem.get("text") or "")
        for problem in statement["problems"]
    ]
    why = mark("：") + mark("；").join(filter(None, map(retold, said))) if any(said) else ""
    return f'<span class="doubt">{say("未能与原文核对一致")}{escape(why)}</span>'


def _facts(turn: Turn) -> str:
    """Return the quiet last line: how the answer was made, and what one can do with it."""
    answer = turn.answer or {}
    total = answer["seconds"].get("total")
    route = ROUTES.get(answer["route"], "")
    held = "" if answer["refused"] else filters_in_words(answer["searched"]["filters"])
    within = say("范围（{held}）", held=held) if held else ""
    said = [
        say(route) if route else "",
        within,
        "" if total is None else say("用时 {seconds} 秒", seconds=f"{total:.2f}"),
    ]
    if answer["mode"] == "model":
        said.insert(0, say("模型 {name}", name=answer["model"]))
    halted = note(say("已停止。以上各句已与原文核对。")) if turn.stopped else ""
    how = f'<p class="how">{escape(" · ".join(filter(None, said)))}</p>'
    below = f'<div class="facts">{how}{_actions(turn)}</div>{_remark(turn) if turn.turn_id else ""}'
    return halted + note(retold(answer.get("notice") or "")) + below


def _actions(turn: Turn) -> str:
    """Return the buttons below an answer: copy, ask again, say what one thinks of it."""
    again = attribute({"question": turn.question, "scope": dict(turn.scope)})
    copied = (
        f'<button type="button" class="quiet" data-copy="{escape(copy_text(turn.answer))}" '
        f'aria-label="{say("复制回答与出处")}">{icon("copy")}{say("复制")}</button>'
        if turn.answer is not None
        else ""
    )
    rated = _rating(turn) if turn.answer is not None and turn.turn_id else ""
    return (
        f'<div class="acts">{copied}<button type="button" class="quiet" data-event="ask_question" '
        f'data-value="{again}" aria-label="{say("重新提问")}">{icon("again")}{say("再问")}</button>{rated}</div>'
    )


def _rating(turn: Turn) -> str:
    """Return the two thumbs."""
    names = {"good": say("有用"), "bad": say("有误")}
    return "".join(
        f'<button type="button" class="quiet thumb" data-rate="{verdict}" '
        f'aria-pressed="{str(turn.verdict == verdict).lower()}" aria-label="{name}" title="{name}">'
        f"{icon(verdict)}</button>"
        for verdict, name in names.items()
    )


def _remark(turn: Turn) -> str:
    """Return the field for a note, which opens with the thumbs."""
    hidden = "" if turn.note else " hidden"
    return (
        f'<form class="remark" data-turn-id="{escape(turn.turn_id)}"{hidden}>'
        f'<label><span class="unseen">{say("附注")}</span>'
        f'<input type="text" name="note" maxlength="2000" value="{escape(turn.note)}" '
        f'placeholder="{say("附注（可不填，编辑可见）：哪里好，哪里不对")}"></label>'
        f'<button type="submit" class="quiet">{say("保存附注")}</button></form>'
    )
