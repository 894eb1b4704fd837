"""What the command line prints for a person: a parsed document as a tree, lists, passages and answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.generation.columns import one_line, pad, shorten, table
from pipeline.generation.meeting_words import meeting_words
from pipeline.generation.wording import (
    DATE_SOURCES,
    KIND_NAMES,
    NOT_STATED,
    OUTCOME_NAMES,
    REASONS,
    date_words,
    doers,
    outcome_name,
    presenters_words,
    stamp,
)
from pipeline.minutes import Document, Item, Person, Point, Votes

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry
    from pipeline.retrieval.search import Hit


def tree(document: Document, *, cells: int = 110) -> str:
    """Return a parsed document for a person to check: head, items with their points, the rest, and what is doubtful.

    `cells` is the width of a line in terminal cells; a longer passage is cut with ….
    """
    lines = [one_line(document.file), *_head(document)]
    named = {section.start: section for section in document.sections}
    if document.preamble:
        lines += ["", f"议题之前  {one_line(document.quote(document.preamble))}"]
    lines += ["", f"{_noun(document)}  共{len(document.items)}项，{_points(document.items)}条"]
    for start, section, item in _in_order(document):
        if section:
            lines.append(f"[{named[start].label or ''} {one_line(named[start].title)}]".replace("[ ", "["))
        if item:
            lines += _item(item)
    lines += _rest(document)
    return "\n".join(shorten(line, cells) for line in lines)


def entries_table(entries: Sequence[Entry]) -> str:
    """Return the documents of the library as an aligned table."""
    head = ["编号", "种类", "文号", "会议", "日期", "议题", "文件"]
    lines = [
        [
            entry.document_id,
            KIND_NAMES.get(entry.kind, entry.kind),
            entry.document_number or "—",
            entry.meeting_name or "—",
            entry.date or "—",
            str(entry.items),
            entry.file,
        ]
        for entry in entries
    ]
    return table(head, lines, widest=60)


ALIKE_NAMED = 3
"""How many other documents with the same matter a passage names."""


def hits_text(hits: Sequence[Hit], *, cells: int = 110) -> str:
    """Return ranked passages, each under its stamp, cut to two lines of `cells` terminal cells."""
    if not hits:
        return "没有找到相关段落。"
    lines: list[str] = []
    for hit in hits:
        marked = stamp(
            document_number=hit.document_number, meeting=hit.meeting, date=hit.date, file=hit.file, body=hit.body
        )
        lines.append(f"{hit.rank}. {marked}{_place(hit.item, hit.item_title)}")
        lines.append(f"   {shorten(one_line(hit.text), 2 * cells - 3)}")
        if hit.alike:
            named = [one.document_number or one.date or one.file for one in hit.alike]
            more = "等" if len(named) > ALIKE_NAMED else ""
            lines.append(f"   同一事项另见：{'、'.join(named[:ALIKE_NAMED])}{more}")
    return "\n".join(lines)


def answer_text(answer: Mapping[str, Any]) -> str:
    """Return an answer (the `ask` JSON) with the numbers of its sources behind each sentence, and the sources below.

    A flagged sentence says so; a refusal says why, and what is nearest.
    """
    statements = [entry for entry in answer["statements"] if str(entry["text"]) in str(answer["answer"])]
    said = "\n".join(str(entry["text"]) for entry in statements)
    preface = str(answer["answer"]).removesuffix(said).rstrip("\n")
    lines = [*([preface] if preface else []), *(_statement(entry) for entry in statements)]
    lines += [f"（原因：{REASONS.get(answer['reason'], answer['reason'])}）"] if answer["reason"] else []
    if answer["citations"]:
        lines += ["", "出处：", *(_source(number, entry) for number, entry in enumerate(answer["citations"], start=1))]
    if answer["nearest"]:
        lines += ["", "最接近的内容："]
        lines += [f"- {_citation_stamp(hit)}{_place(hit['item'], hit['item_title'])}" for hit in answer["nearest"]]
    return "\n".join(lines)


def _head(document: Document) -> list[str]:
    """Return the lines of the head: kind, number, meeting, date with its source, chair."""
    meeting = document.meeting
    date = date_words(meeting.date) or meeting.date_text
    if meeting.date and meeting.date_source:
        wording = f"文中写作“{one_line(meeting.date_text)}”，" if meeting.date_text else ""
        date = f"{meeting.date}（{wording}{DATE_SOURCES[meeting.date_source]}）"
    fields = {
        "种类": KIND_NAMES[document.kind],
        "标题": document.title or f"{NOT_STATED}（以文件名为名：{document.name}）",
        "文号": document.document_number,
        "发文机关": document.issuing_body,
        "会议": meeting_words(meeting),
        "日期": date,
        "主持": meeting.chair,
        "地点": meeting.place,
        "印发": document.issued_date,
    }
    return [f"  {pad(name, 10)}{one_line(value) if value else NOT_STATED}" for name, value in fields.items()]


def _noun(document: Document) -> str:
    """Return what the items of this kind are called."""
    return "问题与整改措施" if document.kind == "rectification" else "议题"


def _points(items: Iterable[Item]) -> int:
    """Count the points of items."""
    return sum(len(item.points) for item in items)


def _in_order(document: Document) -> list[tuple[int, bool, Item | None]]:
    """Return sections and items in the order of the text, as (start, is a section, item)."""
    placed: list[tuple[int, bool, Item | None]] = [(section.start, True, None) for section in document.sections]
    placed += [(item.start, False, item) for item in document.items]
    return sorted(placed, key=lambda part: (part[0], not part[1]))


def _item(item: Item) -> list[str]:
    """Return the lines of an item: heading, reporter, verdicts, next step, points."""
    lines = [f"{item.label or '—'}  {item.verb or ''}{one_line(item.title)}"]
    if item.presenter:
        lines.append(f"    汇报  {presenters_words(item)}")
    if item.outcomes:
        lines += [f"    结论  {OUTCOME_NAMES[outcome.class_]}：{one_line(outcome.text)}" for outcome in item.outcomes]
    elif item.verb:
        lines.append(f"    结论  {NOT_STATED}")
    if item.next_step:
        lines.append(f"    下一步  {one_line(item.next_step)}")
    if item.votes:
        lines.append(f"    表决  {_votes(item.votes)}")
    group = None
    for point in item.points:
        if point.group != group and point.group:
            lines.append(f"    {one_line(point.group)}")
        group = point.group
        lines.append(f"    {_point(point)}")
    return lines


def _point(point: Point) -> str:
    """Return a point on one line: its label, who leads, by when, and the wording."""
    leads, supports = (
        doers(point.lead_units, point.lead_generic),
        doers(point.support_units, point.support_generic),
    )
    marks = [f"牵头 {'、'.join(leads)}"] if leads else []
    marks += [f"配合 {'、'.join(supports)}"] if supports else []
    if point.deadline:
        dated = f" = {point.deadline.date}" if point.deadline.date else ""
        marks.append(f"时限 {one_line(point.deadline.text)}{dated}")
        marks += [f"时限 {one_line(one.text)}{f' = {one.date}' if one.date else ''}" for one in point.further_deadlines]
    return f"{point.label or '·'}  " + "".join(f"[{mark}] " for mark in marks) + one_line(point.text)


def _votes(votes: Votes) -> str:
    """Return the counts of a vote that are stated."""
    counts = {"同意": votes.for_, "反对": votes.against, "弃权": votes.abstain, "回避": votes.recused}
    return "，".join(f"{name}{count}票" for name, count in counts.items() if count is not None) or NOT_STATED


def _rest(document: Document) -> list[str]:
    """Return the lines after the items: other matters, what else was decided, attendance, notices."""
    lines = [""]
    if document.other_matters:
        lines.append(f"其他事项  共{len(document.other_matters)}项")
        for matter in document.other_matters:
            verdict = f"（{outcome_name(matter.outcome)}）" if matter.outcome else ""
            lines.append(f"    {matter.verb}{one_line(matter.title)}{verdict}")
    tail = [item for item in document.beside if document.tail and item.start in document.tail]
    if tail:
        lines.append("议题之外")
        for item in tail:
            lines += [f"    {one_line(document.quote(outcome.span))}" for outcome in item.outcomes]
            lines += [f"    {_point(point)}" for point in item.points]
    if document.attendance:
        attendance = document.attendance
        for name, people in (("出席", attendance.present), ("列席", attendance.observers), ("请假", attendance.absent)):
            lines.append(f"{name}  {len(people)}人  {_people(people)}".rstrip())
        lines.append(f"记录  {attendance.recorder or NOT_STATED}")
    if document.notices:
        lines.append(f"提示  {len(document.notices)}条")
        lines += [f"    {notice.code}  {one_line(notice.message)}" for notice in document.notices]
    return lines if len(lines) > 1 else []


def _people(people: Sequence[Person]) -> str:
    """Return an attendance list as unit and name."""
    return "、".join(f"{one_line(person.unit or '')}{person.name}" for person in people)


def _place(item: str | None, title: str | None) -> str:
    """Return where in a document: the item's label and title."""
    return f" · {'、'.join(part for part in (item, one_line(title or '')) if part)}" if item or title else ""


def _statement(statement: Mapping[str, Any]) -> str:
    """Return a sentence with the numbers of its sources, and a mark where its proof failed."""
    numbers = "".join(f"[{index + 1}]" for index in statement["citations"])
    doubt = "（未能核实）" if statement["check"] == "flagged" else ""
    return f"{statement['text']}{numbers}{doubt}"


def _citation_stamp(entry: Mapping[str, Any]) -> str:
    """Return the stamp of a citation or a hit in JSON."""
    named = {name: entry.get(name) for name in ("document_number", "meeting", "date", "body", "meeting_number")}
    return stamp(file=entry["file"], **named)


def _source(number: int, entry: Mapping[str, Any]) -> str:
    """Return one numbered source: stamp, item, quote and place."""
    page = f"，第{entry['page']}页" if entry.get("page") else ""
    place = _place(entry["item"], entry["item_title"])
    where = f"{entry['file']}{page}，{entry['start']}–{entry['end']}"
    return f"[{number}] {_citation_stamp(entry)}{place}\n    “{_as_it_stands(entry['quote'])}”（{where}）"


def _as_it_stands(quote: str) -> str:
    """Return a quote to the character, its lines indented; only what would steer a terminal is left out."""
    return "".join(sign for sign in quote if sign in "\n\t" or sign.isprintable()).replace("\n", "\n     ")
