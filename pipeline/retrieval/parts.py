"""Which part of a document a question asks for: who chaired stands in the head, who was there in the lists."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.patterns import compiled
from pipeline.retrieval.chunk import Part
from pipeline.retrieval.mentions import ordinal

_WHEN = r"(?:什么时候|什么时间|何时|哪一?[天年月日]|几月几[日号]|几号|啥时候?|多会儿|日期|时间)"
_WHO = r"(?:谁|哪[些几两位个]|何人|什么人|啥人|多少人|几[个位名]|名单|有没有|是不是|是否|吗|没有?|派)"

CUES: Mapping[Part, re.Pattern[str]] = {
    "head": compiled(
        rf"主持|召集|当家|{_WHEN}.{{0,6}}(?:召开|开会|开的|举行|举办|开$)"
        rf"|(?:召开|开会|会议?|举行)的?(?:日期|时间|地点)|定在{_WHEN}"
        rf"|(?:在哪|哪里|哪儿|何处|什么地方|哪个会议室).{{0,6}}(?:开|召开|举行)|会议室|会议?(?:是在|在)?{_WHEN}"
        r"|哪一?次.{0,6}会|上午还是下午"
        r"|\bchair|\bpresid|\bwhen (?:was|did) the .{0,40}(?:meeting|session)|\bwhere was|\bvenue\b"
        r"|date of the .{0,30}meeting"
    ),
    "attendance": compiled(
        rf"出席|列席|请假|缺席|参会|与会|到会(?!议)|到场|在场|没到|没来|笔录|记录(?:人|员|者|的)"
        rf"|{_WHO}.{{0,4}}(?:做|作|负责)?.{{0,2}}记录|记录$|名单(?=上|中|里)|(?:人员|领导|参会|到会)名单"
        rf"|(?:参加|去|来)(?:了|过|的)?(?:.{{0,14}}会议?)?.{{0,6}}{_WHO}|{_WHO}.{{0,10}}(?:参加|来开会|来的)"
        rf"|代表(?:的是)?(?:哪|什么)|派(?:了|的|来)?(?:谁|哪(?!些(?:活|任务|事|工作))|什么人|人)"
        rf"|谁来|来的?(?:人)?是谁"
        rf"|[来到去]了(?:谁|哪)|谁到|到了谁|各来|来的都?有"
        r"|哪个(?:单位|部门)的(?:人)?|(?:所在|什么|哪个)单位|单位$|坐在?(?:下面|后排)|到了(?:多少|几|哪)|到齐"
        r"|\battend|\bpresent at\b|\bpresent\?|\babsent|\bminutes[- ]taker|\brecorder"
        r"|\btook (?:the )?(?:minutes|notes)|\bsat in\b|\bobserver|on leave"
    ),
    "foot": compiled(
        rf"印发|落款|整理|抄送|成文|发文(?:日期|时间|机关)|{_WHEN}.{{0,4}}(?:发出|公布|发布)|主题词|\bissued\b"
        rf"|\bcirculated\b"
    ),
    "tail": compiled(
        r"还(?:审议|学习|研究|听取|讨论|传达|通报|议)|学习(?:了|的)|其他事项|其它事项|另外"
        r"|除了?.{0,12}(?:还|之外|以外)|末尾|最后一段|\bother (?:matters|business)"
        r"|\balso (?:stud|review|discuss)"
    ),
    "preamble": compiled(r"(?:一开始|开头|首先|会议开始)|总的(?:要求|部署)|会前"),
}
"""What in a folded question points to a part of a document."""

_ITEM = compiled(
    r"(?:第(?P<nth>\d{1,3}|[一二三四五六七八九十]{1,3})(?:项|个|件)(?:议题|事项|议程|问题|内容)?(?!措施|人)|(?:议题|问题)(?P<label>\d{1,2}|[一二三四五六七八九十]{1,3})(?![项个条次年月])"
    r"|(?:item|problem|issue)\s*(?:no\.?\s*)?(?P<english>\d{1,3}))"
)


_AGENDA = compiled(
    r"(?:几|多少)[项个件条].{0,6}议题|(?:哪些|什么|哪几[项个])议题|议题.{0,3}(?:哪些|几|多少|总数)"
    r"|(?:讨论|审议|研究)了?(?:哪些|什么|哪几|啥)|议程"
    r"|\bagenda\b|how many (?:agenda )?items"
)
_NARROWED = compiled(
    r"通过|同意|否[了决]|再议|暂缓|结论|提到|讲到|涉及|说到|写到|提交|实施|牵头|汇报的|要求|专门|体现|approv"
    r"|agreed|reject|defer"
)
"""What makes of the agenda a part of it: which items were passed, which speak of something."""

_COUNTED = compiled(
    r"(?:几|多少|总)[项个件条].{0,8}(?:议题|议程|事项|问题|措施)"
    r"|(?:议题|问题|措施).{0,6}(?:几|多少)[项个件条]|一共.{0,4}(?:几|多少)[项个条]|编到"
    r"|how many (?:agenda |numbered )?(?:item|problem)"
)


def items_counted(folded: str) -> bool:
    """Tell whether a folded question counts the items of a document.

    >>> items_counted("一共有几项议题"), items_counted("停车位有多少个")
    (True, False)
    """
    return bool(_COUNTED.search(folded)) and not _NARROWED.search(folded)


_WITHOUT = compiled(r"[（(]?(?:不含|不算|不包括|除了?)列席[^，。？?]{0,4}[）)]?")
_LISTS = {
    "出席": compiled(r"出席|参加"),
    "列席": compiled(r"列席|旁听|[局办委镇街]的?(?:来|派|谁|有)"),
    "请假": compiled(r"请假|缺席|没来|没到"),
}

_PLAIN = compiled(
    r"主持|落款|成文|出席|列席|请假|缺席|记录人|记录员|笔录|名单上|与会|参会|\bchair|\battend|\babsent|还学习|还审议"
)


def asked_plainly(folded: str) -> bool:
    """Tell whether a question says so plainly which part it asks for that its other words matter less.

    >>> asked_plainly("落款是哪天"), asked_plainly("谁来了")
    (True, False)
    """
    return bool(_PLAIN.search(folded))


def date_asked(folded: str) -> bool:
    """Tell whether a folded question asks when something was.

    >>> date_asked("哪天进驻的"), date_asked("由谁负责")
    (True, False)
    """
    return bool(re.search(_WHEN, folded))


def parts_asked(folded: str) -> frozenset[Part]:
    """Return the parts that a folded question points to; mostly none.

    >>> sorted(parts_asked("第4次常务会议由谁主持")), sorted(parts_asked("停车费怎么收"))
    (['head'], [])
    """
    agenda: set[Part] = {"head"} if _AGENDA.search(folded) and not _NARROWED.search(folded) else set()
    return frozenset({part for part, cue in CUES.items() if cue.search(folded)} | agenda)


def list_asked(folded: str) -> str | None:
    """Return the opening of the attendance list that a folded question asks for, where it is one of them.

    >>> list_asked("出席的一共几人，不含列席"), list_asked("水务局谁列席")
    ('出席', '列席')
    """
    said = _WITHOUT.sub("", folded)
    found = {name for name, cue in _LISTS.items() if cue.search(said)}
    return found.pop() if len(found) == 1 else None


def item_asked(folded: str) -> int | None:
    """Return the number of the item that a folded question names: 第八项, 议题三, item 5.

    >>> item_asked("那第八项呢"), item_asked("第八次会议")
    (8, None)
    """
    found = list(_ITEM.finditer(folded))
    if not found:
        return None
    last = found[-1]  # 第七项议定了什么？那第八项呢: the later one is asked
    return ordinal(last["nth"] or last["label"] or last["english"])
