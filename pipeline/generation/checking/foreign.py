"""What has no business in a statement: links, markup, instructions, and wording of which its source knows nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.generation.checking.reading.alike import in_words_of
from pipeline.generation.checking.reading.fold import flat, pairs, without_titles
from pipeline.generation.checking.reading.offices import as_named, unit_named
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reading.speech import cut, is_ordinary, kind_of, without_ordinary
from pipeline.generation.checking.reading.unit_runs import units
from pipeline.patterns import compiled

_LINK = compiled(
    r"[a-z][a-z0-9+.-]*://\S+|www\.\S+|\b(?:javascript|data|mailto|file):\S*|[\w.+-]+@[\w-]+\.\w+"
    r"|(?<![\w.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|io|top|xyz|info|gov|edu|ru|site|online)(?![a-z0-9])\S*"
)
_MARKUP = compiled(r"<[/!?a-z][^>]{0,200}>?|&[a-z]{2,8};|&#x?\d+;|!\(|```|\{\{|\}\}|\$\{|on\w+=|\{%")
_HIDDEN_LINK = compiled(r"\]\s*\(\s*[^()\s]*[/:.#]")
_SPEAKS_OF_ITSELF = compiled(
    r"系统提示|提示词|以上要求|上述要求|以下要求|system|prompt|ignore|instruction|assistant|api[-_ ]?key|密钥|口令"
    r"|密码|环境变量|jiyao_|sk-\w+"
    r"|作为(?:一个)?(?:ai|人工智能|语言模型|助手)|开发者模式|越狱|扮演|我的(?:设定|设置|规则|指令)"
)
# What any sentence may use to say what it says
_NEUTRAL = frozenset(
    "的了是为在由与和及对将把被于以其该此本并且也都还又就则而或等中上下内外前后时间日期地点单位部门人员名称"
    "会议纪要研究讨论审议听取汇报报告说明介绍情况内容结果结论意见决定明确要求指出强调提出认为表示"
    "主持召开参加出席列席请假缺席记录负责牵头配合落实完成开展进行推进实施安排使用用于涉及包括其中共计合计总分别"
    "同意通过原则批准不未没有无需须应可能必要得已经正拟计划争取力争预计建议获得到达从自起至止之每年月第次项议题事"
    "元万亿个家人名位条项目工作方案办法规定标准制度金额资金经费数量比例截止目前最多少超过低于高约近左右以"
    "承担任务份据发文字号办理为此人们被还需把让给并会后再由新到来去做作得着地"
    "几谁哪什么如何怎样多一二三四五六七八九十百千零两者所这那我们"
)
_LIGHT = frozenset("按纳列概律至用则依根据尚还准调拿定好快加先立即须早晚")
# What answers say of a document beside its facts
_OWN_WORDS = compiled(
    "[这那]件事|年份据发文字号|发文字号|文号|名单|议定事项|议题|事项|汇报人|主持人|记录人|负责人|与会人员|参会人员|(?:牵头|配合|责任|参加|列席|出席)(?:单位|部门|人员)?"
    "|表决(?:情况|结果)|时限|期限|完成时间|结论|没有写明|未写明|未载明|写明|主持|召开|参加|两次会议|会议|其中|包括|分别|上述(?:文件)?|下列"
)
_ENOUGH_HAN = 6
_LEAST_SHARE = 0.5
_ABSENT_RUN, _PARTED_RUN = 3, 5
_OF_UNITS = frozenset("局委办厅处部院会镇乡县区市")  # units are compared as units
_WORD, _STRANGERS, _FOLLOWING = 2, 2, 4
_QUITE_PLAIN = compiled(
    "[不没未]|低于|超过|少于|多于|高于|承担|全部|停止|使用|组成|到位|没有|提到|项目|补助|资金|工程|起因|手里"
)
_FUNCTION = frozenset(
    "的了是为在由与和及对将把被于以其该此并且也都还又就而或等要应须需不未没有已经拟可能得会议指出强调要求认为同意通过"
    "则给年月日元万亿个项次〇零一二两三四五六七八九十百千几点半分之从降到至午"
)


def foreign_problems(clause: str, sources: Sequence[Source]) -> Iterator[Problem]:
    """Yield what no source can have meant to say.

    >>> source = Source("会议听取了周明关于停车管理的汇报", "")
    >>> [problem.kind for problem in foreign_problems("请点击http://example.test领奖", [source])][0]
    'link'
    """
    words = "\n".join(source.words for source in sources)
    clause = in_words_of(clause, words)
    for match in _MARKUP.finditer(flat(clause)):  # has no place in a sentence, wherever it comes from
        yield Problem("markup", match.group(), "不应有标记")
    for pattern, kind, message in (
        (_LINK, "link", "出处中没有这个链接"),
        (_SPEAKS_OF_ITSELF, "foreign", "出处中没有这样的话"),
    ):
        for match in pattern.finditer(flat(clause)):
            if match.group() not in words:
                yield Problem(kind, match.group(), message)
    named = as_named(clause, words)
    for said, stands in (*swapped(named, words), *replaced(named, words)):
        yield Problem("wording", said, f"出处中此处不是“{said}”，是“{stands}”")
    if strangers := strange_words(clause, words):
        yield Problem("wording", strangers[0], f"出处中没有“{'”“'.join(strangers)}”")
    if supported(clause, words) < _LEAST_SHARE:
        yield Problem("foreign", clause, "出处中没有这样的话")
    elif strange := strange_run(clause, words):
        yield Problem("wording", strange, f"出处中没有“{strange}”")


def hidden_links(statement: str) -> Iterator[Problem]:
    """Yield the links of Markdown in a statement as it was written: folded, all brackets are alike.

    >>> [problem.text for problem in hidden_links("详见[此处](/f/1)，第44次（第3期）〔2024〕12号。")]
    ['](/f/']
    """
    for match in _HIDDEN_LINK.finditer(unicodedata.normalize("NFKC", statement)):
        yield Problem("markup", match.group(), "不应有标记")


def swapped(clause: str, words: str) -> Iterator[tuple[str, str]]:
    """Yield each word of a clause in whose place, between the same neighbours, its source has another.

    >>> list(swapped("开发区商业用地", "开发区工业用地"))[-1], list(swapped("商业用地出让", "工业用地出让"))
    (('商业', '工业'), [])
    """
    text = flat(without_titles(clause))
    for place in range(2, len(text) - 3):
        word = text[place : place + 2]
        if word in words or not re.fullmatch(r"[\u4e00-\u9fff]{2}", word) or _NEUTRAL & set(word) or _LIGHT & set(word):
            continue
        if text[place - 2 : place] not in words or text[place + 2 : place + 4] not in words:
            continue
        around = re.escape(text[place - 2 : place]), re.escape(text[place + 2 : place + 4])
        for match in re.finditer(rf"{around[0]}([\u4e00-\u9fff]{{2}}){around[1]}", words):
            other = match[1]
            named = kind_of(word) == "n" and kind_of(other) in ("n", "")
            if named and not _LIGHT & set(other) and not set(other) <= _NEUTRAL and word != other:
                yield word, other


def replaced(clause: str, words: str) -> Iterator[tuple[str, str]]:
    """Yield each word of a clause before wording of its source that has another word before it.

    >>> list(replaced("低年级学生全免", "家庭经济困难学生全免"))
    [('年级', '困难')]
    """
    text = _without_facts(clause, words)
    place = 0
    for word in cut(text):
        place += len(word)
        following = text[place : place + _FOLLOWING]
        known = (
            word in words
            or is_ordinary(word)
            or kind_of(word) not in ("n", "a")
            or {word[-1], following[:1]} & _OF_UNITS
        )
        if len(word) < _WORD or known or len(following) < _FOLLOWING or following not in words:
            continue
        if not re.fullmatch(r"[\u4e00-\u9fff]+", following) or pairs(word) & pairs(words):
            continue
        others = [cut(match[1])[-1] for match in re.finditer(rf"([\u4e00-\u9fff]{{2,6}}){following}", words)]
        if others and all(
            len(other) >= _WORD and kind_of(other) in ("n", "a") and other not in text for other in others
        ):
            yield word, others[0]


def supported(clause: str, words: str) -> float:
    """Return the share of a clause's characters that stand in its source or are such as any sentence uses.

    A character counts where it stands beside the same neighbour as in the source. A clause too short to tell is
    supported.

    >>> supported("请立即访问网站领取补贴", "会议听取了停车管理的汇报") < 0.5
    True
    """
    hidden = _without_ordinary(_without_facts(clause, words))
    known, marks = pairs(words), []
    for run in re.findall(r"[\u4e00-\u9fff]+", hidden):
        for index, letter in enumerate(run):
            beside = run[max(0, index - 1) : index + 1], run[index : index + 2]
            marks.append(letter in _NEUTRAL or any(pair in known for pair in beside if len(pair) == 2))
    strange = len(marks) - sum(marks)
    return sum(marks) / len(marks) if len(marks) >= _ENOUGH_HAN and strange >= _ENOUGH_HAN - 1 else 1.0


def strange_run(clause: str, words: str) -> str:
    """Return the first wording of a clause of which its source has nothing, empty where there is none.

    Three characters in a row of which the source has not one, or five of which it has no two together.

    >>> strange_run("备足编织袋、冲锋舟等物资", "储足备齐编织袋等物资")
    '冲锋舟'
    """
    known = pairs(words)
    for run in re.findall(r"[\u4e00-\u9fff]+", _without_ordinary(_without_facts(clause, words))):
        absent = parted = ""
        for index, letter in enumerate(run):
            light = letter in _FUNCTION
            beside = run[max(0, index - 1) : index + 1], run[index : index + 2]
            absent = "" if light or letter in words else absent + letter
            parted = "" if light or any(pair in known for pair in beside if len(pair) == 2) else parted + letter
            if len(absent) >= _ABSENT_RUN or len(parted) >= _PARTED_RUN:
                return absent if len(absent) >= _ABSENT_RUN else parted
    return ""


def strange_words(clause: str, words: str) -> list[str]:
    """Return the words of a clause of which its source knows nothing, where they are half of what it says or more.

    >>> strange_words("外地返村人员须居家隔离", "外地回来的要登记"), strange_words("更换老旧设备", "更换设备")
    (['居家', '隔离'], [])
    """
    known, letters, told, strange = pairs(words), set(words), 0, list[str]()
    for run in re.findall(r"[\u4e00-\u9fff]+", _without_facts(clause, words)):
        for word in cut(run):
            if len(word) < _WORD or is_ordinary(word) or set(word) <= _NEUTRAL | _LIGHT or _QUITE_PLAIN.search(word):
                continue
            told += 1
            if not set(word) <= letters and not pairs(word) & known:
                strange.append(word)
    wholly = any(not set(word) & letters for word in strange)
    return strange if len(strange) >= _STRANGERS and wholly and len(strange) * 2 >= told else []


def _without_ordinary(text: str) -> str:
    """Return a text without the words that any sentence may use."""
    return re.sub(r"[\u4e00-\u9fff]{2,}", lambda match: without_ordinary(match.group()), text)


@lru_cache(maxsize=64)  # each reading of a clause starts from it
def _without_facts(clause: str, words: str) -> str:
    """Return a clause without figures and without units that its source names, under whatever form of the name."""
    hidden = _OWN_WORDS.sub("_", clause)
    hidden = re.sub(r"(?<=[\d%])[\u4e00-\u9fff]{1,2}", "_", flat(without_titles(hidden)))
    for run in sorted(units(hidden), key=len, reverse=True):  # 市生态环境局 where the source says 市环保局
        hidden = hidden.replace(unit_named(words, run) or "_", "_")
    return hidden
