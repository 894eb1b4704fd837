"""Lines that are the office's and not the meeting's: who gets the paper, who signed, cells of a table, bare labels."""

from __future__ import annotations

from pipeline.patterns import compiled

# Who gets the paper, who kept the record, when it ended, which office dated it: no substance.
_OFFICE = compiled(
    r"^(?:主?送|抄送|发送|印发|分送|报送|报|发|记录(?:人|员|整理)?|整理|签发|审核|核稿|校对|散会时间|联系人|联系电话|附件?|签发人|拟稿|文号|会议名称|会议地点|会议时间|议题编号)(?:[：:]|.{0,20}(?:议题名称|会议地点|主持人|发文日期))|代表签名|^[（(]?本纪要.{0,20}(?:公开|张贴|盖章|有效)|"
    r"^[\u4e00-\u9fff]{2,30}(?:办公室|政府|委员会|公司|局)\s*(?:\d{4}|[〇○零一二三四五六七八九]{4})年.{0,8}日(?:印发|印制|印|整理)?。?$|^第\d+页"
)
# 「主题词：…」 「（主持人：李某）」 「与会委员签名：（略）」 「（记者李某）」 「因事未到：李某」 「责任编辑：李某」
_ASIDE = compiled(
    r"^[（(]?(?:主题词|主持人|主持|责任编辑|编辑|来源|记者|通讯员|本报讯|因事未到|请假|缺席|列席|出席)(?:[：:]|[\u4e00-\u9fff·\s]{2,6}[）)])|"
    r"^[（(](?:汇报|报告|说明)(?:人|单位)[：:][^（）()]*[）)]?。?$|^[\u4e00-\u9fff]{0,8}(?:[签簽]名|签字)(?:[：:]|[（(]略[）)])|第\d+页.{0,2}共\d+页"
)
# 「审议意见：」 「关于前期工作情况。」 「中共某镇委员会办公室。」: a heading or a name, and no sentence
_NO_SENTENCE = compiled(
    r"^(?:审议|议定|讨论|表决|汇报|研究|会议|评审)?(?:意见|结果|结论|内容|情况)[。：:]?$|^关于(?!.*(?:[由要应须请按]|同意|通过|负责|牵头|决定|暂缓|再议|通知|公告|通报))[^，；：]{2,30}。?$|"
    r"^(?:会议)?(?:经?研究|讨论|审议|听取)?(?:认为|指出|决定|议定|明确|要求)[，：。]*$|^(?:会议)?应到[^，]{2,12}[名人]|"
    r"^[\u4e00-\u9fff]{2,30}(?:办公室|办公厅|委员会|人民政府)。?$|^(?:责任|牵头|主办|配合|协办|完成|落实)(?:单位|部门|人|时限|时间|期限)[：:][\s—－/、-]*。?$"
)
# A sentence, not a cell of a head table (议题编号：20240401。签发 某某。).
_SPOKEN = compiled(
    r"^(?=.{14})(?!.*(?:议题(?:编号|名称)|发文日期|责任人|会议纪要：)).*(?:会议|要|应|强调|指出|研究|部署|开展|进行|召开|反馈|通过|同意|通知|决定)"
)
# 「市直部门：李敏（市财政局）、王强（市水务局）」: who sat in, in a list that the head of the paper broke into lines
_WHO = compiled(
    r"^[\u4e00-\u9fff]{0,6}(?:人大(?:常委会)?|政协|部门|单位|企业|区县|县区|领导|成员|代表|专家)[：:]\s*[\u4e00-\u9fff·]{2,4}(?:[（(][^（）()]{2,30}[）)])?"
    r"(?:[、，,\s]+[\u4e00-\u9fff·]{2,4}(?:[（(][^（）()]{2,30}[）)])?)*。?$"
)
# 「赵明提出…」「多数同志认为…」, and what became of it: 「会议不作统一要求」
_VIEW = compiled(
    r"^(?:(?:会上|讨论(?:中|时)|审议中)[，,]?)?(?!会议|会上|方案|报告|办法|汇报)[^，。；：]{2,18}(?:提出|认为|建议|主张|反对)(?!的)|会议[^，。；]{0,10}(?:不作|不予采纳|未采纳|未作|采纳|维持)"
)
# 「对以下议题进行了审议，形成纪要如下。」: leads to what follows and says nothing
_LEAD_IN = compiled(
    r"(?:如下|以下(?:意见|事项|内容|议题|决定|决议))[。：:]?$|(?:形成|现将|现)[^，。]{0,12}纪要(?:如下)?[。：:]?$"
)


def is_office(line: str) -> bool:
    """Tell whether a line is no substance: of the office, a bare label, or one that only leads to the next.

    >>> [is_office(line) for line in ("主题词：规划 纪要", "审议意见。", "关于前期工作情况。", "现将会议纪要如下。")]
    [True, True, True, True]
    >>> is_office("关于停车收费，会议同意按新标准执行。")
    False
    """
    return any(pattern.search(line) for pattern in (_OFFICE, _ASIDE, _NO_SENTENCE, _LEAD_IN, _WHO))


def is_view(text: str) -> bool:
    """Tell whether a sentence gives the view of a member or what became of it (赵明提出夜班系数偏低).

    >>> [is_view(text) for text in ("职工代表赵明提出，夜班系数偏低。", "取消轮休的建议，会议不作统一要求。")]
    [True, True]
    >>> [is_view(text) for text in ("会议认为，此事重要。", "市财政局汇报了情况。")]
    [False, False]
    """
    return bool(_VIEW.search(text))


def is_spoken(text: str) -> bool:
    """Tell whether a line of a head says something, and is no cell of its table.

    >>> is_spoken("议题编号：20240401。"), is_spoken("2024年3月1日，市长周明主持召开市政府常务会议。")
    (False, True)
    """
    return bool(_SPOKEN.search(text))
