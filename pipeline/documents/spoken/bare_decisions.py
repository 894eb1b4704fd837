"""What is settled behind a verdict without a word of deciding or bidding: who pays, what stays or falls away, when."""

from __future__ import annotations

from pipeline.documents.patterns import MEETING
from pipeline.patterns import compiled

# 「所需资金从预备费中列支」「这笔钱由村集体出」「保费由市财政承担」
_PAID = compiled(
    r"[^。;]{0,60}?(?:资金|经费|费用|款项?|补助|补贴|保费|投资|钱|差额|缺口|不足部分|其余|余下)[^,。;]{0,16}?"
    r"(?:由|从|在)[^,。;]{2,24}?(?:列支|承担|负担|解决|安排|支付|支出|垫付|统筹|出(?![台具现席资])|自筹|分担|保障)"
)
# 「维持原方案」「租金标准保持不变」「夜间继续免费」「仍按老办法执行」
_STAYS = compiled(
    r"[^。;]{0,50}?(?:(?:维持|保持)[^,。;]{0,20}?(?:不变|不动|原|现(?:行|有|状))|照旧|不变(?=[,。;]|$)"
    r"|(?:仍旧?|继续|暂)(?:按照?|执行|沿用|由|实行|适用|使用|全额免收|免收|免费|享受)|[按照](?:老|原)(?:规矩|办法|方案|标准|规定|定|计划))"
)
# 「不再另设机房」「第11期议定的做法不再执行」「不向各户摊派」
_FALLS_AWAY = compiled(
    r"[^。;]{0,50}?(?:不再(?!是|有|出现|存在|具备|适应|符合)[\u4e00-\u9fff]{2}|(?:同时|予以)?(?:取消|废止|暂停|中止|停止(?:执行|使用|实施))(?!后|的|期间)"
    r"|不(?:另行?|搞|设|向各?[户村家])[\u4e00-\u9fff])"
)
# 「下次会议改到7月9日」「开张的日子暂定10月11日」「会期提前到周五」
_WHEN = compiled(
    r"[^。;]{0,40}?(?:暂?定(?:在|于|为|到)?|(?:改|提前|推迟|延期|顺延|延)[到至在])[^,。;]{0,4}?"
    r"(?:\d{1,4}[年月日号]|[下本每周星明][周月年期一二三四五六日天]|[一二三四五六七八九十]{1,3}[月日号])"
)
# 「经费控制在6万元以内」「次序按先验收、后搬迁办理」「其余列入冬修」
_BOUNDED = compiled(
    r"[^。;]{0,50}?(?:控制在[^,。;]{0,12}\d|以[^,。;]{2,16}为限|(?:不超过|最多|不低于|不少于)[^,。;]{0,10}\d"
    r"|按(?!期|时)[^,。;]{2,30}?(?:控制|执行|办理|核算|结算|收取|发放)(?=[,。;(]|$))"
)
# 「今年新增端口8600个」: what the matter comes to
_PLANNED = compiled(
    r"(?:今年|明年|年内|全年|本年度?|20\d\d年)(?:计划|拟)?(?:新增|新建|改造|改建|建设|新设|安排|购置|投入|完成|实施)[^,。;]{0,14}?\d"
)
# 「第11期议定的做法不再执行」: what was so before ends
_ENDS = compiled(
    r"[^。;]{2,60}(?:不再(?:采用|执行|实施|实行|沿用|适用|收取|发放|保留)|停止执行|同时废止|作废)(?=[,。;]|$)"
    r"|[^,。;]{2,60}(?:计划|安排|时间|工期|期限|日程|节点)(?:也|均|相应|一并|同步|依次)*顺延(?=[,。;]|$)"
)
# 「公示牌由沿线镇村在一个月内更换完毕」
_BY_SOMEBODY = compiled(
    r"[^。;]{0,50}?由[^,。;]{2,16}?(?:在|于|负责|牵头|会同)?[^,。;]{0,16}?(?:前|内|底|中旬|下旬|上旬)[^,。;]{0,12}?"
    r"(?:完成|完毕|完|办结|到位|落实|建成|交付|报送|公布|公示)(?=[,。;]|$)"
)
# 「6月底前已开工的，仍按老标准补贴」: what was begun before keeps to what was so before
_STILL_HELD = compiled(r"[^。;]{2,50}已[^,。;]{2,20}的,(?:仍旧?|继续|可继续|可)(?:按照?|执行|沿用|适用|享受)[^。;]{2,}")
# 「会议对通报内容表示知悉」
_NOTED = compiled(rf"{MEETING}(?:对[^,。;]{{2,40}}?)?(?:表示|予以)(?:认可|知悉|赞同|支持)")
_FORMS = (_PAID, _STAYS, _FALLS_AWAY, _WHEN, _BOUNDED, _PLANNED, _BY_SOMEBODY)
# 「考虑到小区已列入征收片区，将其从计划中调出」: why, before what is settled
_REASON = compiled(r"(?:考虑到|鉴于|由于|因(?!此|为此))[^,。;]{2,40},")
# what was so before, what others say, and what is only counted
_SHORTEST = 8
_TOLD = compiled(
    r"[^,。;]{0,12}(?:此前|以前|目前|截至|截止|据(?!实)|原(?:定|计划|先|来)|曾|去年|上次|第[\d一二三四五六七八九十百]{1,4}次)"
    r"|[^。;]{0,40}?(?:已(?!经费)|认为|建议|提出|汇报|反映|介绍|预计|同比|可能|拟(?!定)|报告称|希望)"
)
# what a sentence says that is no decision: how a thing came about, what it is like, who voted, who thinks what
_NARRATES = compiled(
    r"[了占达较共]|已|曾|同比|认为|主张|表示|意见|问题|原因|因|其中|说明|表决|投票|回避|弃权|异议|反对|签[字名]|略|,[男女],|分工见|见[上下附]表|如[上下]"
    r"|估算|测算|位于|地处|始建|总投资|资金紧张|面积[\d约]|涉及|存在|由于|虽|但是|然而|据|预计|可能|今后"
)
# 「项目建成后，三个镇将用上自来水」: what comes of it
_COMES_OF_IT = compiled(r"[^,。;]{0,12}(?:建成|投用|投产|完工|竣工|实施|完成|改造|通车|运营)后,[^。]*(?:将|可以?)")
_COUNTS = compiled(r"(?:该|此|本)[\u4e00-\u9fff]{2,8}?(?:由[^,。;]{2,16}(?:设立|建设|捐赠|投资)|系|属|为|是|有)")
# 「各高校要在成果转化上走在前列」
_SLOGAN = compiled(r"[^\d一二三四五六七八九十]*要(?!求|点)[^\d]*$")
_ARRANGED = compiled(
    rf"{MEETING}(?:还|专题|研究|同时|一并|并|统筹)*(?:部署|安排)(?:并[^,。;]{{2}})?了[^,。;]{{4,}}"
    rf"|{MEETING}(?:还|同时)?(?:对|就|把|将)[^,。;]{{2,40}}?(?:作|进行|提出|作出)了?(?:专题|全面|具体|统一|详细|再)*"
    r"(?:研究)?(?:部署|安排)"
    # 「经无记名投票，推荐李明同志为先进个人人选」「会议以票决方式确定王敏为站长人选」
    rf"|(?:(?:经|以)[^,。;]{{0,12}}(?:投票|票决|表决|酝酿|推荐|推选|讨论|研究)[^,。;]{{0,4}},?)?{MEETING}?(?:(?:经|以)[^,。;]{{2,12}}?(?:方式|形式|表决|票决|投票))?"
    r"(?:研究)?(?:决定|同意)?(?:确定|推荐|提名|推选|推举|选举|任命|聘任)(?=[^。;]{0,40}(?:同志|人选|候选|名额))[^,。;]{2,30}[为任][^,。;]{2,}"
)


def settles(flat: str) -> bool:
    """Tell whether a sentence behind a verdict says what holds from now on, without a word of deciding.

    >>> settles("所需资金从预备费中列支。"), settles("夜间收费维持原标准。"), settles("目前资金由市财政承担。")
    (True, True, False)
    """
    flat = _REASON.sub("", flat, count=1) if _REASON.match(flat) else flat
    if _ENDS.match(flat) or _STILL_HELD.match(flat):
        return True
    return any(form.match(flat) for form in _FORMS) and not _TOLD.match(flat)


def lays_down(flat: str) -> bool:
    """Tell whether a whole sentence behind a consent may lay down how: it neither tells, nor counts, nor thinks aloud.

    >>> lays_down("试点在三个街道开展,期限两年。"), lays_down("该项目总投资2亿元。"), lays_down("关于管线迁改")
    (True, False, False)
    """
    if flat[-1:] not in ("。", ";") or len(flat) < _SHORTEST or ":" in flat or _SLOGAN.match(flat):
        return False
    return not (_NARRATES.search(flat) or _COUNTS.match(flat) or _COMES_OF_IT.match(flat) or _TOLD.match(flat))


def arranges(flat: str) -> bool:
    """Tell whether the meeting is said to have arranged a thing, or taken note of it: 「会议部署了值班」.

    >>> arranges("会上对冬季供暖作了安排。"), arranges("会议听取了工作部署情况的汇报。")
    (True, False)
    """
    return bool(_ARRANGED.match(flat) or _NOTED.match(flat))
