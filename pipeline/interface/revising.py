"""A draft that a person edited: every changed sentence is held against its sources again, dropped ones are said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pipeline.generation.checking.check import check_sources
from pipeline.generation.checking.cited import sources_of
from pipeline.generation.cite import Statement
from pipeline.generation.columns import one_line
from pipeline.generation.summary.fidelity import fidelity

if TYPE_CHECKING:
    from pipeline.generation.summary.summarize import Summary, SummarySentence

LONGEST_SENTENCE = 2000


def edits_of(value: Mapping[str, Any]) -> dict[int, str]:
    """Return the edits that a browser sent, by the number of the sentence from 0; what is none is left out.

    >>> edits_of({"edits": {"0": " 由市财政局牵头。 ", "x": "", "2": ""}})
    {0: '由市财政局牵头。', 2: ''}
    """
    given = value.get("edits")
    pairs = given.items() if isinstance(given, Mapping) else ()
    return {
        int(number): one_line(str(text))[:LONGEST_SENTENCE].strip() for number, text in pairs if str(number).isdecimal()
    }


def revise(summary: Summary, edits: Mapping[int, str]) -> Summary:
    """Return a summary with edited sentences; an empty one is dropped, a changed one is checked against its sources.

    Args:
        summary: as it was drafted, or revised before.
        edits: the new text of sentences, by their number from 0 over all items.
    """
    number, items, changed, dropped = 0, [], 0, 0
    for item in summary.items:
        kept = []
        for sentence in item.sentences:
            text = edits.get(number, sentence.text)
            number += 1
            if not text:
                dropped += 1
                continue
            if text != sentence.text:
                changed += 1
                sentence = _checked(sentence, text, summary)
            kept.append(sentence)
        items.append(replace(item, sentences=tuple(kept)))
    if not changed and not dropped:
        return summary
    revised = replace(summary, items=tuple(item for item in items if item.sentences or item.note))
    statements = [
        Statement(
            text=one.text,
            citations=one.citations,
            check="flagged" if one.check == "flagged" else "verified",
            problems=one.problems,
        )
        for one in revised.sentences
    ]
    said = "，".join(words.format(n=n) for words, n in (("改动 {n} 句", changed), ("删去 {n} 句", dropped)) if n)
    return replace(revised, fidelity=fidelity(statements), notice=f"人工{said}；覆盖情况按原稿统计。")


def _checked(sentence: SummarySentence, text: str, summary: Summary) -> SummarySentence:
    """Return a sentence with another text and what the check finds in it."""
    own = [summary.citations[index] for index in sentence.citations]
    # 「共有6项议题」: a number that as many quotes prove
    counted = len(own) if sentence.check == "verified" and str(len(own)) in sentence.text else None
    problems = check_sources(text, sources_of(own), counted=counted)
    return replace(sentence, text=text, check="flagged" if problems else "verified", problems=tuple(problems))
