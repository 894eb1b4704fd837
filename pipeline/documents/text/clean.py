"""A text is made readable for the grammar without moving a character: folding, furniture, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.documents.text.columns import barred
from pipeline.documents.text.furniture import blank_out, find_furniture, lines_of
from pipeline.documents.text.markdown import blank_line_signs, inline_signs
from pipeline.documents.text.spacing import set_off
from pipeline.documents.text.wraps import paragraphs_of
from pipeline.minutes import Notice, Span
from pipeline.patterns import compiled
from pipeline.simplified import simpler_characters

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BLANKS = dict.fromkeys((0x3000, 0xA0, 0x09, 0x0B, 0x0C, 0x200B, 0xFEFF, 0x2002, 0x2003, 0x0D, 0x2028), " ")
_SIGNS = {ord(a): b for a, b in zip("｡﹒﹑丶︰﹔﹐〝〞﹝﹞［］❶❷❸❹❺❻❼❽❾❿", "。.、、:;,“”〔〕[]①②③④⑤⑥⑦⑧⑨⑩", strict=True)}


def fold(text: str) -> str:
    """Return a text of the same length in one form: half-width signs and digits, plain blanks, simplified characters.

    >>> fold("會議原則通過：（１．）　")
    '会议原则通过:(1.) '
    """
    return text.translate(_folds())


@lru_cache(maxsize=1)
def _folds() -> dict[int, str | int]:
    return {**simpler_characters(), **_FULL_WIDTH, **_BLANKS, **_SIGNS}


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text as the grammar reads it: folded, its line breaks taken out, with the way back.

    `flat[i]` stands at offset `offsets[i]` of the document.
    """

    flat: str
    offsets: Sequence[int]
    place: int = 0  # where an empty passage stands

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.offsets[0] if self.offsets else self.place

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.offsets[-1] + 1 if self.offsets else self.place

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return the place of `flat[start:end]` in the document."""
        end = len(self.flat) if end is None else end
        if end <= start:
            place = self.offsets[start] if start < len(self.offsets) else self.end
            return Span(place, place)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def part(self, start: int, end: int | None = None) -> Passage:
        """Return a part of the passage without the blanks at its ends; an empty one has no characters."""
        inner = self.flat[start:end]
        bare = inner.lstrip()
        start += len(inner) - len(bare)
        end = start + len(bare.rstrip())
        place = self.offsets[start] if start < len(self.offsets) else self.end
        return Passage(self.flat[start:end], self.offsets[start:end], place)

    def bare_start(self, signs: str) -> Passage:
        """Return the passage without these signs, and blanks between them, at its start."""
        return self.part(len(self.flat) - len(self.flat.lstrip(f"{signs} ")))

    def bare_end(self, signs: str) -> Passage:
        """Return the passage without these signs, and blanks between them, at its end."""
        return self.part(0, len(self.flat.rstrip(f"{signs} ")))


@dataclass(frozen=True, slots=True)
class Paper:
    """A text prepared for parsing: `plain` is as long as `text`, with furniture blanked out.

    `marks` are the offsets of the signs of emphasis inside a line (会议**听取**了…) and of the blanks that only set
    figures off (于 6 月底前): no characters of a passage.
    """

    file: str
    text: str
    plain: str
    paragraphs: tuple[Passage, ...]
    furniture: tuple[Notice, ...]
    marks: frozenset[int] = frozenset()

    def passage(self, start: int, end: int) -> Passage:
        """Return a stretch of the text, trimmed, its line breaks taken out."""
        return _flatten(self.plain, lines_of(self.plain, start, end), self.marks)


def prepare(text: str, *, file: str) -> Paper:
    """Fold a text, tell furniture from substance, and find its paragraphs."""
    plain = _SLIP.sub(lambda slip: _SLIPS[slip.group()], _STOP.sub("。", fold(text)))
    bold = (offset for match in _MARKS.finditer(plain) for offset in range(*match.span()))
    marks = frozenset((*bold, *inline_signs(plain), *set_off(plain)))
    plain = _EMPHASIS.sub(lambda match: " " * len(match.group()), blank_line_signs(plain))
    plain = _read_tables(text, plain)
    furniture = find_furniture(plain, breaks=[match.start() for match in re.finditer("\f", text)])
    plain = blank_out(plain, furniture)
    paragraphs = tuple(_flatten(plain, group, marks) for group in paragraphs_of(plain))
    return Paper(file, text, plain, paragraphs, furniture, marks)


_MARKS = compiled(r"(?<=[^\s|])\*\*(?=[^\s|])")


# 「2020年4月22曰」, 「5月l0日」: what a scanner took for another sign, in the middle of a date or a figure
_SLIP = compiled(r"(?<=\d)曰|(?<=[\d月年第])[lI](?=[\d日月号])|(?<=\d)[oO](?=[\d日月号年])")
_SLIPS = {"曰": "日", "l": "1", "I": "1", "o": "0", "O": "0"}
# 「…汇报.会议同意…」: a full stop of another keyboard, none behind a label or inside a figure
_STOP = compiled(
    r"(?<=[\u4e00-\u9fff》)”%])(?<![一二三四五六七八九十百零〇\n])(?<!第[一二三四五六七八九十])[.](?=\s*(?:[\u4e00-\u9fff《(“]|$))",
    re.MULTILINE,
)
# 「# 」 before a heading, 「**」 around a word of a Markdown text
# 「- **时间**：」「- 主持人：」 is a line of the head, 「- 住院部：」 a point
_EMPHASIS = compiled(
    r"(?m)^[ ]{0,3}#{1,6}(?=[ ])(?![ ]+(?:\d{1,3}[.、]|[一二三四五六七八九十]{1,3}、|\())|\*\*|__"
    r"|^[ ]{0,3}[-*+][ ](?=\*\*[\u4e00-\u9fff ]{2,8}\*\*"
    r"|(?:会议)?(?:时间|日期|地点|主持|召集|记录|纪录|整理|[出列缺]席|参[会加]|[与到]会|请假|特邀|主题|议题|议程|名称|签发|审核|校对|汇报"
    r"|编号|文号|抄[送报]|[分发主报]送|印发|拟稿|联系)[\u4e00-\u9fff]{0,4}:)"
)
FIELD = compiled(
    r"(?:文[ ]*号|发文字号|发文日期|印发日期|日[ ]*期|时[ ]*间|会议时间|地[ ]*点|会议地点"
    r"|主[ ]*持(?:[ ]*人)?|记[ ]*录(?:[ ]*[人员])?|出[ ]*席(?:人员|领导)?|列[ ]*席(?:人员)?|参会(?:人员)?"
    r"|参加人员|缺席(?:人员)?|请假(?:人员)?|主[ ]*题|会议(?:名称|主题|议题)|议[ ]*题|签发(?:人)?"
    r"|审核(?:人)?|汇报人|整理(?:人)?|会议编号|编[ ]*号)"
)
"""A cell that labels the one behind it: 文号, 会议时间, 主持人."""
RULE = compiled(r"[|+\-:= ─━┄┅┈┉═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋]{3,}")
"""A line that only rules a table: 「|---|---|」, 「├──┼──┤」."""


def cells_of(line: str) -> list[tuple[int, int]]:
    """Return the places of a line's cells, parted by 「|」 or tabs; a line without them has none."""
    sign = "|" if line.count("|") >= 2 else "\t"
    if sign not in line.strip() or RULE.fullmatch(line.strip()):
        return []
    spans, left = [], 0
    for index, character in enumerate(line + sign):
        if character == sign:
            spans.append((left, index))
            left = index + 1
    if sign == "|" and spans and not line[slice(*spans[0])].strip():
        spans = spans[1:]
    if sign == "|" and spans and not line[slice(*spans[-1])].strip():
        spans = spans[:-1]
    return spans


def grid_of(text: str) -> str:
    """Return a text of the same length in which 「｜」, the uprights of a drawn table and wide gaps part cells too."""
    return barred(text.translate(_UPRIGHTS))


_UPRIGHTS = dict.fromkeys(map(ord, "｜│┃┆┊"), "|")


def _read_tables(text: str, plain: str) -> str:
    """Read 「文号 | …」 as 「文号：…」 and take the rules of a table out, place for place."""
    text = grid_of(text)
    if "|" not in text and "\t" not in text:
        return plain
    lines, place = [], 0
    for line in text.split("\n"):
        folded = plain[place : place + len(line)]
        place += len(line) + 1
        if RULE.fullmatch(line.strip()):
            folded = " " * len(line)
        elif len(cells := cells_of(line)) >= 2:
            folded = _read_row(folded, cells)
        elif line.count("|") == 1 and FIELD.fullmatch(folded[: line.index("|")].strip()):
            # 「主持┃县长　李明」: a row of two cells, drawn
            folded = folded.replace(folded[line.index("|")], ":", 1)
        lines.append(folded)
    return "\n".join(lines)


# 「编号｜工作内容｜牵头｜时限」 heads columns, 「编号｜〔2025〕9号｜签发｜…」 states facts
_COLUMN_HEAD = compiled(
    r"(?:责任|牵头|主办|承办|配合|协办|协助|协同|负责)(?:责任)?(?:单位|部门|科室|处室|人|领导)?(?:\([^()]{1,6}\))?"
    r"|(?:完成|办结|整改)?(?:时限|期限|时间)(?:要求)?"
)


def _read_row(folded: str, cells: list[tuple[int, int]]) -> str:
    if sum(1 for cell in cells if _COLUMN_HEAD.fullmatch(folded[slice(*cell)].strip())) >= 2:
        return _in_columns(folded, cells)
    signs = list(folded)
    if cells[0][0] > 0:
        signs[cells[0][0] - 1] = " "
    for index, (left, right) in enumerate(cells):
        named = bool(FIELD.fullmatch(folded[left:right].strip())) and index + 1 < len(cells)
        if right < len(signs):
            signs[right] = (
                ":"
                if named
                else "\n"
                if index + 1 < len(cells) and FIELD.fullmatch(folded[slice(*cells[index + 1])].strip())
                else "|"
                if index + 1 < len(cells)
                else " "
            )
    return "".join(signs)


def _in_columns(folded: str, cells: list[tuple[int, int]]) -> str:
    """Return a line of a table with a bar between its cells and none at its ends."""
    signs = list(folded)
    if cells[0][0] > 0:
        signs[cells[0][0] - 1] = " "
    for index, (_, right) in enumerate(cells):
        if right < len(signs):
            signs[right] = "|" if index + 1 < len(cells) else " "
    return "".join(signs)


# 「志宏（hóng）」: how a character is read, set behind it; taken out so that the name can be read
_PINYIN = compiled(r"(?<=[\u4e00-\u9fff])\([ ]?[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,7}\d?[ ]?\)")


def _without(line: Span, marks: frozenset[int]) -> Iterator[Span]:
    """Yield the pieces of a line between signs of emphasis."""
    start = line.start
    for offset in (*(offset for offset in range(line.start, line.end) if offset in marks), line.end):
        if offset > start:
            yield Span(start, offset)
        start = offset + 1


def _flatten(plain: str, lines: Sequence[Span], marks: frozenset[int]) -> Passage:
    if not lines:
        return Passage("", ())
    if marks and not marks.isdisjoint(range(lines[0].start, lines[-1].end)):
        lines = [piece for line in lines for piece in _without(line, marks)]
    flat = "".join(plain[line.start : line.end] for line in lines)
    readings = [match.span() for match in _PINYIN.finditer(flat)]
    if len(lines) == 1 and not readings:
        return Passage(flat, range(lines[0].start, lines[0].end))
    offsets = [offset for line in lines for offset in range(line.start, line.end)]
    kept = list(zip([0, *(end for _, end in readings)], [*(start for start, _ in readings), len(flat)], strict=True))
    flat = "".join(flat[start:end] for start, end in kept)
    return Passage(flat, [offset for start, end in kept for offset in offsets[start:end]])
