"""What a paragraph counts off: 一是…；二是…；三是…, each with its ordinal, what opens the count, what stands behind."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.documents.numerals import CHINESE, chinese_to_int
from pipeline.documents.text.clean import Passage
from pipeline.patterns import compiled

_C = f"[{CHINESE}]{{1,3}}"
# 「一是」「二要」「第三,」「(1)」「2)」「(三)」 at the start of a clause
_COUNT = compiled(
    rf"(?:(?<=[,。;:])|^)[ ]?(?:第(?P<ordinal>{_C})(?:,|是|要)|(?P<plain>{_C})(?:是要?|要|则)"
    rf"|\((?P<bracketed>{_C}|\d{{1,2}})\)|(?P<half>\d{{1,2}})\))(?![否不])"
)
_SENTENCE_END = compiled(r"。[”)]?")


@dataclass(frozen=True, slots=True)
class Counted:
    """An enumeration taken apart.

    Attributes:
        opener: the words before the count (会议要求), or `None`.
        entries: the ordinal and the wording of each thing counted, in order.
        rest: what stands behind the last one, or `None`.
    """

    opener: Passage | None
    entries: tuple[tuple[Passage, Passage], ...]
    rest: Passage | None


def count_off(passage: Passage, *, after: int = 0) -> Counted | None:
    """Take apart what a passage counts off, or return `None` where it does not count 1, 2, …

    Behind a count that a sentence interrupts (四是…。某局持保留意见。五是…) it goes on `after` the last number.

    >>> text = "会议要求,一是市财政局要尽快拨款;二是市审计局要跟踪审计。"
    >>> counted = count_off(Passage(text, range(len(text))))
    >>> counted.opener.flat, [(label.flat, body.flat) for label, body in counted.entries]
    ('会议要求', [('一', '市财政局要尽快拨款;'), ('二', '市审计局要跟踪审计。')])
    >>> text = "资金由市财政局核定。三是市审计局跟踪审计。"
    >>> counted = count_off(Passage(text, range(len(text))), after=2)
    >>> counted.opener.flat, [label.flat for label, _ in counted.entries]
    ('资金由市财政局核定', ['三'])
    """
    flat = passage.flat
    places: list[tuple[int, int, int]] = []
    for match in _COUNT.finditer(flat):
        group = match.lastgroup or "plain"
        if chinese_to_int(match[group]) == len(places) + 1 + after:
            places.append((*match.span(group), match.end()))
    if len(places) < (1 if after else 2):
        return None
    begins = [start - (flat[start - 1 : start] in ("第", "(")) for start, _, _ in places]
    first, ends = begins[0], begins[1:]
    closing = _SENTENCE_END.search(flat, places[-1][2])
    last = closing.end() if closing else len(flat)
    entries = tuple(
        (passage.part(start, end), passage.part(body, stop))
        for (start, end, body), stop in zip(places, [*ends, last], strict=True)
    )
    opener = passage.part(0, first).bare_end(",:;。")
    rest = passage.part(last)
    return Counted(opener if opener.flat else None, entries, rest if rest.flat else None)
