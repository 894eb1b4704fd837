"""How a question asks of a matter that several meetings dealt with: what each of them said, the last, or the first."""

from __future__ import annotations

import re
from typing import Literal

from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import STRICT
from pipeline.generation.extractive.several.one_side import ASKS, DIFFERENCE
from pipeline.generation.extractive.several.splitting import PIECE
from pipeline.generation.extractive.several.wordings import (
    BECAME,
    CHANGED,
    CONCLUSION,
    FORMER,
    HOW_MUCH,
    LESS,
    THEN_AND_NOW,
    TWO_BODIES,
    VERDICT_ASKED,
)
from pipeline.patterns import compiled

Way = Literal["each", "last", "first"]
"""Asked is what every meeting said, what holds by now, or what was said at first."""

_MEETING = r"(?:[一-鿿]{0,6}?)(?:上会|过会|开会|会议?|研究|讨论|审议|常务会议?|推进会|党组会|办公会|议)"
_CHANGED = r"(?:变|改|涨|升|提|降|调|增|减|换|延|推|拖|压|缩|宽限|挪|移)[一-鿿]{0,2}?"
_EACH = compiled(
    rf"历次|历来|每[次回](?:会|上会|开会)|各次会|前前后后|前后(?![门台勤]|[0-9])|(?<!优)先后(?!顺序)|来来回回|一路(?:上|走)?[^，。]{{0,4}}(?:变|改|怎)"
    rf"|翻来覆去|来龙去脉|始末|演变|沿革|全过程|全程|哪一?[次回][^，。？]{{0,16}}[，,]?[^，。？]{{0,4}}(?:又|再|后来|哪)[^，。？]{{0,6}}哪一?[次回]"
    rf"|(?<!第)[两二三四几][次回]{_MEETING}"
    rf"|(?:怎么|如何|有(?:什么|哪些|何|啥|没有?)|哪些)样?的?(?:变化|变动|变更|变|调整|不同|不一样|出入|改动)"
    rf"|(?:变|改|换|调|推迟|延期|提前|拖)[整动更]?(?:过|没[变改换])(?:没|吗|几[次回]|哪)?"
    rf"|从(?:多少|几|谁|哪|什么|何)[^，。；？]{{0,10}}?{_CHANGED}(?:成|到|为|至|给)"
    rf"|相差|差在|差了?多|差几|间隔|隔了?[多几]|(?:[晚早]|推迟|提前|[涨加减降压增缩][一-鿿]?)了?(?:多少|多久|几[天个年])"
    rf"|(?:比|较)[^，。；？]{{2,24}}[是还]?[高低多少早晚长短涨降增减压]|(?:跟|与|和|同)[^，。；？]{{2,24}}(?:相比|比起来|的?比[，,])"
)
"""Asks what several meetings said one after the other, or how what one said differs from what another did."""
_ALL = compiled(
    r"历次|历来|各次|每[次回](?:会|上会|开会)|前前后后|来龙去脉|始末|演变|沿革|全过程|全程|[三四几][次回](?:上会|过会|会议?|研究|审议)"
    r"|前后|先后|怎么变|变化"
)
_WHICH = compiled(r"哪一?[次回场](?:[一-鿿]{0,6}会|上的|定的|批的|改的)|第几次(?:[一-鿿]{0,6}会)")
_DAYS = compiled(
    r"(?:会议?|上会|过会|开会)(?:上)?(?:各|分别|都)(?:自|是|在|于)*(?:哪一?[天日]|何[日时]|几月几[日号]|什么(?:时候|日子))"
    r"|(?:各|分别)(?:自|是|在|于)*(?:哪一?[天日]|何[日时]|什么(?:时候|日子))(?:召)?开"
)
_FIRST = compiled(
    r"当初|最早|最初|起初|第一[次回]|头一?[次回]|一开始|刚开始|原先|原来|原定|早先|以前|先前|那会儿|上一?[次回]|前一?[次回]|此前|初次|首次"
)
_LAST = compiled(
    r"最新|目前|现在|现行|如今|眼下|最终|最后|到底|后来|截至|至今|以[^，。]{1,4}为准|按(?:哪|什么|多少)|该信哪|[又再]一?[次回]|第二[次回]|后一?[次回]|这[次回]|之后|以后"
)
_BY_NOW = compiled(
    r"最新|目前|现在|现行|如今|眼下|最终|最后(?!一)|到底|至今|以[^，。]{1,4}为准|按哪|该信哪|最近一?[次回]|后来"
)
_AT_FIRST = compiled(r"当初|最早|最初|起初|第一[次回]|头一?[次回]|一开始")
_OF_TIME = compiled(
    rf"(?:请|并)?(?:按|依)(?:照)?(?:时间|先后|会议|日期)(?:的)?(?:先后)?顺序[^，。；？]*|请?(?:逐[次一]|一一)?(?:列明|列出|说明|写明)[^，。；？]{{0,8}}$"
    rf"|历次(?:会议?|上会|研究|审议)?(?:上|中|里)?|前前后后|前后|先后|来来回回|翻来覆去|分别|各自?(?=[是有为定说作做])"
    rf"|(?<!第)[两二三四几][次回](?:{_MEETING})?(?:上|里|中)?|到底|究竟|当初|最早|最初|起初|一开始|刚开始|原先|原来|早先|后来|最后|最终|现在|目前|如今|眼下|至今|最新"
    rf"|(?P<turn>[变改换调涨降])[没不](?P=turn)[动化]?|(?:又)?(?:怎么|如何)(?:变|改)(?:化|动|的|了)*|有(?:什么|哪些|何|啥)(?:变化|变动|调整|不同)|变化|会上|开会"
)
"""Words of meetings and of time, which ask for nothing by themselves."""
_OUTCOME = compiled(
    r"结论|拍的?(?:是|了)?(?:什么|啥)?板|怎么[定说样办个]|咋[定说样办]|怎样|说法|决定|态度|口径|批[没了]|[批准过定]没|点头|松口|放行|叫停|让不让|[能可]不[能可]|同意[没了吗]|通过[没了吗]|(?P<act>[一-鿿])不(?P=act)"
    r"|还[^，。；？]{1,8}[吗没]|来龙去脉|始末|演变|沿革|作何|如何处理|进展|哪一?步"
)
"""Asks what was decided, in whatever words."""
_THINGS = (
    (
        compiled(r"总?投资|概算|预算|造价|资金|金额|经费|费用|补[贴助偿](?!单)|(?<![一-鿿])钱|租金|[花要]多少"),
        "金额是多少",
    ),
    (compiled(r"起步价|单价|[一-鿿]价(?=[，,。？?]|$|是|为|有|的|各|定)|收费|票价|标准"), "价格标准是多少"),
    (compiled(r"工期|期限|时限|日子|时间"), "什么时候完工、建成、完成"),
    (compiled(r"规模|面积|用地|占地|多大"), "规模面积是多少"),
    (compiled(r"牵头|挑头|谁[管办来负]|负责|主体|业主|分工|哪个(?:单位|部门|局)|归谁"), "由谁牵头负责"),
)
"""What is asked of a matter by name, and how it is asked of one meeting."""


_EACH_TIME = compiled(
    r"[两三几][次回](?:[一-鿿]{0,4}会议?)?(?:上|里)?(?:都|各自?|分别)(?:是|又)?(?:怎|咋|如何|什么|多少|谁|哪|给|定|批|答|说)"
    r"|[两三几][次回](?:上会|过会|开会|[一-鿿]{0,4}会议?|研究|讨论|审议)(?:上|里)?[，,]?[^，,。？?]{0,8}?(?:各自?|分别)(?:是|又|由|有|为|定|在)*(?:怎|咋|如何|什么|多少|几|谁|哪|啥)"
)
"""Asks what was said each time, of meetings that it does not name: 两次会都怎么答复的, 两次上会，结论各是什么."""
_BARE = compiled(r"(?!为什么|为啥)(?:是|有|为)?(?:多少|几|什么|谁)")
"""Begins a question whose matter stands before it."""


_REPEATS = compiled(r"又?再?(?:改|换|变|调整?)(?:成|为|到)了?(?:谁|什么|啥|多少|几|哪)[^，]{0,3}$")
"""Asks the same of another time: 业主原来是谁，后来改成了谁."""


def asks_of_change(text: str) -> bool:
    """Tell whether a question asks how a matter changed from meeting to meeting, or what became of it.

    >>> asks_of_change("票价前后有什么变化"), asks_of_change("夜班公交后来怎么样了"), asks_of_change("票价是多少")
    (True, True, False)
    """
    return any(one.search(text) for one in (_EACH_TIME, CHANGED, LESS, THEN_AND_NOW, BECAME))


def asks_of_each(text: str) -> bool:
    """Tell whether a question asks what was said each time, of meetings that it does not name."""
    return _EACH_TIME.search(text) is not None


def way_asked(text: str) -> Way | None:
    """Return whose words a question asks for: of each meeting, of the last, or of the first; `None` of no such.

    >>> way_asked("票价历次上会分别是多少"), way_asked("投资现在按多少控制"), way_asked("当初说哪年开学")
    ('each', 'last', 'first')
    >>> way_asked("票价从几元变成几元"), way_asked("谁主持了会议") is None
    ('each', True)
    """
    if asks_of_change(text) or _EACH.search(text) or (_FIRST.search(text) and _LAST.search(text)):
        return "each"
    if _BY_NOW.search(text):
        return "last"
    return "first" if _AT_FIRST.search(text) else None


def asks_days(text: str) -> bool:
    """Tell whether a question asks on which days the meetings were: 两次会议各在何日召开.

    >>> asks_days("两次会议各在何日召开"), asks_days("两次上会分别是哪天"), asks_days("两次会定的完工日期分别是哪天")
    (True, True, False)
    """
    return _DAYS.search(text) is not None


def asks_which(text: str) -> bool:
    """Tell whether a question asks at which meeting something was decided.

    >>> asks_which("是哪次常务会叫停的"), asks_which("哪次都行")
    (True, False)
    """
    return _WHICH.search(text) is not None


def asks_for_all(text: str) -> bool:
    """Tell whether a question asks for all meetings on a matter: 历次, 来龙去脉.

    >>> asks_for_all("票价历次上会分别是多少"), asks_for_all("票价比那次高多少")
    (True, False)
    """
    return _ALL.search(text) is not None


def things_asked(text: str) -> list[str]:
    """Return what is to be asked of each meeting: each clause that asks, without words of time, and each thing named.

    >>> things_asked("滨河路的总投资历次会议分别核定为多少？")
    ['滨河路的总投资核定为多少']
    >>> things_asked("水库加固业主原来是谁，为什么没干成，后来改成了谁？")
    ['水库加固业主是谁', '水库加固业主，为什么没干成']
    >>> things_asked("实验学校的规模与投资，两次研究各作何决定？")
    ['实验学校的规模与投资', '是什么结论', '金额是多少']
    """
    if asks_days(text):
        return [CONCLUSION]
    changed, text = asks_of_change(text), _without_change(text)
    again = THEN_AND_NOW.search(text)
    whole = text[: again.start()].strip("，, ") if again else ""
    asked = [CONCLUSION] if BECAME.search(text) else []
    text = BECAME.sub("", text)
    for match in PIECE.finditer(text):
        piece = _OF_TIME.sub("", match.group()).strip("，, 、")
        if not piece or (again and asked and _REPEATS.match(piece)):
            continue
        if _BARE.match(piece):  # 用地，多少亩
            piece = f"{_OF_TIME.sub('', text[: match.start()]).strip('，, 、')}{piece}"
        if whole and asked:
            piece = f"{whole}，{piece}"
        kind = kind_asked(piece).kind
        if kind == "reason":
            asked.append(piece)
        if kind == "verdict" or _OUTCOME.search(match.group()) or VERDICT_ASKED.search(match.group()):
            asked.append(CONCLUSION)
        elif kind in STRICT or kind in ("person", "list") or ASKS.search(piece):
            asked.append(piece)
    if changed and not asked and any(pattern.search(matter_asked(text)) for pattern, _ in _THINGS):
        asked = pieces_asked(text)
    kinds = {kind_asked(one).kind for one in asked}
    matter = matter_asked(text)
    for pattern, ask in _THINGS:
        if pattern.search(matter) and kind_asked(ask).kind not in kinds and not (again and asked):
            asked.append(ask)
    return list(dict.fromkeys(asked)) or [CONCLUSION]


def matter_asked(text: str) -> str:
    """Return a question without words of time and meetings: what is left names the matter, and what is asked of it."""
    return _OF_TIME.sub("，", BECAME.sub("，", text))


def _without_change(text: str) -> str:
    """Return a question without what asks how one meeting's word differs from another's."""
    return DIFFERENCE.sub("", TWO_BODIES.sub("", LESS.sub("", CHANGED.sub("", text))))


def pieces_asked(text: str) -> list[str]:
    """Return the questions to be put to each meeting: what is asked, without asking how it changed.

    >>> pieces_asked("票价前后有什么变化？"), pieces_asked("用地比前一次少了多少亩？")
    (['票价是多少'], ['用地多少亩'])
    """
    text = _without_change(text)
    pieces = [piece.strip("，,。；;？?、 ") for piece in re.split(r"[，,。；;？?、]", text)]
    pieces = [piece for piece in pieces if piece]
    asking = [piece for piece in pieces if ASKS.search(piece)]
    if THEN_AND_NOW.search(text) and asking:
        return [FORMER.sub("", asking[0])]
    if asking and not _BARE.match(asking[0]):
        return asking
    whole = "".join(pieces)
    if asking or not whole:
        return [whole] if whole else []
    return [f"{whole}是什么" if VERDICT_ASKED.search(whole) else f"{whole}{HOW_MUCH}"]
