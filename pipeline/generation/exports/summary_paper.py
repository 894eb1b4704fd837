"""A summary as a Word file: headings by level, each sentence with its source as a footnote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.columns import one_line
from pipeline.generation.exports.levels import chinese_number, heading_of, point_label
from pipeline.generation.exports.paper import Paper
from pipeline.generation.exports.proof import maker_words, proof_lines
from pipeline.generation.wording import date_words, stamp

if TYPE_CHECKING:
    from pipeline.generation.cite import Citation
    from pipeline.generation.summary.summarize import Summary, SummaryItem, SummarySentence

LONGEST_QUOTE = 120
"""Characters of a quote that a footnote gives whole; of a longer one it gives the beginning and the end."""
_ENDS = {"brief": "摘要", "full": "摘要", "tasks": "任务清单"}


def summary_docx(summary: Summary) -> bytes:
    """Return a summary as a Word file."""
    name = one_line(summary.name.replace("_", " "))  # 某市整改通报_2024: a file's name where the text has no title
    paper = Paper(name if summary.topic else f"{name}{_ENDS[summary.style]}")
    if line := _subtitle(summary, name):
        paper.subtitle(line)
    if summary.topic and summary.notice:
        paper.paragraph((summary.notice, None))
    labels = [item.label for item in summary.items]
    for number, item in enumerate(summary.items):
        _write(paper, item, summary, labels=labels, only=len(summary.items) == 1, number=number)
    paper.heading("核对情况", level=1)
    for line in (f"本稿{maker_words(summary)}。", *proof_lines(summary)):
        paper.paragraph((line, None), small=True)
    return paper.to_bytes()


def _subtitle(summary: Summary, name: str) -> str:
    """Return number, meeting and date of the only document, as far as the title is silent; of several, how many."""
    if summary.topic or len(summary.document_ids) > 1:
        return f"（据 {len(summary.document_ids)} 份文件整理）"
    if not summary.citations:
        return ""
    first = summary.citations[0]
    parts = (first.document_number, first.meeting, date_words(first.date))
    return "　".join(part for part in parts if part and part not in name)


def _write(
    paper: Paper, item: SummaryItem, summary: Summary, *, labels: Sequence[str | None], only: bool, number: int
) -> None:
    """Write one entry: its heading, its sentences, what the text does not state."""
    if not (only and summary.style == "brief"):
        level, title = heading_of(item.label, one_line(item.title), labels=labels, position=number)
        if item.heading:  # of one matter through several meetings: the meetings are counted
            level, title = 1, f"{chinese_number(number + 1)}、{one_line(item.heading)}"
        paper.heading(title, level=level)
    for sentences in _paragraphs(item, together=summary.style == "brief"):
        label = point_label(sentences[0].point) if summary.style != "brief" else ""
        pieces = [(_words(sentence), _note(sentence, summary)) for sentence in sentences]
        paper.paragraph((f"{label}{pieces[0][0]}", pieces[0][1]), *pieces[1:])
    if item.note:
        paper.paragraph((f"（{item.note}）", None))


def _paragraphs(item: SummaryItem, *, together: bool) -> Iterator[list[SummarySentence]]:
    """Yield the sentences of each paragraph: a decision has its own, what else is told in a row shares one."""
    row: list[SummarySentence] = []
    for sentence in item.sentences:
        if not together and sentence.point is not None:
            yield from ([row] if row else [])
            row = []
            yield [sentence]
        else:
            row.append(sentence)
    if row:
        yield row


def _words(sentence: SummarySentence) -> str:
    return f"{sentence.text}{'（未能核实）' if sentence.check == 'flagged' else ''}"


def _note(sentence: SummarySentence, summary: Summary) -> str | None:
    """Return the sources of a sentence: where they stand, and their wording."""
    several = len(summary.document_ids) > 1 or summary.topic is not None
    notes: list[str] = []
    last = ""
    for index in sentence.citations:
        opening = _opening(summary.citations[index], several=several)
        notes.append(f"{f'{opening}：' if opening and opening != last else ''}{_source(summary.citations[index])}")
        last = opening
    return "；".join(notes) + "。" if notes else None


def _opening(citation: Citation, *, several: bool) -> str:
    """Return where a source stands: the item, and the document where there are several."""
    named = stamp(
        document_number=citation.document_number,
        meeting=citation.meeting,
        date=citation.date,
        file=citation.file,
        body=citation.body,
        meeting_number=citation.meeting_number,
    )
    item = f"第{citation.item}项" if citation.item else ""
    return "，".join(part for part in (named if several else "", item) if part)


def _source(citation: Citation) -> str:
    """Return the wording of a source and its place.

    >>> from pipeline.generation.cite import Citation
    >>> where = {"document_id": "d", "file": "a.txt", "document_number": None, "meeting": None, "date": None}
    >>> _source(Citation(**where, item="一", item_title="停车", quote="由市城管局牵头", start=30, end=37, page=2))
    '“由市城管局牵头”（第2页，原文第31—37字）'
    """
    quote = citation.quote
    if len(quote) > LONGEST_QUOTE:
        quote = f"{quote[: LONGEST_QUOTE - 40]}……{quote[-40:]}"
    places = [f"第{citation.page}页"] if citation.page else []
    places.append(f"原文第{citation.start + 1}—{citation.end}字")
    return f"“{quote}”（{'，'.join(places)}）"
