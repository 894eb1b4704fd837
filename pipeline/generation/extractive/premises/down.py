"""The wording that turns something down, puts it off, or sets nothing where that was wanted."""

from __future__ import annotations

from pipeline.patterns import compiled

DOWN = compiled(
    r"不同意|(?<!的)不予|未(?:予|获|能|被)?(?:得|获|予)?(?:通过|同意|批准|采纳)|没有?(?:同意|通过|批准|采纳)|暂缓|缓议|再议|退回|否决|驳回|撤回|作废|终止"
    r"|不(?:予)?采[纳用]|未作|暂时?不|(?:本次|此次|这次)(?:会议)?不|不作(?:决定|审议|调整|表决)|不(?:表决|批准|再(?!另行|单独|重复|新增|增加|额外|逐))|议而未决|再行(?:研究|上会|提交)|[再另]行?(?:研究|议)"
    r"|未[^，。；]{1,20}(?:[作做]出|形成|达成)(?:决定|决议|结论|定论|意见|一致)|没有?(?:[作做]出|形成|达成)(?:决定|决议|结论|定论)|[这本]次(?:先|暂)?不定"
    r"|(?:责成|[请由])[^，。；]{2,24}?(?:修改|补充|完善|测算)[^，。；]{0,8}后(?:再报|重报|重新(?:提交|上报|报))|不(?:作|设|搞)(?:统一|硬性|强制)"
)
SETS_NOTHING = compiled(r"不(?:作|设|搞)(?:统一|硬性|强制)")
"""市级不作统一规定 rules, though it sets nothing."""
HEARD = compiled(r"听取[^。；\n]*不作(?:表决|审议|决定)")
"""A report that was heard is not turned down: 董事会听取了经营层汇报，不作表决."""


PROPOSES = compiled(
    r"(?:由|请|责成|牵头|负责|会同|[日月底]前)[^。；]{0,60}?(?:提出|拟(?:定|订|出))(?!的)[^，。；]{0,16}(?:方案|意见|办法|计划|措施|名单|清单|建议)"
)
"""由各校逐一提出续聘或终止的意见 turns nobody down."""


def turns_down(text: str) -> bool:
    """Tell whether a sentence turns something down, apart from what is heard and from what somebody is to propose.

    >>> turns_down("由各校逐一提出续聘或终止的意见"), turns_down("终止合同，由城管局提出新方案")
    (False, True)
    """
    return bool(DOWN.search(PROPOSES.sub("，", text))) and not HEARD.search(text)


def rules_against(text: str) -> bool:
    """Tell whether a sentence turns something down, or sets nothing where that was wanted.

    >>> rules_against("提价一事暂缓"), rules_against("市级不作统一规定"), rules_against("同意印发")
    (True, True, False)
    """
    return bool(DOWN.search(text) or SETS_NOTHING.search(text))
