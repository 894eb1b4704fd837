"""Verdicts (议定结果): passed, agreed, rejected or put off, in a sentence of the record."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from pipeline.documents.patterns import MEETING, TURNS
from pipeline.documents.spoken.put_off import Verdict, before_now, put_off, unopposed
from pipeline.documents.spoken.steps import STEP_AGREED, step_behind
from pipeline.documents.text.clean import Passage
from pipeline.documents.text.sentences import comma_outside, commas
from pipeline.minutes import OutcomeClass
from pipeline.patterns import compiled

# The order decides: 「不同意」 holds 「同意」, 「原则通过」 holds 「通过」.
_VERDICTS: tuple[tuple[str, str], ...] = (
    (
        "rejected",
        r"(?:暂)?不(?:予|作)?(?:同意|通过|批准|采纳|支持|赞成|赞同)|驳回|否定了?(?=[^,。;]{2})|终止(?=(?:该|此|本|上述)[^,。;]{0,10}(?:事项|项目|计划|申请|收购))|不予(?:续签|续聘|申报|支持|安排|受理|办理|追加|核准|采用|批复|立项|减免|认可|赔付|赔偿|补偿|列入|延期|免除|豁免|录用|聘任|推荐|提名|授予|担保|出借)|未(?:获|能|予)?(?:得)?(?:表决)?(?:通过|批准|同意|采纳)|没有?被?(?:通过|同意|批准|采纳|答应)|[未不]答应"
        r"|否决|不予审议通过|(?:(?<=决定)|(?<=意见:)|(?<=决定,))不(?:再)?(?:直接|继续)?(?:采用|采取|安排|设立|新增|新建|增设|增加|调整|提高|保留|启动|举办|推行|引进|购置|合并|撤销|撤并|续[签约租聘]|给予)",
    ),
    (
        "deferred",
        r"同意(?:将|对)?(?:(?:本|该|此|上述)(?:项)?(?:议案|议题|申请|请示|方案|提案|事项|项目))?(?:予以|作|先)?(?:暂缓|缓议|延期(?=审议|研究|表决|讨论)|搁置)(?:审议|研究|表决|实施|执行|办理|决定|通过)?"
        r"|(?:同意)?(?:撤回(?:本|该|此)?(?:议案|议题|申请|请示|方案|提案)|(?:将)?(?:本|该|此)?(?:议案|议题|申请|请示|方案|提案)撤回)|暂缓(?:审议|研究|表决|实施|执行|办理|决定|通过)?(?!期)|暂不(?:审议|研究|表决|实施|执行|决定"
        r"|作出?决定)|(?:提交|留待|待|下次|下一次|择期|另行|择日)[^,。;]{0,24}?再(?:次|行)?(?:审议|议|研究"
        r"|讨论|上会)"
        r"|[^,。;《》]{0,40}?(?:后|时)再(?:次|行)?(?:审议|议(?!案)|研究|讨论|上会|提请(?:研究|审议|讨论)|提交(?:会议"
        r"|本会)[^,。;]{0,8})|择期(?:再|另)?(?:行)?(?:审议|研究|上会)|另行(?:研究|审议|讨论|上会)"
        r"|退回[^,。;]{0,20}|(?<=决定)(?:先|暂时?|目前|今年|本年度?|近期|现阶段)(?:先|暂时?)?不[\u4e00-\u9fff]{2}",
    ),
    ("approved_in_principle", r"原则上?(?:审议)?通过"),
    ("agreed_in_principle", r"原则上?(?:表示)?(?:同意|赞同|赞成|认可)"),
    (
        "approved",
        r"采纳(?=[,。;]|$)|(?:审议|讨论|表决|研究)?(?:并)?(?:通过|同意(?!(?:将|把|对)?[^,。;]{0,16}(?:记录在案|记入纪要|载入纪要|存档备查))|批准|赞成|审定(?=了|通过|《|(?<=会议审定)[^,。;:不]{2,30}(?:方案|计划|办法|名单|预算|清单|规划|细则|制度|规程|章程)(?:[,。;]|$))|核准"
        r"|采纳了?(?=(?:这[一些个]|该|此|上述|其)[^,。;]{0,4}(?:意见|建议|提议)(?:[,。;]|$)))",
    ),
)
_ADVERBS = (
    r"(?:并|但是?|都|表示(?=同意|不同意)|批复(?=同意)|有条件|附条件|部分|基本|同意(?=原则上?通过)|一致|全票(?:\d+票)?|\d+票全部|全体|表决|举手表决|鼓掌|举手|现场|前置|现(?=同意|通过|批准|决定|原则|不同意)|均|决定|认为|研究|讨论|审议|审定|审核|最后|最终|正式|已"
    r"|口头|以\d+票(?:赞成|同意)?(?:、\d+票(?:反对|弃权|赞成|同意|回避))*(?:的(?:表决)?结果)?|\d+票(?:反对|弃权)(?:的(?:表决)?结果)?"
    r"|获得|获|应?予以?|经|后|集体|同时|还|听取并|审查|票决|逐项|分别|书面|以\d+票)*"
)
_PREAMBLE = (
    rf"(?:(?:经|经过|根据|鉴于|考虑到|为|按照)[^。;《》]{{1,60}}?,)?(?:{MEETING}"
    rf"|[\u4e00-\u9fff]{{2,6}}(?:委员会|常委会|党组|党委|班子)|[\u4e00-\u9fff]{{0,4}}(?:党组|党委|班子|支委|领导)(?:成员|委员)(?=一致|均|都)|大家(?:(?:商量|讨论|合计|商议|议)(?:了一下|下来)?后?)?(?=一致|均|都|不?同意)|(?:在场|到会|与会|参会|全体)[\u4e00-\u9fff]{{2,6}}?(?=一致|均|都)"
    r"|业委会|业主大会|家委会|议事会|联席会|恳谈会|村民(?:代表)?(?:会议|大会)|居民(?:代表)?会议|村两委|支委会|支部(?:党员)?大会|职(?:工)?代(?:表大)?会"
    rf"|[一二三四五六七八九十\d]{{1,3}}[名位][\u4e00-\u9fff]{{2,8}}?(?=一致|全票|均|都))?(?:经|经过)?(?:以[^,。;]{{2,10}}(?:方式|形式))?(?:认真|充分|集体"
    rf"|逐项|举手|现场)*(?:研究|讨论|审议|表决|票决|投票)?(?:\([^()]{{0,40}}\))?(?:后)?,?"
)
_OUTCOME = compiled(
    rf"(?:{_PREAMBLE}){_ADVERBS}(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _VERDICTS) + r")"
)
# 「对《…》，会议同意。」「会议对…表示同意」「该议案获得通过」「表决结果：通过」: the verdict stands at the end
_AT_END = compiled(
    # 「某局的建议予以采纳」
    rf"(?:[^,。;]{{2,30}}的(?:建议|意见|提议)(?={MEETING}?(?:应?予以|没有?|未[获能予]|不予|被))|(?:该|此|本|上述|以上|这[一项条个]?)?(?:意见|议案|议题|提案|方案|事项|决议|报告|项目|申请|请示|提议"
    rf"|办法|建议)[^。;,]{{0,30}}?|表决(?:结果|情况)?:?[^。;]{{0,60}}?|{MEETING}对[^。;]{{2,80}}?(?:表示|予以)?"
    # 「考核结果经会议审定通过」
    rf"|[^,。;]{{2,20}}经{MEETING}?(?:研究|审议|审定|讨论|表决|一致)+(?=通过))"
    rf"{_ADVERBS}(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _VERDICTS)
    + r")(?:了)?(?:此项议案|本议案|该议案|该事项)?"
)
# 「通过…方式」 is a means; 「同意见」 is no verdict; 「通过后」 is a time.
_MEANS = compiled(
    r"(?:(?:通过|批准|同意|审定|核准)(?:后(?![勤续备期台山街湾庄村])|以后|之后|率(?!先)|以来|的(?:基础|前提))"
    # 「同意改造户数达不到三分之二的小区」「同意率」: a count of those who agree
    r"|同意[^,。;《》、]{0,6}?(?:户数?|人数|票数)(?=[^,。;]{0,2}(?:达|未|不足|低于|超过|高于|占|仅))|同意(?:票(?![价据面务证款源房])|书)"
    r"|通过[^,。;《》]{1,40}?(?:方式|形式|渠道|手段|途径|平台|机制|载体|措施|等(?:办法|方法)|来|实现"
    r"|加强|提升|推动|推进|解决|确保|促进))"
)
_UNMISTAKABLE = compiled(r"原则上?|(?:审议|表决)(?:并)?通过|批准|核准|审定")
_MEANS_THEN = compiled(
    r"(?:通过|批准|同意|审定|核准)(?:后(?![勤续备期台山街湾庄村])|以后|之后|率(?!先)|以来|的(?:基础|前提))"
)
# 「同意4票」 counts, it does not decide; 「同意票价由1元调整为2元」 does
_COUNTED = compiled(
    r"票(?![价据面务证款源房])|[: ]*\d+[ ]?(?:票|[名人](?=[,、;。)]|$|反对|不同意|弃权)"
    r"|[: ]*\d+[ ]?[户家席](?=[,、;。)]|$))"
)
# 「会议同意2名，另1名不予引进」: who agrees is said
_SPOKEN = compiled(rf"(?<!票){MEETING}(?:研究|讨论|原则)*$")

CONSENTS = ("approved", "approved_in_principle", "agreed_in_principle")
"""The classes of what was passed or agreed to."""
OF_ANOTHER = compiled(
    r"(?:会议)?(?:决定|同意)?(?:对(?!此)|关于|其中|其余|余下|剩余|另(?!行))[^,。;]{4,}|(?:其余|余下|剩余|未(?:能)?(?:纳入|列入|安排|实施|完成)的)[^,。;]{2,}|[^,。;]{2,20}提出的[^,。;]{4,}"
)
"""「会议同意兑现补贴；对另一企业的补贴，待补充资料后再研究」: put off is another matter than the one decided on."""

# No verdict without one of these: most sentences are done with here.
_ANY = compiled(
    "不安排|不推荐|不启动|不实施|不增设|不申报|缓建|缓办|缓行|暂停|先不|决定不|暂时不|决定[今本目近现]|留待|留到|放到|另议|另定|另作研究|再商|采纳|吸收进|通过|同意|批准|否决|否定|驳回|延期|推迟|延后|一并|搁|放一放|放着|缓一缓|等一等|不动|不定|暂缓|缓议|暂不|再|未决|一致|撤回|择期|另行|下次|下一次|不予|不作|不议|次不表决|届时|认定|未作|未予|未进行|未表决|重新|赞|审定|核准|支持|退回|认可|终止|延至|异议|反对意见|不列入|不纳入|待进一步|待继续"
)


def find_verdict(passage: Passage) -> Verdict | None:
    """Return the verdict that a sentence states, or `None`.

    >>> text = "会议原则通过上述文件,要求相关部门修改完善后组织实施。"
    >>> verdict = find_verdict(Passage(text, range(len(text))))
    >>> verdict.class_, text[verdict.start:verdict.end], text[slice(*verdict.next_step)]
    ('approved_in_principle', '会议原则通过上述文件', '要求相关部门修改完善后组织实施')
    """
    flat = passage.flat
    if not _ANY.search(flat):
        return None
    stop = len(flat.rstrip("。;!?:, "))
    start = _behind_votes(flat, stop)
    if _IF.match(flat, start) and not re.search(MEETING, flat):
        return None
    found = _opening(flat, start, stop) or _on_the_rest(flat, start, stop)
    if found is None:
        found = next((later for comma in commas(flat, start, stop) if (later := _later(flat, comma + 1, stop))), None)
    if found is not None and found.class_ == "deferred" and (down := put_off(flat, start, found.start)) is not None:
        # 「会议对夜航申请不予采纳，待改造完成后再议」「用地未理清，暂不列入计划，待完成调查后再研究」
        waits = "暂" in flat[down.start : down.end] and flat[found.start] in "待等视"
        found = down if down.class_ == "rejected" or waits else found
    if found is not None and found.class_ == "rejected" and (not_yet := _NOT_YET.search(flat, found.start, found.end)):
        again = not_yet["passed"] or _COMES_AGAIN.search(flat, found.end, stop)
        found = replace(found, class_="deferred") if again else found
    found = found or _at_end(flat, start, stop) or put_off(flat, start, stop) or unopposed(flat, start, stop)
    # 「该事项曾于3月暂缓研究。」
    held = found is not None and found.class_ in ("deferred", "rejected")
    former = found and held and (before_now(flat, found.start, found.end) or _UNTOUCHED.search(flat, found.start))
    return None if former else found


# 「续建工程不受方案暂缓影响」: put off is another thing
_UNTOUCHED = compiled(r"(?<=[\u4e00-\u9fff])不(?:受|因)[^,。;]{0,24}(?:影响|限制|制约)")


_CONSENT = ("同意", "批准", "会议同意", "会议批准", "但同意", "但批准", "但会议同意")


def second_verdict(rest: Passage, former: Verdict) -> Verdict | None:
    """Return the other verdict of a sentence, found in what stands behind its first one.

    >>> text = "不同意直接委托"
    >>> second_verdict(Passage(text, range(len(text))), Verdict("agreed_in_principle", 0, 8, None, None)).class_
    'rejected'
    """
    consents = former.class_ in ("rejected", "deferred") and rest.flat.startswith(_CONSENT)
    other = find_verdict(rest) if consents or TURNS.search(rest.flat) else None
    return None if other is None or (other.class_ == "approved" and not consents) else other


# 「条件还不成熟，暂不通过」「暂不同意，方案重新论证后提交会议再议」: not yet
_NOT_YET = compiled(r"暂不(?:予)?(?:(?P<passed>通过)|同意|批准|采纳|支持)")
_COMES_AGAIN = compiled(r"再(?:次|行)?(?:议|审议|研究|讨论|提交|提请|上会|报)|重新(?:提交|上会)")
# 「如论证未通过，则不予实施」「凡未经批准的，不予安排」: a rule for what may come, and nothing decided
_IF = compiled(r"(?:如果?(?![下上前此期实数何])|若(?!干)|倘若|一旦|凡是?|逾期)")


def _opening(flat: str, start: int, stop: int) -> Verdict | None:
    match = _OUTCOME.match(flat, start, stop)
    if match is None or _means(flat, match.start(match.lastgroup or 0), match.end()):
        return None
    comma = comma_outside(flat, match.end(), stop)
    end = stop if comma is None else comma
    matter = match.end() + (1 if flat.startswith("了", match.end()) else 0)
    step = step_behind(flat, comma, stop)
    following = step.span("next") if step else None
    if following is None and match.lastgroup != "rejected" and STEP_AGREED.match(flat, matter, end):
        following = matter, end
    return Verdict(
        cast(OutcomeClass, match.lastgroup),
        start,
        end,
        (matter, end) if end - matter >= 2 and match.lastgroup != "deferred" else None,
        following,
    )


# Behind a comma 「通过」 is mostly a means, so only the unmistakable words count there.
_STRONG = compiled(
    rf"(?:{MEETING}|决定|一致|表决|经?(?:研究|讨论|审议)(?:后)?|现|并|应?予以?(?=原则|否决|驳回|通过|同意|批准|采纳)|举手|鼓掌|当场|均|有条件|附条件|[一二三四五六七八九十\d]{{1,3}}[名位][\u4e00-\u9fff]{{2,8}}?(?=一致|全票|均|都)|全票)*(?:原则|不同意|不予|不作采纳|予以(?:通过|同意|批准)|未[获能予得通采]|没有(?:通过|采纳)|不(?=采用|采取|再)|先不|暂时不|否决|暂缓|暂不"
    rf"|下次|另行|择期|再议|同意|(?:审议|鼓掌|表决|全票)(?:并)?通过|批准|通过(?=了|该|此|上述|本|《|。|$)|没有(?:同意|批准)|驳回"
    rf"|(?:此事项?|此项|该事项|此议题|该议题|该项目|本案)?(?:待|退回)[^,。;]{{1,50}}再[^,。;]{{0,4}}(?:议|研究|讨论|上会))|{MEETING}|一致|决定(?:通过|批准|终止|下|暂|提交下|[^,。;]{{0,24}}?(?:后|时)再)"
)


_THIS = compiled(
    r"(?:该|此|本)[\u4e00-\u9fff]{1,6}?(?:暂缓|暂不|不予|原则|获得通过|未获|应予|否决)"
    r"|(?:方案|议案|申请|请示|事项|建议|意见)(?:不予|未获|获得通过)"
)


# 「由20台核减为12台，余下8台不同意列入」
_THE_REST = compiled(r"(?:余下|其余|剩余|其他|另外?)[^,。;]{0,14}?(?=(?:原则)?同意|不同意|不予|暂缓|暂不)")


def _on_the_rest(flat: str, start: int, stop: int) -> Verdict | None:
    rest = _THE_REST.match(flat, start, stop)
    found = _opening(flat, rest.end(), stop) if rest else None
    return replace(found, start=start) if found else None


# 「对逾期未申报的，不予安排资金」: a rule for what may come
_OF_A_RULE = compiled(r"不予(?!同意|通过|批准|采纳)")
_RULED = compiled(
    r"(?:^|[,。;])[^,。;]*(?:的|(?:对|凡|如|若)[^,。;]{0,30}(?:未|逾期|不按|违反|拒|仍|弄虚)[^,。;]{0,24}),$"
)


def _later(flat: str, start: int, stop: int) -> Verdict | None:
    if _OF_A_RULE.match(flat, start) and _RULED.search(flat, 0, start):
        return None
    if _STRONG.match(flat, start):
        return _opening(flat, start, stop)
    if found := _on_the_rest(flat, start, stop):
        return found
    # 「会议决定，该办法暂缓审议，由市发改委补充测算。」
    return _at_end(flat, start, stop) if _THIS.match(flat, start, stop) else None


# 「该方案经市委常委会审议通过」「该项目已获省发改委批准」「该方案须报市委批准」: by another body, or still to come
_BY_OTHERS = compiled(
    rf"已|曾|此前|[须需待拟]|尚|未经|报|应当|经(?!{MEETING}|研究|审议|讨论|表决|投票|票决|举手|全体|与会|到会|出席|参会|[\d一二三四五六七八九十])"
    rf"[^,。;]{{1,24}}(?:[局委办厅部院会科处]|政府|会议|公司|集团|中心|单位|部门|专家|机构)(?!表决)[^,。;]{{0,6}}$"
    rf"|经[\d一二三四五六七八九十]+[年月][^,。;]{{2,24}}会"
)


def _at_end(flat: str, start: int, stop: int) -> Verdict | None:
    # 「本议案获得通过，尚需提交股东大会审议。」
    comma = comma_outside(flat, start, stop, signs=",")
    step = step_behind(flat, comma, stop)
    match = _AT_END.fullmatch(flat, start, step.start() if step and step.start() == comma else stop)
    if match is None or _means(flat, match.start(match.lastgroup or 0), match.end(match.lastgroup or 0)):
        return None
    if match.lastgroup == "approved" and _BY_OTHERS.search(flat, start, match.start("approved")):
        return None
    step = step if step and step.start() >= match.end() else None
    end, following = (step.start(), step.span("next")) if step else (stop, None)
    return Verdict(cast(OutcomeClass, match.lastgroup), start, end, None, following)


# 「会议经表决，同意11票，反对2票，通过…」: the counts stand before the verdict and are none
_COUNTS = compiled(
    r"(?:[^,。;]{0,20}(?:表决|投票|票决)(?:结果)?[^,。;:]{0,10}[,:])?"
    r"(?:[^,。;]{0,12}?(?:\d+[ ]?票|(?:同意|赞成|反对|弃权|回避)[: ]*\d+[ ]?[名人位])"
    r"(?:(?!弃权通过|反对通过)[^,。;、]){0,8}[,、;] ?)+"
)


def _behind_votes(flat: str, stop: int) -> int:
    if "票" not in flat and not ("人" in flat and ("表决" in flat or "举手" in flat)):
        return 0
    match = _COUNTS.match(flat, 0, stop)
    # 「经表决（同意20票、反对0票）同意…」: counts in a bracket stand inside the sentence
    return match.end() if match and "(" not in match.group() else 0


def _means(flat: str, word: int, end: int) -> bool:
    at = max(word, end - 2)
    if flat.startswith("了", end):
        return False
    if _UNMISTAKABLE.match(flat, word, end) and not _MEANS_THEN.match(flat, at):
        # 「原则通过该措施」 names no means, though 通过…措施 might
        return False
    counted = _COUNTED.match(flat, end) and not _SPOKEN.search(flat, 0, word)
    return bool(_MEANS.match(flat, at) or counted) or flat.startswith(("见", "意见"), end - 1)
