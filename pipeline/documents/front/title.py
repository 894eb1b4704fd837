"""The title of a record: the line that names its kind, with the lines above and below over which it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.documents.front.letterhead import BODY, SHORT_NUMBER
from pipeline.documents.numerals import parse_document_number
from pipeline.documents.patterns import DATE_LINE, LABELS, RECORD_OPENER, SESSION
from pipeline.documents.tasks.points import named
from pipeline.documents.text.clean import Paper, Passage
from pipeline.patterns import compiled

_TITLE_WORD = compiled(
    r"纪要|决议|通报|记录|公告|公报|报告|通知|议程|纪实|决定|方案|意见|办法|规定|情况|函|公示|讲话|规划|细则|新闻|简报"
)
# 「某某办公室    2019年7月15日」
OFFICE_AND_DATE = compiled(rf"[办委室府局会司院校处科][ ]+{DATE_LINE.pattern}$")
# The lines above what an office publishes: 「索引号：…」「公开类别：主动公开」「名称：某市…会议纪要」
_CALLED = compiled(r"(?:信息|文件|公文)?(?:名[ ]*称|标[ ]*题)[ ]*:[ ]*(?=[^ ])")
_CATALOGUED = compiled(
    r"(?:索引号|索取号|信息分类|主题分类|主题词|关键词|体裁分类|公开(?:类别|方式|范围|形式|属性|时限|日期)|有效性|效力状态"
    r"|(?:发布|发文|制发|公开)(?:机构|机关|单位|日期|时间)|(?:成文|生成|生效)(?:日期|时间)|文号|发文字号|浏览(?:次数|量)|字号|字体|来源)[:]"
)


def is_lead(flat: str) -> bool:
    """Tell whether a folded paragraph is the lead: who held the meeting, and when."""
    if LABELS.match(flat):
        return False
    held = re.search(r"召开|主持|举行|召集", flat) and re.search(r"[,。]", flat)
    formal = re.match(r"(?:根据|按照|为)", flat) and re.search(r"[,。]", flat) and len(flat) > 30
    return bool(held or formal) and not re.match(r"会议(?:听取|审议|指出|强调|认为|要求)", flat)


def find_title(passages: Sequence[Passage]) -> Passage | None:
    """Return the title: the heading line that names the kind, the meeting's number before all, whole over its lines."""
    best: tuple[float, int, Passage] | None = None
    lines = passages[:15]
    for index, line in enumerate(lines):
        passage = _may_be_title(line)
        if passage is None:
            continue
        flat = passage.flat
        spaced = _SPACED.fullmatch(flat) is not None
        flat = flat.replace(" ", "") if spaced else flat
        if _ONLY_NUMBER.fullmatch(flat.replace(" ", "")) or (spaced and _ONLY_KIND.fullmatch(flat)):
            continue
        score = (
            (2.0 if _TITLE_WORD.search(flat) else 0.0)
            + (1.5 if SESSION.search(flat) else 0.0)
            + min(len(flat), 40) / 80
            - index / 20
            - (1.0 if spaced else 0.0)
        )
        if BODY.fullmatch(flat) and not _TITLE_WORD.search(flat):
            score -= 1.0
        if best is None or score > best[0]:
            best = (score, index, passage)
    if best is None or best[0] < 0.1:
        return None
    return _over_lines(lines, best[1], best[2])


def _may_be_title(line: Passage) -> Passage | None:
    """Return what of a line may be a title, without the label before it, or `None`."""
    called = _CALLED.match(line.flat)
    passage = line.part(called.end()) if called else line
    flat = passage.flat
    other = (
        len(flat) > _LONGEST
        or _CATALOGUED.match(flat.replace(" ", ""))
        or "。" in flat
        or not any(map(str.isalnum, flat))
        or "|" in flat
        or LABELS.match(flat)
        or is_lead(flat)
        or (parse_document_number(flat) and len(flat) < 24)
        or SHORT_NUMBER.match(flat)
        or DATE_LINE.fullmatch(flat)
        or OFFICE_AND_DATE.search(flat)
        or (RECORD_OPENER.fullmatch(flat) and flat.endswith(":"))
    )
    return None if other else passage


def _over_lines(lines: Sequence[Passage], index: int, title: Passage) -> Passage:
    """Return a title with the lines above and below over which it goes: 「关于校车管理和」, 「有关问题的会议纪要」."""
    title = _bare(title)
    whole = [title]
    for at in range(index + 1, min(len(lines), index + _MOST_LINES)):
        below = _part_of_title(lines[at])
        if below is None or not _GOES_ON.search(whole[-1].flat):
            break
        whole.append(below)
    above: list[Passage] = []
    for at in range(index - 1, max(-1, index - _MOST_LINES), -1):
        line = _part_of_title(lines[at])
        if line is None:
            break
        above.insert(0, line)
        if _begins(above, whole[0].flat):
            whole, above = [*above, *whole], []
    joined = Passage(
        "".join(line.flat for line in whole), [offset for line in whole for offset in line.offsets], title.place
    )
    return joined if len(whole) > 1 and len(joined.flat) <= 2 * _LONGEST else title


def _begins(above: Sequence[Passage], below: str) -> bool:
    """Tell whether a title begins in the first of some lines that stand above its last."""
    first, last = above[0].flat, above[-1].flat
    if _TITLE_WORD.search(first[-2:]):  # a masthead, 「某局文件」, 「会议纪要」: whole in itself
        return False
    if _ABOUT.match(first) or (len(above) == 1 and _GOES_ON.search(last)):
        return True
    of_session = _OF_SESSION.search(last) is not None and _NTH.match(below) is not None
    return len(above) == 1 and (
        of_session or (_MATTER.search(last) is not None and _BARE_KIND.fullmatch(below) is not None)
    )


def _part_of_title(line: Passage) -> Passage | None:
    """Return a line that may be a part of a title: neither the body alone, nor spaced out, nor a sentence."""
    passage = _may_be_title(line)
    if passage is None or _SPACED.fullmatch(passage.flat) or passage.flat[-1:] in ":,;!?":
        return None
    if _ONLY_NUMBER.fullmatch(passage.flat) or (BODY.fullmatch(passage.flat) and not _OF_SESSION.search(passage.flat)):
        return None
    return _bare(passage)


def _bare(passage: Passage) -> Passage:
    """Return a line without the signs of a heading at its ends."""
    return passage.bare_start("#*>★☆◆■").bare_end("*#★☆◆■")


_LONGEST = 80
"""Characters of a line that may be a title, or a part of one."""
_MOST_LINES = 4
"""A title goes over at most so many lines."""
# 「关于…」, 「某县人民政府关于…」, 「研究城区停车管理」
_ABOUT = compiled(r"[\u4e00-\u9fff()]{0,30}关于|(?:专题)?(?:研究|讨论|审议|听取|协调|推进|落实)")
# 「…管理和」, 「…问题的」: the next line goes on
_GOES_ON = compiled(r"(?:[的和及与暨、]|以及|关于)$")
# 「某学院第三届教职工代表大会」 above 「第二次会议纪要」
_OF_SESSION = compiled(r"第?[一二三四五六七八九十百\d]{1,4}届|\d{4}年(?:度)?$")
_NTH = compiled(r"第[ ]?[一二三四五六七八九十百\d]{1,4}[ ]?次")
# 「全市安全生产工作」 above 「电视电话会议纪要」: what the meeting was about, and its kind
_MATTER = compiled(r"(?:工作|问题|事项|事宜|建设|项目|管理|改革|整治|改造|治理|保障|筹备|推进|工程|任务|活动)$")
_BARE_KIND = compiled(r"(?:[\u4e00-\u9fff]{0,8})(?:会议?|会商|调度|座谈)(?:议?纪要|议?记录)")
_SPACED = compiled(r"[^ ](?:[ ]+[^ ])+")
# 「会 议 纪 要」 over the name of the body, 「第8次」, 「（第6期）」, 「（2031年第6期）」 beneath it
_ONLY_KIND = compiled(r"(?:会议|文件|通知)?(?:纪要|记录|决议|文件|通知|会议)")
_ONLY_NUMBER = compiled(r"\(?(?:\d{4}年(?:度)?)?(?:总?第?\d+|第[一二三四五六七八九十百]+)[次期号]\)?")


def title_words(paper: Paper, title: Passage) -> str:
    """Return a title in its own words, on one line."""
    said = named(paper, title.span()).replace("**", "")
    return re.sub(r"\s", "", said) if _SPACED.fullmatch(title.flat) else said
