"""The timeline tab: one matter through the meetings, in order of date, every sentence with its source."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import gradio as gr

from pipeline.errors import JiyaoError
from pipeline.generation.summary.chapter_words import STAGES
from pipeline.interface import theme
from pipeline.interface.language import retold, say, speaking
from pipeline.interface.parcels import PARCELS
from pipeline.interface.roles import needs
from pipeline.interface.shelving import value_of
from pipeline.interface.tables import field, send, suggestions
from pipeline.interface.wording import day, escape, note, plain, render_empty, source_value, stamp

if TYPE_CHECKING:
    from pipeline.assistant import Assistant

MOST_SUGGESTED = 8
"""Matters offered by themselves: those that came before more than one meeting, the latest first."""


class Following:
    """The tab of the timeline: the name of a matter, its meetings.

    Args:
        assistant: the verbs.
    """

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant

    def lay_out(self, tab: gr.Tab) -> None:
        """Lay out the tab; the caller stands in it."""
        self.tab = tab
        self.asking = theme.place("matter")
        self.line = theme.place("timeline")
        self.parcel = theme.place("matter-parcel")
        self.made = gr.State(None, time_to_live=8 * 3600)

    def bind(self, top: gr.HTML) -> None:
        """Bind the events of the tab; in another language, chosen on the bar `top`, it is shown anew."""
        self.tab.select(self.open, None, self.asking, **theme.FAST)
        top.switch_language(self.reopen, self.made, [self.asking, self.line], **theme.FAST)
        for html in (self.asking, self.line):
            html.follow_matter(self.follow, None, [self.made, self.line], **theme.FAST)
        self.line.take_draft(self.take, self.made, self.parcel, **theme.FAST)

    @needs("reader")
    def open(self) -> str:
        """Show the field, with matters that came before more than one meeting."""
        try:
            if not self.assistant.entries():
                return render_empty()
            return render_asking(returning(self.assistant.catalogue.agenda()))
        except JiyaoError as error:
            return note(plain(error), tone="bad")

    @needs("reader")
    def reopen(self, made: Any) -> tuple[str, str]:
        """Show the field, and the matter that was put together."""
        return self.open(), "" if made is None else self._line(made)

    @needs("reader")
    def follow(self, event: gr.EventData) -> tuple[Any, str]:
        """Put one matter together through the meetings."""
        text = str(value_of(event).get("matter") or "").strip()
        if not text:
            return None, note(say("请写下事项的名称。"))
        try:
            found = self.assistant.topic(text)
        except JiyaoError as error:
            return None, note(plain(error))
        return found, self._line(found)

    @needs("reader")
    def take(self, made: Any, event: gr.EventData) -> str:
        """Make a file of what is shown; the browser fetches it."""
        from pipeline.generation.exports import summary_file

        if made is None:
            return note(say("请先查一个事项。"))
        format = str(value_of(event).get("format") or "md")
        try:
            token = PARCELS.keep(f"{made.name}.{format}".replace("/", "_"), summary_file(made, format=format))
        except JiyaoError as error:
            return note(plain(error), tone="bad")
        return f'<a class="unseen" data-download="{token}" href="download/draft?token={token}">{escape(made.name)}</a>'

    def _line(self, found: Any) -> str:
        """Return a matter as a line of meetings."""
        try:
            dates = {one.document_id: one.date for one in self.assistant.entries()}
        except JiyaoError as error:
            return note(plain(error), tone="bad")
        return render_timeline(found.to_json(), dates)


def returning(headings: Sequence[Any]) -> list[str]:
    """Return the matters that several documents have on their agenda, those of most documents first.

    Args:
        headings: `catalogue.Heading` objects, one for each item.
    """
    from pipeline.generation.matter_names import matter_name

    found: dict[str, dict[str, str]] = {}
    for one in headings:
        name = matter_name(one.title)
        if 4 <= len(name) <= 40:
            found.setdefault(name, {})[one.document_id] = one.title
    several = [(len(titles), name) for name, titles in found.items() if len(titles) > 1]
    return [name for _, name in sorted(several, key=lambda pair: -pair[0])]


def render_asking(names: Sequence[str]) -> str:
    """Return the field for a matter, with some that came before several meetings."""
    offered = "".join(
        send("follow_matter", {"matter": name}, name, style="plain-button") for name in names[:MOST_SUGGESTED]
    )
    shown = f'<div class="offered"><span>{say("多次上会")}</span>{offered}</div>' if offered else ""
    hint = say("事项、文件或单位的名称，如 停车管理")
    told = say("写下一件事，各次会议怎么说的会按日期排成一线，逐句有出处。")
    return (
        '<form class="controls" data-send="follow_matter">'
        + field("matter", say("一件事，从首次研究到后来"), hint=hint, kind="search", options="known-matters").replace(
            '"control"', '"control wide-control"', 1
        )
        + f'<button type="submit" class="solid">{say("查来龙去脉")}</button></form>{shown}'
        + f'<p class="aside before">{told}</p>'
        + suggestions("known-matters", names)
    )


def render_timeline(summary: Mapping[str, Any], dates: Mapping[str, str | None]) -> str:
    """Return one matter as a line of meetings.

    Args:
        summary: the `summarize` JSON of a matter.
        dates: the date of each document, by id.
    """
    from pipeline.generation.exports import SUMMARY_FORMATS

    entries = "".join(_entry(item, summary["citations"], dates) for item in summary["items"])
    words = {"docx": "Word", "md": "Markdown", "json": "JSON"}
    taking = "".join(
        send("take_draft", {"format": format}, name, label=f"{say('下载')} {name}")
        for format, name in words.items()
        if format in SUMMARY_FORMATS
    )
    meetings = len({item["document_id"] for item in summary["items"]})
    aside = f'<p class="aside">{escape(retold(summary["notice"]))}</p>' if summary.get("notice") else ""
    return (
        f'<article class="matter"><header><h2>{escape(summary["topic"] or summary["name"])}</h2><div class="tools">'
        f'<span class="count" role="status">{say("{n} 份文件", n=meetings)}</span>'
        f'<span class="downloads"><span>{say("下载")}</span>{taking}</span></div></header>'
        f'<ol class="timeline">{entries}</ol>{aside}</article>'
    )


def _entry(item: Mapping[str, Any], citations: Sequence[Mapping[str, Any]], dates: Mapping[str, str | None]) -> str:
    """Return one meeting: its date, what it did with the matter, what it said."""
    date = dates.get(item["document_id"])
    stage = item.get("stage") or ""
    told = "".join(
        f"<li{' class=flagged' if sentence['check'] == 'flagged' else ''}>{escape(sentence['text'])}"
        + "".join(_chip(citations[index], index) for index in sentence["citations"] if 0 <= index < len(citations))
        + "</li>"
        for sentence in item["sentences"]
    )
    said = f'<span class="badge">{say(STAGES[stage])}</span>' if stage in STAGES else ""
    note_ = f'<p class="aside">{escape(retold(item["note"]))}</p>' if item.get("note") else ""
    # The date and the stage stand beside it already: 「2020年3月7日　市政府第50次常务会议，议题六　〔库中首见〕」
    heading = re.sub(r"〔[^〔〕]*〕$", "", item.get("heading") or item["title"]).strip()
    with speaking("zh"):  # the engine writes it so, whatever the screen speaks
        heading = heading.removeprefix(day(date)).strip()
    title = f"<p class='title'>{escape(item['title'])}</p>" if item["title"] and item["title"] not in heading else ""
    return (
        f'<li class="{stage}"><div class="when">{day(date) or say("日期未写明")}</div>'
        f"<div><h3>{escape(heading)}{said}</h3>{title}<ul>{told}</ul>{note_}</div></li>"
    )


def _chip(citation: Mapping[str, Any], index: int) -> str:
    """Return the number that opens a source."""
    opening = source_value(citation["document_id"], citation["start"], citation["end"], number=index + 1)
    label = say("来源 {n}：{where}，打开原文", n=index + 1, where=stamp(citation))
    return f'<button class="chip" {opening} aria-label="{escape(label)}">{index + 1}</button>'
