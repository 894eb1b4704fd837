"""What is done to a matter: 何时开工 is told only by a sentence that speaks of beginning, 谁设计 by one on a design."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.generation.extractive.reading.lookalikes import ON_TO
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.minutes import Item

WHEN = r"(?:什么时候|什么时间|啥时候?|何时|何日|哪一?天|哪一?年|几[号月]|哪个?月|多会儿|最[迟晚])"
FIRM = r"(?:哪(?:一|几)?[家个所]?|什么|何|谁)(?:的)?(?:单位|公司|机构|企业|院|厂|部门|局|方)?"
TASK = (
    r"(设计|监理|勘察|勘测|测绘|鉴定|检测|评估|评审|审计|施工|承建|供货|编制|中标|代建|承保|承租|收购|督办"
    r"|竞得|承包|运营|招标|采购|拆除|翻译|起草|赞助|捐赠|投保|租下|出借)"
)
BY_FIRM = compiled(
    rf"{FIRM}(?:来|去|负责|承担|具体|实施|做|搞|给|的)*{TASK}|{TASK}(?:的)?(?:单位|公司|方|机构|企业|院|厂)(?:名称)?(?:[是为叫]|$|[？?])"
    rf"|{TASK}(?:工作)?(?:由|是|归|交给)+{FIRM}"
)
"""由哪家单位设计, 中标单位是哪家, 招标由哪个部门组织: what is done by the one who is asked for."""
SAID_ALSO = {
    "中标": compiled(r"中标|成交|竞得|供货|承建|合同授予"),
    "承建": compiled(r"承建|施工|建设|中标|承包"),
    "施工": compiled(r"施工|承建|承包|中标|建设"),
    "供货": compiled(r"供货|供应|采购|购|中标|提供"),
    "采购": compiled(r"采购|购|招标"),
    "招标": compiled(r"招标|招投标|采购|挂网|比选|发包"),
    "承租": compiled(r"租"),
    "租下": compiled(r"租"),
    "承包": compiled(r"包"),
    "运营": compiled(r"运营|经营|运行|托管|管理"),
    "督办": compiled(r"督办|督查|督导|跟踪"),
    "评审": compiled(r"评审|审查|评估|论证"),
    "评估": compiled(r"评估|评价|测评"),
    "检测": compiled(r"检测|检验|化验|取样|监测"),
    "勘察": compiled(r"勘|踏"),
    "勘测": compiled(r"勘|测"),
    "编制": compiled(r"编制|设计|起草|制定|编"),
    "设计": compiled(r"设计|编制"),
    "起草": compiled(r"起草|拟|制定|草|编制|修订"),
    "竞得": compiled(r"竞得|拍|受让|摘牌|成交"),
    "收购": compiled(r"收购|购"),
    "捐赠": compiled(r"捐"),
    "拆除": compiled(r"拆"),
    "出借": compiled(r"借"),
    "投保": compiled(r"保险|保"),
    "承保": compiled(r"保险|承保"),
    "赞助": compiled(r"赞助|资助|捐"),
    "代建": compiled(r"代建|建设"),
}
"""Other words for the same; an act without any is told by its own name alone."""
_TIMED = tuple(
    (
        compiled(
            rf"{WHEN}[^，。？?；]{{0,5}}?(?:{asked})|(?:{asked})[，,]?(?:的)?(?:截止|最后|完成)?(?:时间|日期|时限)"
        ),
        compiled(rf"{told}|{asked}"),
    )
    for asked, told in (
        (
            r"开工|动工|开建|破土|开始建|进场",
            r"开工|动工|开建|启动|开始|奠基|进场|施工(?!招标|图|组织|许可|单位|方案|总承包)|破土|实施(?!方案|细则|意见|办法|主体)|推进(?!方案|会)|建设(?!部|局|厅|委|管理|单位|项目|方案|指挥)",
        ),
        (
            r"完工|竣工|建成|建好|修好|修完|建完|通车|通水|贯通|封顶",
            r"[完竣]工|建成|完成|通车|通水|通行|投用|投运|投入|启用|交付|建好|贯通|封顶|验收|结束",
        ),
        (r"搬(?!运)|迁(?!坟)", r"搬|迁|入[驻住]|腾|交付|投用|启用"),
        (r"开幕|举[办行]|开园", r"举[办行]|开[幕园赛]|推迟|提前|改[在到为至]|定[在于]"),
        (r"迁坟|坟", r"坟|墓|迁移"),
        (r"[降涨调]价", r"调|降|涨|提高|执行|起"),
        (r"解禁|解除|放开|恢复", r"恢复|解|放开|取消|重新|开放|重启"),
        (
            r"投用|启用|能用|用上|投产|投运|开放|开门|营业|开张|上线",
            r"用|开放|运行|营业|投产|开业|上线|开诊|开馆|开园|开通|试行|通[水车电气航]|供[水电气热暖]|交付",
        ),
        (r"验收", r"验"),
        (r"招标|挂牌|拍卖|出让", r"标|挂|拍卖|出让|公开|竞|采购"),
        (r"签(?!发|到)", r"签|订立"),
        (
            r"拨付|发放|到账|打卡|发到|打到|兑现|付清|支付|付款|结清",
            r"拨|发|打卡|到账|兑现|付|到位|结|下达|缴|(?<![不摸认])清(?![单楚])",
        ),
        (r"开学|招生|开班|开课|入学", r"学|招生|开班|开课|投用|启用|交付|投入"),
        (r"结束|结业|毕业", r"结|毕|至(?!少|今)|止|到期|期满|完"),
        (r"交房|交楼|拿房", r"交房|交付|交楼|入住|拿房"),
        (r"回来|上班|返岗|复岗|到任", r"回|上班|返|复|到[岗任]|履职"),
        (r"归还|还清|还款|还上", r"还"),
        (r"交地|腾地", r"地"),
        (r"到期|届满|期满", r"期|至|满|止"),
        (
            r"(?:拿|提|报|带|递|交|送)(?:到|回|上|来)*(?:会上|常务会|常委会|党组会|董事会|办公会|上会)|上会|再议|重新(?:提交|上会|审议|研究)",
            r"提交|提请|[再重另]报|报[县市区省州党常集董学校院]|审议|再[研提行]|重新|下次|复议|送审|呈",
        ),
        (r"公示|公布|公开(?!征|招|听|选|招)|发布", r"公|发布|示|印发|张榜"),
        (r"征求[^，。？?]{0,6}意见|听取[^，。？?]{0,6}(?:意见|呼声)|听证", r"征求|听证|听取|公示|座谈|问卷"),
    )
)
"""When something is asked to begin, to end, to be paid, and the words that tell of just that."""
DOING = {
    "报名": ("报名", "应聘", "报考"),
    "应聘": ("报名", "应聘", "报考"),
    "签约": ("签",),
    "签字": ("签",),
    "退出": ("退",),
    "退学": ("退",),
    "受伤": ("伤",),
    "遇难": ("遇难", "亡"),
    "上访": ("访",),
    "辞职": ("辞", "离职"),
    "获奖": ("奖",),
    "搬走": ("搬", "迁"),
    "入住": ("住",),
    "投诉": ("投诉", "信访", "举报"),
    "弃权": ("弃权",),
}
_HOW_MANY_DO = compiled(rf"(?:多少|几)(?:个|名|位|户|家)?(?:人|学生|企业|居民|群众)?(?P<act>{'|'.join(DOING)})")
"""有多少人报名 is not told by how many are to be taken on."""
_APPROVED_WHEN = compiled(
    rf"{WHEN}[^，,。？?；]{{0,5}}?(?:批|核准)(?!发|次|量)|(?:批复|批准|核准|获批)(?:的)?(?:时间|日期|时限)"
)
_APPROVED = compiled(
    r"[日号年月底旬][^，,。；;]{0,20}(?:批(?!发|次|量)|核准|同意|通过|许可)(?![^，,。；;]{0,3}后)"
    r"|(?:批复|批准|核准|许可)(?:时间|日期)?[^，,。；;后]{0,4}[0-9]{1,4}[年月]"
)
"""Says of a day that it is that of the consent; what follows on it is another: 批复后一个月内."""
_TESTS = r"验收|评审|鉴定|审计|考核|评估|检测|安检|答辩|竣验|复核"
_TESTED = compiled(
    rf"通过(?:了)?[^，,。？?]{{0,4}}?(?P<test>{_TESTS})(?!办法|方案|报告|细则)|(?P<other>{_TESTS})(?:是否|有没有|最后|到底|后来|都)*(?:通过|过关|合格|过)(?:了)?(?:吗|没|么|[？?])"
)
"""通过验收了吗: another verdict than that of the meeting."""
_WHO_BUILDS = compiled(
    rf"{FIRM}(?:来|去|负责|承担|具体|给|的)*(?P<act>施工|承建)|(?P<other>施工|承建)(?:的)?(?:单位|公司|方)(?:是|为|叫|[？?]|$)"
)
_BUILDER = compiled(
    r"(?:公司|集团|工程局|工程队|[0-9]标|中铁|中交|中建)[^，,。；;|]{0,24}(?:施工(?!招|许|图|准|围|安|设|计|手|方)|承建|承包|中标|建设)|(?:施工|承建|承包|中标|建设)[^，,。；;|]{0,16}(?:公司|集团|工程局|工程队|[0-9]标|中铁|中交|中建)|施工单位"
)
"""Names a builder beside what he does."""


_MUCH = (
    r"(?:总共|一共|大概|大约|预计|估计|约|能|要|会|可以|得|需要?|一年|每年|花|掉|了|下|出|来)*"
    r"(?:是|为|有|达到?)?(?:多少|几(?=[十百千万亿块]))"
)
_PAID = tuple(
    (compiled(rf"(?:{asked})(?:费用?|资金|经费|成本|的)?{_MUCH}"), compiled(told))
    for asked, told in (
        (r"排查|检查|普查|摸排|摸底", r"查|检|普查|摸"),
        (r"维修|修缮|翻修|抢修", r"修"),
        (r"装修|装饰", r"装"),
        (
            r"设计|监理|检测|培训|保洁|安保|宣传|体检|审计|绿化|勘察",
            r"设计|监理|检|培训|保洁|安保|宣传|审计|绿化|勘察|服务",
        ),
        (r"运行|维护|运维|养护", r"运行|运维|维护|养护|运营|日常"),
        (r"搬迁|迁移|搬家", r"搬|迁"),
        (r"拆除|拆迁", r"拆|征|补偿|安置"),
        (r"(?:能|可|可以)?(?:省|节约|节省)(?:下|出)?", r"省|节约|节支|减|压缩|降"),
        (r"亏损?", r"亏|缺口|损失"),
        (r"退(?:回|还|给|款|票)?去?", r"退"),
        (r"赔(?:偿|付)?", r"赔|补"),
        (r"罚(?:款|没)?", r"罚|没收"),
        (r"捐(?:赠|款)?", r"捐"),
        (r"报销", r"报销|报|支付|待遇|比例"),
        (r"(?:交|缴|纳)(?:了|的)?(?=多少税)", r"税"),
    )
)
"""What is paid for, and the words that tell of just that: 维修要花多少 is not told by what moving out costs."""
_SUM_NAMED = compiled(rf"(?P<name>[一-鿿]{{2}}(?:金|费|款))(?:总共|一共|的)?{_MUCH}")


def _beside_another_sum(asked: str, told: str) -> bool:
    """Tell whether a sum asked for by its name stands only beside another, whose figure is told: 3.4亿元及违约金."""
    match = _SUM_NAMED.search(asked)
    if match is None or match["name"] not in told:
        return False
    name = match["name"]
    return name not in re.sub(rf"元(?:及|和|与|、|以及|并){name}(?![^，。；]*[0-9])", "，", told)


def tells_of_act(asked: str, told: str) -> bool:
    """Tell whether a folded sentence speaks of what a folded question asks to be done by somebody, or at some time.

    >>> asked = "新校区由哪家单位设计"
    >>> tells_of_act(asked, "会议同意新校区选址城南"), tells_of_act(asked, "由市规划院设计")
    (False, True)
    >>> asked = "项目什么时候开工"
    >>> tells_of_act(asked, "一期2022年达产"), tells_of_act(asked, "10月底前开工")
    (False, True)
    >>> asked = "方案是哪天批下来的"
    >>> tells_of_act(asked, "抓紧完善后报市政府批准"), tells_of_act(asked, "市政府于6月3日批复")
    (False, True)
    """
    match = BY_FIRM.search(asked)
    if match is not None:
        act = next(word for word in match.groups() if word)
        told_of = re.sub(rf"{act}(?:单位|方|人)(?![:：为是])", "，", told)  # 设计单位 names none
        also = SAID_ALSO.get(act)
        if act not in told_of and (also is None or not also.search(told_of)):
            return False
    doing = _HOW_MANY_DO.search(asked)
    if doing is not None and not any(word in told for word in DOING[doing["act"]]):
        return False
    if any(wanted.search(asked) and not words.search(told) for wanted, words in (*_TIMED, *_PAID)):
        return False
    if _APPROVED_WHEN.search(asked) and not _APPROVED.search(ON_TO.sub("，", told)):
        return False
    if _WHO_BUILDS.search(asked) and not _BUILDER.search(told):
        return False
    return not _beside_another_sum(asked, told)


def tells_of_test(asked: str, told: str) -> bool:
    """Tell whether a text speaks of the test that a question asks whether it was passed, where it asks for one.

    >>> tells_of_test("大桥后来通过验收了吗", "会议通过大桥方案"), tells_of_test("大桥后来通过验收了吗", "同意通过终验")
    (False, True)
    """
    match = _TESTED.search(asked)
    test = (match["test"] or match["other"]) if match else ""
    return ("验" if "验" in test else test) in told


def rules_on_test(asked: str, item: Item) -> bool:
    """Tell whether the verdict of an item may be the one asked for: 通过验收了吗 is not told by 同意建设方案."""
    return tells_of_test(asked, " ".join((item.title or "", *(one.text for one in item.outcomes))))


HOW_RULED = compiled(r"(?:怎么|如何|怎样|咋)(?:定|处理|处置|安排|办)")
SET = compiled(r"会(?:议|上)(?:要求|明确)|[延推顺][^，。；]{0,3}[至到]|改[为到]|调整[为至到]")


def tells_how_set(asked: str, told: str) -> bool:
    """Tell whether a folded question asks how a matter was settled, and a folded sentence sets it by any order.

    >>> told = "会议要求，整改时限再延至7月31日"
    >>> tells_how_set("那3口井最后怎么定的", told), tells_how_set("那3口井批没批", told)
    (True, False)
    """
    return bool(HOW_RULED.search(asked) and SET.search(told))
