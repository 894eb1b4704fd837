"""What is not agreed to, in whatever words: 没有放行, 没能谈拢 and 没有敲定 deny the leave that a paper refuses."""

from __future__ import annotations

from pipeline.patterns import compiled

_LEAVE = compiled(
    "(?:有|能|获|得到|被|予以|表示|作出|形成|作|下)*(?:会议|会上)?"
    "(?:批|同意|通过|赞成|确?定|放行|点头|答应|应允|松口|采纳|接受|过会|过关|敲定|拍板|谈拢|谈妥|[结定]论|决定|决议|议决)"
)
_REFUSAL = compiled(
    "不(?:予)?(?:同意|采纳|通过|接受|决定|议决|表决)|不予|不作(?:决定|议决|结论)|[未没]有?(?:予)?(?:通过|获|采纳|形成|作出|达成)"
    "|否决|驳回|暂缓|缓议|暂不|再议|再定|再作决定|后定(?!的)|再行研究|另行研究|分歧"
)


def refuses(source: str, following: str) -> bool:
    """Tell whether a source refuses, or puts off, the leave with which a text opens that is denied: 放行, 采纳.

    >>> refuses("会议不同意该请示", "放行"), refuses("会议同意该请示", "放行")
    (True, False)
    """
    return bool(_LEAVE.match(following) and _REFUSAL.search(source))
