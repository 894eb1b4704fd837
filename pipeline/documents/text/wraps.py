"""Hard-wrapped lines find together again: which lines of a text make one paragraph."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.documents.text.furniture import lines_of
from pipeline.minutes import Span
from pipeline.patterns import compiled

_LABELLED = compiled(
    r"#|\||[一二三四五六七八九十百]{1,4}[ ]?[、.:]|\([一二三四五六七八九十\d]{1,4}\)"
    r"|\d{1,3}[ ]?(?:[、,)]|\.(?!\d))|\d{1,2}\.\d{1,2}[ ]+(?=[\u4e00-\u9fff《“])"
    r"(?![个万亿千百元倍米吨亩]|公[里斤顷]|平方)|[①-⑳⑴-⒇㈠-㈩Ⅰ-Ⅻ]|[【\[]?议题|第[一二三四五六七八九十\d]+[项条]"
    r"|\(?(?:会议)?(?:出席|列席|参会|参加|缺席|请假|记录|主持|汇报|时间|地点|日期|主题|议题|抄送|主送"
    r"|整理|印发)[人员者单位会议领导 ]{0,6}[:]"
)
NEVER_CONTINUES = compiled(
    rf"{_LABELLED.pattern}|会议(?:听取|审议|讨论|研究|原则|指出|强调|要求|明确|决定|认为|同意|还|议定)"
)
_ENDS = frozenset("。:;!?”")
# 「…汛限水位。（牵头单位：市水务局；配合单位：水库管理处）」「…。【市水务局】」
_ASIDE = compiled(
    r"[。;!?][ ]?(?:\((?:[^()]|\([^()]{0,10}\)){2,120}\)|【[^【】]{2,120}】|〔[^〔〕]{2,120}〕|\[[^\[\]]{2,120}\])$"
)


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends with a full stop, or with a bracket behind one.

    >>> ends_sentence("完成仪器检定。〔检测中心;3月底前〕"), ends_sentence("采购仪器(2台)")
    (True, False)
    """
    return text.endswith("。") or (text[-1:] in ("]", ")", "】", "〕") and _ASIDE.search(text[-125:]) is not None)


def _ended(text: str) -> bool:
    """Tell whether a line ends with a sentence, or with what stands in brackets behind one."""
    return text[-1] in _ENDS or (text[-1] in ")】〕]" and _ASIDE.search(text[-125:]) is not None)


def paragraphs_of(plain: str) -> list[list[Span]]:
    """Return the lines of a folded text, those of one paragraph together."""
    lines = lines_of(plain, 0, len(plain))
    width, set_in = _wrap_width(plain, lines), _is_set_in(plain, lines)
    if not width and set_in:
        width, set_in = _widest(plain, lines), False
    groups: list[list[Span]] = []
    for line in lines:
        if groups and (
            (width and _continues(plain, groups[-1][-1], line, width, set_in=set_in))
            or _breaks_off(plain, groups[-1][-1], line)
            or _runs_on(plain, Span(groups[-1][0].start, groups[-1][-1].end), line)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_set_in(plain: str, lines: Sequence[Span]) -> bool:
    """Tell whether paragraphs open with an indent: a line without one goes on then, whatever the one before ends in."""
    indented = sum(1 for line in lines if plain[max(0, line.start - 2) : line.start] == "  ")
    return min(indented, len(lines) - indented) >= max(3, 0.1 * len(lines))


def _widest(plain: str, lines: Sequence[Span]) -> float:
    """Return the width of the widest line with its indent, or 0 where no such line breaks off within a sentence."""
    shown = [_display(plain[line.start : line.end]) + _inset(plain, line) / 2 for line in lines]
    widest = max(shown)
    breaks_off = any(
        width >= widest - 2.5 and plain[line.end - 1] not in _ENDS and _inset(plain, after) < 2
        for (line, after), width in zip(itertools.pairwise(lines), shown, strict=False)
    )
    return widest if 14 <= widest <= 60 and breaks_off else 0.0


def _inset(plain: str, line: Span) -> int:
    return line.start - 1 - plain.rfind("\n", 0, line.start)


def _display(text: str) -> float:
    narrow = sum(1 for character in text if character < "\u2000")
    return len(text) - narrow / 2


def _wrap_width(plain: str, lines: Sequence[Span]) -> float:
    """Return the width at which a text is hard-wrapped, or 0 where it is not: no line is much longer than it."""
    shown = [_display(plain[line.start : line.end]) for line in lines]
    widths = sorted(width for line, width in zip(lines, shown, strict=True) if plain[line.end - 1] not in _ENDS)
    if len(widths) < 3 or max(shown) > 90:
        return 0.0
    best, count, low = 0.0, 0, 0
    for high, width in enumerate(widths):
        while widths[low] < width - 2.5:
            low += 1
        if width >= 14 and high - low + 1 >= count:
            best, count = width, high - low + 1
    longer = sum(1 for width in shown if width > best + 2.5)
    return best if count >= max(3, len(lines) / 6) and longer <= len(lines) / 20 else 0.0


# 「会议听取了市水务局局长方」 and the rest of the name on the next line
_HALF = compiled(r"会议听取了[^。;:]{4,60}$")
_WHOLE = compiled(r"(?:汇报|报告|通报|说明|介绍|意见|情况|》)$")


def _breaks_off(plain: str, former: Span, line: Span) -> bool:
    text = plain[former.start : former.end]
    return (
        plain[former.end : line.start].count("\n") == 1
        and bool(_HALF.match(text))
        and not _WHOLE.search(text)
        and not NEVER_CONTINUES.match(plain, line.start)
    )


_MID_CLAUSE = compiled(r"[。;][^。;]*$|^[^。;]{0,60}?(?:召开|主持)[^。;]*$")


def _runs_on(plain: str, former: Span, line: Span) -> bool:
    """Tell whether a sentence was broken in its middle, in a text that is not hard-wrapped as a whole."""
    text, between = plain[former.start : former.end], plain[former.end : line.start]
    # 「…每月巡查两次，发现」, a page number, 「违法采砂立即制止」: of the number blanks are left
    paged = between.count("\n") == 1 and len(between) > 3 and len(text) >= 15
    return (
        (paged or (len(text) >= 30 and between == "\n" and bool(_MID_CLAUSE.search(text))))
        and not _ended(text)
        and "," in text
        and "|" not in text
        and not NEVER_CONTINUES.match(plain, line.start)
    )


def _continues(plain: str, former: Span, line: Span, width: float, *, set_in: bool) -> bool:
    between = plain[former.end : line.start]
    ends = _ended(plain[former.start : former.end]) and not set_in
    if between.count("\n") != 1 or ends or "|" in plain[former.start : line.end]:
        return False
    shown = _display(plain[former.start : former.end])
    indent = len(between) - 1 - between.index("\n")
    if not width - 3.5 - _inset(plain, former) <= shown <= width + 3.5 or indent >= 2:
        return False
    return not (_LABELLED if set_in else NEVER_CONTINUES).match(plain, line.start)
