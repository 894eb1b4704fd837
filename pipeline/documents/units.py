"""The register of units (单位): kinds of departments with full names, short forms and what they were called before."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.minutes import Span

# One kind a line: the present full name, then short forms and former names of the same duties, told apart by blanks.
# A name stands in the line of its present bearer; 「规划局」 and 「国土资源局」 both became 自然资源和规划局.
_KINDS: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in (
        "政府办公室 政府办 府办 政府办公厅 人民政府办公室 人民政府办公厅",
        "党委办公室 党委办 党办",
        "市委办公室 市委办 县委办公室 县委办 区委办公室 区委办 省委办公厅",
        "纪律检查委员会监察委员会 纪委监委 纪委 监委 监察局 监察委员会 纪律检查委员会 纪检监察组 纪检监察委",
        "组织部 组织人事部",
        "宣传部",
        "统一战线工作部 统战部 民族宗教事务局 民宗局 民族宗教局 民宗委 侨务办公室 侨办",
        "政法委员会 政法委",
        "机构编制委员会办公室 编办 编委办 编制办",
        "直属机关工作委员会 机关工委 直属机关工委",
        "农业农村局 农业局 农委 农业委员会 农办 农工办 农业农村工作办公室 农村工作办公室 农林局 农牧局 畜"
        "牧局 农业农村厅 农业厅",
        "信访局 信访办",
        "台湾事务办公室 台办 台湾工作办公室",
        "发展和改革委员会 发改委 发改局 发展改革委 发展改革局 发展和改革局 发展与改革委员会 计委 物价局 "
        "粮食局 粮食和物资储备局",
        "教育局 教育体育局 教体局 教育厅 教委 教育委员会",
        "科学技术局 科技局 科委 科学技术委员会 科技厅",
        "工业和信息化局 工信局 经信局 经信委 工信委 经济和信息化委员会 经济和信息化局 经委 经贸委 经济贸"
        "易委员会 工信厅 工业和信息化厅 经济信息化局",
        "公安局 公安厅 公安分局",
        "民政局 民政厅",
        "司法局 司法厅 法制办 法制办公室 政府法制办公室",
        "财政局 财政厅 财政所",
        "人力资源和社会保障局 人社局 人力资源社会保障局 劳动和社会保障局 劳动局 人事局 人社厅 人力社保局",
        "自然资源和规划局 资规局 自规局 自然资源局 自然资源规划局 国土资源局 国土局 规划局 城乡规划局 国"
        "土资源和规划局 自然资源厅 规划和自然资源局",
        "生态环境局 环保局 环境保护局 生态环境厅 环境局 生态环境分局",
        "住房和城乡建设局 住建局 住房城乡建设局 建设局 住建委 建委 住房保障局 房管局 规建局 住建厅 住房建"
        "设局 建设委员会",
        "城市管理局 城管局 城管委 城市管理委员会 城市管理综合行政执法局 综合执法局 城市管理执法局 综合行"
        "政执法局 行政执法局",
        "交通运输局 交通局 交通运输委员会 交通委 交通运输厅",
        "水务局 水利局 水利水务局 水利厅 水利和湖泊局",
        "河长制办公室 河长办 河长制办 河湖长制办公室 河湖长办",
        "商务局 商务厅 商务和投资促进局 外经贸局 招商局 投资促进局 商贸局",
        "文化广电和旅游局 文广旅局 文体广电和旅游局 文旅局 文化和旅游局 文广新局 文化广电新闻出版局 旅游"
        "局 旅游发展委员会 文化局 文体局 文化体育局 文广局 文化旅游局 文旅厅 文物局",
        "卫生健康委员会 卫健委 卫健局 卫生健康局 卫生和计划生育委员会 卫计委 卫计局 卫生局 计生委 人口计"
        "生委 卫生健康委 卫生厅",
        "退役军人事务局 退役军人局",
        "应急管理局 应急局 安监局 安全生产监督管理局 安全监管局 应急管理厅",
        "审计局 审计厅",
        "国有资产监督管理委员会 国资委 国资办 国资局 国有资产监督管理办公室 国资监管局 国资中心",
        "市场监督管理局 市场监管局 工商局 工商行政管理局 质监局 质量技术监督局 食药监局 食品药品监督管理"
        "局 市监局 知识产权局",
        "体育局",
        "统计局",
        "医疗保障局 医保局",
        "地方金融监督管理局 金融监管局 金融局 金融办 金融工作办公室 地方金融局",
        "行政审批局 行政审批服务局 政务服务管理办公室 政务办 政务服务办 政务服务管理局 政务服务局 数据局 "
        "大数据管理局 大数据局 政务服务和数据管理局",
        "林业局 园林局 绿化局 园林绿化局 林业和草原局 林草局 林业草原局",
        "乡村振兴局 扶贫办 扶贫开发办公室 扶贫开发局",
        "人民防空办公室 人防办",
        "机关事务管理局 机关事务局 机关事务管理中心 机关事务服务中心",
        "残疾人联合会 残联",
        "妇女联合会 妇联",
        "共青团 团委 团市委 团县委 团区委 共青团委",
        "总工会 工会",
        "工商业联合会 工商联",
        "科学技术协会 科协",
        "归国华侨联合会 侨联",
        "文学艺术界联合会 文联",
        "社会科学界联合会 社科联",
        "红十字会",
        "供销合作总社 供销总社 供销社 供销合作社 供销合作社联合社",
        "税务局 国税局 地税局 国家税务局 地方税务局",
        "气象局",
        "消防救援大队 消防大队 消防救援支队 消防支队 消防救援局 消防救援总队",
        "海关 检验检疫局 出入境检验检疫局",
        "人民银行 人行 中国人民银行",
        "银保监局 银监局 银监分局 银监办 保监局 金融监管总局 银行保险监督管理局",
        "供电公司 供电局 电力公司 电力局",
        "住房公积金管理中心 住房公积金中心 公积金中心",
        "融媒体中心 广播电视台 电视台 报社 传媒集团 传媒中心",
        "档案局 档案馆",
        "人民法院 法院",
        "人民检察院 检察院",
        "人民代表大会常务委员会 人大常委会 人大 人大办",
        "政治协商会议委员会 政协 政协办",
        "人民武装部 人武部 武装部",
        "经济技术开发区 开发区 经开区",
        "高新技术产业开发区 高新区 高新技术产业园区",
        "经济开发区",
        "旅游度假区 度假区",
    )
)
_PRESENT = {form: kind[0] for kind in reversed(_KINDS) for form in kind}
_FORMS = {kind[0]: kind for kind in _KINDS}


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, str]:
    """Part a name into what stands before its kind (市, 某某市) and the kind's form, the longest that is known."""
    bare = re.sub(r"[(（].*?[)）]$", "", name)
    form = next((bare[start:] for start in range(len(bare)) if bare[start:] in _PRESENT), None)
    return (bare[: -len(form)], form) if form is not None else ("", bare)


def canonical(name: str) -> str:
    """Return the present full name of a unit's kind, without the place or level before it; an unknown name as it is.

    >>> canonical("市水利局"), canonical("环保局"), canonical("某某镇")
    ('水务局', '生态环境局', '某某镇')
    """
    _, form = _parts(name)
    return _PRESENT.get(form, name)


def aliases(name: str) -> tuple[str, ...]:
    """Return every form of a unit's kind, the present full name first: short forms and former names.

    >>> aliases("市水务局")
    ('水务局', '水利局', '水利水务局', '水利厅', '水利和湖泊局')
    """
    return _FORMS.get(canonical(name), (name,))


def same_unit(first: str, second: str) -> bool:
    """Tell whether two names can mean one unit: forms of one kind, and no two places that differ.

    >>> same_unit("市水利局", "水务局"), same_unit("江州市财政局", "海州市财政局"), same_unit("市环保局", "市教育局")
    (True, False, False)
    """
    (before, form), (other_before, other_form) = _parts(first), _parts(second)
    if _PRESENT.get(form, form) != _PRESENT.get(other_form, other_form):
        return False
    before, other_before = _place(before), _place(other_before)
    return not before or not other_before or before.endswith(other_before) or other_before.endswith(before)


def _place(before: str) -> str:
    """The place before a kind, without the bare words for a level: 「市」 alone tells no place."""
    return (
        ""
        if before in ("市", "县", "区", "省", "镇", "乡", "州", "旗", "全市", "全县", "我市", "我县", "本市")
        else before
    )


def find_units(text: str) -> list[tuple[Span, str]]:
    """Return the units that a text names, in order, each with its place: known kinds with the level or place before.

    >>> [name for _, name in find_units("由市水务局会同江州市财政局、各区镇落实")]
    ['市水务局', '江州市财政局']
    """
    return [(Span(*match.span()), match.group()) for match in _IN_TEXT.finditer(text)]


_IN_TEXT = re.compile(
    r"(?:(?![同由与和及请会对将在向为是从到经报并由按各])[\u4e00-\u9fff]{2,3}(?:省|市|县|区|州|旗|镇"
    r"|乡)(?:人民)?|[省市县区州旗镇乡](?:人民)?)?(?:"
    + "|".join(sorted((re.escape(form) for form in _PRESENT if len(form) >= 3), key=len, reverse=True))
    + r"|(?<=[省市县区、,，。和与由请])(?:"
    + "|".join(form for form in _PRESENT if len(form) == 2)
    + r"))"
)

_ENDING = (
    r"(?:局|委|委员会|办|办公室|办公厅|厅|部|院|署|政府|管委会|指挥部|领导小组|工作组|协调小组|专班|集团|公司|中心"
    r"|大队|支队|总队|中队|银行|分行|支行|农商行|海关|残联|妇联|侨联|文联|社科联|工商联|科协|总工会|工会|团委"
    r"|党委|党组|支部|街道|街道办|办事处|镇|乡|村|社区|开发区|高新区|经开区|度假区|园区|新区|示范区|保税区|综保区"
    r"|区镇|板块|学校|大学|学院|中学|小学|幼儿园|医院|政法委|纪委|监委|法院|检察院|武装部|人武部|工委|党校|供销社"
    r"|供销总社|信用社|分局|支局|服务站|管理站|管理处|处|科|股|财政所|税务所|派出所|司法所|环卫所|国土所|研究院"
    r"|设计院|研究所|事务所|档案馆|图书馆|博物馆|电视台|融媒体中心|报社|气象台|发改|财政|人大|政协|人行|水务|城投"
    r"|交投|国投|供电|联通|移动|电信|铁塔|村委会|居委会|董事会|监事会|经理层|理事会|筹备组|项目部|秘书处"
    r"|年级组|教研组|业委会|协会|学会|商会|商务区|建设口|旅游区|合作区|片区|县|市|[A-Z]{2,6})"
)
_UNIT = re.compile(rf"[\u4e00-\u9fffA-Z“”\d]{{0,22}}?{_ENDING}(?:\([^()]{{1,16}}\))?")
# What opens like a verb or holds a particle is no name, however it ends: 「激发企业」「切实把主办」
_NO_UNIT = re.compile(
    r"[的把被让了着]|^(?:推动|推进|加强|加快|强化|完善|落实|针对|围绕|结合|根据|按照|通过|切实|充分|积极|继续|激发|调动"
    r"|优化|提升|提高|促进(?!中心)|开展|研究(?!院|所|室|中心)|制定|建立|配合|支持|要求|明确|确保|做到|做好|进行|既要"
    r"|又|也|将|使|就(?!业)|对(?!外|口|台)|在|为|向|从|以|是|不(?!动产)|能(?!源)|我|这|那|该|或|但|与|及|和|关于"
    r"|特别|一|两个|全力|主动|加大|严格|认真|抓好|聚焦|发挥|担负|引导|组织(?!部)|鼓励|形成|会议)"
    r"|(?:工作|力度|责任|方案|一步|内部|外部|全部|大部|干部|局部|举办|主办|承办|协办|督办|交办|领办|开办|创办|城市"
    r"|本市|全市|我市|全县|我县|上市|全区|我区|进村|全镇|小区|辖区|地区|区域|超市|股市|全院|委托|常委|原委|布局"
    r"|格局|结局|全局|大局|开局|破局|当局|处处|好处|到处|用处|难处|[\d一二三四五六七八九十两]处)$"
)


@lru_cache(maxsize=8192)
def is_unit(text: str) -> bool:
    """Tell whether a folded text reads as the name of a unit: it ends in the word for one and opens like a name.

    >>> is_unit("市水务局"), is_unit("文体广电和旅游局(文物局)"), is_unit("激发企业活力"), is_unit("切实把主办")
    (True, True, False, False)
    """
    return 2 <= len(text) <= 26 and bool(_UNIT.fullmatch(text)) and not _NO_UNIT.search(text)
