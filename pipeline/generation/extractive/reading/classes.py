"""The class of body that is asked for by name: 哪家公司 is not answered by a hospital, nor 哪家检测机构 by 专业机构."""

from __future__ import annotations

from pipeline.patterns import compiled

CLASSES = (
    *(
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
            ("拍卖行|拍卖公司", r"拍卖(?:行|公司|有限|中心)|交易(?:中心|所)"),
            ("设计院|研究院|勘察院|设计单位", r"院|所|公司"),
            (
                "科室?(?![技研创协])",
                r"科|[一-鿿]诊|[一-鿿](?:办|股|室|中心|执法队|大队)(?=[、，,。；;牵负受配会办组协按要审提报（(]|$)",
            ),
            ("牌子|品牌|型号", r"牌|型|[a-z]{3,}"),
            ("村(?!镇)", r"村"),
            ("朝代|年代", r"[秦汉晋隋唐宋元明清](?!确|显|算)|民国|年代|世纪|[0-9]{3,4}年"),
            ("出版社|保险公司|券商|快递", r"社(?!区|会|保)|公司|证券|保险|快递"),
            ("第三方", r"[一-鿿]{2}(?:公司|事务所|研究院|检测院|大学|中心|协会)"),
            ("社区", r"社区"),
        )
    ),
    (
        compiled(r"(?:中标|施工|供货|承建|设计|监理)(?:单位|方)(?:的?名[称字])?(?:是|叫|为)(?:哪|谁|什么|啥)"),
        compiled(r"公司|集团|厂(?!房)|企业|院|所(?=[，,。；;、承中设监施）)]|$)|交投|城投|水务|[建工][设程]局"),
    ),
)
"""What class of body is asked for, and what names one of it."""
UNNAMED = compiled(
    r"(?:中标|承包|施工|供餐|运营|承租|供货|相关|有关|第三方|专业|意向|入围|属地|参建|建设|设计|监理|各|该|涉事)的?(?:企业|公司|厂家|单位|机构)"
    r"|(?:专业|专门|第三方|中介|社会|相关|有关|符合条件的?|有(?:相应)?资质的?|具备[一-鿿]{0,6}资质的?|[一-鿿]{0,2}合格的?)(?:的)?"
    r"(?:[检监评设施咨服审测][一-鿿]{1,3})?(?:机构|公司|单位|企业|队伍|团队|银行|中介)"
)
"""What says of a body what it does, is to be, or must have, and names none: 由中标企业接续用工, 请专业机构检测."""
TOGETHER = compiled(
    r"[一-鿿]{2,6}(?:[、和][一-鿿]{2,6}?)+等?[0-9一二两三四五六七八九十]+个(?:社区|街道|镇|乡|村|小区|片区|学校|科室)"
)
"""Names before the word for what they are, which the question has as well: 甲、乙两个社区."""
COMMISSIONED = compiled(
    r"(?:委托|聘请?|请)(?:给|的|了|的是)*(?:哪|谁|什么|啥)|(?:委托|聘请)的?[一-鿿]{0,6}(?:是|叫)(?:哪|谁|什么)"
)
"""Asks who was hired to do a thing: 评估委托给了哪家机构."""
HIRES_SOME = compiled(r"(?:委托|聘请|选聘)(?:一家|1家)?(?:机构|单位|公司|企业|队伍)(?![（(《“：])")
"""Says that somebody is to be hired, and not who."""


def names_who_is_hired(asked: str, told: str) -> bool:
    """Tell whether a text names who was hired, where that is asked.

    >>> names_who_is_hired("评估委托给了哪家机构", "由市国资局另行委托机构评估")
    False
    >>> names_who_is_hired("评估委托给了哪家机构", "委托立衡评估公司评估")
    True
    """
    return not (COMMISSIONED.search(asked) and HIRES_SOME.search(told))
