"""The points of an item for a brief draft: the sentences of each, the weightiest with who is responsible by when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.documents.duties.units import find_units
from pipeline.generation.columns import one_line
from pipeline.generation.duty_labels import RESPONSIBLE
from pipeline.generation.summary.beside import REPORTER
from pipeline.generation.summary.clauses import clauses, sentences, tidy
from pipeline.generation.summary.condense import condense, without_supports
from pipeline.generation.summary.pieces import is_verdict, laid_out, unit_places
from pipeline.generation.summary.rows import responsible, row_with_head, whole_cell
from pipeline.generation.summary.told import Source
from pipeline.generation.summary.weighed import SLIGHT, Detail, weigh
from pipeline.minutes import Item, Point, Span
from pipeline.patterns import compiled

_RESPONSIBLE = compiled(RESPONSIBLE)
_LABEL = compiled(r"^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|[①-⑳])(?!\d)\s*")
_OPENER = compiled(r"^(?P<heading>[^，：]{4,18})：(?=.{12})")
_HEADING, _WHOLE = 16, 60
"""Characters of a sentence that may be a heading, and of one that is short enough to stay whole."""
_MOST_DUE = 16
"""Characters of a time limit that goes behind a point in brackets."""


def of_points(source: Source, item: Item) -> Iterator[Detail]:
    """Yield the sentences of the points of an item, the weightiest of a point with who is responsible."""
    for of in item.points:
        if is_verdict(item, of):
            continue
        inside, outside = unit_places(of)
        keep = [source.document.quote(span) for span in inside] + ([of.deadline.text] if of.deadline else [])
        heading, told, notes = _said(of, keep)
        if not told:
            continue
        best = max(range(len(told)), key=lambda place: weigh(told[place]))
        for place, said in enumerate(told):
            names = [name for name, _ in outside if one_line(name) not in said] if place == best else []
            if any(one_line(name) in said for name in of.lead_units):
                names = []  # 「由财务部通报（责任单位：各子公司）」 would say it otherwise
            spans = [of.span, *(span for name, span in outside if name in names)]
            lead = _lead_note(of, notes, said) if place == best else ""
            if names and not all(span.start < of.start for name, span in outside if name in names):
                names, lead = (
                    [],
                    f"（{responsible(names, (*of.support_units, *of.support_generic))}）",
                )  # from another cell of a table
            due, cell = _due_beside(source, of, said) if place == best else ("", None)
            if due and cell is not None:
                lead = f"{lead.removesuffix('）')}；{due}）" if lead else f"（{due}）"
                spans.append(cell)
            front = "、".join(names) or (heading if place == best and not _shares(heading, said) else "")
            text = f"{front}：{said}{lead}" if front else f"{said}{lead}"
            table = row_with_head(source.document, of) if names else []
            told_so = source.tell(f"{text}。", table or spans, covers=[item.start], apart=bool(table))
            yield Detail(item.start, told_so, weigh(f"{said}，{due}"), place)


def _due_beside(source: Source, of: Point, said: str) -> tuple[str, Span | None]:
    """Return by when a point is to be done where that stands beside it, in another cell or on a line below."""
    place = of.spans.get("deadline")
    if of.deadline is None or place is None or place.start in of.span or one_line(of.deadline.text) in said:
        return "", None
    cell = whole_cell(source.document, of, place)
    due = one_line(source.document.quote(cell))
    return (due, cell) if len(due) <= _MOST_DUE else ("", None)


def _said(of: Point, keep: list[str]) -> tuple[str, list[str], list[str]]:
    """Return the heading of a point, its sentences, shortened, and the lines on who is responsible."""
    found = [_LABEL.sub("", one) for one in sentences(laid_out(REPORTER.sub("", of.text) or of.text))]
    notes = [one for one in found if _RESPONSIBLE.match(one)]
    found = [one for one in found if not _RESPONSIBLE.match(one)]
    heading = ""
    if len(found) > 1 and len(found[0]) <= _HEADING and weigh(found[0]) <= SLIGHT:
        heading = tidy(found.pop(0))
    elif found and (opener := _OPENER.match(found[0])) and weigh(opener["heading"]) <= SLIGHT:
        heading, found[0] = tidy(opener["heading"]), found[0][opener.end() :]
    short = [_shorter(one, keep) for one in found]
    return heading if _is_heading(heading) else "", [one for one in short if _acts(one)], notes


def _is_heading(heading: str) -> bool:
    """Tell whether a wording in front of a sentence names a task, and is no reason (停车难是重要方面)."""
    return len(heading) <= _HEADING and "是" not in heading


def _shorter(sentence: str, keep: list[str]) -> str:
    """Return a sentence of a point without ways and effects; of a long one only what states a fact."""
    if len(sentence) > _WHOLE:
        return condense(sentence, keep=keep, level=3).rstrip("。")
    left = "，".join(clause.text for clause in without_supports(clauses(sentence, keep=keep)))
    return condense(left, keep=keep, level=2).rstrip("。")


def _acts(text: str) -> bool:
    """Tell whether a sentence says what is done, and not only by whom (由甲局牵头，乙局配合)."""
    left = re.sub(r"牵头|负责|配合|会同|协助|主办|协办|责任|单位|部门|[由、，：。]", "", text)
    for _, unit in find_units(text):
        left = left.replace(unit, "")
    return len(left) >= 4


def _shares(heading: str, said: str) -> bool:
    """Tell whether a sentence names what its heading is about."""
    body = heading[2:]
    return not heading or any(body[at : at + 2] in said for at in range(len(body) - 1))


def _lead_note(of: Point, notes: Iterable[str], said: str) -> str:
    """Return who is responsible, from the lines below a point, where its sentence does not name them."""
    line = next((one for one in notes if one.startswith(("责任", "牵头", "主办"))), "")
    return f"（{line}）" if line and any(one_line(unit) not in said for unit in of.lead_units) else ""
