"""Parties told by what they are in the matter or the place: 「施工单位」, 「财政部门」, 「三县区」, 「清汀区」."""

from __future__ import annotations

from pipeline.patterns import compiled

# 「财政部门」「公安机关」: a line of work, as definite as a department; 「施工单位」: the one of the matter
SECTOR = compiled(r"^(?!行业|职能|业务|监管|执法|主管)[\u4e00-\u9fff]{2,6}(?<!等)(?:部门|机关|条线)$")
_OF_THE_MATTER = compiled(
    r"^(?:项目|[原现])?(?:建设|施工|监理|设计|业主|代建|勘察|项目|产权|用地|承建|中标|运营|管护|使用|管理|总包|采购"
    r"|征收|出让|属地)单位$"
    r"|^(?:沿线|沿江|沿河|沿湖|库区)各?(?:县区|区县|县市区?|镇村|乡镇|镇街|街镇|村组|街道|社区|[县市区镇乡村])(?:政府)?$"
    r"|^(?:这|上述|以上|该)?[两二三四五六七八九十]{1,2}家[\u4e00-\u9fff]{0,4}(?:企业|公司|银行|医院|单位|学校|运营商|供应商)$"
    r"|^[两三四五六七八九](?:县区|区县|县市|乡镇|镇街|街镇|街道|县|区|镇|乡)$"
    r"|^所在(?:党?支部|党总支|科室|处室|单位|学院)(?:书记|(?:主要)?负责人)?$"
    r"|^(?:属地|所在)[\u4e00-\u9fff]{0,2}(?:街道|镇街|乡镇|政府|镇|乡|区|县|社区|村|板块|派出所|管委会)$|^(?:[总各]|[省市县区镇乡村]级)(?:河湖|[河湖林田路街巷楼片]|网格|楼栋|楼门)长$|^(?:村"
    r"|居)(?:民)?委(?:会)?$|^村(?:两委|集体)$|^镇街$|^供电$|^(?:属地|所在)(?:[县区市镇乡]|县区|乡镇|镇街|街道){1,2}(?:人民)?(?:政府|办事处|管委会|党委|党工委)$|^(?:燃气|供水|供电|供热|供气|公交|管线|排水|环卫|物业)(?:经营|服务)?企业$"
)
# 「林木由农户自行清除」「由街道统一招聘」「由现供应商续供」: whom only a word before it (由, 请) makes a party
BIDDEN_ONLY = compiled(
    r"街道|镇里|乡里|农户|住户|商户|租户|业主(?:大会|委员会)?|经营户|承包[户方人]|承租[户方人]|供应商|服务商|供货商|施工方|产权人|使用人"
    r"|[原现](?:供应商|服务商|运营方|承包[户方人]|承租[户方人])|(?:居|村)民(?:代表)?(?:会议|大会)|职工(?:代表)?大会"
)
# 「三、四、五组组长」: several of one kind that are told by their numbers
NUMBERED = compiled(
    r"第?[一二三四五六七八九十\d]{1,3}(?:[、和及]第?[一二三四五六七八九十\d]{1,3}){0,8}(?:组|队|社|网格|片区|车间|支部|班)(?:[组队社班]长|主任|书记|网格员|网格长)"
)
# 「试点由清汀区承担」: a district by itself, where a word before it says that a party follows
_DISTRICT = compiled(r"^[\u4e00-\u9fff]{2}(?<![全我本各该])区$(?<![地小园社辖城片山灾景校院厂库郊牧林矿港湾湿]区)")


def is_of_the_matter(name: str) -> bool:
    """Tell whether a name says no more than what a party is in the matter: 「施工单位」, 「三县区」.

    >>> is_of_the_matter("产权单位"), is_of_the_matter("三县区"), is_of_the_matter("市水务局")
    (True, True, False)
    """
    return _OF_THE_MATTER.match(name) is not None


def is_district(name: str) -> bool:
    """Tell whether a name may be that of a district, which only what stands beside it can settle: 「清汀区」."""
    return _DISTRICT.match(name) is not None
