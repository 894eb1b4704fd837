"""Folds a text for comparison: width, blanks, quotation marks, brackets and dashes that carry no meaning fall away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pipeline.documents.numerals import chinese_to_int
from pipeline.generation.checking.reading.everyday import as_papers_write
from pipeline.generation.checking.reading.shortforms import spelled_out
from pipeline.generation.checking.reading.spoken import as_written
from pipeline.patterns import compiled
from pipeline.simplified import simplified

_MARKS = compiled("[\"'“”„‟‘’「」『』﹁﹂＂＇`]")
_THIN = compiled(
    r"(?<=[\u4e00-\u9fff])(\d{1,3})[ \u2009\u202f](\d{3})(?=[万亿元人户亩件个家台套吨公平项])"
)  # 1 260万元
_HALF_YEARS = compiled("(?<![上下每前后近])(?:(?P<years>[一两二三四五]|[1-5])年半|半年(?![^,。;]{0,6}一次))(?!度)")
_FRACTION = compiled(
    "(?P<under>[二四五十]|[245]|10)分之(?P<over>[一二三四六七八九]|[1-9])|一半(?!以)|(?<=减)半(?=[收征缴执])"
)
_WITHIN = compiled("(?<=[二三四五六七八九十两几\\d])(?P<unit>个?[年月周天日])里")  # 三年里
_BY_ONE = compiled("一(?P<what>[户个项件家条村镇栋宗座台辆站校楼])一(?P=what)")  # 一户一户
_DASHES = compiled("[~～〜—–－―]+")
_WIDE_LABEL = compiled(r"(?m)^(?P<label>[ \t\u3000]*\d{1,2})．(?=\d)")  # 1．23处隐患 is no 1.23
_BETWEEN_DIGITS = compiled(r"(?<=\d)[ \t\u3000]+(?=\d)")
# Blanks, and what is not seen: zero-width characters and those that turn the direction of writing
_BLANKS = compiled(r"[ \t\r\f\v\u00a0\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3000\ufeff]+")
_THOUSANDS = compiled(r"(?<=\d),(?=\d{3}(?!\d))")
_SPLIT_NUMBER = compiled(r"(?<=\d)\n(?=\d+(?:[年月日%万亿元人名户]))")  # a number broken over a line: 20 / 19年
_BRACKETS = str.maketrans({"〔": "(", "【": "(", "[": "(", "〕": ")", "】": ")", "]": ")", "○": "〇", "Ο": "〇"})
# A line end after a long line without a full stop, and before one that opens with no label and no header
_WRAPPED = compiled(
    r"(?<=[^\n。;:!?]{8})\n(?=[^\n:#|*(\[]{2})(?![^\n:]{1,8}:)(?![(（]?[\d一二三四五六七八九十]{1,3}[.、)）])(?!第[^\n]{1,4}[项条章])(?!(?:会议|议题|出席|列席|请假|记录))"
)
_ORDINAL = r"(?:\d{1,3}|[一二三四五六七八九十百]{1,4})"
_LABEL = compiled(rf"(?m)(?:^|(?<=号:)|(?<=\):))(?:\({_ORDINAL}\)[.、]?|{_ORDINAL}[.、)])(?!\d)")
SENTENCE_ENDS = "。；;！!？?\n"
_SENTENCE = compiled(f"[^{SENTENCE_ENDS}]+")
_CLAUSE = compiled(f"[^{SENTENCE_ENDS},，]+")
TITLE = compiled("《(?P<title>[^《》]+)》")


# 六四分担; 无反对、无弃权; 前8个月
_PARTS = compiled(
    "(?P<one>[一二三四五六七八九])(?P<other>[一二三四五六七八九])(?=分(?:[担成摊]|$|[,，。;；])|比例|开(?![展工发]))"
)
_NO_WORD = compiled(r"[^\w%]|[_＿]")
_NO_VOTES = compiled("(?:无人?|没有?人|没有|零票?)(?P<word>反对|弃权)票?(?!意见)")
# 因系关联方没有参加表决: stood back from it, where a reason is told
_STOOD_BACK = compiled(
    "(?P<how>(?:关联|亲属|利害|本人)[^。;]{0,14}?)(?:没有|未|不)参加(?:这项|该项|本项|此项)?(?:议题的?)?(?:表决|投票)"
    "|(?:没有|未|不)参加(?:这项|该项|本项|此项)?(?:议题的?)?(?:表决|投票)(?=[^。;]{0,8}(?:关联|亲属|利害|本人))"
)
# 没有人投反对票或弃权票
_NO_BALLOTS = compiled(
    "(?:没有|无)人投(?P<one>反对|弃权|不同意)票?(?:[或和、]|,?也没有人投?)(?P<other>反对|弃权|不同意)票"
)
_CAST_NONE = compiled("(?:没有|无)人投(?P<word>反对|弃权|不同意)票")
_HALF_MORE = compiled("(?P<whole>[一两二三四五六七八九]|[1-9])个半(?P<unit>月|小时|学期|百分点)")
# 预约要等四天半, 每户半吨
_UNIT_AND_HALF = compiled(
    r"(?<![\d.〇零一二两三四五六七八九十百千万几])(?P<whole>[一两二三四五六七八九]|[1-9])(?P<unit>天|公里|千米|吨|亩|米|公斤|斤)半(?![径数价夜路])"
)
_HALF_A_UNIT = compiled(
    "(?<![一两二三四五六七八九十个天里吨亩米斤\\d多大小前后上下])半个?(?P<unit>小时|公里|吨|亩|公斤|斤)(?![地处])"
)
_QUARTER_END = compiled("第?(?P<quarter>[一二三四])季度(?:末|底)")
_MONTHS_OF = compiled(r"(?<![\d.])(?P<first>1|4|7|10)月?(?:份)?[-至到](?P<last>3|6|9|12)月份?(?![\d底末中初上下前])")
_SPANS = compiled(
    r"(?<![\d.])(?P<first>\d{4}|1[012]|[1-9])[-至到](?P<last>\d{4}|1[012]|[1-9])(?P<unit>[年月])(?![\u4e00-\u9fff]?个)"
)
_YEAR = 4
_DAYS_OF = compiled(
    r"(?P<month>(?<!\d)\d{1,2})月(?P<first>\d{1,2})日?(?P<to>起?[-至到]|[\u4e00-\u9fff]{1,3}到|(?:开始|开幕|起)[,、])(?P<last>\d{1,2})日"
)
_LAST_MONTH = compiled("[比较与]上个?月(?:同期|相比|份|底)?(?!的)")
# 未通过前不得供应, 到账以前不得出具: both bar it until then
_BEFORE_IT = compiled(
    "(?:尚?未|没有)(?P<what>(?:获得?|经|完成)?(?:批准|同意|通过|验收|到账|到位|完成|签订|审批|公示|备案|落实|投产|开工|交付|竣工|取得|调整|出台|发布|下达|下发|整改|修复|改造|核实|确认|鉴定|测算|审计|解决|结清|缴清|交清))(?:合格)?(?:之|以)?前"
    "|(?P<what2>批准|同意|通过|验收|到账|到位|完成|签订|审批|公示|备案|落实|投产|开工|交付|竣工|取得|调整|出台|发布|下达|下发|整改|修复|改造|核实|确认|鉴定|测算|审计|解决|结清|缴清|交清)(?:合格)?(?:之|以)前"
)
# 在未完成风险评估之前,不得启动; 新办法没出来之前
_NOT_YET = compiled(
    "(?:尚?未|还?没有?)(?P<any>(?![有能来])[^,。;未不没\n]{1,12}?)(?:之|以)前"
    "|(?<=[在,;。\n])(?:尚?未|没有)(?P<what>(?:获得?|经|完成|取得|通过|办理|签订|落实|明确|缴纳|缴清|征得|审定)[^,。;未不没\n]{2,16}?)(?:之|以)前(?=,)"
)
_EMPTY_CELL = compiled(r"(?<=\|)无(?=\||$)")
_FIRST_MONTHS = compiled("前(?P<months>[2-9]|1[012]|[二两三四五六七八九十])个月")


def _value(numeral: str) -> int:
    """Return the value of a numeral that one of these patterns let through."""
    return chinese_to_int(numeral) or 0


def _in_parts(match: re.Match[str]) -> str:
    """Return 六四 as 6:4 where both make up ten."""
    one, other = _value(match["one"]), _value(match["other"])
    return f"{one}:{other}" if one + other == 10 else match.group()


def _unit_and_half(match: re.Match[str]) -> str:
    """Return 四天半 as 4.5天."""
    return f"{_value(match['whole'])}.5{match['unit']}"


def _half_a_unit(match: re.Match[str]) -> str:
    """Return 半小时 as 30分钟 and 半吨 as 0.5吨."""
    return "30分钟" if match["unit"] == "小时" else f"0.5{match['unit']}"


def _quarter_end(match: re.Match[str]) -> str:
    """Return 三季度末 as 9月底."""
    return f"{3 * _value(match['quarter'])}月底"


def _of_the_year(match: re.Match[str]) -> str:
    """Return 1-3月 as 一季度 and 1-6月 as 上半年."""
    parts = {("1", "3"): "一季度", ("4", "6"): "二季度", ("7", "9"): "三季度", ("10", "12"): "四季度"}
    parts |= {("1", "6"): "上半年", ("7", "12"): "下半年"}
    return parts.get((match["first"], match["last"]), match.group())


def _of_both(match: re.Match[str]) -> str:
    """Return 2021-2023年 and 6至9月 with the unit after both."""
    if (len(match["last"]) == _YEAR) != (match["unit"] == "年") or len(match["first"]) + 1 < len(match["last"]):
        return match.group()
    return f"{match['first']}{match['unit']}至{match['last']}{match['unit']}"


def _with_month(match: re.Match[str]) -> str:
    """Return 10月8日至20日 with the month of both days."""
    if int(match["last"]) <= int(match["first"]):
        return match.group()
    return f"{match['month']}月{match['first']}日{match['to']}{match['month']}月{match['last']}日"


def _months(match: re.Match[str]) -> str:
    """Return 前8个月 as 1-8月."""
    return f"1-{_value(match['months'])}月"


def _and_a_half(match: re.Match[str]) -> str:
    """Return 三个半月 as 3.5个月."""
    return f"{_value(match['whole'])}.5个{match['unit']}"


def _in_months(match: re.Match[str]) -> str:
    """Return 一年半 as 18个月 and 半年 as 6个月."""
    return f"{12 * _value(match['years'] or '0') + 6}个月"


def _percent(match: re.Match[str]) -> str:
    """Return 五分之一 as 20% and 一半 as 50%."""
    if not match["under"]:
        return "50%"
    over, under = _value(match["over"]), _value(match["under"])
    return f"{100 * over // under}%" if over < under else match.group()


def _digit(match: re.Match[str]) -> str:
    """Return 四比六 as 4比6."""
    return str(_value(match.group()))


@lru_cache(maxsize=8192)  # a source is folded for each statement that is held against it
def fold(text: str) -> str:
    """Return a text in the one form in which statements and quotes are compared; line ends stay.

    >>> fold("金  铭（市财政局）１，３０８个“一河一策”")
    '金铭(市财政局)1308个一河一策'
    """
    text = _WIDE_LABEL.sub(r"\g<label>、", text)
    text = _BETWEEN_DIGITS.sub("、", _THIN.sub(r"\1\2", text))  # 12 15 in a table: two numbers, never 1215
    text = simplified(unicodedata.normalize("NFKC", text)).replace("元月", "1月")
    text = as_papers_write(as_written(text))
    text = _UNIT_AND_HALF.sub(_unit_and_half, _HALF_MORE.sub(_and_a_half, text))
    text = _QUARTER_END.sub(_quarter_end, _HALF_A_UNIT.sub(_half_a_unit, text))
    text = _FRACTION.sub(_percent, _HALF_YEARS.sub(_in_months, text)).replace("年年底", "年底")
    text = re.sub("(?<![一两二三四五六七八九十个\\d])半个月(?=[内之以])", "15日", text)
    text = _BY_ONE.sub(r"逐\g<what>", _WITHIN.sub(r"\g<unit>内", text))
    text = _SPLIT_NUMBER.sub("", text.replace("∶", ":"))
    text = re.sub(
        r"[一二三四五六七八九](?=比[一二三四五六七八九](?!例))|(?<=[一二三四五六七八九]比)[一二三四五六七八九]",
        _digit,
        text,
    )
    text = _PARTS.sub(_in_parts, re.sub(r"(?<=\d)比(?=\d)", ":", text))
    text = _CAST_NONE.sub(r"\g<word>0票", _NO_BALLOTS.sub(r"\g<one>0票、\g<other>0票", text))
    text = _NOT_YET.sub(lambda match: f"{match['any'] or match['what']}前", text)
    text = _BEFORE_IT.sub(lambda match: f"{match['what'] or match['what2']}前", _LAST_MONTH.sub("环比", text))
    text = _STOOD_BACK.sub(lambda match: f"{match['how'] or ''}回避表决", text)
    text = _NO_VOTES.sub(r"\g<word>0票", _FIRST_MONTHS.sub(_months, text))
    text = re.sub("首(?=[个次批家届期例])", "第一", text)
    text = re.sub("[比较与](?:去年|上年)同期(?:相比)?", "同比", text)
    text = _BLANKS.sub("", _DASHES.sub("-", _MARKS.sub("", text)))
    text = _EMPTY_CELL.sub("-", text)
    text = _DAYS_OF.sub(_with_month, _SPANS.sub(_of_both, _MONTHS_OF.sub(_of_the_year, text)))
    return spelled_out(_THOUSANDS.sub("", text).translate(_BRACKETS).lower())


def flat(folded: str) -> str:
    """Return a folded text without line ends: a name or a title may be wrapped over a line.

    >>> flat("市纪\\n委监委")
    '市纪委监委'
    """
    return folded.replace("\n", "")


def unwrapped(folded: str) -> str:
    """Return a folded text with the lines joined that were broken within a sentence.

    >>> unwrapped("各县人民政府应在每年的十月底之前\\n上报用地需求。\\n列席:甲")
    '各县人民政府应在每年的十月底之前上报用地需求。\\n列席:甲'
    """
    return re.sub("(?<=[\u4e00-\u9fff])\n(?=[的了、,])", "", _WRAPPED.sub("", folded))


def sentences(folded: str) -> list[str]:
    """Return the sentences of a folded text, without their full stops and semicolons."""
    return [match.group() for match in _SENTENCE.finditer(folded)]


def clauses(folded: str) -> list[str]:
    """Return the clauses of a folded text; a comma inside a title or brackets parts nothing.

    >>> clauses("会议原则通过《甲,乙》,要求修改完善。")
    ['会议原则通过《甲,乙》', '要求修改完善']
    """
    hidden = re.sub(r"《[^《》]*》|\([^()]*\)", lambda match: match.group().replace(",", "\0"), folded)
    return [match.group().replace("\0", ",") for match in _CLAUSE.finditer(hidden)]


def clause_of(folded: str, word: str) -> str:
    """Return the clause of a folded text in which a word stands first; the whole text where none has it.

    >>> clause_of("3月8日的会议上,周明汇报", "周明")
    '周明汇报'
    """
    return next((clause for clause in clauses(folded) if word in clause), folded)


def without_titles(folded: str) -> str:
    """Return a folded text whose titles are blanked out, so that their words count as nothing else; lengths stay.

    >>> without_titles("听取《关于牵头的汇报》")
    '听取《＿＿＿＿＿＿＿》'
    """
    return TITLE.sub(lambda match: "《" + "＿" * len(match["title"]) + "》", folded)


def without_labels(folded: str) -> str:
    """Return a folded text without the labels at the start of its lines or after a stamp: they state nothing.

    >>> without_labels("1.由甲牵头\\n(二)由乙配合")
    '由甲牵头\\n由乙配合'
    """
    return _LABEL.sub("", folded)


def pairs(folded: str) -> set[str]:
    """Return the pairs of neighbouring characters, the measure of what two wordings share.

    >>> sorted(pairs("停车管理"))
    ['停车', '管理', '车管']
    """
    words = _NO_WORD.sub(" ", folded).split()
    return {word[index : index + 2] for word in words for index in range(len(word) - 1)}


def share_of(folded: str, others: set[str]) -> float:
    """Return the share of a wording's pairs of characters that are among others, nought where it has none.

    >>> share_of("停车管理", pairs("停车收费"))
    0.3333333333333333
    """
    own = pairs(folded)
    return len(own & others) / len(own) if own else 0.0
