"""Where sentences and clauses of a folded text end: at the signs outside titles, brackets and quotations."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.patterns import compiled


def in_clock(flat: str, index: int) -> bool:
    """Tell whether a colon stands within a time of the day: 「8:40开馆」."""
    return flat[index] == ":" and flat[index - 1 : index].isdigit() and flat[index + 1 : index + 3].isdigit()


def comma_outside(flat: str, start: int, end: int, *, signs: str = ",:") -> int | None:
    """Return the first comma or colon that stands in no title, bracket or quotation."""
    depth = 0
    for index in range(start, end):
        character = flat[index]
        if character in "《(“":
            depth += 1
        elif character in "》)”":
            depth -= 1
        elif character in signs and depth <= 0 and not in_clock(flat, index):
            return index
    return None


# 「…执行。（牵头单位：市水务局；配合单位：水库管理处）」: who does it stands in the sentence that says what
_ASIDE = (
    r"(?:[ ]?[(〔【\[](?:牵头|责任|主办|承办|协办|协助|配合|落实|负责|完成|办结)"
    r"(?:单位|部门|领导|科室|处室|人|时限|时间|期限)?[:]"
    r"(?:[^()〔〕【】\[\]。]|\([^()]{0,10}\)){2,160}[)〕】\]][。;]?)?"
)
_SENTENCE = compiled(rf"[^。!?;\s][^。!?;]*[。!?;]*[”)]?{_ASIDE}")


def sentences(flat: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of a folded text, its closing sign included."""
    for match in _SENTENCE.finditer(flat, start):
        yield match.span()


def commas(flat: str, start: int, stop: int) -> Iterator[int]:
    """Yield the first commas and colons outside titles, brackets and quotations, eight at most."""
    at = start
    for _ in range(8):
        comma = comma_outside(flat, at, stop)
        if comma is None:
            return
        yield comma
        at = comma + 1
