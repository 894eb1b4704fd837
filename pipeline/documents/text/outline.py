"""What numbers the items: labels are found, and nested by their sequence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.documents.numerals import CHINESE, chinese_to_int
from pipeline.documents.patterns import MEETING
from pipeline.documents.text.clean import Passage
from pipeline.patterns import compiled

_C = f"[{CHINESE}]{{1,6}}"
# 「壹、」「贰  」: the numerals of accounts
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
# 「议案Ⅱ」「议题IV」「议题②」 beside 「议题二」 and 「议题2」
_ANY = rf"{_C}|\d{{1,3}}|[Ⅰ-Ⅻ①-⑳]|[IVX]{{1,5}}(?![A-Za-z])"
# One style of label a line; the named group is the bare ordinal. Order decides where two would match.
_STYLES: tuple[tuple[str, str], ...] = (
    ("chapter", rf"第[ ]?(?P<ch>{_C}|\d{{1,3}})[ ]?(?:章|部分|编|节)(?=[ :、]|$|[\u4e00-\u9fff])[ :、]*"),
    (
        "topic",
        rf"[【\[(]?[ ]?(?:第[ ]?(?P<t1>{_ANY})[ ]?(?:项|个|号)?议题"
        rf"|(?:会议)?(?:议题|议案|提案|议项|议程)[ ]?之?[ ]?(?P<t2>{_ANY})|第[ ]?(?P<t3>{_C}|\d{{1,3}})[ ]?[项条]"
        rf"|第[ ]?(?P<t5>{_C}|\d{{1,3}})[ ]?(?:件(?:事[情项]?)?|桩事?|[个宗](?:问题|事项?))(?=[ ]?[:、,]|[ ]+)"
        rf"|(?:(?:讨论|研究|审议|议定|议决|汇报|通报|表决|学习)?事项|项目|案件|课题)[ ]?之?[ ]?"
        rf"(?P<t4>{_C}|\d{{1,3}})(?=[ ]?[】\])]?(?:[ ]?(?:[:、]|[.](?!\d))|[ ]+[^\d ])))"
        rf"[ ]?[】\])]?[ ]*[:、.,。]?",
    ),
    # 「任务1　编制招标参数」 beneath a matter
    ("task", rf"(?:工作)?任务[ ]?(?P<tk>{_C}|\d{{1,2}})(?=[ ]*[:、.]|[ ]+[^\d ])[ ]*[:、.]?"),
    # 「【3】停车棚」「[二] 食堂」「〔4〕」
    ("boxed", rf"[【\[〔][ ]?(?P<bx>{_C}|\d{{1,2}})[ ]?[】\]〕][ ]*[:、.,]?(?=[^。;,]{{2}})"),
    (
        "cn",
        rf"(?P<cn>{_C}|[{_FORMAL}]{{1,3}})[ ]?[、.,:](?![ ]?{_C}[、产])"
        rf"|(?P<cn2>[一二三四五六七八九十]{{1,3}}|[{_FORMAL}]{{1,3}})"
        rf"(?:[ ]{{1,4}}(?=[\u4e00-\u9fff《])|[ ]{{2,4}}(?=\d))",
    ),
    ("stem", r"(?P<st>[甲乙丙丁戊己庚辛壬癸])[ ]?[、.](?=[^、])"),
    ("cn_paren", rf"\([ ]?(?P<cp>{_C})[ ]?\)[、.,]?|(?P<cp2>[㈠-㈩㊀-㊉])"),
    ("ordinal", rf"第(?P<od>{_C})[,、:]"),
    ("among", rf"其(?P<am>{_C})[,、:.]"),
    ("yi_shi", rf"(?P<ys>{_C})(?:是|要)(?![否不])"),
    ("ar_paren", r"\([ ]?(?P<ap>\d{1,3})[ ]?\)[、.]?|(?P<ap2>[⑴-⒇])"),
    ("ar_dun", r"(?P<ad>\d{1,3})[ ]?、"),
    (
        "ar",
        r"(?P<ar>\d{1,3})[ ]?(?:[.,:](?!\d)|[.](?=(?:19|20)\d\d[ ]?(?:年|[—\-~至]{1,2}(?:19|20)\d\d)|\d{1,2}月\d)"
        r"|[ ](?=[\u4e00-\u9fff《“]))|(?P<ar2>[⒈-⒛])|(?P<ar3>0[1-9])[ ]{1,4}(?=[^ \d:.]|\d+[.]\d)",
    ),
    ("ar_half", r"(?P<ah>\d{1,3})[ ]?\)"),
    # 「①」, and the key caps of a telephone: 「1️⃣」
    ("circle", r"(?P<ci>[①-⑳])[、.]?|(?P<ci2>\d)\ufe0f?\u20e3[、.:]?"),
    # 「a) 办理规划许可」「(b)编制清单」「c. 发布公告」
    ("letter", r"\([ ]?(?P<le>[a-hA-H])[ ]?\)[、.]?|(?P<le2>[a-hA-H])[ ]?(?:\)|[、.](?=[ ]?[\u4e00-\u9fff《“]))"),
    ("roman", r"(?P<ro>[IVX]{1,5}|[Ⅰ-Ⅻ])[ ]?[、.](?![A-Za-z])"),
)
_LABEL = compiled(
    r"(?:#{1,6}[ ]*|[*>]+[ ]*|[◆◇■□●○▲△★☆※►▶▪•][ ]*(?![◆◇■□●○▲△★☆※►▶▪•]))?(?:"
    + "|".join(f"(?P<style_{name}>{pattern})" for name, pattern in _STYLES)
    + r")[ ]*"
)
_INLINE = compiled(rf"(?<=[。;:])[ ]*(?:\d{{1,2}}[、.](?!\d)|\(\d{{1,2}}\)|\({_C}\)|(?<=[。:;]){_C}、)|[①-⑳⑴-⒇]")
# 「3.…。会议原则同意…」: the verdict behind the last label of a paragraph is no part of that point
_CLOSING = compiled(
    rf"。(?={MEETING}(?:原则|同意|通过|一致|决定|要求|强调|最后|还|议定|明确|认为|商定|确定|审议|研究|指出|对|不|未|表决|经)"
    r"|[^,。;:]{2,8}最后(?:强调|要求|指出))"
)
_LETTERS = "abcdefgh"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Mark:
    """A label at the start of a passage: its style, its value, where the ordinal stands, where the wording begins."""

    style: str
    value: int
    label: tuple[int, int]
    body: int


@dataclass(frozen=True, slots=True)
class Block:
    """A passage of the body with its label, if it has one that counts, and the depth of the label's level."""

    passage: Passage
    mark: Mark | None = None
    depth: int = -1

    @property
    def body(self) -> str:
        """The wording behind the label."""
        return self.passage.flat[self.mark.body :] if self.mark else self.passage.flat

    @property
    def label(self) -> str | None:
        """The bare ordinal."""
        return self.passage.flat[slice(*self.mark.label)] if self.mark else None


def find_mark(flat: str) -> Mark | None:
    """Return the label at the start of a folded text.

    >>> find_mark("四. 审议《办法》").value, find_mark("(十二)要加强").style, find_mark("2020年")
    (4, 'cn_paren', None)
    """
    match = _LABEL.match(flat)
    if match is None or match.end() == 0:
        return None
    style = next(name for name, _ in _STYLES if match[f"style_{name}"])
    group = next(name for name, text in match.groupdict().items() if text and not name.startswith("style_"))
    value = _value(match[group], style)
    if value is None or not 0 < value <= 1000 or (match.end() >= len(flat) and style in ("ar", "roman")):
        return None
    if flat.startswith("#") and style not in ("topic", "chapter"):
        # 「## 4. …」 and the 「1. …」 beneath it are two lists
        style = f"heading_{style}"
    return Mark(style, value, match.span(group), match.end())


def _value(label: str, style: str) -> int | None:
    first = label[0]
    for low, high in (("①", "⑳"), ("⑴", "⒇"), ("⒈", "⒛"), ("㈠", "㈩"), ("㊀", "㊉"), ("Ⅰ", "Ⅻ")):
        if low <= first <= high:
            return ord(first) - ord(low) + 1
    if len(label) == 1 and label.lower() in _LETTERS and style == "letter":
        return _LETTERS.index(label.lower()) + 1
    if style == "stem":
        return _STEMS.index(first) + 1
    if first in _ROMAN:
        digits = [_ROMAN[character] for character in label]
        return sum(-digit if digit < max([*digits[i + 1 :], 0]) else digit for i, digit in enumerate(digits))
    return chinese_to_int(label)


def blocks_of(paragraphs: Sequence[Passage]) -> list[Block]:
    """Return the passages with their labels, those inside a paragraph included, nested by their sequence."""
    bare = [Block(passage, find_mark(passage.flat)) for whole in paragraphs for passage in _split(whole)]
    return _nest(_with_tight(_with_decimals(bare)))


# 「2.1 同意下泄」「2.2　平台建设」 beneath 「2 工程调度」; 「1.5万元」 is a figure
_DECIMAL = compiled(
    r"(?P<label>(?P<above>\d{1,2})\.(?P<ordinal>\d{1,2}))"
    r"(?:[.、]?[ ]+(?=\S)|[.、]?(?=[\u4e00-\u9fff《“])(?![个万亿元倍米吨亩公平]))"
)


def _with_decimals(blocks: list[Block]) -> list[Block]:
    """Give blocks the second number of 「2.1」 as their label, where the first is that of what stands above them."""
    found: list[Block] = []
    above = last = 0
    for block in blocks:
        match = _DECIMAL.match(block.passage.flat) if block.mark is None else None
        if match is not None and int(match["above"]) == above and int(match["ordinal"]) == last + 1:
            last += 1
            block = Block(block.passage, Mark("decimal", last, match.span("label"), match.end()))
        elif block.mark is not None and block.mark.style in _BARE | {"chapter", "topic"}:
            above, last = block.mark.value, 0
        found.append(block)
    return found


# 「1．23处隐患逐处约谈」「2.3个小区」: an ordinal straight before a figure, where the list about it counts so
_TIGHT = compiled(r"(?P<ordinal>\d{1,2})\.(?=\d{1,6}[ ]?[个处项名家条台户辆座件人所公里米万亿年月\u4e00-\u9fff])")
_REACH = 8


def _with_tight(blocks: list[Block]) -> list[Block]:
    """Give blocks an ordinal that stands straight before a figure, where those beside it count on from it or to it."""
    found = list(blocks)
    for index, block in enumerate(blocks):
        match = _TIGHT.match(block.passage.flat) if block.mark is None else None
        if match is None:
            continue
        value = int(match["ordinal"])
        before = next(
            (one.value for one in map(_in_figures, reversed(found[max(0, index - _REACH) : index])) if one), None
        )
        behind = next((one.value for one in map(_in_figures, blocks[index + 1 : index + 1 + _REACH]) if one), None)
        if (value == 1 and behind == 2) or (value > 1 and before == value - 1):
            found[index] = Block(block.passage, Mark("ar", value, match.span("ordinal"), match.end()))
    return found


def _in_figures(block: Block) -> Mark | None:
    """Return the label of a block where it is one of a list 「1.」, 「2.」."""
    return block.mark if block.mark is not None and block.mark.style == "ar" else None


def _split(passage: Passage) -> Iterator[Passage]:
    """Split 「会议要求：1.…；2.…；3.…。」 where labels inside a paragraph count 1, 2, …"""
    cuts = [
        match.start() + len(match.group()) - len(match.group().lstrip()) for match in _INLINE.finditer(passage.flat)
    ]
    if not cuts:
        yield passage
        return
    kept: list[int] = []
    opening = find_mark(passage.flat)
    expected = {opening.style: opening.value + 1} if opening else {}
    marks = [(cut, mark) for cut in cuts if (mark := find_mark(passage.flat[cut : cut + 12])) is not None]
    for index, (cut, mark) in enumerate(marks):
        follows = any(
            later.style == mark.style and later.value == mark.value + 1 for _, later in marks[index + 1 : index + 30]
        )
        if expected.get(mark.style) == mark.value or (mark.value == 1 and follows):
            kept.append(cut)
            expected[mark.style] = mark.value + 1
    if kept and (closing := _CLOSING.search(passage.flat, kept[-1])):
        kept.append(closing.start() + 1)
    for start, end in zip([0, *kept], [*kept, len(passage.flat)], strict=True):
        part = passage.part(start, end)
        if part.flat:
            yield part


def _nest(blocks: list[Block]) -> list[Block]:
    stack: list[tuple[str, int]] = []
    seen: dict[str, int] = {}
    nested = []
    for index, block in enumerate(blocks):
        mark = block.mark
        if mark is None:
            nested.append(block)
            continue
        depth = _depth(block, mark, stack, seen, blocks[index + 1 : index + 41])
        if depth is None:
            nested.append(replace(block, mark=None))
            continue
        # a label in another sign than its list's counts for the list
        style = stack[depth][0] if depth < len(stack) else mark.style
        del stack[depth:]
        stack.append((style, mark.value))
        seen[style] = mark.value
        nested.append(replace(block, mark=replace(mark, style=style), depth=depth))
    return nested


def _counts_on(mark: Mark, rest: Sequence[Block], before: Mark) -> bool:
    """Tell whether labels of a mark's own style go on from it before another mark."""
    for block in rest:
        if block.mark is before:
            return False
        if block.mark and block.mark.style == mark.style and block.mark.value == mark.value + 1:
            return True
    return False


_BARE = frozenset(["ar", "ar_dun", "cn"])


def _miscounted(block: Block, mark: Mark, outer: tuple[str, int], rest: Sequence[Block]) -> bool:
    """Tell whether a short heading goes on with the outer list in another sign: 「2、防汛」「三、集镇」「5 人事」."""
    style, last = outer
    if mark.style == style or not {mark.style, style} <= _BARE or not max(2, last) <= mark.value <= last + 2:
        return False
    body = block.passage.flat[mark.body :]
    if len(body) > 30 or re.search("[。;:,]", body.rstrip("。;:")):
        return False
    after = next((later.mark for later in rest if later.mark and later.mark.style == style), None)
    return after is None or (after.value >= mark.value and not _counts_on(mark, rest, after))


def _depth(
    block: Block, mark: Mark, stack: list[tuple[str, int]], seen: dict[str, int], rest: Sequence[Block]
) -> int | None:
    for depth in range(len(stack) - 1, -1, -1):
        style, last = stack[depth]
        if style == mark.style:
            return depth if mark.value == 1 or last <= mark.value <= last + 3 else None
        if {style, mark.style} == {"ar", "ar_dun"} and mark.value == last + 1:
            # 「1、…2.…3、…」: one list, whatever the sign
            return depth
    if stack and mark.value > 2 and stack[0][1] == mark.value - 1:
        # 「八、…9、…十、…」: one label of the outer list in another sign
        after = next((block.mark for block in rest if block.mark and block.mark.style == stack[0][0]), None)
        if after is not None and after.value == mark.value + 1 and not _counts_on(mark, rest, after):
            return 0
    if stack and seen.get(mark.style) != mark.value - 1 and _miscounted(block, mark, stack[0], rest):
        return 0
    if mark.value == 1 or seen.get(mark.style) == mark.value - 1:
        return len(stack)
    # a list whose first label was lost: believed when the next one counts on
    following = next((block.mark.value for block in rest if block.mark and block.mark.style == mark.style), None)
    return len(stack) if following == mark.value + 1 else None
