"""An editor's corrections of a record: looked up in the text, handed to the parser, or said to fit no longer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from pipeline.documents.given import NO_MEETING, Given
from pipeline.documents.numerals import find_dates, is_date, parse_document_number
from pipeline.documents.parse import parse
from pipeline.documents.read import Source
from pipeline.errors import BadRequest
from pipeline.minutes import Document, Kind, Notice, Span
from pipeline.patterns import compiled

LOST = "correction_lost"
"""The code of the notice that says which correction a new version of the text no longer bears."""

_NAMES = {"kind": "类型", "date": "日期", "chair": "主持", "items": "议题起止"}
_LONGEST_LINE = 80
_ISO = compiled(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def amend(document: Document, corrections: Mapping[str, Any]) -> Document:
    """Return a parsed document with corrections, by field; one that the text does not bear is left out, with a notice.

    Args:
        document: as the parser read it.
        corrections: `kind`; `date`, ISO as far as it is known; `chair`; `items` as `lines` makes it. `None` for date
            and chair says that the document does not state it.

    >>> from pipeline.documents.parse import parse_text
    >>> document = parse_text("市政府第4次常务会议纪要\\n会议由周明主持。\\n一、讨论《办法》\\n会议原则通过。")
    >>> amended = amend(document, {"chair": "周明", "date": "2021-03"})
    >>> amended.meeting.chair, amended.meeting.date, amended.meeting.date_source
    ('周明', '2021-03', 'correction')
    """
    given, lost = Given(), []
    for name in sorted(corrections, key=list(_NAMES).index):
        try:
            given = _READERS[name](document, corrections[name], given)
        except BadRequest as error:
            lost.append(Notice(code=LOST, message=f"{_NAMES[name]}的更正没有套用：{error}", start=0, end=0))
    again = parse(_source(document), given=given)
    return replace(again, notices=(*lost, *again.notices))


def check(document: Document, field: str, value: Any, *, kind: Kind | None = None) -> None:
    """Tell an editor at once where a correction cannot hold.

    Args:
        document: as the parser read it.
        field: kind, date, chair or items.
        value: as for `amend`.
        kind: the kind that was laid down before, where one was.

    Raises:
        BadRequest: the value is no legal one, or the text does not bear it.
    """
    if field not in _READERS:
        raise BadRequest(f"不能更正“{field}”", instead=f"可以更正：{'、'.join(_NAMES.values())}")
    _READERS[field](document, value, Given(kind=kind))


def lines(document: Document, starts: Iterable[int], stop: int | None = None) -> dict[str, Any]:
    """Return bounds of items in the form that survives a new version of the text: each place with the line behind it.

    >>> from pipeline.documents.parse import parse_text
    >>> lines(parse_text("甲\\n一、讨论《办法》\\n会议原则通过。"), [2])
    {'starts': [[2, '一、讨论《办法》']], 'stop': None}
    """
    return {
        "starts": [[start, _line(document.text, start)] for start in sorted(set(starts))],
        "stop": None if stop is None else [stop, _line(document.text, stop)],
    }


def _line(text: str, start: int) -> str:
    return text[start : start + _LONGEST_LINE].split("\n")[0].rstrip()


def _source(document: Document) -> Source:
    """Return what was read from the file, with the notices of the reading and not those of the parser."""
    bare = Source(document.file, document.text, document.pages)
    parsed = set(parse(bare).notices)
    return replace(bare, notices=tuple(notice for notice in document.notices if notice not in parsed))


def _kind(document: Document, value: Any, given: Given) -> Given:
    if value not in get_args(Kind):
        raise BadRequest(f"没有“{value}”这种类型", instead=f"可选：{'、'.join(get_args(Kind))}")
    return replace(given, kind=value)


def _date(document: Document, value: Any, given: Given) -> Given:
    """Lay down a date; it has a place where the text states all of it, else it serves filters and lists only."""
    meeting = dict(given.meeting)
    if value is None:
        return replace(given, meeting=meeting | {"date": None, "date_text": None, "date_source": None})
    match = _ISO.fullmatch(str(value))
    parts = [int(part) if part else None for part in match.groups()] if match else []
    if not parts or not is_date(parts[0], parts[1] or 1, parts[2]):
        raise BadRequest(f"“{value}”不是日期", instead="请写成 2017-05-24、2017-05 或 2017")
    number = parse_document_number(document.document_number) if document.document_number else None
    for found in find_dates(document.text):
        same = (found.month, found.day) == (parts[1], parts[2])
        if same and (found.year == parts[0] or (found.year is None and number and number.year == parts[0])):
            source = "text" if found.year else "document_number"
            meeting |= {"date": str(value), "date_text": found.text, "date_source": source}
            return replace(given, meeting=meeting, spans={**given.spans, "meeting.date": found.span})
    return replace(given, meeting=meeting | {"date": str(value), "date_text": None, "date_source": "correction"})


def _chair(document: Document, value: Any, given: Given) -> Given:
    """Lay down who took the chair: a name that the text holds, padded or not."""
    if (given.kind or document.kind) in NO_MEETING:
        raise BadRequest("这类文件没有主持人", instead="请先更正类型")
    if value is None:
        return replace(given, meeting={**given.meeting, "chair": None})
    name = re.sub(r"\s+", "", str(value))
    if not 2 <= len(name) <= 20:
        raise BadRequest(f"“{value}”不像一个姓名", instead="请照原文填写姓名，原文没有就选“未写明”")
    padded = re.compile(r"[ \u3000]{0,4}".join(map(re.escape, name)))
    places = [Span(*match.span()) for match in padded.finditer(document.text)]
    if not places:
        raise BadRequest(f"原文中找不到“{name}”", instead="只能改成原文写有的姓名，原文没有就选“未写明”")
    near = re.compile("主持|召集")
    chairing = (place for place in places if near.search(document.text[max(0, place.start - 12) : place.end + 12]))
    spans = {**given.spans, "meeting.chair": next(chairing, places[0])}
    return replace(given, meeting={**given.meeting, "chair": name}, spans=spans)


def _items(document: Document, value: Any, given: Given) -> Given:
    try:
        starts = tuple(_found(document.text, *place) for place in value["starts"])
        stop = None if value.get("stop") is None else _found(document.text, *value["stop"])
    except (TypeError, KeyError, AttributeError):
        raise BadRequest("议题的起止没有写对", instead="请在结构页逐行指定") from None
    if list(starts) != sorted(set(starts)) or (stop is not None and starts and stop <= starts[-1]):
        raise BadRequest("议题的先后与原文不符", instead="请重新指定议题的起止")
    built = parse(_source(document), given=replace(given, starts=starts, stop=stop))
    missing = sorted(set(starts) - {item.start for item in built.items})
    if missing:
        raise BadRequest(f"“{_line(document.text, missing[0])}”处不能作为议题的开头", instead="请选正文中的一行")
    return replace(given, starts=starts, stop=stop)


def _found(text: str, offset: int, line: str) -> int:
    """Return where a line stands: at its offset, else where it is found nearest to that."""
    if line and text.startswith(line, offset):
        return offset
    places: Sequence[int] = [match.start() for match in re.finditer(re.escape(line), text)] if line else []
    if not places:
        raise BadRequest(f"原文中已没有“{line[:20]}”这一行", instead="请在结构页重新指定议题")
    return min(places, key=lambda place: abs(place - offset))


_READERS = {"kind": _kind, "date": _date, "chair": _chair, "items": _items}
