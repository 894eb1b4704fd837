"""Words that a sentence must hold to tell of just what is asked: 卖了多少 is not answered by what a thing cost."""

from __future__ import annotations

import re

from pipeline.patterns import compiled

MUCH = r"(?:总共|一共|大概|约|能|要|会|可以)*(?:是|为|有|达|达到)?(?:多少|几|多大|多高)"
ASKED_AND_TOLD = tuple(
    (compiled(asked), compiled(told))
    for asked, told in (
        (
            rf"(?:卖|拍|出让|转让)(?:了|出|出去|掉|得|到|成)*{MUCH}|(?:卖价|成交价)",
            r"卖|拍卖|[出销]售|成交|[底卖]价|起[始拍]价|竞得|(?:价|不低于|以)[^，。；]{0,12}[0-9]",
        ),
        (rf"租(?:金|了|出|给)*{MUCH}|(?:月|年|房)租", r"租"),
        (rf"罚(?:了|款)*{MUCH}", r"罚"),
        (rf"捐(?:了|款|赠)*{MUCH}", r"捐"),
        (rf"赔(?:了|偿|付)*{MUCH}", r"赔|补偿|追偿"),
        (rf"(?:借|贷)(?:了|款|给|出)*{MUCH}", r"借|贷|授信|融资|垫"),
        (rf"(?:中标|成交)(?:价|金额|总额)(?:格)?{MUCH}", r"中标|成交"),
        (
            r"(?<![决确制])[定订](?:在|于)(?:了)?(?:哪一?天|几号|几月几[日号]|哪个?(?:日子|月))",
            r"(?:定|安排|计划|拟|将|改|推迟|提前|调整)[在于到为至][^，。；]{0,12}[0-9]|[0-9]{1,2}[日号](?!之?前)[^，。；]{0,6}(?:[举召]|开|进行|投票|启动|至)|[自从][0-9]|日[定为是][^，。；]{0,4}[0-9]",
        ),
        (
            r"(?:谁|哪[位个几些])[^，,。？?]{0,8}?(?:不(?:太|怎么|大)?(?:赞成|赞同|认可|看好|同意|支持|买账)|有(?:保留|不同|异议|顾虑)|唱反调|没点头|反对(?!票))"
            r"|(?:不太?赞[成同]|反对|不同意|保留意见)[^，,。？?]{0,12}的(?:人|领导)?(?:是|有)(?:谁|哪)",
            r"保留|不同(?:意见|看法)|异议|不赞[成同]|反对|不宜|不看好|顾虑|担心|质疑|偏[高低大早]|过[高低早快大窄宽]|认为|提出|弃权",
        ),
        (
            r"(?:谁|哪[位个几些])[^，,。？?]{0,8}?提(?:了|过|出)*(?:不同|反对|修改|保留)?的?(?:意见|看法|异议|建议|主张)",
            r"提出|建议|认为|保留|异议|意见|主张|指出|表示|反映|觉得",
        ),
        (
            r"^(?=.*(?:列一?下|列出|哪些|分别|各[是有]|哪[家个]?单位多少)).*(?<![没未不有])(?:批下来|批准了?|获批)的(?!条件|话|前提)",
            r"(?<![不未])(?:同意|批准|通过|核准)|^(?!.*(?:不同意|不予|否决|暂缓))",
        ),
        (
            r"[哪每各][个家些]?(?:单位|部门|公司|学校|[镇村县区]|科室|处室|街道)[^，,。？?]{0,4}(?:多少|几)[个名位]?(?:人|名额|编制)",
            r"[0-9一二三四五六七八九十百][余多]?[人名个位]",
        ),
        (
            r"派了?(?:谁|哪[位个几])[^，,。？?]{0,4}(?:来|参|列席|出席|到会|去)|谁代表[^，,。？?]{0,12}(?:来|参|列席|出席)",
            r"出席|列席|参[加会]|到会|与会|、[^、（(]{2,4}[（(]",
        ),
        (
            r"(?:改由|换[成为了]|换到|变[成为]|改[成为]|调整[成为]|转[成由给])(?:了)?(?:谁|哪|什么|啥|几|多少)",
            r"改|换|调|变|转|由[^，。；]{1,24}[到至为成]|接[手替任]|继任|代理|免去|[兼聘]任|任[^务期何职教]|不再|提[高前]|降|减|增|延|缓|推迟|取消|另|原",
        ),
        (
            r"(?:推|延|改|调|挪|缓|提前|提早|顺延|拖|移|放)(?:迟|期|后|整)?[到至](?:了)?(?:几|哪|什么|何|啥|多会儿)",
            r"(?:推|延|改|调|挪|缓|提前|提早|移|变更|更改|定|另|放)[^，。；|]{0,6}[到至为于在]",
        ),
        (
            r"(?:谁|[哪何什么][一个家些]*[一-鿿]{0,5}?)(?:能|会|来)?中(?:了|的)?标|中标的?(?:[单厂公企供][一-鿿]{1,2}|方|人)?(?:是|为)?(?:谁|哪|什么)",
            r"中[标选]|成交|入围|定标|授予|(?:与|和|跟|由|同)[^，。；|]{2,20}签|[选确]定[^，。；]{2,30}(?:为|作为|承[担建接])",
        ),
        (rf"总投资(?:额)?{MUCH}", r"投资|概算|估算|造价|总(?:额|价)"),
        (rf"注册资(?:本|金){MUCH}", r"注册资|增资|股本"),
        (rf"(?:年薪|月薪|工资|薪酬|待遇){MUCH}", r"薪|工资|待遇"),
        (rf"利润(?:总额)?{MUCH}", r"利润"),
        (rf"(?:收入|营收){MUCH}", r"收入|营收"),
        (rf"(?:收费|[票水电房油气]价|[每一](?:度|立方|吨)[一-鿿]{{0,3}}){MUCH}", r"价|费"),
        (rf"(?:保证金|违约金|押金){MUCH}", r"保证金|违约金|押金"),
        (
            r"(?:[比较][^，。？?]{1,12}(?:多|少|高|低)|同比|环比|(?:增[长加多幅]|[减缩]少|下降|上[涨升]|提高|降低|[涨降])(?:了|幅)*)"
            r"(?:出|了|是|为|有)*(?:多少|几|百分之几)",
            r"[比较]|增|减|[上提]升|降|涨|多[于出]|少[于了]|高[于出]|低于|翻|提高|[上下]调|调[整高低]|压缩|[由从][^，。；]*[到至]",
        ),
        (rf"占地(?:面积)?{MUCH}", r"占地|面积|总?用地(?!的?(?:报批|手续|指标))|选址"),
        (r"面积(?:[是为有]|多|$|[？?])", r"平方|亩|公顷|㎡|面积"),
        (
            r"(?:处理|供水|生产|承载)能力(?:[是为有达]*多|几|$|[？?])|日处理量?多|产能(?:[是为有]*多)",
            r"吨|立方|[万0-9]方|度|千瓦|人次|辆|台|能力",
        ),
        (
            r"(?:钱|资金|经费|费用)(?:都|从|由|是|打)*哪(?:里|儿|来|出|块|笔)|资金来源",
            r"列支|统筹|安排|承担|自筹|专项|预备费|出资|财政|拨|债|贷|筹|解决|分担|支出|补助|从",
        ),
        (r"(?:多少|几)(?:个|名|位|人)?(?:是)?女", r"女"),
        (r"(?:多少|几)(?:个|名|位|人)?(?:是)?博士", r"博士"),
        (r"(?:多少|几)(?:个|名|位|人)?(?:是)?党员", r"党员"),
        (r"哪国|国籍|哪个国家", r"籍|国(?!家|有|资|土|务|道|际|企|省)"),
        (r"(?:多大|多少)(?:岁|年纪|年龄)|几岁|年龄(?:是|多|[？?])", r"岁|年龄|出生"),
        (r"(?:什么|哪个|啥)专业", r"专业|学科|[一-鿿]学(?!校|生|院|期|年|术|习)|方向|领域|工程"),
        (r"什么学历|什么文凭|毕业于|哪(?:所|个)?(?:大学|学校)?毕业", r"学历|毕业|博士|硕士|本科|大专|学位|研究生"),
        (r"谁(?:来)?(?:施工|承建|承包)|施工(?:单位|方|队)|承建(?:单位|方)", r"施工|承建|承包|中标"),
        (r"哪一?年|何年", r"(?:[0-9]{2,4}|[一二〇零○]{4}|[今明去前当本]|次)年"),
    )
)
"""What is done with a thing, or what it is that is asked of it, and the words that tell of just that."""
FORMER = compiled(r"原(?!则)|[由从][^，。；]{0,14}[调提增降变改减升压缩扩]|现行|此前|维持|以前")
AT_THAT_TIME = (
    (
        compiled(r"去年|上一?年度?(?!末|底)|前年|往年|历年"),
        compiled(r"^(?!.*(?:拟|预计|计划|将(?!近)))|去年|上年|前年|往年|历年|20[0-9]{2}年"),
    ),
    (compiled(r"(?<![调改])(?:原来|原先|原本|调整前|涨价前|此前)"), FORMER),
    (
        compiled(r"现有|目前有|现在有"),
        compiled(r"^(?!.*(?:新增|增加|拟|计划|将|原有))|现|目前|截至|已|共有|存量|在[册岗校]"),
    ),
)
"""When a figure is asked for, and what tells of that time."""
PERIOD = compiled(r"全年|[上下]半年|[一二三四1-4]季度")
PART = compiled(r"[上下]半年|[一二三四1-4]季度|1\s*[—\-－~至到]\s*[0-9]{1,2}月|前[0-9一二三四五六七八九十]+个?月")
GROUP = compiled(r"等(?:[0-9]+|[两三四五六七八九十百]+)(?:家|人|名|户|宗|个|位|项|处|所)")
PER_HEAD = compiled(r"每|各|人均|平均|均为")
BEING = compiled(r"(?P<what>[一-鿿]{2,3})(?:是|为|叫)(?:谁|哪位|何人)(?=[呢啊呀吗]?(?:[？?，,。；\s]|$))")
"""领队是谁: who is what; 是谁来召集 asks who does it; a verb before 是谁 (负责的是谁) asks for no post."""
NO_BEING = compiled(
    r"[的了人长记任理席]$|负责|牵头|主持|汇报|参加|出席|列席|记录|联系|领导|那位|这位|会"
    r"|都|分别|最[后终初]|到底|究竟|先后|前后|依次|各自|目前|现在|如今|当前|眼下|后来|当时|原来|原先|起初|具体|一共|另外|其实|应该|可能|又|还|仍|才|改"
)


def tells_of_it(asked: str, told: str) -> bool:
    """Tell whether a folded sentence holds the words that a folded question wants it to hold.

    >>> tells_of_it("那块地卖了多少钱", "补偿总额核定为1亿元"), tells_of_it("那块地卖了多少钱", "成交总价1亿元")
    (False, True)
    """
    return not any(wanted.search(asked) and not words.search(told) for wanted, words in ASKED_AND_TOLD)


def of_the_period(asked: str, told: str, around: str) -> bool:
    """Tell whether a sentence may speak of the time, or the part of a year, that a question names.

    Args:
        asked: the question, folded.
        told: the sentence, folded.
        around: the item of the sentence with its title, folded.
    """
    if any(when.search(asked) and not words.search(told) for when, words in AT_THAT_TIME):
        return False
    for period in PERIOD.findall(asked):
        if period == "全年":
            if PART.search(told) and "全年" not in told:
                return False
        elif period not in told and (PART.search(told) or period not in around):
            return False
    return True


def of_one_alone(asked: str, told: str, *, counted: bool = False) -> bool:
    """Tell whether a figure may be that of the one whom a question names, and not of a group that he opens.

    Args:
        asked: the question, folded.
        told: the sentence, folded.
        counted: the question counts (救了几个人): then what is said of each of the group tells nothing, either.

    >>> of_one_alone("江州电子拿了多少奖励", "同意对江州电子等21家企业给予奖励，共计1362万元")
    False
    """
    for match in GROUP.finditer(told):
        first = re.split(r"[，。；、：]", told[max(0, match.start() - 14) : match.start()])[-1]
        runs = (first[at : at + 3] for at in range(len(first) - 2))
        named = (len(first) > 1 and first[-2:] in asked) or any(run in asked for run in runs)
        if named and match.group() not in asked and (counted or not PER_HEAD.search(told[match.end() :])):
            return False
    return True


def holds_what_somebody_is(asked: str, told: str) -> bool:
    """Tell whether a sentence names what somebody is asked to be: 领队是谁."""
    match = BEING.search(asked)
    if match is None or NO_BEING.search(match["what"]):
        return True
    return match["what"][-2:] in told
