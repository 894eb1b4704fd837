"""Whether a question is about meetings as a whole: what it says beside those that it means and what is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.extractive.several.splitting import without
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source

MEASURE = r"[项个件条桩份样宗类起档]"
COUNTED = compiled(
    rf"(?<!哪)(?:几|多少)(?:{MEASURE}|(?=议题|议案|事项|文件|提案|汇报|事|案))|(?:一共|总共|共|有|上了?|过了?)几多|(?:总|个|件|项|份|条)数(?!据|字|额|量?最)|总量|(?:议题|议案|事项|提案)数量?"
)
"""几桩, 多少议题, 议案数: items are counted; 几个人 and 几家单位 leave their noun over."""
LISTED = compiled(
    rf"哪(?:些|[几两三四五六七八九十0-9]*{MEASURE}|几)|(?:什么|啥)(?=议|事|文件|内容|案|东西)|分别|清单|一览|列出|列一?下|列举"
)
NOUN = compiled(
    r"(?:代表)?(?:议定|决定|研究|讨论|审议|上会|表决|会议)?(?:的)?(?:事项|议题|议程|议案|意案|提案|案子)|案(?=[的有是]|$)"
    r"|请示|申请|文件|文稿|材料|本子|事情?|事宜|内容|汇报|东西|决议|决定|主题"
)
"""What the items of a meeting are called when they are counted."""
HELD = (
    r"(?:政府|人民政府|政协|人大)?(?:常务|专题|办公|联席|全体|扩大|现场|协调|调度|推进|例|班子|碰头|党政|政务|行政|院务|校务|局务|厅务|社务|村务|业务|主任|[县市区镇乡院校局厅处州省]长|总经理|经理|董事|监事|理事|股东"
    r"|党组|党委|党工委|工委|常委|安委|规委|土委|防指|指挥部|领导小组|委员|议事|村民|居民|业主|职工|代表|两委|工作|管委会?|市政|城乡规划|国土空间规划|土地|（扩大）)*"
)
MEETING = compiled(
    rf"{HELD}会(?:议)?(?:上|里|中|后|时|当天|那天|期间)*|(?:常务|办公|专题|联席|党组|董事|总办|主任办公)(?=[^一-鿿]|$|[上那这])"
    r"|碰头|碰面|开会|上会|过会|议事|开的?(?=[0-9一二三四五六七八九十])|班子(?:成员)?|领导们?(?=碰|开|坐)|坐下来|纪要|记录(?!员|人)|通报|简报|决议"
)
WHICH_ONE = compiled(
    r"(?:19|20)?[0-9]{2}年度?|[0-9一二三四五六七八九十]+月份?|[0-9一二三四五六七八九十]+[日号]|[上下]半年|[年月]初|年中|[年月]底|开年|年头|岁末|年前|年后|春节[前后]?|去年|今年|前年"
    r"|第?[0-9一二三四五六七八九十百零]+[届次期号回场]|头一?[次回场]|首次|最近的?(?:一?[次回场])?|最新|上一?[次回场]|最后一?[次回场]|末次|那一?[次回场天日晚]|这一?[次回场]|本[次回场]|此次|该[次场]?|当[天时日晚]|上午|下午|晚上"
    r"|(?:代|副|常务)*(?:[市县区镇乡省州院校局厅处行]长|书记|主任|董事长|总经理|主席|理事长)(?:主持|召集|召开)|(?:主持|召集)(?:召开)?的|召开|举行|举办"
)
FILLERS = compiled(
    r"请问|请|帮我|给我|告诉我|麻烦|我想知道|看看|查查?|一共|总共|总计|合计|共计|拢共|统共|全部|所有|到底|究竟|分别|各自|各|具体|主要|实际|正式|编了?号|单独|当中|其中|里面|里头|里边|上面|下来|起来|出来|包括|包含|加上|算上|连同?|以及|还有|和|与|及|跟"
    r"|研究|讨论|审议|审定|审核|表决|议定|商议|商量|听取|听|审|议|谈|说|讲|碰|处理|办理|安排|涉及|拍板|决定|定下|敲定|摆上?|桌面|台面|端|拿|提交|提请|提|列入|列|写|载|记|过堂|过目|过|上|看|做出|作出|做|作|得出|形成|结论|结果|意见"
    r"|写明|载明|明确|开头|打头|字样|大家|会场|呢|吗|吧|啊|呀|呗|哦|嘛|的|了|着|得|地|都|也|就|还|又|才|只|被|把|让|给|由|从|到|在|中|里|下|后|时|是|有|没有?|算|要|能|会|可|为|来|去|出|它|其|这|那|哪|个|项|件|条|份|桩|样|事|共|总|第|回|次|或者|或|[0-9]+"
    r"|[一二两三四五六七八九十]+(?=[项个件条份桩])"
)
RUN = compiled(r"[一-鿿A-Za-z]+")
KIND = compiled(
    r"常务|办公|专题|联席|董事|监事|理事|股东|党组|党委|党工委|常委|规委|安委|防指|院务|校务|局务|厅务|议事|代表"
)
"""What tells one kind of meeting of a body from another."""
SOMEBODY = compiled(r"[人员位名谁]|单位|部门")


FOLLOWS = compiled(
    r"[^一-鿿]|$|[没未不被是通同批驳否搁暂再推原提呢吗啊呀吧的有需要还议编]|规范|制度|正式|表决|审[议过]|上会|放行|黄|结论|载明|写明|案|开头"
)
"""What may follow a measure word where items are counted: 几项没通过, and not 几个村."""
REVIEWED = compiled(
    r"(?:审议?|研究|讨论|评审|过)了?(?:一共|总共|共)?(?:几|多少)个?(?:项目|方案)"
    r"|(?:几|多少)个?(?:项目|方案)(?:[上过]了?会|(?:被|拿来|拿上来)?(?:审议|研究|讨论|评审)了?)"
)
"""审了多少个项目, 多少个项目上会: where projects are what a meeting goes through."""


def counts_items(text: str) -> bool:
    """Tell whether what a question counts may be the items of a meeting.

    >>> counts_items("一共过了几桩事"), counts_items("调度了几个项目"), counts_items("一共有几个村")
    (True, False, False)
    """
    if REVIEWED.search(text):
        return True
    return any(NOUN.match(text, match.end()) or FOLLOWS.match(text, match.end()) for match in COUNTED.finditer(text))


def is_whole(composing: Composing, sources: Sequence[Source], *, said: Sequence[re.Pattern[str]] = ()) -> bool:
    """Tell whether a question names nothing beside the meetings that it means and the words for what is counted there.

    Args:
        composing: the question on its way.
        sources: the meetings that it means.
        said: further patterns whose words are taken out first, such as the verdicts that are asked for.
    """
    return not beside(composing, sources, said=said)


def beside(composing: Composing, sources: Sequence[Source] = (), *, said: Sequence[re.Pattern[str]] = ()) -> list[str]:
    """Return the runs of a question beside which meeting it means and what is counted; arguments as `is_whole`."""
    text = without(composing.question.text, composing.question.scope.mentions, gap="，")
    for pattern in (*said, COUNTED, LISTED):
        text = pattern.sub("，", text)
    text = NOUN.sub("，", MEETING.sub("，", WHICH_ONE.sub("，", text)))
    runs = RUN.findall(FILLERS.sub("，", text))
    return [run for run in runs if SOMEBODY.fullmatch(run) or not any(calls(run, one) for one in sources)]


def meant(composing: Composing, meetings: Sequence[Source], *, said: Sequence[re.Pattern[str]] = ()) -> list[Source]:
    """Return, of several meetings, those that everything else in a question calls, by their body or kind; or all."""
    left = [run for run in beside(composing, said=said) if not SOMEBODY.fullmatch(run)]
    kinds = KIND.findall(composing.question.text)
    chosen = [one for one in meetings if all(calls(run, one) for run in left)] or list(meetings)
    return [one for one in chosen if all(calls(kind, one) for kind in kinds)] or chosen


def of_bodies(composing: Composing, meetings: Sequence[Source]) -> list[Source]:
    """Return the meetings that a unit of a question calls, by a kind that it names too: 县医院院务会来了多少人."""
    kinds = KIND.findall(composing.question.text)
    if not kinds or not composing.units or composing.question.scope.named:
        return []
    return [
        one
        for one in meetings
        if any(calls(unit, one) for unit in composing.units) and all(calls(kind, one) for kind in kinds)
    ]


def calls(run: str, source: Source) -> bool:
    """Tell whether a run of characters calls a meeting's body or its chair: each in turn stands in their names.

    县医院 calls 某县人民医院.
    """
    entry = source.entry
    names = (entry.issuing_body, entry.meeting_name, entry.name, entry.file, entry.chair)
    return any(_in_turn(fold(run), fold(name)) for name in names if name)


def _in_turn(run: str, name: str) -> bool:
    """Tell whether a name has the characters of a run in their order.

    >>> _in_turn("县医院", "河东县人民医院"), _in_turn("停车", "河东县人民医院")
    (True, False)
    """
    characters = iter(name)
    return all(character in characters for character in run)
