"""What a meeting heard or learnt of: 「会议听取了市应急局关于…的汇报」, 「传达学习全省…会议精神」."""

from __future__ import annotations

from pipeline.documents.patterns import MEETING
from pipeline.documents.text.sentences import comma_outside
from pipeline.minutes import OutcomeClass
from pipeline.patterns import compiled

_OPENS = r"(?:会上|会前|首先|随后|接着|最后|会议首先|会议最后)?,?"
_WHO = rf"(?:{MEETING}|[\u4e00-\u9fff]{{0,8}}(?:委员会|常委会|党组|党委|班子))?"
_HOW = r"(?:首先|还|一并|专题|集体|认真|书面|依次|分别|逐项|再次|及时|听取和)*"
_TAKEN_IN = (
    r"(?:听取(?:并(?:讨论|审议|研究)|和(?:审议|讨论))?|传达(?:并)?(?:学习|贯彻)(?:贯彻|落实)?|传达"
    r"|学习(?:传达|贯彻|讨论|领会|观看)?|审阅|观看|收听收看)了?"
)
_HEARING = compiled(
    rf"{_OPENS}{_WHO}{_HOW}(?:{_TAKEN_IN}|通报了|听了?(?!取)[\u4e00-\u9fff]{{2,16}}?(?:通报|汇报|介绍|说明|讲解|反映|报告)了|听了(?=[^,。;:]{{2,20}}(?:的|关于)))(?=[^,。;:]{{4,}})"
)
# 「县委巡察办主任向某同志通报了第六轮巡察情况」
_TOLD = compiled(
    r"(?!要|由|请|会议)(?:应急|主要|[^,。;:要应须]){2,24}?(?:同志)?(?:通报了[^,。;:]{4,}|传达(?:学习)?了[^,。;:]*?精神)"
)
# 「传达学习全省会议精神」; 「学习时间定为周五」 is none
_MATTER = compiled(r"(?:汇报|报告|通报|介绍|说明|精神|讲话|批示|指示|要求|文件|通知|情况|重要论述|》)[^,。;:]{0,6}$")
# 「会议听取了汇报，不作议决」「会议意见：听取汇报。」
_BARE = compiled(
    rf"(?:{_WHO}{_HOW}听取了?(?:上述|以上|有关|相关|此项|该项|工作)*(?:情况)?"
    r"(?:汇报|报告|通报|介绍|说明))(?=[,。;]|$)"
)
# 「听取，不议定。」 by itself
_HEARD = compiled(r"听取(?:了|了?汇报|了?情况)?(?=,(?:不|未)|。|$)")
# 「会议意见：听取汇报。」「决定：会议听取了…的汇报。」
_LABEL = compiled(r"(?:会议|议定|审议|研究)?(?:意见|决定|决议|结论|结果|事项|情况)[:][ ]*")
# 「本项只听取情况，不作决定」「这件事只是听一听，没有议」
_ONLY = compiled(
    rf"(?:{MEETING}|(?:本|该|此)(?:项|事项|议题|次)|这(?:件事|一?项|次))?(?:会议)?(?:对此)?(?:只|仅)(?:是|作)?(?:听取|听一听|听听|听|通报|了解)"
    r"(?:了)?(?:一下)?(?:情况|汇报|报告|通报|介绍|说明)?(?=[,。;]|$)"
)
_HEADS = compiled("听取|传达|学习|通报|审阅|观看|收听")
_NOT_THEN = compiled(r"(?:要|应|须|将|拟|请|由|待|此前|会前|上次|去年|前期|日前)[^,。;]{0,20}(?:听取|通报|传达|汇报)")


def heard_in(flat: str) -> tuple[int, int] | None:
    """Return where a sentence says what was heard or learnt, as far as its first comma; `None` where it does not.

    >>> flat = "会议听取了市应急局关于一季度安全生产情况的汇报,要求抓好整改。"
    >>> flat[slice(*heard_in(flat))]
    '会议听取了市应急局关于一季度安全生产情况的汇报'
    >>> heard_in("市应急局要每季度听取一次汇报。")
    """
    label = _LABEL.match(flat)
    start = label.end() if label else 0
    if bare := _BARE.match(flat, start) or _ONLY.match(flat, start) or _HEARD.match(flat, start):
        return bare.span()
    match = _HEARING.match(flat, start)
    if match is None or _NOT_THEN.match(flat, start):
        return None
    stop = len(flat.rstrip("。;!?:, "))
    comma = comma_outside(flat, match.end(), stop)
    end = stop if comma is None else comma
    return (start, end) if flat[match.end() - 1] == "了" or _MATTER.search(flat, match.end(), end) else None


def told_in(flat: str) -> tuple[int, int] | None:
    """Return where a sentence says what somebody told the meeting; it stands for the item where nothing else does.

    >>> flat = "县委巡察办主任向某同志通报了第六轮巡察情况,共发现问题193个。"
    >>> flat[slice(*told_in(flat))]
    '县委巡察办主任向某同志通报了第六轮巡察情况'
    """
    match = _TOLD.match(flat)
    return match.span() if match else None


def heads_hearing(verb: str) -> bool:
    """Tell whether the verb of a heading says that a matter was heard or learnt of (听取…的汇报)."""
    return _HEADS.match(verb) is not None


def class_of(wording: str) -> OutcomeClass:
    """Return `studied` for what was learnt, `heard` for what was reported.

    >>> class_of("会议传达学习了全省会议精神"), class_of("会议听取了学习情况的汇报")
    ('studied', 'heard')
    """
    taken = _HEADS.search(wording)
    return "studied" if taken and taken.group() in ("传达", "学习", "观看", "收听") else "heard"
