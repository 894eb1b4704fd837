"""The list of earlier conversations beside the chat: searched, opened again, deleted."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import groupby

from pipeline.interface.history import Past
from pipeline.interface.icons import icon
from pipeline.interface.language import say
from pipeline.interface.wording import attribute, day, escape


def render_past(past: Sequence[Past], *, current: str, words: str = "", today: datetime.date) -> str:
    """Return the list of conversations by day, the last one first.

    Args:
        past: what to list.
        current: the conversation that is open.
        words: what was searched for.
        today: the day that is called 今天.
    """
    if not past:
        said = say("没有找到这样的提问。") if words else say("还没有提问。")
        return f'<p class="aside">{said}</p>'
    groups = groupby(past, key=lambda one: one.at[:10])
    return "".join(
        f"<section><h3>{_day(date, today)}</h3><ul>{''.join(_row(one, current) for one in among)}</ul></section>"
        for date, among in groups
    )


def render_rail() -> str:
    """Return the frame of the list: a new conversation, the search field."""
    return (
        '<div class="rail-head">'
        f'<button type="button" class="fresh" data-event="new_conversation" data-value="0">{icon("new")}'
        f"{say('新对话')}</button>"
        f'<button type="button" class="quiet close-rail" data-rail="0" aria-label="{say("收起历史")}">'
        f"{icon('close')}</button></div>"
        f'<label class="find-past"><span class="unseen">{say("查找历史提问")}</span>'
        f'<input type="search" data-past="1" placeholder="{say("查找历史提问")}" autocomplete="off"></label>'
    )


def _row(one: Past, current: str) -> str:
    """Return one conversation: its first question, and the button that deletes it."""
    here = ' aria-current="true"' if one.conversation_id == current else ""
    value = attribute({"conversation_id": one.conversation_id})
    title = escape(one.title)
    deletes = say("删除提问记录：{title}", title=title)
    more = f"<small>{say('{n} 问', n=one.turns)}</small>" if one.turns > 1 else ""
    return (
        f'<li><button type="button" class="past"{here} data-event="open_conversation" data-value="{value}">'
        f"<span>{title}</span>{more}</button>"
        f'<button type="button" class="quiet danger" data-confirm="{say("确认删除")}" '
        f'data-event="forget_conversation" data-value="{value}" aria-label="{deletes}">'
        f"{icon('close')}</button></li>"
    )


def _day(date: str, today: datetime.date) -> str:
    """Return the heading of a day.

    >>> _day("2021-03-08", datetime.date(2021, 3, 9)), _day("2020-05-01", datetime.date(2021, 3, 9))
    ('昨天', '2020年5月1日')
    """
    near = {today: "今天", today - datetime.timedelta(days=1): "昨天"}
    known = near.get(datetime.date.fromisoformat(date))
    return say(known) if known else day(date)
