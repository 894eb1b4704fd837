"""What every table on the screen shares: its head with sorting, buttons that ask the server, fields that filter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.interface.language import say
from pipeline.interface.wording import attribute, escape


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, the class of its cells, whether it sorts, holds numbers, and shows its title."""

    title: str
    name: str
    sorts: bool = True
    number: bool = False
    shown: bool = True


def head_of(columns: Sequence[Column], *, order: str | None = None) -> str:
    """Return the head of a table.

    Args:
        columns: its columns.
        order: the name of the column by which the server put the rows in order, with “-” before it the other way
            round, empty for none yet; `None`: the browser sorts by a click on a title.
    """
    titles = (_title(index, column, order) for index, column in enumerate(columns))
    return f"<thead><tr>{''.join(titles)}</tr></thead>"


def _title(index: int, column: Column, order: str | None) -> str:
    title = say(column.title)
    classes = f"{column.name}{' right' if column.number else ''}"
    if not column.shown:
        return f'<th scope="col" class="{classes}"><span class="unseen">{title}</span></th>'
    if not column.sorts:
        return f'<th scope="col" class="{classes}"><span>{title}</span></th>'
    sorts = f'data-sort="{index}"' if order is None else f'data-order="{column.name}"'
    ways = {column.name: ' aria-sort="ascending"', f"-{column.name}": ' aria-sort="descending"'}
    way = ways.get(order or "", "")
    return f'<th scope="col" class="{classes}"{way}><button type="button" {sorts}>{title}</button></th>'


def send(
    event: str,
    value: Mapping[str, Any],
    words: str,
    *,
    label: str = "",
    confirm: str = "",
    danger: bool = False,
    style: str = "quiet",
) -> str:
    """Return a button that asks the server for something.

    Args:
        event: what is asked.
        value: what goes with it.
        words: what stands on the button.
        label: what a screen reader says, where the words alone do not tell.
        confirm: what stands on it after the first click, where a second one is needed.
        danger: whether something is lost by it.
        style: its class.
    """
    named = f' aria-label="{escape(label)}"' if label else ""
    twice = f' data-confirm="{escape(confirm)}"' if confirm else ""
    return (
        f'<button type="button" class="{style}{" danger" if danger else ""}" data-send="{event}" '
        f'data-value="{attribute(dict(value))}"{named}{twice}>{escape(words)}</button>'
    )


def choice(name: str, label: str, options: Iterable[tuple[str, str]], *, chosen: str = "") -> str:
    """Return a list to choose from, with its label.

    Args:
        name: the field of the form.
        label: what it chooses.
        options: value and words of each.
        chosen: the value that is chosen now.
    """
    listed = "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(words)}</option>'
        for value, words in options
    )
    return f'<label class="control"><span>{escape(label)}</span><select name="{name}">{listed}</select></label>'


def field(name: str, label: str, *, value: str = "", hint: str = "", kind: str = "text", options: str = "") -> str:
    """Return a field to write in, with its label; `options` is the id of a list of suggestions."""
    listed = f' list="{options}"' if options else ""
    return (
        f'<label class="control"><span>{escape(label)}</span><input type="{kind}" name="{name}" '
        f'value="{escape(value)}" placeholder="{escape(hint)}"{listed} autocomplete="off"></label>'
    )


def suggestions(identity: str, words: Iterable[str]) -> str:
    """Return a list of suggestions for a field."""
    return f'<datalist id="{identity}">{"".join(f"<option>{escape(word)}</option>" for word in words)}</datalist>'
