"""The reading pane's other view: the parsed tree of a document, with its notices, each part leading to its place."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.interface.language import mark, retold, say
from pipeline.interface.reading import head
from pipeline.interface.wording import OUTCOMES, day, doers, escape, heading, source_value
from pipeline.minutes import Attendance, Document, Item, Person, Point
from pipeline.retrieval.doubts import FURNITURE

MOST_ITEMS = 400
"""Items shown; a document with more says so."""

_DATE_SOURCES = {"document_number": "年份取自文号", "filename": "取自文件名", "correction": "由编辑更正"}


def render_structure(document: Document, document_id: str, *, opening: int = 0, above: str = "") -> str:
    """Return the parse tree as HTML: fields, items with points, other matters, attendance, notices.

    `above` is what stands before it, as HTML: a message, an editor's corrections.
    """
    items = "".join(_item(item, document_id) for item in document.items[:MOST_ITEMS])
    more = (
        f'<p class="aside">{say("只显示前 {most} 项，共 {n} 项。", most=MOST_ITEMS, n=len(document.items))}</p>'
        if len(document.items) > MOST_ITEMS
        else ""
    )
    matters = "".join(
        f"<li>{_link(document_id, matter.start, matter.end, f'{matter.verb}{matter.title}')}"
        f"{_badge(say(OUTCOMES[matter.outcome])) if matter.outcome else ''}</li>"
        for matter in document.other_matters
    )
    return (
        f'<article class="sheet" data-opening="{opening}" aria-label="{say("文件结构")}">'
        f"{head(document, document_id, view='tree')}"
        f'<div class="paper tree" tabindex="0" role="region" aria-label="{say("解析出的结构")}">'
        f"{above}{_notices(document, document_id)}{_fields(document)}"
        + (
            f"<h3>{say('议题 · {n} 项', n=len(document.items))}</h3>{items}{more}"
            if document.items
            else f'<p class="aside">{say("没有解析出议题。")}</p>'
        )
        + (f"<h3>{say('其他事项')}</h3><ul class='plain'>{matters}</ul>" if matters else "")
        + (_attendance(document.attendance) if document.attendance else "")
        + "</div></article>"
    )


def _fields(document: Document) -> str:
    """Return what the record states about itself; a field that is not stated says so."""
    meeting = document.meeting
    date = day(meeting.date)
    if date and meeting.date_source in _DATE_SOURCES:
        date += f"（{say(_DATE_SOURCES[meeting.date_source])}）"
    stated = {
        "发文机关": document.issuing_body,
        "文号": document.document_number,
        "会议": meeting.name,
        "日期": date,
        "主持": meeting.chair,
        "地点": meeting.place,
        "印发": day(document.issued_date),
        "记录": document.attendance.recorder if document.attendance else None,
    }
    missing = say("未写明")
    rows = "".join(
        f"<div><dt>{say(name)}</dt><dd>{escape(value) if value else f'<i>{missing}</i>'}</dd></div>"
        for name, value in stated.items()
        if value or name not in ("地点", "印发", "记录")
    )
    return f'<dl class="fields">{rows}</dl>'


def _item(item: Item, document_id: str) -> str:
    """Return one item: heading, who reported, verdict, next step, points."""
    outcomes = "".join(_badge(say(OUTCOMES[outcome.class_])) for outcome in item.outcomes)
    facts = []
    if item.presenter:
        said = [("".join(filter(None, (one.unit, one.role))), one.name) for one in item.presenters]
        told = mark("，").join(" ".join(filter(None, parts)) for parts in said)
        facts.append(escape(say("汇报：{who}", who=told)))
    if item.next_step:
        facts.append(escape(say("下一步：{step}", step=item.next_step)))
    if item.votes:
        votes = item.votes
        counted = {"同意": votes.for_, "反对": votes.against, "弃权": votes.abstain, "回避": votes.recused}
        told = mark("，").join(f"{say(name)} {count}" for name, count in counted.items() if count is not None)
        facts.append(say("表决：{counted}", counted=told))
    points = "".join(_point(point, document_id) for point in item.points)
    folded = say("{n} 条要求", n=len(item.points))
    title = heading(item.label, item.title)
    return (
        f'<section class="node"><h4>{_link(document_id, item.start, _heading_end(item), title)}{outcomes}</h4>'
        + "".join(f'<p class="fact">{fact}</p>' for fact in facts)
        + (f"<details><summary>{folded}</summary><ol class='points'>{points}</ol></details>" if points else "")
        + "</section>"
    )


def _heading_end(item: Item) -> int:
    """Return where an item's heading ends: after its title, else one character into it."""
    title = item.spans.get("title")
    return title.end if title else min(item.end, item.start + 1)


def _point(point: Point, document_id: str) -> str:
    """Return one point: its wording, who leads, who supports, by when."""
    tags = [say("牵头 {unit}", unit=unit) for unit in doers(point.lead_units, point.lead_generic)]
    tags += [say("配合 {unit}", unit=unit) for unit in doers(point.support_units, point.support_generic)]
    tags += [say("时限 {text}", text=point.deadline.text)] if point.deadline else []
    label = f"<b>{escape(point.label)}</b> " if point.label else ""
    return (
        f"<li>{label}{_link(document_id, point.start, point.end, point.text)}"
        + "".join(f'<span class="tag">{escape(tag)}</span>' for tag in tags)
        + "</li>"
    )


def _attendance(attendance: Attendance) -> str:
    """Return the lists of attendance that are not empty."""
    lists = {"出席": attendance.present, "列席": attendance.observers, "请假或缺席": attendance.absent}
    return "".join(
        f"<h3>{say('{name} · {n} 人', name=say(name), n=len(people))}</h3><p class='people'>{_people(people)}</p>"
        for name, people in lists.items()
        if people
    )


def _people(people: Iterable[Person]) -> str:
    """Return names, each with its unit where the list gives one."""
    return "　".join(
        f"<span>{f'<i>{escape(person.unit)}</i> ' if person.unit else ''}{escape(person.name)}</span>"
        for person in people
    )


def _notices(document: Document, document_id: str) -> str:
    """Return the doubtful readings that a person should check, each leading to its place."""
    doubts = [one for one in document.notices if one.end == one.start and one.code not in FURNITURE]
    furniture = len(document.notices) - len(doubts)
    if not doubts and not furniture:
        return ""
    entries = "".join(
        f"<li>{_link(document_id, one.start, min(one.start + 1, len(document.text)), retold(one.message))}</li>"
        for one in doubts
    )
    aside = f"<li>{say('另有 {n} 处网页或排版残留，不作正文。', n=furniture)}</li>" if furniture else ""
    if not doubts:
        return f'<p class="aside">{say("有 {n} 处网页或排版残留，不作正文。", n=furniture)}</p>'
    return f'<div class="note check"><b>{say("请核对")}</b><ul>{entries}{aside}</ul></div>'


def _badge(text: str) -> str:
    """Return a verdict as a small label."""
    return f'<span class="badge">{escape(text)}</span>'


def _link(document_id: str, start: int, end: int, text: str) -> str:
    """Return a text that opens its place in the pane."""
    return f'<button class="textlink" {source_value(document_id, start, end)}>{escape(text)}</button>'
