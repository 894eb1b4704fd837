"""Where a question is written: the field, its buttons, and the quiet bar of filters below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.interface.icons import icon
from pipeline.interface.language import say
from pipeline.interface.wording import KINDS, escape, named_apart

CHOSEN_FROM = 200
"""Up to so many documents stand in a list to choose from; of more, one is named by its number or file."""

SCOPE = ("document", "kind", "unit", "from_date", "to_date")
"""The fields of the filter bar, as `Filters` names them."""


def render_composer(*, longest: int) -> str:
    """Return the field for a question and its buttons.

    Args:
        longest: characters that a question may have.
    """
    return (
        '<form class="composer"><div id="question"><label class="unseen" for="ask-field">'
        f'{say("问题")}</label><textarea id="ask-field" name="question" rows="1" data-longest="{longest}" '
        f'placeholder="{say("输入问题，回车提问")}" autocomplete="off" enterkeyhint="send" '
        'aria-describedby="ask-keys"></textarea>'
        f'<span class="unseen" id="ask-keys">{say("回车提问，Shift+回车换行，上箭头取回上一个问题")}</span></div>'
        f'<button type="submit" id="send" aria-label="{say("提问")}">{icon("send")}<span>{say("提问")}</span></button>'
        f'<button type="button" id="stop" data-event="stop_answer" data-value="0" hidden>'
        f"{icon('stop')}<span>{say('停止')}</span></button></form>"
    )


def render_scope(entries: Sequence[Any], *, chosen: Mapping[str, str] | None = None) -> str:
    """Return the bar of filters; an empty field does not narrow.

    Args:
        entries: the documents to choose from, `catalogue.Entry` objects.
        chosen: what is set, by the names of `SCOPE`.
    """
    held = chosen or {}
    named = [("", say("全部类型")), *((kind, say(name)) for kind, name in KINDS.items())]
    kinds = _options(named, held.get("kind", ""))
    return (
        f'<div class="scope" role="group" aria-label="{say("筛选范围")}">'
        f'<button type="button" class="quiet rail-opener" data-rail="1" aria-expanded="false">{icon("past")}'
        f"<span>{say('历史')}</span></button>"
        f'<button type="button" class="quiet narrow-opener" data-narrow="1" aria-expanded="false" '
        f'aria-controls="narrowing">{say("筛选")}<b class="narrowed" hidden></b></button>'
        f'<div class="narrowing" id="narrowing">{_document(entries, held.get("document", ""))}'
        f'<label class="choice"><span class="unseen">{say("类型")}</span><select name="kind">{kinds}</select></label>'
        f"{_field('unit', say('单位'), say('单位，如 市财政局'), held)}"
        f'<span class="dates">{_field("from_date", say("会议日期，自"), say("日期自，如 2017-05"), held)}'
        f"<i>—</i>{_field('to_date', say('会议日期，至'), say('至，如 2020'), held)}</span>"
        f'<button type="button" class="quiet clear" data-clear="1" hidden>{say("清除筛选")}</button></div></div>'
    )


def scope_of(given: object) -> dict[str, str]:
    """Return the filters that a browser sent; it is not trusted: only our fields, only short words.

    >>> scope_of({"unit": " 市财政局 ", "kind": "", "home": "/srv"})
    {'unit': '市财政局'}
    """
    if not isinstance(given, Mapping):
        return {}
    named = {name: given.get(name) for name in SCOPE}
    return {name: value.strip()[:200] for name, value in named.items() if isinstance(value, str) and value.strip()}


def _document(entries: Sequence[Any], chosen: str) -> str:
    """Return the choice of a document: a list, or a field to name one where there are too many for a list."""
    newest = sorted(entries, key=lambda entry: entry.date or "", reverse=True)
    if len(newest) <= CHOSEN_FROM:
        named = [("", say("全部文件")), *((one.document_id, named_apart(one)) for one in newest)]
        field = f'<select name="document">{_options(named, chosen)}</select>'
    else:
        options = "".join(
            f'<option value="{escape(one.document_number or one.file)}">{escape(one.name)}</option>'
            for one in newest[:CHOSEN_FROM]
        )
        field = (
            f'<input name="document" list="documents-known" value="{escape(chosen)}" autocomplete="off" '
            f'placeholder="{say("文号或文件名")}"><datalist id="documents-known">{options}</datalist>'
        )
    return f'<label class="choice"><span class="unseen">{say("文件")}</span>{field}</label>'


def _options(named: Sequence[tuple[str, str]], chosen: str) -> str:
    """Return the options of a list."""
    return "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(name)}</option>'
        for value, name in named
    )


def _field(name: str, label: str, placeholder: str, held: Mapping[str, str]) -> str:
    """Return one field of the bar."""
    return (
        f'<label class="choice"><span class="unseen">{label}</span><input type="text" name="{name}" '
        f'value="{escape(held.get(name, ""))}" placeholder="{placeholder}" autocomplete="off"></label>'
    )
