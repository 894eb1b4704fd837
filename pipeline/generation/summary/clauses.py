"""What a clause of official Chinese does: states a fact, gives a reason, tells the way, names the effect, or pads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.generation.columns import one_line
from pipeline.patterns import compiled

_CLOSERS = {"《": "》", "“": "”", "（": "）", "(": ")", "〔": "〕", "‘": "’"}
_WIDE = str.maketrans({",": "，", ";": "；", ":": "：", "?": "？", "!": "！"})
_ENDS = "。；！？"

# 3家, 27亿元, 15.4%, 第4次, 两批; 一项 and 一批 say nothing of how many (一项重要任务).
_FIGURE = compiled(
    r"[0-9０-９]|(?:[二三四五六七八九十百千万两]|一(?=[次名家年月日期])(?!次性))[余多]?(?:个|家|项|次|条|件|人|名|亩|公里|倍|批|期|年|月|日|类|级|元|亿|轮|场)|"
    r"半(?:年|月)|每(?:年|季|月|周|日|天)"
)
_DEADLINE = compiled(r"[年月日周底初中旬度]前|尽快|抓紧|立即|即日|年底|月底|按期|限期|牵头|提交|暂缓|再议|不得|严禁")
DISSENT = compiled(
    r"保留意见|(?<!无)(?<!没有)不同意见|(?:未|没有|难以)(?:能)?(?:形成|达成)一致|(?:未|不|没有)(?:作|做|形成)出?(?:最后|最终|统一)?(?:决定|结论|决议)|意见不一|看法不一|不一致|表示反对|反对意见|记录在案"
)
"""What a meeting could not agree on, or somebody would not: never padding."""
_ACT = compiled(
    r"[《“]|负责|会同|主办|协办|报(?:请|送|市|省|县|区)|审议|通过|同意|出台|印发|制定|制订|修订|成立|建立|组建|暂停|取消|停止"
)
_QUOTED = compiled(r"“[^”]*”")

# Hangs on the clause before it: 总量达… tells nothing without what it is the total of.
_LEANING = compiled(
    r"^(?:总[量数额值]|总投资|其中|同比|环比|较|比[上去重]|增[长幅速]|下降|上升|占|均|都|达|位[列居]|数量|满意率|覆盖率|共|以[^，]{2,8}计|当年|涉及|并|且|又|还|比重|排名|持(?:保留|不同|反对)|保留意见|(?:对此|均|都)?表示(?:反对|不同意|保留))"
)
# Waits for the clause after it: 对首次上榜的企业, 按照《…通知》等文件要求.
_WAITING = compiled(
    r"^(?:对(?![接标照应外内口象方手])|对于|针对|按照|根据|依据|围绕|结合|聚焦|紧盯|坚持|以[^，]{2,}为|在[^，]*(?:基础上|中|下|时|上|前提下)$|通过[^，]*(?:方式|形式|流程|机制|手段|渠道)$)"
)

# What is a reason for acting, not an act: 标准化战略是推动高质量发展的重要内容, 对科技成果转化具有重要意义.
_REASON = compiled(
    r"(?:^|[^不就便于凡但可])(?:既|也|更|都|就|仍|又)?是(?!否)[^，]*(?:内容|体现|举措|渠道|要求|基础|保障|关键|任务|责任|形式|方面|抓手|载体|法宝|目的|"
    r"摇篮|承载者|生产力|竞争力|命脉|支撑|途径|前提|重中之重|头等大事|当务之急|之急|大事|环境)$|具有[^，]{0,12}(?:意义|作用|特殊性)$|意义重大|任务[^，]{0,4}艰巨|"
    r"(?:取得|打下)[^，]*(?:成效|基础|成绩|进展)$|薄弱环节|有目共睹|仍有许多工作要做|经验较少|既是[^，]*的落实$"
)
# An act to come: 要…, 请…, 由…牵头. 重要, 主要 and 要求 are no call.
_CALL = compiled(
    r"(?<![需重主首])要(?!求|点|素|闻|件|害|领|么|是|不然|做”?$)|应当|应(?=[由予从按])|必须|务必|需要(?!求)|请(?!示)|由[^，]{2,30}(?:牵头|负责)"
)

# How, on what ground, to what end: leans on the clause after it.
_WAY = compiled(
    r"^(?:以[^，]{2,}为(?:目标|重点|导向|抓手|契机|主线|核心|引领|载体|牵引|基础|统领)|"
    r"(?:根据|按照|依据|对照|遵循)[^，]*(?:要求|规定|精神|部署|原则|思路|计划|安排|情况|实际|标准|通知|需要|特点|职责|程序|分工)|"
    r"(?:通过|依托|借助|借鉴)[^，]*(?:方式|形式|手段|平台|机制|措施|优势|途径|渠道|契机|经验|模式|流程|力量|资源)|"
    r"(?:重点|主要)?(?:围绕|结合|立足|紧扣|紧盯|聚焦|着眼|鉴于|随着|本着)[^，]*|坚持[^，]*|牢固树立[^，]*|突出(?:重点|规划引领)|"
    r"为(?:进一步|切实|贯彻|落实|确保|做好|加强|推动)[^，]*|从[^，]{2,}(?:出发|角度)|在[^，]{2,}(?:基础上|过程中|前提下|背景下|同时|下|时))$"
)
_ACTING = compiled(r"形成|建立|制定|制订|完成|开展|推进|实施|加强|完善|落实|研究|明确|细化|强化|健全|组织|提出")
# What it is to bring about: leans on the clause before it.
_EFFECT = compiled(
    r"^(?:有效)?(?:从而|进而|以此|以便|以利|便于|以[^，]{2,12}(?:推动|促进|带动|提升)|推动|促进|确保|保证|增强|提升|提高|实现|营造|防范|防止|避免|使|让|助力|夯实|激发|释放|发挥|"
    r"形成(?!方案|报告|意见|清单|台账|档案|预案|名单|目录|制度|具体|长效)|更好|最大(?:化|程度|限度)|为[^，]{4,}(?:提供|奠定|创造|打下|贡献)|做到(?!一)|巩固|满足|坚定|赢得|焕发|增添|维护|优化营商环境|改善)"
)
_ASIDE = compiled(r"^(?:比如|例如|诸如|这些|其中包括)")
_LINK = compiled(
    r"^(?:同时|此外|另外|一方面|另一方面|当前|近期|首先|其次|最后|会议(?:同时|还)?(?:指出|强调|要求|明确|确定|认为))[，：]?$"
)

# 要进一步细化…, 各板块要着力推进…: how eagerly, at the head of a clause or after 要.
_EAGER = (
    "进一步|切实|积极|全力以赴|全力|大力|着力|努力|认真|扎实|充分|不断|持续|全面(?!深化|建成|小康)|坚决|深入|主动|稳步|有序|精心|牢牢|"
    "加快(?=推进|推动|建设|打造|构建)|稳妥|始终|高质量|高标准|紧紧"
)
_EAGER_HEAD = compiled(rf"^(?:(?:{_EAGER})(?:有力|有序|有效)*地?)+(?=[\u4e00-\u9fff“《]{{4}})(?!性|了|的)")
_EAGER_CALL = compiled(rf"(?<=[\u4e00-\u9fff）])(?P<call>要|应|应当|必须)(?:{_EAGER})+(?=[\u4e00-\u9fff“《]{{4}})")
_BARE_CALL = compiled(r"^(?:同时|此外|另外|特别是|尤其是)?要(?!求|点|素|闻|件|害|领|么|是|不然|有)(?=.{3})")
_SAYING = compiled(r"^会议(?:同时|还)?(?:指出|强调|要求|明确|确定|认为)(?!的)[，：]?(?=[^，：])")

# 对“多头管理”等表述进行完善 → 完善“多头管理”等表述
_LIGHT = compiled(
    r"(?<![针应相绝面核反校派])对(?![接标照应外内口象于方手])(?P<object>[^，。；：对]{2,40})(?:进行|予以|加以|给予|开展)"
    r"(?:高度|全面|重点|深入|认真|必要的|专题)?"
    r"(?P<verb>完善|把控|关注|梳理|督促|调研|检查|指导|考核|审查|表彰|支持|保障|奖励|监测|评估|整治|修订|调整|排查|研究|规范|管控|摸排|培训)$"
)
_WORK = compiled(r"^(?P<doing>(?:做好|推进|抓好|开展|推动|加强|完成)[^，。；]{4,}?)(?:的)?(?:各项)?(?<!等)工作$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between commas, and what it does.

    `fact`: holds a figure, a deadline, who leads or a wording to keep. `act`: names a document, a founding or a ruling.
    """

    text: str
    fact: bool
    act: bool

    @property
    def reason(self) -> bool:
        """Whether it only tells why."""
        return not self.fact and bool(_REASON.search(self.text))

    @property
    def call(self) -> bool:
        """Whether it calls for an act."""
        return bool(_CALL.search(self.text))

    @property
    def way(self) -> bool:
        """Whether it only tells how or on what ground; needs a clause after it."""
        bare = tidy(self.text)
        if self.fact or self.act or not _WAY.match(bare):
            return False
        return not (_ACTING.search(bare[4:]) or _CALL.search(bare))

    @property
    def effect(self) -> bool:
        """Whether it only tells what good comes of it; needs a clause before it."""
        return not (self.fact or self.act) and bool(_EFFECT.match(tidy(self.text)) or _ASIDE.match(self.text))

    @property
    def leaning(self) -> bool:
        """Whether it means nothing without the clause before it."""
        return bool(_LEANING.match(self.text))

    @property
    def waiting(self) -> bool:
        """Whether it says nothing whole without the clause after it."""
        return bool(_WAITING.match(tidy(self.text)))

    @property
    def link(self) -> bool:
        """Whether it only leads over (同时, 另一方面)."""
        return bool(_LINK.match(self.text))

    @property
    def topic(self) -> bool:
        """Whether it could stand over what follows: short, and without any fact but a name in quotes."""
        return len(self.text) <= 24 and not (
            _FIGURE.search(bare := _QUOTED.sub("", self.text)) or _DEADLINE.search(bare)
        )


def clauses(sentence: str, *, keep: Sequence[str] = ()) -> tuple[Clause, ...]:
    """Return a sentence as clauses; one that holds a wording of `keep` counts as a fact.

    >>> [(clause.way, clause.effect) for clause in clauses("根据工作实际，推迟至6月底前完成，推动任务落实")]
    [(True, False), (False, False), (False, True)]
    """
    wanted = [one_line(word) for word in keep if word]
    return tuple(
        Clause(
            text=text,
            fact=bool(_FIGURE.search(text) or _DEADLINE.search(text) or DISSENT.search(text))
            or any(word in text for word in wanted),
            act=bool(_ACT.search(text)),
        )
        for text in split(sentence, "，")
    )


def sentences(text: str) -> list[str]:
    """Return a passage as sentences on one line, with full-width punctuation but inside titles and numbers.

    >>> sentences("出台“稳外贸7条”,增长4.4%。保税维修; 占比提升")
    ['出台“稳外贸7条”，增长4.4%', '保税维修', '占比提升']
    """
    pieces = re.split(r"(《[^》]*》|\d[,:]\d)", one_line(text))
    plain = "".join(piece if place % 2 else piece.translate(_WIDE) for place, piece in enumerate(pieces))
    return split(plain, _ENDS)


def split(text: str, marks: str) -> list[str]:
    """Return the stretches between marks, without them; marks inside quotes, titles and brackets do not divide.

    >>> split("出台《甲，乙办法》，抓好落实。", "，。")
    ['出台《甲，乙办法》', '抓好落实']
    """
    closing: list[str] = []
    found, start = [], 0
    for position, character in enumerate(text):
        if closing and character == closing[-1]:
            closing.pop()
        elif character in _CLOSERS and _CLOSERS[character] in text[position:]:
            closing.append(_CLOSERS[character])
        elif not closing and character in marks:
            found.append(text[start:position])
            start = position + 1
    found.append(text[start:])
    return [stretch.strip() for stretch in found if stretch.strip()]


def tidy(clause: str) -> str:
    """Return a clause without padding: 要, 进一步, 切实 go; 对…进行完善 becomes 完善….

    >>> tidy("要进一步加强日常保护管理"), tidy("对“多头管理”等表述进行完善"), tidy("稳步推进")
    ('加强日常保护管理', '完善“多头管理”等表述', '稳步推进')
    """
    text = _EAGER_HEAD.sub("", _BARE_CALL.sub("", _SAYING.sub("", clause)))
    text = _EAGER_CALL.sub(lambda match: match["call"], text)
    text = _LIGHT.sub(lambda match: f"{match['verb']}{match['object']}", text)
    return _WORK.sub(lambda match: match["doing"], text)
