"""Invented answers and rows for the screens: the real classes, with words that try to break out of the page."""

from __future__ import annotations

from typing import Any

from pipeline.generation.decisions.ledger import rows
from pipeline.minutes import EXAMPLE_MINUTES, Document, Notice, Section, Span

TEXT = """县政府第2次常务会议纪要
2021年4月2日，县长林安主持召开县政府第2次常务会议。
一、审议《城区停车管理办法》
会议原则通过上述文件。
"""
EVIL = '<img src=x onerror="alert(1)">&\'`</mark><script>alert(2)</script>'


def citation(start: int, end: int, *, document: Document = EXAMPLE_MINUTES, **changed: Any) -> dict[str, Any]:
    """A citation of the example minutes as JSON."""
    item = document.item_at(start)
    return {
        "document_id": "d1",
        "file": document.file,
        "document_number": document.document_number,
        "meeting": document.meeting.name,
        "date": document.meeting.date,
        "item": item.label if item else None,
        "item_title": item.title if item else None,
        "quote": document.text[start:end],
        "start": start,
        "end": end,
        "page": None,
        **changed,
    }


def answer(**changed: Any) -> dict[str, Any]:
    """The `ask` JSON of an answer with two statements."""
    outcome = EXAMPLE_MINUTES.items[0].outcomes[0]
    point = EXAMPLE_MINUTES.items[0].points[0]
    return {
        "question": "结果如何？",
        "answer": "《城区停车管理办法》：原则通过\n由市城管局牵头，6月底前完成。",
        "refused": False,
        "reason": None,
        "statements": [
            {"text": "《城区停车管理办法》：原则通过", "citations": [0], "check": "verified", "problems": []},
            {"text": "由市城管局牵头，6月底前完成。", "citations": [1], "check": "verified", "problems": []},
        ],
        "citations": [citation(outcome.start, outcome.end), citation(point.start, point.end)],
        "route": "ledger",
        "mode": "extractive",
        "model": None,
        "searched": {"documents": 3, "filters": {}},
        "nearest": [],
        "seconds": {"search": 0.01, "compose": 0.01, "total": 0.02},
        "prompt_hash": None,
        "notice": None,
        **changed,
    }


def refusal(**changed: Any) -> dict[str, Any]:
    """The `ask` JSON of a refusal with one nearest passage."""
    near = {**citation(0, 14), "rank": 1, "score": 0.5, "scores": {}, "text": EXAMPLE_MINUTES.text[0:14]}
    return answer(
        answer="文件没有写明预算。",
        refused=True,
        reason="not_stated",
        statements=[],
        citations=[],
        route="none",
        nearest=[near],
        **changed,
    )


def evil_document() -> Document:
    """A document whose every stated field tries to break out of the page."""
    from dataclasses import replace

    item = EXAMPLE_MINUTES.items[0]
    text = EVIL + EXAMPLE_MINUTES.text
    return replace(
        EXAMPLE_MINUTES,
        text=text,
        name=EVIL,
        document_number=EVIL,
        issuing_body=EVIL,
        items=(replace(item, title=EVIL, next_step=EVIL, start=0, end=len(text)),),
        sections=(Section(label=EVIL, title=EVIL, start=0, end=len(text)),),
        notices=(Notice(code="doubt", message=EVIL, start=3, end=3),),
        head=Span(0, 3),
    )


def evil_rows() -> list[Any]:
    """The ledger of that document."""
    return list(rows("d1", evil_document()))


def assert_harmless(html: str) -> None:
    """No tag and no handler of the document's own came through."""
    lowered = html.lower()
    assert "<img" not in lowered and "<script" not in lowered
    assert 'onerror="' not in lowered
    assert "&lt;img" in lowered
