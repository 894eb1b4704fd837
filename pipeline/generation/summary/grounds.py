"""What a verdict without an object stands on in its sentence: whose matter it is, who asked for it, or why."""

from __future__ import annotations

from pipeline.generation.columns import one_line
from pipeline.generation.summary.beside import AGAINST, bare
from pipeline.generation.summary.clauses import DISSENT
from pipeline.generation.summary.titles import is_on_the_matter
from pipeline.generation.summary.told import Source
from pipeline.minutes import Item, Outcome, Span
from pipeline.patterns import compiled

# 「暂不同意｜通宵开放」, but 「暂缓审议｜该办法」
_ACT = r"(?!该|此|本|上述|这|以上|对|将|其)[\u4e00-\u9fff]"
VERDICT = compiled(
    r"(?:一致|审议|讨论|表决|鼓掌|举手)?(?:原则上?)?(?:不予?|未获?|未予|没有)?(?:同意|通过|批准)|"
    rf"暂[缓不](?:{_ACT}){{0,4}}|再议|另行研究|否决"
)
_NAMES = 2
"""Characters behind its word that a verdict must have to name what it is on."""
_FEW = 4
"""Characters behind the word of a verdict that name its matter only together with what stands before it (同意停办)."""
_SHORT = 12
"""Characters of a verdict that has no object of its own (不予安排): it is told with what stands before it."""
_MOST_AHEAD = 70
# 「【决议】某岗位暂缓」: the tag of a cell
_TAG = compiled(r"\s*【[^【】]{2,6}】\s*")
_REASON = compiled(r"(?:^|，)(?:因|由于|鉴于|认为|考虑到?)[^，]")
_BREAK = compiled(r"[。；！？;|｜\t]|\.(?!\d)")
_CELL = compiled(r"[（(](?:汇报|报告|说明)(?:人|单位)")
# 「审议意见：因…」: a label, and no subject as in 「李某任科长：…，通过」
_LABEL = compiled(r"(?:意见|结果|决定|明确|要求|强调|指出|议定|认为|结论|决议|内容)$|^[（(]?\d*[)）]?$")
NUMBERED = compiled(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:[.．]\d{1,2}){1,2}[ 　]"
    r"|\d{1,2}(?:[.．](?!\d)|、)|[①-⑳])\s*"
)
_SAYING = compiled(
    r"(?:会议)?(?:同时|还|经)?(?:研究|讨论|审议|经研究)?(?:后?决定|议定|指出|明确|认定|研究|讨论|审议|决议)"
)
_HEARD = compiled(r"^(?:会议)?(?:同时|还)?(?:听取|审议|讨论|研究|审定)了?[^，]*$")
# 「某区提出降低分担比例，会议未予采纳」: without what was proposed it says nothing, or of another matter
_NOT_ADOPTED = compiled(r"(?:不[予作]?|未[予作]?|未获|没有|未被)(?:采纳|采用|支持)")
_LEFT_OPEN = compiled(r"[不未](?:作|做|形成|达成)出?(?:任何)?(?:决定|决议|结论)")
# 「某人提出应开通校车。会议采纳该意见。」「此事暂不决定」: of what, says what stands before it
_POINTS_BACK = compiled(
    r"(?:[该此]|上述|以上|这一|这[条项])(?:意见|建议|请求|申请|要求|提议|诉求|主张|事(?![项宜])|条|点)"
)
_TURNED_DOWN = compiled(
    r"(?:会议)?(?:决定|研究)?(?:暂?不[予作]?|未[予作]?|未获|没有|未被)(?:同意|通过|批准|采纳|采用|支持|认可|考虑|安排)"
    r"(?:[该此]|上述|这一)?(?:意见|建议|请求|申请|要求|提议)?"
)
_PROPOSED = compiled(r"提出|提议|建议|要求|申请|请求|希望|主张|意见|拟")
_ASKS = compiled(
    r"(?<!会议)(?:提出|提议|建议|要求|申请|请求|希望|主张)|[\u4e00-\u9fff](?:想|[想需]?要(?![求点素害闻件]))"
    r"|(?:^|[\u4e00-\u9fff])就[^，]{2,}作(?:出|了)?(?:汇报|说明)"
)


# 「报停用户降费一事，某公司持保留意见，本次会议不作决定」
OF_A_MATTER = compiled(
    r"(?:一|之)事(?=，)|(?:问题|事宜|的(?:建议|要求|请求|申请|提议|诉求)|[\u4e00-\u9fff]{4}(?:方案|计划|规划|合同|协议|条款|选址|名单))(?=，)"
)
_PUT_OFF = compiled(r"暂[缓不]|缓议")
_GOES_ON = compiled(_ACT)
BARE = compiled(r"(?:会议)?(?:决定)?(?:不予?|未予|暂不|暂缓)[\u4e00-\u9fff]{2}[。；，]?")
"""A verdict that says only that something is refused or put off, and not what."""
_CIRCUMSTANCE = compiled(r"[，后]|待|经|按|因|鉴于|认为|同志|结果|人选")
_OWN = 0.34
_MEETING = compiled(
    r"(?:本次|此次|这次)?(?:会议|会上|议题|该项|此事)|(?:经|因|由于|暂时?|研究|讨论|审议|决定|最后|原则上?|一致|表决|上述|该|此)+"
)


def ground(source: Source, item: Item, outcome: Outcome, *, in_points: bool = False) -> Span | None:
    """Return what a verdict without an object of its own stands on in its sentence: whose matter it is, or why.

    Args:
        source: the document.
        item: an item with verdicts.
        outcome: one of them.
        in_points: whether also where a point holds the verdict, which is else told whole.

    >>> from pipeline.documents.parse import parse_text
    >>> body = "甲市政府第2次常务会议纪要\\n一、关于编制\\n甲院所提5名编制，因总量限制，不予同意。"
    >>> source = Source("d0", parse_text(body))
    >>> source.document.quote(ground(source, source.document.items[0], source.document.items[0].outcomes[0]))
    '甲院所提5名编制，因总量限制，'
    """
    text = source.document.text
    body = source.body(item)
    stretch = next((one for one in source.stretches(body) if outcome.start in one), None)
    word = _first_clause(outcome)
    if stretch is None or len(bare(word)) > _SHORT + 2 * word.startswith("会议"):
        return None
    before = [one for one in (*item.outcomes, *item.points) if one.start < outcome.start]
    told = max([body.start, *(one.end for one in before if one.end <= outcome.start)])
    start = max(stretch.start, told)
    leans = is_turned_down(outcome)
    if not (leans or in_points) and any(outcome.start in one.span for one in item.points):
        return None
    for match in _BREAK.finditer(text, start, outcome.start):
        start = match.end()
    first = max(told, text.rfind("\n", 0, start) + 1)
    back = _NOT_ADOPTED.search(outcome.text) or (points_back(outcome) and not _is_the_paper(item, outcome))
    if back and first < start and not _PROPOSED.search(text, start, outcome.start):
        start = max((match.end() for match in _BREAK.finditer(text, first, start - 1)), default=first)
    opener, colon, _ = text[start : outcome.start].partition("：")
    if colon and (len(opener) > _MOST_AHEAD // 2 or _LABEL.search(one_line(opener))):
        start += len(opener) + 1
    start = _without_hearing(source, item, Span(start, outcome.start))
    start = label.end() if (label := NUMBERED.match(text, start, outcome.start)) else start
    start = tag.end() if (tag := _TAG.match(text, start, outcome.start)) else start
    ahead = one_line(text[start : outcome.start]).strip("，,：: ")
    facts = len(item.outcomes) > 1 or bool(_REASON.search(ahead)) or "，" not in ahead
    facts = facts or (in_points and _in_labelled_point(item, outcome))
    facts = (facts or leans or _is_of_a_matter(f"{ahead}，")) and not _CELL.search(ahead)
    return Span(start, outcome.start) if 2 < len(ahead) <= _MOST_AHEAD and facts else None


def is_on_all(item: Item, outcome: Outcome) -> bool:
    """Tell whether a verdict is on its item's own matter: the only one outside labelled points (会议意见：暂缓实施)."""
    return [one for one in item.outcomes if not _in_labelled_point(item, one)] == [outcome]


def is_turned_down(outcome: Outcome) -> bool:
    """Tell whether a verdict only turns down, and what was proposed stands before it (某企业要求减免，会议不同意)."""
    return bool(_TURNED_DOWN.fullmatch(one_line(outcome.text).strip("。；，,;")))


def on_what_stands_before(source: Source, item: Item, outcome: Outcome) -> bool:
    """Tell whether a verdict is on what stands before it in its sentence: 某街道提出由区里承担鉴定费，会议予以同意."""
    if outcome.class_ in AGAINST and _in_labelled_point(item, outcome):
        ahead = ground(source, item, outcome, in_points=True)
        if ahead and not is_on_the_matter(one_line(item.title), one_line(source.document.quote(ahead))):
            return True  # 「（二）采砂船底数不清，处置意见另行研究」
    ahead = ground(source, item, outcome)
    if ahead is None:
        return False
    wording = one_line(source.document.quote(ahead))
    title, first = one_line(item.title), _first_clause(outcome)
    behind = behind_its_word(first).strip("。；，,;*")
    silent = len(behind) < _NAMES or (len(behind) <= _FEW and not is_on_the_matter(title, behind))
    silent = silent or points_back(outcome) or bool(_LEFT_OPEN.search(one_line(outcome.text)))
    return is_turned_down(outcome) or (
        silent and _is_of_a_matter(f"{wording}，") and not is_on_the_matter(title, wording)
    )


def _first_clause(outcome: Outcome) -> str:
    """Return a verdict without what it waits for: 会议决定暂缓｜，待验收后再议."""
    return one_line(outcome.text).split("，", 1)[0]


def _in_labelled_point(item: Item, outcome: Outcome) -> bool:
    """Tell whether a verdict stands within a point with a label of its own."""
    return any(outcome.start in one.span and one.label for one in item.points)


def points_back(outcome: Outcome) -> bool:
    """Tell whether a verdict is on what somebody proposed before it: 会议采纳该意见, 此事暂不决定."""
    return bool(_POINTS_BACK.search(one_line(outcome.text)))


def behind_its_word(verdict: str) -> str:
    """Return what a verdict says behind its word."""
    found = VERDICT.search(verdict)
    return verdict[found.end() :] if found else verdict


def _is_the_paper(item: Item, outcome: Outcome) -> bool:
    """Tell whether 该意见 is the paper that the item's title names, and not what somebody said."""
    meant = _POINTS_BACK.search(one_line(outcome.text))
    return meant is not None and one_line(item.title).rstrip("》）) ").endswith(meant.group()[-2:])


def is_cut_short(verdict: str) -> bool:
    """Tell whether the word of a verdict that puts off would be cut off from the rest of what it puts off.

    >>> is_cut_short("暂不同意通宵开放"), is_cut_short("会议决定暂不研究该事项"), is_cut_short("暂缓实施，待评估后再议")
    (True, False, False)
    """
    found = VERDICT.search(verdict)
    return found is not None and found[0].startswith("暂") and bool(_GOES_ON.match(verdict[found.end() :]))


def names_its_own(title: str, verdict: str) -> bool:
    """Tell whether what is put off is something else than its item's title: 可行性研究报告暂不审批 of 某厂前期工作.

    >>> names_its_own("热源厂前期工作", "可行性研究报告暂不审批"), names_its_own("水价调整", "会议决定水价调整暂缓")
    (True, False)
    >>> names_its_own("加油站迁建", "待重新选址后再议"), names_its_own("设立某市低空基金", "设立低空基金事宜暂缓")
    (False, False)
    """
    found = _PUT_OFF.search(verdict)
    opens = _MEETING.sub("", verdict[: found.start()]).strip("，：:*（）()0123456789 ") if found else ""
    pairs = {opens[at : at + 2] for at in range(len(opens) - 1)}
    if len(opens) <= 2 * _NAMES or _CIRCUMSTANCE.search(opens):
        return False
    return sum(pair in title for pair in pairs) < _OWN * len(pairs)


def _is_of_a_matter(ahead: str) -> bool:
    """Tell whether what stands before a verdict names a matter of its own, or what somebody asks for."""
    return bool(OF_A_MATTER.search(ahead)) or asks(ahead)


def says_of_what(clause: str) -> bool:
    """Tell whether a clause says by itself what a verdict behind it is on: who asks for what, or a matter by name."""
    return not _REASON.search(clause) and (
        asks(clause) or bool(DISSENT.search(clause) or OF_A_MATTER.search(f"{clause}，"))
    )


def asks(wording: str) -> bool:
    """Tell whether what stands before a verdict says that somebody asks for something, and not only why it is decided.

    >>> asks("某站要借会议室办培训"), asks("认为时机不成熟"), asks("会议要求")
    (True, False, False)
    >>> asks("某局建议封闭商场，因影响商户"), asks("因居民提出异议")
    (True, False)
    """
    return any(_ASKS.search(clause) and not _REASON.search(clause) for clause in wording.split("，"))


def _without_hearing(source: Source, item: Item, place: Span) -> int:
    """Return where a stretch begins behind the clauses that only tell what was heard and who reported."""
    start = place.start
    presenter = item.spans.get("presenter")
    while (comma := source.document.text.find("，", start, place.end)) >= 0:
        clause = one_line(source.document.text[start:comma]).strip("，但 ")
        reported = presenter is not None and start <= presenter.start < comma
        said = reported or bool(_SAYING.fullmatch(clause))
        if not said and (not _HEARD.match(clause) or _REASON.search(f"，{clause}")):
            break
        if not said and source.document.text[comma + 1 : place.end].startswith("认为"):
            break  # 「会议审议了《办法》，认为…」: whose view it is
        start = comma + 1
    return start
