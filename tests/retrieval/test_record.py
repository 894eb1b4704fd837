"""Records: a document comes back exactly as it went in."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from pipeline.config import ROOT
from pipeline.minutes import EXAMPLE_MINUTES, Document, Item, OtherMatter, Section, Span, Votes
from pipeline.retrieval.record import from_record, to_record
from tests.retrieval.examples import minutes, report_of

FULL = Document(
    file="a.docx",
    text="正文" * 20,
    kind="rectification",
    name="a",
    title="题",
    issued_date="--03-08",
    preamble=Span(1, 2),
    sections=(Section(label="一", title="进展", start=0, end=9),),
    items=(
        Item(
            label=None,
            number=None,
            title="题",
            votes=Votes(for_=4, against=7),
            remarks=(Span(1, 2), Span(3, 4)),
            next_step="提交市委常委会讨论",
            start=0,
            end=9,
        ),
    ),
    other_matters=(OtherMatter(verb="学习", title="法", outcome="studied", start=1, end=3),),
    spans={"title": Span(0, 1), "meeting.date": Span(2, 3)},
    pages=(0, 12),
)


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(EXAMPLE_MINUTES, id="example"),
        pytest.param(minutes(), id="minutes"),
        pytest.param(report_of("通知"), id="other"),
        pytest.param(FULL, id="every-kind-of-part"),
    ],
)
def test_a_document_comes_back_exactly(document: Document) -> None:
    record = to_record(document)
    again = from_record(record, document.text)
    assert again == document
    assert again.to_json() == document.to_json()
    assert to_record(again) == record


def test_the_text_is_not_in_the_record() -> None:
    assert "text" not in json.loads(to_record(report_of("只有正文")))


@pytest.mark.parametrize("record", ["", "{", "[]", "{}", '{"file":"a","kind":"other","name":"a","head":{"start":0}}'])
def test_what_is_no_record_is_refused(record: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_record(record, "正文")


AT_ONCE = """
import sys, threading
from pipeline.minutes import EXAMPLE_MINUTES
from pipeline.retrieval.digest import digest_of
from pipeline.retrieval.record import from_record, to_record

sys.setswitchinterval(1e-6)
record, start, read = to_record(EXAMPLE_MINUTES), threading.Barrier(16), []


def first(number):
    start.wait()
    read.append(digest_of(record).kind if number % 2 else from_record(record, EXAMPLE_MINUTES.text).kind)


threads = [threading.Thread(target=first, args=(number,)) for number in range(16)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
assert read == [EXAMPLE_MINUTES.kind] * 16
"""


def test_threads_that_read_their_first_record_at_once_do_not_crash() -> None:
    for _ in range(5):  # each in a process that has read none; before they waited for each other one in four crashed
        done = subprocess.run([sys.executable, "-c", AT_ONCE], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
