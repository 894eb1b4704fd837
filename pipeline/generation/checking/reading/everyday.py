"""Writes what people say every day as papers write it: 三季度结束前, 封顶三毛五, 每三个月, 元旦起, 一个不落."""

from __future__ import annotations

import re

from pipeline.documents.numerals import chinese_to_int
from pipeline.generation.checking.reading.deadlines import by_when
from pipeline.patterns import compiled

_DIGIT = "[一二两三四五六七八九]"
_COUNT = "[一二两三四五六七八九十百]"
# 第一季度结束前, 三季度内, 上半年收尾前, 下半年内: the last month of each
_END_OF = compiled(
    "(?<!前)(?:第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)(?:以|之)?"
    "(?:(?:结束|终了|收尾|完结|过完|[末底])(?:之|以)?(?P<before>前)|内(?=[^,。;、部外]))"
)
_LAST_MONTHS = {"上": 6, "下": 12}
# 元旦起施行, 国庆节前, 五一之前
_FEASTS = {
    "元旦": "1月1日",
    "五一": "5月1日",
    "劳动节": "5月1日",
    "七一": "7月1日",
    "建党节": "7月1日",
    "八一": "8月1日",
    "建军节": "8月1日",
    "十一": "10月1日",
    "国庆": "10月1日",
}
_ON_IT = "(?=起|开始|施行|实施|执行|(?:之|以)?[前后](?![几两]))"
_FEAST = compiled(
    f"(?<![0-9一二三四五六七八九十百第、月])(?P<day>{'|'.join(_FEASTS)})节?(?:[当那这]一?[天日])?{_ON_IT}"
)
# 每三个月, 每6个月, 每六十分钟: another name of the same span
_SPANS = {"3个月": "每季度", "6个月": "每半年", "12个月": "每年", "60分钟": "每小时", "24小时": "每天", "7天": "每周"}
_EVERY = compiled(f"每隔?(?P<count>{_COUNT}{{1,4}}|\\d{{1,2}})(?P<unit>个月|分钟|小时|天)(?![内以之前])")
# 三毛五, 四角二分, 一块二, 四米五
_COINS = compiled(
    f"(?<![一二两三四五六七八九十百千万亿零点\\d])(?:(?P<yuan>{_DIGIT})[元块])?(?P<tenth>{_DIGIT})[毛角](?:(?P<cent>{_DIGIT})(?![毛角十百千万个项条处家户名人座])分?)?钱?(?![落度楼])"
)
_BLOCKS = compiled(r"(?<![\d.])(?P<yuan>\d{1,3})块(?P<tenth>[1-9])(?![\d毛角块人个位])(?=钱|[到至涨降调,，。;；、]|$)")
_AND_TENTHS = compiled(
    f"(?<![一二两三四五六七八九十百千万亿零点\\d])(?P<whole>{_DIGIT})(?P<unit>[米])(?P<tenth>{_DIGIT})(?![一二两三四五六七八九十百千万亿零点米个条座处])"
)
# 一到两成, 三至四成
_TENTHS = compiled(f"(?P<low>{_DIGIT})[到至-](?P<high>{_DIGIT})成(?![立为员果效本功])")
_NUMBER_NEXT = f"(?=每?[\\d{_COUNT[1:-1]}])"
_TO = "(?<=[由归交请让给])(?P<who>[^,。;、由来]{2,24}?)"
_SAID: tuple[tuple[str, str], ...] = (
    ("起码", "至少"),
    ("顶多|撑死", "最多"),
    (f"封顶{_NUMBER_NEXT}", "最高不超过"),
    (f"保底{_NUMBER_NEXT}", "最低不少于"),
    (f"(?<=至少|最多|最低|最高)[占拿出要干完](?={_DIGIT}成|一半|\\d)", ""),
    ("周岁", "岁"),
    # 每月1号: the day, as papers write it
    ("(?:(?<=每月)|(?<=每月\\d[号日]、)|(?<=每月\\d\\d[号日]、))(?P<day>\\d{1,2})号", r"\g<day>日"),
    # 日分析、周通报: each day, each week
    (
        "(?<![\\d〇零一二两三四五六七八九十每逐按本上下当同次半双单个节工/])(?P<span>[日周旬月])(?=(?:通报|调度|分析|研判|会商)(?![会时后]))",
        r"每\g<span>",
    ),
    ("(?<![\\d一二三四五六七八九十])第二年(?![度级])", "次年"),
    # 第一个月的15日, of 首月15日
    ("第(?P<which>[一二三1-3])个月的?(?=\\d)", r"第\g<which>月"),
    ("头(?=[两三四五六七八九十\\d]+个?[月天年批])", "前"),
    ("(?<=[万亿])块(?:钱)?(?![地石田状])|(?<=\\d)块钱", "元"),
    ("(?<=同意|赞成|反对|弃权|回避)零票", "0票"),
    ("不(?:被|获|予)(?=允许|准许|许可)", "不"),
    ("(?<=这次|本次|此次|会上)(?:先|还)?(?:没有?定|不定|没定下来)(?=$|[,，。;；])", "未作决定"),
    # 由县工信局来办, 归基建处来建、来维护: who does it, and nothing else
    (f"{_TO}来办(?![理公学案成完好妥法事])", r"\g<who>办理"),
    (f"{_TO}来(?=[办做建管拨配定抓写付审评查修维负汇牵组落协统])", r"\g<who>"),
    ("、来(?=[做建管拨配定抓写付审评查修维])", "、"),
    ("元宵节?(?!佳)", "正月十五"),
    ("两度(?=[超违出发延被上获])", "两次"),
    ("一(?P<what>[个户件项处家人名条])(?:都|也)?不(?:落|漏|少|剩)地?", "全部"),
    ("立(?P<one>[查行知接说报])立(?P<two>[改办结处])", r"立即\g<one>、立即\g<two>"),
    ("即(?P<one>[查知接报])即(?P<two>[改办结处])", r"立即\g<one>、立即\g<two>"),
    ("原则上?(?:赞成|赞同)", "原则同意"),
    # 亮了绿灯, 予以放行: leave is given
    ("(?<![不没未无])(?<!没有)(?<!未能)(?:开|亮)了?绿灯", "同意"),
    ("(?:予以|给予|获得?|得到|被|给)放行", "同意"),
    ("获准(?![予许])", "获同意"),
    ("各不相同|不尽相同|有所不同", "各异"),
)
_READ = tuple((compiled(said), written) for said, written in _SAID)


def as_papers_write(text: str) -> str:
    """Return a text with spans, feasts, coins, bounds and leave as papers put them, so that both forms compare as one.

    >>> as_papers_write("三季度结束前完成,每三个月通报,每度封顶三毛五,元旦起施行")
    '9月底前完成,每季度通报,每度最高不超过0.35元,1月1日起施行'
    >>> as_papers_write("前三季度完成,封顶仪式,五一路前段,三角地带")
    '前三季度完成,封顶仪式,五一路前段,三角地带'
    """
    text = _END_OF.sub(_last_month, by_when(text))
    text = _FEAST.sub(lambda match: _FEASTS[match["day"]], text)
    text = _EVERY.sub(_span, text)
    for pattern, written in _READ:
        text = pattern.sub(written, text)
    text = _TENTHS.sub(lambda match: f"{10 * _value(match['low'])}%-{10 * _value(match['high'])}%", text)
    text = _AND_TENTHS.sub(lambda match: f"{_value(match['whole'])}.{_value(match['tenth'])}{match['unit']}", text)
    return _COINS.sub(_coins, _BLOCKS.sub(r"\g<yuan>.\g<tenth>元", text))


def _value(numeral: str) -> int:
    """Return the value of a numeral that one of these patterns let through."""
    return chinese_to_int(numeral) or 0


def _last_month(match: re.Match[str]) -> str:
    """Return 三季度结束前 and 三季度内 as 9月底前."""
    month = 3 * _value(match["quarter"]) if match["quarter"] else _LAST_MONTHS[match["half"]]
    return f"{month}月底前"


def _span(match: re.Match[str]) -> str:
    """Return 每三个月 as 每季度; a span without a name of its own as it stands."""
    return _SPANS.get(f"{_value(match['count'])}{match['unit']}", match.group())


def _coins(match: re.Match[str]) -> str:
    """Return 三毛五 as 0.35元; 三角 without more may be a shape."""
    if match["yuan"] is None and match["cent"] is None and not match.group().endswith("钱"):
        return match.group()
    return f"{_value(match['yuan'] or '0')}.{_value(match['tenth'])}{_value(match['cent'] or '0') or ''}元"
