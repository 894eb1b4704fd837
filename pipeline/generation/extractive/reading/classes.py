"""The class of body that is asked for by name: 哪家公司 is not answered by a hospital, nor 哪家检测机构 by 专业机构."""

from __future__ import annotations

from pipeline.patterns import compiled

CLASSES = tuple(
    (compiled(rf"(?:哪|什么|何)(?:一|几|两|三)?(?:个|家|些|所)?(?:{asked})"), compiled(held))
    for asked, held in (
        (
            "公司|企业|厂家?|集团|供应商|(?:中标|施工|供货|承建)(?:单位|方)",
            r"公司|集团|厂(?!房)|企业|设计院|研究院|交投|城投|水务",
        ),
        ("镇|街道|乡|区镇|乡镇|镇街", r"[镇乡区]|街道"),
        ("医院", r"医院|保健院|卫生院|[一二三]院"),
        ("学校|中学|小学|大学|学院", r"学|[一二三]中|院"),
        ("律所|律师事务所", r"事务所|律所"),
        ("[一-鿿]{2,4}机构", r"公司|事务所|院|中心|研究所|检[测验]所|站|协会|机构[（(《“：]"),
        ("银行", r"行|信用社|农信"),
        ("设计院|研究院|勘察院|设计单位", r"院|所|公司"),
        ("科室?(?![技研创协])", r"科|[一-鿿]诊"),
        ("牌子|品牌|型号", r"牌|型|[a-z]{3,}"),
        ("村(?!镇)", r"村"),
        ("社区", r"社区"),
    )
)
"""What class of body is asked for, and what names one of it."""
