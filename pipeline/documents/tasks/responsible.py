"""What the words behind 「责任单位：」 say: who leads, who helps, in which of the tasks, by when, what else is due."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.documents.duties.names import is_name
from pipeline.documents.duties.parties import is_generic, is_party
from pipeline.documents.duties.roster import roster
from pipeline.documents.duties.unit_shapes import is_unit
from pipeline.documents.numerals import chinese_to_int, circled_to_int
from pipeline.documents.text.clean import Passage
from pipeline.patterns import compiled

LONGEST = 2000
"""Characters of a line or a cell that is read for names; a longer one is none."""


@dataclass(slots=True)
class Share:
    """Who has which part in one or several tasks, as a line or a cell says it.

    Attributes:
        leads, supports: the names, in order.
        numbers: the labels of the tasks (第(1)(2)条); empty where the words name none.
        topic: of which task it speaks (「粮价公示由镇粮站负责」).
        deadlines: by when (「10月10日前到位」).
        task: what is due in words of its own (「10月20日前完成施工图审查」).
        place: all of its words.
    """

    leads: list[Passage] = field(default_factory=list)
    supports: list[Passage] = field(default_factory=list)
    numbers: frozenset[int] = frozenset()
    topic: Passage | None = None
    deadlines: list[Passage] = field(default_factory=list)
    task: Passage | None = None
    place: Passage | None = None


def shares_of(cell: Passage) -> list[Share]:
    """Return what the words behind 「责任单位：」, or of a cell below it, say.

    >>> text = "市住建局牵头,市财政局、各街道配合;8月底前到位"
    >>> [one] = shares_of(Passage(text, range(len(text))))
    >>> [[part.flat for part in parts] for parts in (one.leads, one.supports, one.deadlines)]
    [['市住建局'], ['市财政局', '各街道'], ['8月底前到位']]
    """
    found: list[Share] = []
    told: list[_Told] = []
    first = 0
    for start, end in _parts(cell.flat) if len(cell.flat) <= LONGEST else ():
        part = cell.part(start, end)
        numbers, part = _numbers(part)
        topic, part = (None, part) if numbers else _topic(part)
        if not found or numbers or topic is not None:
            found.append(Share(numbers=numbers, topic=topic))
            told.append(_Told())
            first = start
        share = found[-1]
        share.place = cell.part(first, end)
        if share.task is not None or not told[-1].read(part):
            _else(cell, share, part)
    for share, names in zip(found, told, strict=True):
        share.leads, share.supports = names.parted()
    return found


_PART = compiled(r"(?:[^,;。()]|\([^()]*\)|[()])+")


def _parts(flat: str) -> Iterator[tuple[int, int]]:
    """Yield the places between commas, semicolons and stops; a number before a comma says nothing by itself."""
    start: int | None = None
    for match in _PART.finditer(flat):
        start = match.start() if start is None else start
        if not _REFERS.fullmatch(flat[start : match.end()].strip()):
            yield start, match.end()
            start = None


_NUMBER = r"(?:\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])"
# 「第(1)(2)条」「第1、3项」「第二至四项任务」「(1)(2)」
_REFERS = compiled(
    rf"(?:上述|以上|前述)?(?:第?[ ]?{_NUMBER}(?:[ ]?(?:[、和及与,至到~—-][ ]?第?|第|(?=\())[ ]?{_NUMBER}){{0,40}}[ ]?"
    rf"(?:条|项|款|点|个?问题)(?:、?第{_NUMBER}(?:条|项|款|点|个?问题)){{0,40}}"
    r"(?:任务|工作|事项|措施|意见|要求|内容|决定){0,3}|(?:\(\d{1,2}\)、?){1,40})"
)
_ONE = compiled(rf"(?P<to>至|到|[-~—])?第?[ ]?(?P<number>{_NUMBER})")


def _numbers(part: Passage) -> tuple[frozenset[int], Passage]:
    """Return the labels that open a part, and the rest of it."""
    match = _REFERS.match(part.flat)
    if match is None or match.end() == len(part.flat):
        return frozenset(), part
    numbers: list[int] = []
    for one in _ONE.finditer(part.flat, 0, match.end()):
        number = _value(one["number"])
        if number is None:
            continue
        numbers += range(numbers[-1] + 1, number) if one["to"] and numbers else ()
        numbers.append(number)
    return frozenset(numbers), part.part(match.end()).bare_start(",:由为—-")


def _value(label: str) -> int | None:
    """Return the number that a label is."""
    bare = label.strip("()（）、.． 第条项款点")
    return circled_to_int(bare) or chinese_to_int(bare)


def number_of(label: str | None) -> int | None:
    """Return the number of a task's label: 「（2）」, 「二、」, 「③」."""
    return _value(label) if label else None


_TOPIC = compiled(r"(?P<topic>[\u4e00-\u9fff“”A-Za-z\d]{2,16}?)(?:由|:[ ]?(?:由)?)(?=[\u4e00-\u9fff])")
_NO_TOPIC = compiled(
    r"(?:具体|分别|共同|统一|全部|会后|其中|主要|总体|均|都|以上|上述|由)$|[前后]$|牵头|主办|主责|配合|协办|协助|协同|参与"
)


def _topic(part: Passage) -> tuple[Passage | None, Passage]:
    """Return the task that a part names before 由 or a colon, and the rest of it."""
    match = _TOPIC.match(part.flat)
    if match is None or _NO_TOPIC.search(match["topic"]) or _is_called(match["topic"]):
        return None, part
    rest = part.part(match.end())
    return (part.part(*match.span("topic")), rest) if _Told().read(rest) else (None, part)


def _is_called(name: str) -> bool:
    """Tell whether a piece is a name beyond doubt."""
    return is_party(roster(), name, True) or is_unit(name) or is_name(name) or is_generic(name)


# 「10月10日前到位」「12月1日起执行」: by when, and nothing of what
_BY_WHEN = compiled(
    r"(?:请|须|要|应|均|并|力争|确保|争取|务必|必须|于|在|原则上){0,4}(?=[^,;]{0,24}?(?:[\d一二三四五六七八九十年月季周日天前后内]|即日|立即|尽快|长期|常年|持续))"
    r"(?P<when>[^,;]{2,24}?)(?P<doing>(?:全部|全面|正式|一次性|基本|须|要|应|予以|力争|一并|陆续|持续){0,4}"
    r"(?:完成|到位|执行|实施|施行|落实|办结|办理完毕|完毕|完工|竣工|动工|开工|通车|交付|投用|启用|上线|建成|投运|生效|见效|整改到位|整改完成|落实到位|配备到位|安装到位|拨付到位|坚持){0,2})"
)
_WHEN_ENDS = compiled(
    r"(?:前|内|起|底|末|初|旬|日|号|月|季度|年|周|天|后|时|期间|立即|尽快|即日起|长期|常年|持续|一次)$"
)


def _else(cell: Passage, share: Share, part: Passage) -> None:
    """Keep what is no name: by when, or a task in words of its own, which goes on from then on."""
    when = _BY_WHEN.fullmatch(part.flat)
    if share.task is None and when and _WHEN_ENDS.search(part.flat, 0, when.end("when")):
        share.deadlines.append(part)
        return
    if share.task is None and not re.search(r"[\u4e00-\u9fff]{3}", part.flat):
        return
    start = bisect_left(cell.offsets, (share.task or part).start)
    share.task = cell.part(start, bisect_left(cell.offsets, part.end))


def bare_of_doing(when: Passage) -> Passage:
    """Return a time limit without what is to be done by then: 「12月1日起执行」 is 「12月1日起」."""
    match = _BY_WHEN.fullmatch(when.flat)
    return when.part(match.start("when"), match.end("when")) if match and match["doing"] else when


_LEADING = r"总?牵头(?:抓总|负责)?|主办|主责|负总责|总负责|抓总|为主|总协调"
_HELPING = r"配合|协助|协办|协同|参与|支持|参加|监督|督办|督导|指导"
_AIDS = (
    r"负责(?:做好)?(?:技术|业务|政策|专业|行业|法律|安全|质量|资金|经费|要素|后勤)*"
    r"(?:把关|指导|支持|支撑|服务|保障|配合|协调|咨询|督促|督导|督办|监督|监管)"
)
_DOING = r"负责|承办|落实|实施|办理|承担|执行|跟进|推进|经办"
_ROLE = compiled(
    rf"(?:(?:共同|联合|具体|分别|密切|积极|做好|统筹)*(?:(?P<help>{_HELPING}|{_AIDS})|(?P<lead>{_LEADING})|(?P<do>{_DOING}))"
    r"(?!人|同志|制|单位|部门|[\u4e00-\u9fff]{0,4}(?:[局委办部处科室站所队组院厅会]|中心|公司|集团)(?:$|配合|协[助办]|牵头|主办|负责|参与|落实|承办))[^、()]*)$"
)
_SIGNED = compiled(
    rf"\((?:(?P<lead>(?:总?牵头|主办|主责|负责)(?:单位|部门)?)|(?P<help>(?:{_HELPING})(?:单位|部门)?))\)$"
)
_BEFORE = compiled(
    rf"(?P<sign>(?:{_LEADING}|(?:配合|协办|协同|协助|参与)))(?:单位|部门)?(?::|为|是)?[ ]?(?=[\u4e00-\u9fff]{{2}})"
)
_PIECE = compiled(r"(?:[^、/ ()]|\([^()]*\))+")
_JOIN = compiled(r"会同|商(?=[省市县区镇])|联合(?=[省市县区镇])")
# what no bare name holds; 「项目部老王」 and 「金盾物业」 are as good as a bureau
_NO_NAME = compiled(
    r"\d{1,2}(?:月|日|个?工作日|[年天周]内)|[年月]底|[年月日]前|完成|到位|执行|必须|应当|要求|避开|提会|取得|上报|报送|报告|尽快|立即|开展|制定|提出"
    r"|不得|[。:;,]|(?:前|后|起|内|外)$|^(?:须|应|要|再|并|不|已|待|在|于)"
)


@dataclass(slots=True)
class _Told:
    """Gathers the names of a share with the part that each is said to have: lead, help, do, or none."""

    names: list[tuple[Passage, str]] = field(default_factory=list)

    def read(self, part: Passage) -> bool:
        """Take the names of a part; tell whether it holds names and nothing else."""
        opened = _BEFORE.match(part.flat)
        role = ""
        if opened:
            role = "help" if re.match(_HELPING, opened["sign"]) else "lead"
            part = part.part(opened.end())
        if beside := _BESIDE.match(part.flat):
            role, part = "help", part.part(beside.end())
        elif word := _OPENS.match(part.flat):
            part = part.part(word.end())
        taken: list[tuple[Passage, str]] = []
        pending = 0
        for match in _PIECE.finditer(part.flat):
            for name, own, closes in _named(part.part(*match.span())):
                if not _can_be_name(name.flat, sure=bool(own or role or not self.names)):
                    return False
                taken.append((name, own or role))
                if own and closes:
                    taken[pending:] = [(one, said or own) for one, said in taken[pending:]]
                    pending = len(taken)
        self.names += taken
        return bool(taken)

    def parted(self) -> tuple[list[Passage], list[Passage]]:
        """Return who leads and who helps: where one leads in so many words, those of whom nothing is said help."""
        roles = [role for _, role in self.names]
        headed = "lead" in roles
        helps = {"help"} | ({"", "do"} if headed else set())
        if "aid" in roles:
            helps |= {"aid"} if set(roles) - {"aid", "help"} else set()
        leads = [name for name, role in self.names if role not in helps]
        return leads, [name for name, role in self.names if role in helps]


_OPENS = compiled(r"(?:(?:具体|分别|共同|另)?由|请|以及|和|及|其中|另)(?=[\u4e00-\u9fff]{2})")
_BESIDE = compiled(r"(?:会同|联合|商)(?=[\u4e00-\u9fff]{2})")


def _named(piece: Passage) -> Iterator[tuple[Passage, str, bool]]:
    """Yield the names of a piece, the part that each has, and whether it is that of the pieces before it too."""
    if sign := _SIGNED.search(piece.flat):
        yield piece.part(0, sign.start()), "lead" if sign["lead"] else "help", bool(sign["help"])
        return
    role, closes = "", False
    if not _JOIN.search(piece.flat, 2) and _is_called(piece.flat):
        yield piece, role, closes
        return
    if told := _ROLE.search(piece.flat, 2):
        role = "lead" if told["lead"] else "do" if told["do"] else "help"
        role = "aid" if role == "help" and told["help"].startswith("负责") else role
        piece, closes = piece.part(0, told.start()), True
    joined = _JOIN.search(piece.flat, 2)
    if joined:
        yield piece.part(0, joined.start()), role or "lead", False
        yield piece.part(joined.end()), "help", False
    else:
        yield piece, role, closes


def _can_be_name(name: str, *, sure: bool) -> bool:
    """Tell whether a piece can be a name; `sure`: it is the first of the line or its part is said beside it."""
    if not re.search(r"[\u4e00-\u9fffA-Za-z]", name) or name in ("无", "略"):
        return False
    return _is_called(name) or (sure and 2 <= len(name) <= 20 and not _NO_NAME.search(name))
