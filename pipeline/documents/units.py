"""The register of units (单位): kinds of departments with full names, short forms and what they were called before."""

from __future__ import annotations

import re

from pipeline.minutes import Span

_LEVEL = re.compile(r"^(?:全?[省市县区州盟旗]|[\u4e00-\u9fff]{2,4}?(?:省|市|县|区|自治州))(?=[\u4e00-\u9fff]{2,})")

# One kind a line: the present name first, then short forms and former names of the same duties.
_KINDS: tuple[tuple[str, ...], ...] = (
    ("水务局", "水利局", "水利水务局"),
    ("生态环境局", "环境保护局", "环保局"),
    ("工业和信息化局", "经济和信息化委员会", "经信委", "经信局", "工信局", "经济和信息化局"),
    ("自然资源和规划局", "国土资源局", "国土局", "规划局", "自规局", "资规局", "自然资源局", "城乡规划局"),
    ("河长制办公室", "河长办"),
    ("人力资源和社会保障局", "人社局", "人力资源社会保障局"),
)


def canonical(name: str) -> str:
    """Return the present full name of a unit's kind, without the level before it, or the name itself."""
    bare = _LEVEL.sub("", name) or name
    for kind in _KINDS:
        if bare in kind:
            return kind[0]
    return bare


def aliases(name: str) -> tuple[str, ...]:
    """Return every form of a unit's kind, the present name first."""
    present = canonical(name)
    return next((kind for kind in _KINDS if kind[0] == present), (present,))


def same_unit(first: str, second: str) -> bool:
    """Tell whether two names are forms of one kind of unit."""
    return canonical(first) == canonical(second)


def find_units(text: str) -> list[tuple[Span, str]]:
    """Return the units of a text in order, each with its place."""
    return [(Span(*match.span()), match.group()) for match in _IN_TEXT.finditer(text)]


_IN_TEXT = re.compile(r"[\u4e00-\u9fff]{1,12}(?:局|委员会|办公室)")


_ENDING = (
    r"(?:局|委|委员会|办|办公室|办公厅|厅|部|院|署|政府|管委会|指挥部|领导小组|工作组|协调小组|专班"
    r"|集团|公司|中心|大队|支队|总队|中队|银行|分行|支行|农商行|海关|残联|妇联|侨联|文联|社科联|工商联"
    r"|科协|总工会|工会|团委|党委|党组|支部|"
    r"街道|街道办|办事处|镇|乡|村|社区|开发区|高新区|经开区|度假区|园区|新区|示范区|保税区|综保区|区镇"
    r"|板块|学校|大学|学院|中学|小学|幼儿园|医院|政法委|纪委|监委|法院|检察院|武装部|人武部|工委|党校"
    r"|供销社|供销总社|信用社|"
    r"分局|支局|服务站|管理站|管理处|处|科|股|财政所|税务所|派出所|司法所|研究院|设计院|研究所|事务所"
    r"|档案馆|图书馆|博物馆|电视台|融媒体中心|报社|气象台|发改|财政|人大|政协|人行|水务|城投|交投|国投"
    r"|供电|联通|移动|电信|铁塔|党政办|综治办|村委会|居委会|董事会|监事会|经理层|理事会|筹备组|项目部"
    r"|秘书处|教务处|总务处|年级组|教研组|业委会|协会|学会|商会|商务区|建设口|旅游区|合作区|片区|县|市"
    r"|[A-Z]{2,6})"
)
_UNIT = re.compile(rf"^[\u4e00-\u9fffA-Z“”\d]{{0,22}}?{_ENDING}(?:\([^()]{{1,16}}\))?$")
_NO_UNIT = re.compile(
    r"[的把被让了着]|^(?:推动|推进|加强|加快|强化|完善|落实|针对|围绕|结合|根据|按照|通过|切实|充分"
    r"|积极|继续|激发|调动|优化|提升|提高|促进(?!中心)|开展|研究(?!院|所|室|中心)|制定|建立|配合|支持"
    r"|要求|明确|确保|做到|做好|进行|既要|又|也|把|将|使|就(?!业)|对(?!外|口|台)|在|为|向|从|以|是"
    r"|不(?!动产)|能(?!源)|我|这|那|该|或|但|与|及|和|关于|特别|一|两个|全力|主动|加大|严格|认真|抓好"
    r"|聚焦|发挥|担负|引导|组织(?!部)|鼓励|形成)"
    r"|(?:工作|力度|责任|方案|一步|内部|外部|全部|大部|干部|局部|举办|主办|承办|协办|督办|交办|领办"
    r"|开办|创办|城市|本市|全市|我市|全县|我县|上市|全区|我区|进村|全镇|小区|辖区|地区|区域|市场部"
    r"|超市|股市|全院|委托|常委|原委|布局|格局|结局|全局|大局|开局|破局|当局|处处|好处|到处|用处|难处"
    r"|处处|[\d一二三四五六七八九十两]处)$"
)


def is_unit(text: str) -> bool:
    """Tell whether a folded text reads as the name of a unit: it ends in the word for one and opens like a name.

    >>> is_unit("市水务局"), is_unit("文体广电和旅游局(文物局)"), is_unit("激发企业活力"), is_unit("切实把主办")
    (True, True, False, False)
    """
    return 2 <= len(text) <= 26 and bool(_UNIT.match(text)) and not _NO_UNIT.search(text)
