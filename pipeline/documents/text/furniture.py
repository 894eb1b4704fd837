"""Furniture: page numbers, navigation and the tail of a website are told from the substance of a text."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Sequence

from pipeline.minutes import Notice, Span
from pipeline.patterns import compiled

_PAGE_NUMBER = compiled(
    r"^[ ]*(?:[-—–·~]{1,2}[ ]*\d{1,4}[ ]*[-—–·~]{1,2}"
    r"|第[ ]*\d{1,4}[ ]*页(?:[ ,/]*共[ ]*\d{1,4}[ ]*页)?|\d{1,3}[ ]*/[ ]*\d{1,3}"
    r"|Page[ ]*\d+(?:[ ]*of[ ]*\d+)?)[ ]*$",
    re.MULTILINE,
)
_LONE_NUMBER = compiled(r"^[ ]*(\d{1,3})[ ]*$", re.MULTILINE)
_SITE_LINE = compiled(
    r"(?:TOP|客服|电话|微信|微博|分享到?.{0,12}|返回顶部|回到顶部|打印(?:本页)?|关闭(?:窗口|本页)?"
    r"|上一篇.*|下一篇.*|相关链接.*|相关阅读.*|原文链接.*"
    r"|免责声明.*|版权所有.*|Copyright.*|ICP备.*|网站地图|无障碍(?:浏览)?|首页|扫一扫.*|主办[:单].*"
    r"|承办[:单].*|技术支持.*|网站标识码.*"
    r"|.{0,12}ICP备.{0,20}|.{0,12}公网安备.{0,20}|责任编辑.*|编辑[:].*|来源[:].*|浏览次数.*|点击(?:数"
    r"|量|率).*|阅读(?:次数|量).*"
    r"|字号[:].*|字体[:].*|【.{0,12}(?:打印|关闭|字体|收藏).*】|当前位置.*|您(?:的|现在"
    r"|当前).{0,4}位置.*|\[[ ]?[大中小][ ]?\].*|https?://\S+)",
    re.IGNORECASE,
)
_SITE_OPENER = compiled(
    r"(?:原文链接|免责声明|版权所有|返回顶部|相关(?:链接|阅读|新闻)|上一篇|下一篇|扫一扫|TOP$|分享到)", re.IGNORECASE
)
_DISCLAIMER = compiled(r"本(?:站|网|公众号).{0,40}(?:信息|内容|转载|版权|侵权)|转载.{0,12}注明|侵权.{0,20}删除")


def find_furniture(plain: str, *, breaks: Sequence[int] = ()) -> tuple[Notice, ...]:
    """Return page numbers, running heads and site furniture of a folded text, as notices with their extent.

    Args:
        plain: the folded text.
        breaks: where its pages end, in a text that marks them (by form feeds).
    """
    found = [
        Notice(
            code="page_number",
            message="页码",
            start=_left(match),
            end=match.start() + len(match.group().rstrip()),
        )
        for match in _PAGE_NUMBER.finditer(plain)
    ]
    found += _lone_page_numbers(plain)
    lines = lines_of(plain, 0, len(plain))
    found += _site_tail(plain, lines)
    found += _site_head(plain, lines)
    found += _running_heads(plain, lines, breaks)
    found.sort(key=lambda notice: (notice.start, -notice.end))
    kept: list[Notice] = []
    for notice in found:
        if not kept or notice.start >= kept[-1].end:
            kept.append(notice)
    return tuple(kept)


def _left(match: re.Match[str]) -> int:
    """Return where a match begins behind its blanks."""
    return match.end() - len(match.group().lstrip())


def _lone_page_numbers(plain: str) -> list[Notice]:
    # A bare number on a line is a page number only where such lines count upward; else it may be a table's cell.
    matches = list(_LONE_NUMBER.finditer(plain))
    values = [int(match[1]) for match in matches]
    if len(values) < 2 or any(b != a + 1 for a, b in itertools.pairwise(values)):
        return []
    if any(match.end() - matches[i].end() < 150 for i, match in enumerate(matches[1:])):
        return []
    return [Notice(code="page_number", message="页码", start=match.start(1), end=match.end(1)) for match in matches]


def _running_heads(plain: str, lines: Sequence[Span], breaks: Sequence[int]) -> list[Notice]:
    """Find what stands at the top, or at the bottom, of page after page; the first page's top may be the title."""
    pages: list[list[Span]] = [[] for _ in range(len(breaks) + 1)]
    for line in lines if breaks else ():
        pages[bisect.bisect_right(breaks, line.start)].append(line)
    found = []
    for edges in ([page[:2] for page in pages], [page[-2:] for page in pages]):
        often = Counter(wording for page in edges for wording in {_wording(plain, line) for line in page} if wording)
        found += [
            Notice(code="running_head", message="页眉页脚", start=line.start, end=line.end)
            for line in (line for page in edges for line in page)
            if often[_wording(plain, line)] >= max(2, 0.5 * len(pages))
            and 3 <= line.end - line.start <= 40
            and plain[line.end - 1] not in "。;,、:"
        ]
    return [notice for notice in found if all(notice.start != line.start for line in pages[0][:2])]


def _wording(plain: str, line: Span) -> str:
    return re.sub(r"[\d ]+", "", plain[line.start : line.end])


def _site_tail(plain: str, lines: list[Span]) -> list[Notice]:
    # From the end upward as long as lines are furniture; one unknown line is allowed under an opener (免责声明:).
    tail = len(lines)
    for index in range(len(lines) - 1, max(-1, len(lines) - 30), -1):
        line = plain[lines[index].start : lines[index].end]
        if _SITE_LINE.fullmatch(line) or (_DISCLAIMER.search(line) and len(line) < 200):
            tail = index
        elif tail - index > 3:
            break
    # what precedes an opener is substance, whatever its wording
    while tail < len(lines) and not _furniture_like(plain[lines[tail].start : lines[tail].end]):
        tail += 1
    if tail == len(lines) or not any(
        _SITE_OPENER.match(plain[line.start : line.end]) or _DISCLAIMER.search(plain[line.start : line.end])
        for line in lines[tail:]
    ):
        return [
            _site_notice(line)
            for line in lines[max(tail, len(lines) - 6) :]
            if _furniture_like(plain[line.start : line.end])
        ]
    return [_site_notice(Span(lines[tail].start, lines[-1].end))]


def _furniture_like(line: str) -> bool:
    return bool(_SITE_LINE.fullmatch(line)) or bool(_DISCLAIMER.search(line) and len(line) < 200)


_SITE_TOP = compiled(
    r"(?:当前位置|您(?:的|现在|当前).{0,4}位置|首页[ ]*[>»]|网站首页|浏览次数|点击(?:数|量|率)"
    r"|阅读(?:次数|量)|字号|字体|来源[:]|发布(?:时间|日期|机构)[:]"
    r"|信息来源|打印|【字体|分享|索[ ]?引[ ]?号|\[[ ]?[大中小][ ]?\])"
)


def _site_head(plain: str, lines: list[Span]) -> list[Notice]:
    # 「当前位置：首页 > 政务公开」, 「发布时间：… 来源：… 浏览次数：12」 within the first lines of a page
    return [
        _site_notice(line)
        for line in lines[:12]
        if _SITE_TOP.match(text := plain[line.start : line.end]) and len(text) < 120 and "。" not in text
    ]


def _site_notice(span: Span) -> Notice:
    return Notice(code="site_furniture", message="网页附带内容，不属于文件正文", start=span.start, end=span.end)


def lines_of(plain: str, start: int, end: int) -> list[Span]:
    """Return the trimmed non-blank lines of a stretch."""
    found = []
    place = start
    for line in plain[start:end].split("\n"):
        bare = line.strip()
        if bare:
            left = place + len(line) - len(line.lstrip())
            found.append(Span(left, left + len(bare)))
        place += len(line) + 1
    return found


def blank_out(plain: str, furniture: Sequence[Notice]) -> str:
    """Blank the furniture out, place for place; a sentence that a page number parts goes on behind it."""
    pieces, done = [], 0
    for notice in furniture:
        sign = _PARTING if notice.code in ("page_number", "running_head") else " "
        pieces += [plain[done : notice.start], re.sub(r"[^\n]", sign, plain[notice.start : notice.end])]
        done = notice.end
    plain = "".join([*pieces, plain[done:]])
    return _PAGE_BREAK.sub(lambda gap: f"{' ' * (len(gap.group()) - 1)}\n", plain).replace(_PARTING, " ")


_PARTING = "\x1f"
_PAGE_BREAK = compiled(rf"(?<![ \n{_PARTING}])[ \n{_PARTING}]*{_PARTING}[ \n{_PARTING}]*\n")
