"""What the tests of this wing share: a small real encoder, and minutes written from their parts."""

from __future__ import annotations

import hashlib
import math
from dataclasses import replace
from pathlib import Path
from zlib import crc32

from pipeline.minutes import (
    Attendance,
    Document,
    Item,
    Meeting,
    Notice,
    Outcome,
    Person,
    Point,
    Presenter,
    Span,
)
from pipeline.retrieval.library import Added, Library


class PairEncoder:
    """An encoder without weights: each pair of characters counts in one of `dimension` places; length 1."""

    def __init__(self, dimension: int = 64) -> None:
        self.dimension = dimension
        self.name = f"pairs@{dimension}"

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        vector = [0.0] * self.dimension
        for start in range(len(text) - 1):
            vector[crc32(text[start : start + 2].encode()) % self.dimension] += 1.0
        length = math.sqrt(sum(value * value for value in vector))
        return [value / length for value in vector] if length else vector


class Writer:
    """Writes a text piece by piece and says where each piece stands."""

    def __init__(self) -> None:
        self.text = ""

    def put(self, piece: str) -> Span:
        start = len(self.text)
        self.text += piece
        return Span(start, len(self.text))


def minutes(
    *,
    file: str = "甲政纪〔2021〕2号_市政府第3次常务会议纪要.txt",
    document_number: str | None = "甲政纪〔2021〕2号",
    number: int | None = 3,
    date: str | None = "2021-03-08",
    agenda: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("《城区停车管理办法》", ("由市城管局牵头，6月底前完成。", "市公安局做好配合。")),
        ("《老旧小区改造三年计划》", ("市住建局逐个小区制定改造方案。", "资金由市财政局统筹安排。")),
    ),
    present: tuple[str, ...] = ("周明", "吴  江"),
    observers: tuple[tuple[str, str], ...] = (("市城管局", "郑华"), ("市财\n政局", "王平")),
    tail: str = "会议还审议了《关于规范公文办理的报告》。",
    furniture: str = "",
) -> Document:
    """Write minutes: head, items with points and verdict, tail, attendance, foot, and site furniture."""
    writer = Writer()
    name = f"市政府第{number}次常务会议" if number else None
    head = writer.put(f"甲市人民政府\n{document_number or ''}\n周明市长主持召开{name or '会议'}，现纪要如下：")
    writer.put("\n")
    items = []
    for place, (title, orders) in enumerate(agenda):
        items.append(_item(writer, "一二三四五六七八九十"[place], place + 1, title, orders))
        writer.put("\n")
    end = writer.put(tail) if tail else None
    writer.put("\n")
    attendance = _attendance(writer, present, observers)
    writer.put("\n")
    foot = writer.put("甲市人民政府办公室整理")
    writer.put("\n")
    notice = writer.put(furniture) if furniture else None
    return Document(
        file=file,
        text=writer.text,
        kind="minutes",
        name=f"{name}纪要" if name else "会议纪要",
        document_number=document_number,
        issuing_body="甲市人民政府",
        meeting=Meeting(name=name, number=number, date=date, date_source="text", chair="周明"),
        head=head,
        items=tuple(items),
        tail=end,
        attendance=attendance,
        foot=foot,
        notices=(Notice(code="furniture", message="网站尾注", start=notice.start, end=notice.end),) if notice else (),
        spans={"meeting.chair": Span(writer.text.index("周明"), writer.text.index("周明") + 2)},
    )


def report_of(text: str, *, file: str = "杂文.txt") -> Document:
    """Return a text that is no minutes, without any outline."""
    return Document(file=file, text=text, kind="other", name=Path(file).stem)


def renamed(document: Document, file: str) -> Document:
    """Return the same content under another file name."""
    return replace(document, file=file)


def put_in(library: Library, document: Document, folder: Path, *, write: bool = True) -> Added:
    """Write a document's text where its file should be, and add it."""
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / document.file
    if write:
        source.write_text(document.text, encoding="utf-8")
    return library.add(document, source=source, sha256=hashlib.sha256(document.text.encode()).hexdigest())


def _item(writer: Writer, label: str, number: int, title: str, orders: tuple[str, ...]) -> Item:
    """Write an item with its heading, reporter, points and verdict."""
    start = len(writer.text)
    label_span = writer.put(label)
    writer.put("、")
    verb_span = writer.put("讨论")
    title_span = writer.put(title)
    writer.put(f"\n会议听取了市司法局局长陈立{title}的汇报。\n会议明确：\n")
    points = []
    for place, order in enumerate(orders, start=1):
        point_label = writer.put(str(place))
        writer.put(". ")
        span = writer.put(order)
        writer.put("\n")
        unit = "市城管局" if "由市城管局" in order else None
        spans = {"label": point_label}
        points.append(
            Point(
                label=str(place),
                text=order,
                lead_units=(unit,) if unit else (),
                spans=spans,
                start=span.start,
                end=span.end,
            )
        )
    verdict = writer.put("会议原则通过上述文件")
    writer.put("。")
    return Item(
        label=label,
        number=number,
        title=title,
        verb="讨论",
        presenter=Presenter(name="陈立", role="局长", unit="市司法局"),
        outcomes=(
            Outcome(class_="approved_in_principle", text="会议原则通过上述文件", start=verdict.start, end=verdict.end),
        ),
        points=tuple(points),
        spans={"title": title_span, "label": label_span, "verb": verb_span},
        start=start,
        end=len(writer.text),
    )


def _attendance(writer: Writer, present: tuple[str, ...], observers: tuple[tuple[str, str], ...]) -> Attendance:
    """Write the two lists."""
    start = len(writer.text)
    writer.put("出席：")
    there = []
    for name in present:
        span = writer.put(name)
        writer.put("  ")
        there.append(Person(unit=None, name=name.replace(" ", ""), start=span.start, end=span.end))
    writer.put("\n列席：")
    beside = []
    for unit, name in observers:
        span = writer.put(unit + name)
        writer.put("，")
        beside.append(Person(unit=unit.replace("\n", ""), name=name, start=span.start, end=span.end))
    return Attendance(present=tuple(there), observers=tuple(beside), start=start, end=len(writer.text))
