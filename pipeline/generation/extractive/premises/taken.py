"""What a question takes for decided (涨价以后由谁执行), and the matter that it names apart from what would follow."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import COMMON, FIGURE, SLIP, Terms
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.premises.turned_down import CARRIED_OUT, FOLLOWS, SUPPOSED
from pipeline.generation.extractive.reading.concepts import concepts_of
from pipeline.generation.understanding.topic import blanked
from pipeline.patterns import compiled
from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.reading.concepts import Concept
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item

WH = r"(?:谁|哪|什么|啥|多少|几|何[时日人]|多[大高长久])"
WHEN = r"(?:什么时候|什么时间|啥时候?|何时|何日|哪一?[天年月日]|哪个?月|几[号月年]|多会儿|最[迟晚])"
BEGUN = (
    r"(?:执行|施行|实施|印发|出台|公[布示开]|开始|启动|[开动]工|建成|建[好完]|[完竣]工|投[用产运]|启用|用上|开[业放通馆园张幕诊]|营业|挂牌"
    r"|到[账位货期岗]|上[岗线马]|拨|发放?|兑现|打[给到过]|付|支付|交付|收|还清|还|画线|划线|装[好完上]|安装|搬|迁|签|出发|动身|进场|摘牌|办)"
)
"""What begins, or is paid, once something was decided."""
TAKEN = compiled(
    rf"(?:通过|批准|同意|批复|获批|核准|过会|涨价?|提高|上调|下调|调整|出台|改建?|扩建|关[停闭]|转让|[租卖包]出去|外包|增资|注资|续签|并[到入]?[^，。？?]{{0,6}}|[到了])(?:了|之)?(?:以后|之后|后)(?![台续勤排来])"
    rf"|了(?:[^，。？?了]{{0,6}})?{WH}(?![些票])"
    rf"|{WHEN}[^，。？?]{{0,8}}{BEGUN}|{BEGUN}[^，。？?]{{0,4}}(?:的?(?:时间|日期)|(?:是|在)?{WHEN})"
    rf"|[包卖租转让拨借]给(?:了)?{WH}|[由归让](?:谁|哪)[^，。？?]{{0,8}}(?:印发|实施|执行|落实|建设|施工|经营|运营|管理|牵头|负责)"
    rf"|(?:谁|哪[个家位][^，。？?]{{0,4}})(?:来|去|负责)?(?:印发|实施|执行|落实|经营|运营|控股|施工|承建)"
    r"|新[买购招聘建增划装设换添](?!型)的?|[批定]下来的|(?<=[一-鿿])批[准给]?的(?=[^，。？?]{2,12}(?:什么时候|何时|多少|谁|哪))|获批的?|增派|换的|买的"
    r"|不是[^，。？?]{0,12}(?:[批准定买涨过给同]了|同意|通过|批准)|已经?[^，。？?]{0,8}(?:(?:[批准定买涨过给]|评上|选上|选中|入选|列入|纳入)了|同意|通过|批准)"
    rf"|(?:聘请?|请来?|选|[买换招签投])的[^，。？?]{{0,8}}(?:谁|哪)|(?:谁|哪[家个位][^，。？?]{{0,4}})(?:放|[出买租借拨投签])的"
    rf"|(?:[定选设建]在|[搬迁改调涨降提缓延卖]到|放宽到)(?:了)?[^，。？?]{{0,4}}{WH}|[从由]哪[^，。？?]{{0,8}}(?:出|列支|来)|中标|入股|准许|获准|允许[^，。？?]{{0,8}}{WH}"
    rf"|(?:[同统]意|通过|批准|选[了定用]|采用|采纳|(?<!暂缓)审定|[核确商议]定了|(?<![决确制规])定(?:了|下)|敲定|拍板|答应)[^，。？?]{{2,24}}[，,][^？?]{{0,30}}{WH}"
    r"|(?:为什么|为何|凭什么)(?:就|又)?(?:把|要|会|同意|批|给|答应|准许|允许|通过|支持)|(?:租|聘|任|承包)期(?=[是为多几]|[？?]|$)|批准[几多]|(?:定了|通过|同意|批准)[^？?]{0,30}(?:几|多少)票"
)
"""What is said of a matter only once it was decided."""
OPEN = compiled(
    r"相?差(?:了|着|距)?(?:多少|多大|几)|(?:送审稿|草案|征求意见稿)[^，。？?通过]{0,8}(?:多少|几|什么|哪)|拟|捐|最终|(?:去年|前年|上一?年|往年|历年|过去)[^，。？?]{0,12}(?:多少|几|谁|哪|什么)|几[个项件条](?:项目|议题|事项|议案|任务|工作)|打算|预计|计划(?:什么|何|多)|原先|原来(?!的?(?:承租|承包|租户|业主|供应|经营|施工|物业|单位|公司|企业|那家|人家))|申请(?:多|什么|了多)|(?:为什么|为何|为啥|凭什么)[^，。？?]{0,6}(?:申请|请求|提出|要求|建议|反映)|(?:公司|集团|置业|企业|厂|户|业主|居民|村民|家长|职工|单位|方|商)(?:为什么|为何|为啥)[要想]|[各都]?报(?:了|的)?多少|报价|提出的?(?:是|多|什么)|想要?|要求(?:涨|加|增)|建议(?:是|多|什么)"
    r"|不(?:同意|肯|让|准|许|给|批|得)|没有?(?:同意|通过|批|过|采纳|定)|未(?:获|予|能|被)?(?:同意|通过|批)|否决|不予|暂缓|缓议|再议|搁置|退回|驳回|撤回|毙|卡住|拒绝|反对|弃权"
    r"|(?:拖?欠|亏损?|损失|发生|发现|查出|收到|接到|受理|检查|排查|抽查|投诉|涉及|伤亡|遇难|受灾|受损|滞后|超支|下降|增长)(?:了|着|过)?(?=[^，。？?]{0,4}(?:多少|几|哪|谁|什么))"
    r"|被[^，。？?]{0,6}(?:扣|罚|处分|通报|约谈|查|点名|举报|投诉)|倒贴|[欠讨]薪"
    r"|重新|补充|完善|修改|再次|下次|论证|测算|核[实查]|复核|下去核|去核|调研|洽谈|协商|汇报|提交给?|吗[？?]?$|没有?[？?]?$|是否|有没有|对吧|是吧|如果|假如|要是"
)
"""Asks of the proposal, of the refusal, or of what was ordered instead: takes nothing for decided."""
ACT = compiled(
    r"(?:[年月]?[底初末]|月份|日起|月起|年起|[上中下]旬|获准|准许|允许|开诊|开学|开馆|开园|开课|延[到至长]|推迟[到至]?|提高到|提到|减到|压到|加到|增加到|缩到|通过|批准|批复|获批|核准|同意|执行|施行|实施|落实|印发|出台|公布|公示|公开|开始|启动|开工|动工|建成|建好|完工|竣工|投用|投产|启用|使用|开业|营业"
    r"|开放|开通|开幕|举办|挂牌|成立|到账|到位|到货|到期|上岗|上线|拨付|拨款|发放|兑现|支付|交付|付款|还清|归还|画线|划线|安装|装好|搬迁|签订|签|出发|聘请|新招|新买|新聘"
    r"|新增|新建|增派|负责|牵头|建设|施工|承建|经营|管理|运营|控股|安置|分配|以后|之后|之前|涨价|涨到|涨|上调|提高|下调|降到|调到|放宽|收费|收取|收|交|缴|付|花|用|打|给|发|拨"
    r"|卖|买|租|包|还|免|补|赔|转|定|选|搬|迁|放|改|装|换|招|聘|贷|投|出|入|加|借|去|定了|少了|中标|单位|公司|企业|部门|局|领导|科目|地方|位置|年|月|天|份|款|钱|块钱|块|米"
    r"|期|货|租期|聘期|期限|落地|调度会?|听说|已经|不是|件事|条件|结果|时间|日期|时限|资金|费用|经费|标准|金额|总额|面积|名字|名称|牌子|最后|最终|后来|现在|每[一-鿿]{1,2}|签的|要求|时候|人民政府|政府)"
)
"""What follows from a decision; where the item is silent on it, it may still be the matter that is meant."""
ASKING = compiled(WH)
"""A clause that asks."""
CLAUSES = compiled(r"[，,。；;？?！!\n]+")
ASSERTS = compiled(
    rf"决定|明确|同意|通过|批准|获准|准许|(?<!要)统一了|[涨降延调改提减增加补付缴][到至成为]?[了]?(?:每|[0-9])|[从自][^，。？?]{{1,8}}起|[从自][0-9]"
    rf"|[定批涨降延调改提减增加补发给选用采买装修开办设放收签聘租][了到](?!吗)|[0-9底日号点]{BEGUN}"
)
"""What a clause says that states a thing as done, or as set: 停车费涨到每小时5元, 9月底开诊."""
PARTS = compiled(r"[，,。；;：:？?！!\s]+|以后|之后|(?<=[一-鿿])后(?=[由从要再是该哪谁什还几每在])")
"""Where one clause ends and what follows from it begins."""
COUNT = compiled(r"[一二两三四五六七八九十百千万亿]+[台辆名个只艘条栋套间块元处人户次年月天份张位所座]?")
"""两台: how many there are may be put otherwise, and does not say what is meant."""
HELD = 0.4
"""How far a text must hold a word."""
AGREED = compiled(r"[同统]意(?!见)")
"""Spelt as it sounds, too; its word is none of the matter."""
HOW_MUCH = compiled(
    r"(?:一共|总共)?(?:花|付|卖|买|收|交|赔|减|免|补|拨|出|用|值|涨|投|定|占)?(?:了|掉|到|成|给)?(?:多少|几|谁|哪|什么)"
)
"""花了多少: its words are none of the matter, and cut no word of it in two."""
OF_MATTER = 0.34
"""Share of the telling words of a question that an item must hold for its record to be the answer."""
ENOUGH = 0.5
"""The weight of the words that must be left where the clause that asks is left out."""


def asserted(text: str) -> str:
    """Return what a question states before the clause that asks; nothing where it opens by asking.

    >>> asserted("停车费涨到每小时5元，从哪天开始？"), asserted("停车费什么时候涨，谁收？")
    ('停车费涨到每小时5元', '')
    """
    parts = CLAUSES.split(text)
    asks = next((index for index, part in enumerate(parts) if ASKING.search(part)), 0)
    return "，".join(parts[:asks])


def takes_nothing(text: str) -> bool:
    """Tell whether a question asks of a proposal, of the refusal, or of what was ordered instead."""
    return bool(SUPPOSED.search(text) or OPEN.search(text))


def takes_for_decided(text: str) -> bool:
    """Tell whether a question takes for granted that something was decided and carried out.

    >>> takes_for_decided("食堂包给谁了"), takes_for_decided("食堂方案由谁重新测算"), takes_for_decided("食堂拟包给谁")
    (True, False, False)
    """
    if takes_nothing(text):
        return False
    if TAKEN.search(text) or ASSERTS.search(asserted(text)):
        return True
    return bool("票" not in text and CARRIED_OUT.search(text) and kind_asked(text).kind in FOLLOWS)


def matter_of(question: Question) -> tuple[Concept, ...]:
    """Return the concepts of what a question names, the clause that asks left out where another says the matter."""
    text = fold(question.text)
    if len(text) == len(question.text):
        text = blanked(text, question.scope.mentions, mark="，")
    parts = [part for part in PARTS.split(AGREED.sub("，", text)) if part]
    concepts = telling("，".join(part for part in parts if not ASKING.search(part)))
    return concepts if weight_of(concepts) >= ENOUGH else telling(HOW_MUCH.sub("，", "，".join(parts)))


def telling(text: str) -> tuple[Concept, ...]:
    """Return the words of a text that tell a matter; bare figures and counts do not."""
    every = concepts_of(text)
    return tuple(
        one for one in every if "-" in one.word or not (FIGURE.fullmatch(one.word) or COUNT.fullmatch(one.word))
    )


def weight_of(concepts: Sequence[Concept]) -> float:
    """Return the weight of the concepts that say what is meant."""
    return sum(one.weight for one in concepts if not ACT.fullmatch(one.word))


def share_of(concepts: Sequence[Concept], told: str) -> float:
    """Return how much of a matter a folded text holds, 0 to 1; what only would follow from a decision is not missed."""
    held = missed = 0.0
    for one in concepts:
        weight = one.weight if len(one.word) > 1 else one.weight / 2
        if holds(one, told):
            held += weight
        elif not ACT.fullmatch(one.word) and not _misspelt(one.word):
            missed += weight
    return held / (held + missed) if held else 0.0


def of_the_matter(question: Question, source: Source, item: Item) -> bool:
    """Tell whether an item speaks of what a question names, apart from the common words of any title.

    Args:
        question: the question as understood; one that takes up an earlier one names what that named, too.
        source: the document.
        item: the item that a search for the question found first.
    """
    text = fold(" ".join((*question.titles, *question.topic))) or fold(question.text)
    concepts = [one for one in telling(text) if one.word not in COMMON and len(one.word) > 1]
    told = fold(f"{item.title or ''} {source.document.quote(item.span)} {source.meeting} {source.entry.file}")
    whole = sum(one.weight for one in concepts)
    return not concepts or sum(one.weight for one in concepts if holds(one, told)) >= OF_MATTER * whole


def _misspelt(word: str) -> bool:
    """Tell whether a word has a character that no word has, and so may be a slip: 午歺."""
    return any(character not in _characters() for character in word if not character.isascii())


@lru_cache(maxsize=1)
def _characters() -> frozenset[str]:
    return frozenset("".join(load_lexicon().counts))


def holds(one: Concept, told: str) -> bool:
    """Tell whether a text holds a concept, under any name or written out; 华丰 is no slip of 锦华."""
    written = Terms({one.word: 1.0}).shares(told).get(one.word, 0.0)
    return max(one.held(told)[1], written if written > SLIP else 0.0) >= HELD
