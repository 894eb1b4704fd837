"""A text is made readable for the grammar without moving a character: folding, furniture, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.documents.furniture import find_furniture, lines_of
from pipeline.minutes import Notice, Span

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BLANKS = dict.fromkeys((0x3000, 0xA0, 0x09, 0x0B, 0x0C, 0x200B, 0xFEFF, 0x2002, 0x2003, 0x0D, 0x2028), " ")
_SIGNS = {ord(a): b for a, b in zip("｡﹒﹑︰﹔﹐〝〞﹝﹞［］❶❷❸❹❺❻❼❽❾❿", "。.、:;,“”〔〕[]①②③④⑤⑥⑦⑧⑨⑩", strict=True)}
# Traditional characters of the words of the grammar and of units; one for one, so that places stay.
_TRADITIONAL = (
    "會会議议紀纪記记錄录關关於于審审討讨論论聽听學学習习請请書书長长區区縣县鎮镇鄉乡黨党員员與与務务處处廳厅辦办團团"
    "國国發发財财農农業业設设規规劃划環环護护衛卫產产資资貿贸監监督督檢检總总局局報报導导實实施施見见決决確确"
    "責责負负牽牵頭头協协調调參参出出席席列列缺缺製制定定條条點点項项題题號号時时間间強强指指並并為为應应須须"
    "將将後后開开門门個个級级領领組组織织織织認认訂订證证計计劃划責责單单位位職职權权員员圍围贊赞對对票票棄弃"
    "反反迴回避避過过通通同同意意原原則则暫暂緩缓繼继續续研研究究傳传達达體体說说明明彙汇匯汇當当從从東东龍龙"
    "張张陳陈劉刘楊杨趙赵黃黄吳吴孫孙馬马許许鄭郑謝谢鄧邓馮冯蕭萧葉叶蘇苏盧卢蔣蒋賈贾閻阎陸陆韓韩羅罗錢钱嚴严"
    "龔龚萬万湯汤顧顾賀贺龐庞範范餘余義义興兴聯联運运輸输勞劳動动險险術术廣广電电視视場场鐵铁銀银稅税標标準准"
    "況况該该慮虑經经濟济價价選选舉举獎奖懲惩儘尽進进階阶隊队醫医療疗衆众眾众養养輔辅濱滨灣湾島岛嶺岭"
    "團团歲岁歷历曆历類类題题複复復复擬拟擴扩據据擇择擔担損损換换"
    "構构機机樣样榮荣槍枪樓楼歡欢殘残殺杀氣气決决沒没測测滅灭漁渔滿满潔洁澤泽濕湿燈灯災灾獨独現现環环"
    "畝亩畫画當当療疗盡尽礦矿禮礼稱称種种穩稳競竞節节築筑簡简糧粮約约純纯終终結结給给統统絲丝維维網网"
    "綱纲綜综綠绿總总績绩編编縱纵"
)
_SIMPLER = {ord(old): new for old, new in zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True) if old != new}
_FOLD: dict[int, str | int | None] = {**_FULL_WIDTH, **_BLANKS, **_SIGNS, **_SIMPLER}


def fold(text: str) -> str:
    """Return a text of the same length in one form: half-width signs and digits, plain blanks, simplified characters.

    >>> fold("會議原則通過：（１．）　")
    '会议原则通过:(1.) '
    """
    return text.translate(_FOLD)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text as the grammar reads it: folded, its line breaks taken out, with the way back.

    `flat[i]` stands at offset `offsets[i]` of the document.
    """

    flat: str
    offsets: Sequence[int]

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.offsets[0]

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.offsets[-1] + 1

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
        return Passage(self.flat[start:end], self.offsets[start:end])


@dataclass(frozen=True, slots=True)
class Paper:
    """A text prepared for parsing: `plain` is as long as `text`, with furniture blanked out."""

    file: str
    text: str
    plain: str
    paragraphs: tuple[Passage, ...]
    furniture: tuple[Notice, ...]

    def passage(self, start: int, end: int) -> Passage:
        """Return a stretch of the text, trimmed, its line breaks taken out."""
        return _flatten(self.plain, lines_of(self.plain, start, end))


def prepare(text: str, *, file: str) -> Paper:
    """Fold a text, tell furniture from substance, and find its paragraphs."""
    plain = fold(text)
    plain = _read_tables(text, _EMPHASIS.sub(lambda match: " " * len(match.group()), plain))
    furniture = find_furniture(plain)
    for notice in reversed(furniture):
        blank = re.sub(r"[^\n]", " ", plain[notice.start : notice.end])
        plain = plain[: notice.start] + blank + plain[notice.end :]
    return Paper(file, text, plain, tuple(_paragraphs(plain)), furniture)


# 「# 」 before a heading, 「**」 around a word of a Markdown text
_EMPHASIS = re.compile(r"(?m)^[ ]{0,3}#{1,6}(?=[ ])|\*\*|__")
_FIELD = re.compile(
    r"(?:文[ ]*号|发文字号|发文日期|印发日期|日[ ]*期|时[ ]*间|会议时间|地[ ]*点|会议地点"
    r"|主[ ]*持(?:人)?|记[ ]*录(?:人|员)?|出[ ]*席(?:人员|领导)?|列[ ]*席(?:人员)?|参会(?:人员)?"
    r"|参加人员|缺席(?:人员)?|请假(?:人员)?|主[ ]*题|会议(?:名称|主题|议题)|议[ ]*题|签发(?:人)?"
    r"|审核(?:人)?|汇报人|整理(?:人)?|会议编号|编[ ]*号)"
)
_RULE = re.compile(r"[|+\-:= ─━┄]{3,}")


def cells_of(line: str) -> list[tuple[int, int]]:
    """Return the places of a line's cells, parted by 「|」 or tabs; a line without them has none."""
    sign = "|" if line.count("|") >= 2 else "\t"
    if sign not in line.strip() or _RULE.fullmatch(line.strip()):
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


def _read_tables(text: str, plain: str) -> str:
    """Read 「文号 | …」 as 「文号：…」 and take the rules of a table out, place for place."""
    if "|" not in text and "\t" not in text:
        return plain
    lines, place = [], 0
    for line in text.split("\n"):
        folded = plain[place : place + len(line)]
        place += len(line) + 1
        if _RULE.fullmatch(line.strip()):
            folded = " " * len(line)
        elif len(cells := cells_of(line)) >= 2:
            folded = _read_row(folded, cells)
        lines.append(folded)
    return "\n".join(lines)


def _read_row(folded: str, cells: list[tuple[int, int]]) -> str:
    signs = list(folded)
    if cells[0][0] > 0:
        signs[cells[0][0] - 1] = " "
    for index, (left, right) in enumerate(cells):
        named = bool(_FIELD.fullmatch(folded[left:right].strip())) and index + 1 < len(cells)
        if right < len(signs):
            signs[right] = (
                ":"
                if named
                else "\n"
                if index + 1 < len(cells) and _FIELD.fullmatch(folded[slice(*cells[index + 1])].strip())
                else "|"
            )
    return "".join(signs)


# 「志宏（hóng）」: how a character is read, set behind it; taken out so that the name can be read
_PINYIN = re.compile(r"(?<=[\u4e00-\u9fff])\([ ]?[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,7}\d?[ ]?\)")


def _flatten(plain: str, lines: Sequence[Span]) -> Passage:
    if not lines:
        return Passage("", ())
    if len(lines) == 1 and not _PINYIN.search(plain, lines[0].start, lines[0].end):
        return Passage(plain[lines[0].start : lines[0].end], range(lines[0].start, lines[0].end))
    offsets = [offset for line in lines for offset in range(line.start, line.end)]
    flat = "".join(plain[offset] for offset in offsets)
    for match in reversed(list(_PINYIN.finditer(flat))):
        del offsets[match.start() : match.end()]
        flat = flat[: match.start()] + flat[match.end() :]
    return Passage(flat, offsets)


NEVER_CONTINUES = re.compile(
    r"#|\||[一二三四五六七八九十百]{1,4}[ ]?[、.:]|\([一二三四五六七八九十\d]{1,4}\)"
    r"|\d{1,3}[ ]?(?:[、,)]|\.(?!\d))|[①-⑳⑴-⒇㈠-㈩Ⅰ-Ⅻ]|[【\[]?议题|第[一二三四五六七八九十\d]+[项条]"
    r"|(?:会议)?(?:出席|列席|参会|参加|缺席|请假|记录|主持|汇报|时间|地点|日期|主题|议题|抄送|主送"
    r"|整理|印发)[人员者单位会议领导 ]{0,6}[:]"
    r"|会议(?:听取|审议|讨论|研究|原则|指出|强调|要求|明确|决定|认为|同意|还|议定)"
)
_ENDS = frozenset("。:;!?”")


def _paragraphs(plain: str) -> list[Passage]:
    lines = lines_of(plain, 0, len(plain))
    width = _wrap_width(plain, lines)
    groups: list[list[Span]] = []
    for line in lines:
        if groups and (
            (width and _continues(plain, groups[-1][-1], line, width)) or _breaks_off(plain, groups[-1][-1], line)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_flatten(plain, group) for group in groups]


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
_HALF = re.compile(r"会议听取了[^。;:]{4,60}$")
_WHOLE = re.compile(r"(?:汇报|报告|通报|说明|介绍|意见|情况|》)$")


def _breaks_off(plain: str, former: Span, line: Span) -> bool:
    text = plain[former.start : former.end]
    return (
        plain[former.end : line.start].count("\n") == 1
        and bool(_HALF.match(text))
        and not _WHOLE.search(text)
        and not NEVER_CONTINUES.match(plain, line.start)
    )


def _continues(plain: str, former: Span, line: Span, width: float) -> bool:
    between = plain[former.end : line.start]
    if between.count("\n") != 1 or plain[former.end - 1] in _ENDS or "|" in plain[former.start : line.end]:
        return False
    shown = _display(plain[former.start : former.end])
    indent = len(between) - 1 - between.index("\n")
    if not width - 3.5 <= shown <= width + 3.5 or indent >= 2:
        return False
    return not NEVER_CONTINUES.match(plain, line.start)
