"""What an item states in the fewest words for a brief draft: who supports, on what ground and to what end goes."""

from __future__ import annotations

from dataclasses import replace

from pipeline.generation.summary.clauses import DISSENT, clauses
from pipeline.generation.summary.weighed import Detail, weigh
from pipeline.patterns import compiled

_LEAST = 8
"""Characters that must be left."""
_SUPPORTS = compiled(r"^(?!.*(?:牵头|负责|不得|须|\d))[^，；：]{2,60}(?:配合|协助|协同|参加|参与|予以(?:技术)?支持)$")
_BESIDE = compiled(r"(?<=牵头)[、；;][^，、；;]{2,12}(?:、[^，、；;]{2,12})*(?:配合|协助|协同)(?=，|$)")
_LEADS = compiled(r"牵头|负责|[\u4e00-\u9fff](?:须|要|应)")
_GROUND = compiled(
    r"^(?:因|由于|鉴于|考虑到|随着|为(?:进一步|切实|贯彻|落实|确保|做好|加强|推动|了)|根据|按照?|依据|结合)[^，]{2,30}$"
)
_FACT = compiled(r"\d|《")
_OPENER = compiled(r"^(?:会上|其间|同时|此外|另外|会议(?:同时|还)?(?:要求|强调|明确|指出))[，：](?=.{8})")
# 「由某局根据会议讨论意见修改」
_BY_ITS_WORDS = compiled(
    r"(?:根据|按照?|结合|吸收|依据)(?:本次|此次)?(?:会议|与会(?:人员|同志)|各成员单位)[^，]{0,6}意见(?:和建议)?[，]?(?=修改|修订|完善|进一步|作)"
)
# 「租期由三年调整为五年，｜原定三年不再执行」, but 「，但不得超过两年」 stays
_LIMITS = compiled(
    r"但|除|方可|方能|不得|须|仅|只[^有]|不超|不低|不高|以内|前提|再|另行|待|视|暂|保留|反对|按|经|施行|执行|生效"
)
_CUT = 0.6
"""The share of its weight that a sentence must keep where its last clauses go."""
_ACTS = 3.0
"""The least that it must weigh: a figure alone is of a report (全市计划改造62个小区)."""
_LONG = 26
_NOTE = compiled(r"（(?P<label>责任[^：（）]{1,4}|牵头[^：（）]{0,4})：(?P<who>.+)）$")
_DUE = compiled(r"[前底内]$|\d")
_FIRST_LEADS = compiled(r"^(?P<lead>[^（），、；]+)（牵头）")
_MOST_NOTED = 14


def in_few_words(one: Detail) -> Detail:
    """Return a detail without what a brief draft has no room for; what it states of acts and figures stays."""
    said = terse(one.text)
    if said == one.text:
        return one
    return replace(one, told=replace(one.told, sentence=replace(one.told.sentence, text=f"{said}。")))


def first_of(one: Detail) -> Detail | None:
    """Return a long detail without its last clauses, where the first ones tell most of it, or `None`.

    >>> from pipeline.generation.draft import Sentence
    >>> from pipeline.generation.summary.told import Told
    >>> text = "各镇要在9月5日前对216处隐患点再排查一遍，由市应急局抽查，抽查比例为三成。"
    >>> first_of(Detail(0, Told(Sentence(text, ())), 5.0)).text
    '各镇要在9月5日前对216处隐患点再排查一遍'
    """
    if len(one.text) <= _LONG or _NOTE.search(one.text) or DISSENT.search(one.text) or "；" in one.text:
        return None
    found = clauses(one.text)
    for end in range(1, len(found)):
        said = "，".join(clause.text for clause in found[:end])
        if found[end - 1].waiting or found[end - 1].way or len(said) < _LEAST or not found[end - 1].fact:
            continue
        if weigh(said) < max(_ACTS, _CUT * weigh(one.text)) or any(
            _LIMITS.search(clause.text) for clause in found[end:]
        ):
            continue
        told = replace(one.told, sentence=replace(one.told.sentence, text=f"{said}。"))
        return replace(one, told=told, weight=one.weight * weigh(said) / weigh(one.text))
    return None


def terse(text: str) -> str:
    """Return a sentence without those who only support, without grounds and purposes, and with a short note.

    >>> terse("由甲局牵头，乙局、丙局配合，9月底前完成招标")
    '由甲局牵头，9月底前完成招标'
    >>> terse("因分工调整，专班组长由李某改为王某"), terse("会议要求：甲局6月底前完成招标工作")
    ('专班组长由李某改为王某', '甲局6月底前完成招标工作')
    >>> terse("补助提高至每口1100元（责任单位：甲局（牵头），乙局）"), terse("清查账目（牵头：甲局；配合：乙局）")
    ('补助提高至每口1100元（牵头：甲局）', '清查账目（牵头：甲局）')
    >>> terse("逐一制定推进方案（牵头：甲公司；配合：乙部；10月15日前）")
    '逐一制定推进方案（牵头：甲公司；10月15日前）'
    """
    note = _NOTE.search(text)
    body, short = (text[: note.start()], _note(note["label"], note["who"])) if note else (text, "")
    body = _BY_ITS_WORDS.sub("", _BESIDE.sub("", _OPENER.sub("", body)))
    kept = "；".join(_without_supports(part) for part in body.split("；"))
    return f"{kept if len(kept) >= _LEAST else body}{short}"


def _without_supports(part: str) -> str:
    """Return a sentence without the clauses on who supports and the ground that it opens with."""
    if DISSENT.search(part):
        return part
    found = [one.text for one in clauses(part)]
    led = any(_LEADS.search(one) for one in found)
    kept = [one for one in found if not (led and _SUPPORTS.match(one))]
    if len(kept) > 1 and _GROUND.match(kept[0]) and not _FACT.search(kept[0]):
        kept = kept[1:]
    whole = "，".join(kept)
    return whole if kept and len(kept) < len(found) and len(whole) >= _LEAST else part


def _note(label: str, who: str) -> str:
    """Return a note on who is responsible, with the one that leads alone, or nothing where it is long."""
    first, *others = who.split("；")
    due = [one for one in others if _DUE.search(one)]
    lead = _FIRST_LEADS.match(first)
    if lead:
        label, first = "牵头", lead["lead"]
    kept = [f"{label}：{first}"] if len(first) <= _MOST_NOTED else []
    return f"（{'；'.join([*kept, *due])}）" if kept or due else ""
