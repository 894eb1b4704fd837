"""Where, on which road, by which number or address is asked: what is told must hold a place, a number, an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.slots.telling import Telling

CONTACT = compiled(
    r"(?:电话|邮箱|邮编|网址|联系方式|热线|传真|微信号?|公众号|二维码|账号)(?:号码?)?(?:[是为叫]|各?是)?(?:多少|什么|哪|几|啥|\?|$)"
    r"|(?:哪|什么|啥)[个家]?(?:网站|公众号|平台|邮箱|电话|热线|号码)|怎么联系"
)
REACHED = compiled(r"[0-9]{3,4}-?[0-9]{4,}|1[0-9]{10}|[0-9]{5}|@|http|www|网|公众号|平台|群|热线|app")
WHERE = compiled(
    r"(?<![差卡难输错])在(?:哪(?:里|儿|个?地方|条)|什么地方)"
    r"|(?:住|安置|安顿|转移|摆|贴|建|放|挪|搬|迁|挂|停|存)[了进到在]*哪(?:里|儿|去|一?处|块|条|\?|$)"
    r"|(?:地址|地点|位置|选址)[是为]?(?:哪|什么|\?|$)"
)
TO_WHOM = compiled(r"[报送交]")
"""材料交到哪儿 asks for a body."""
PLACE = (
    r"(?:路(?![面基段口])|(?<!农)[街巷弄楼层村镇乡园站馆库场河江湖山岛港湾坪桥坝渠塘岭谷沟井亭旁角]|[0-9]号|广场|[一-鿿][厅室厂店院房舍校棚墙]"
    r"|[东南西北上下前后左右里外正侧中两一][侧岸边部面头端游门]|[校院园片社小病牧景地城辖库厂]区|地块|网站|[栏屏]|公众号|平台|群|窗口|沿线|中心|大道|高速|县城|门口|附近|地下|现场|点位"
    r"|(?:到|在|于|从|往)[一-鿿]{2,4}[市县区])"
)
TO = (
    r"(?:在|到|至|于|往|从|位于|设[在置于]?|放|迁|搬|移|选址|安置|安排|改|入|进|去|经|走|调整"
    r"|选择|选用|租用|利用|依托|定|送|交|报|向|由|→)"
)
PLACED = compiled(rf"{TO}[^,。;]{{0,14}}?{PLACE}|(?<![全各本我该]){PLACE}[一-鿿]{{0,2}}(?:[设摆放停挂贴搭办]|建(?!议))")
"""暂住镇卫生院东侧, 门口设咨询点; 全镇设4个卡点 says not where."""
FROM_AND_TO = compiled(r"从哪[里儿]?[^,。?]{0,6}?[到至]哪|起点(?:和|、|与)终点")
ENDS = compiled(r"(?:从|自|起于|由)[^,。;]{1,16}?(?:到|至|止)|起点|终点|[起止]于|[—~～]")
WHICH = compiled(r"哪条(?P<road>路|街|线路?)|哪个(?P<place>村|县|乡|镇|小区|社区)(?!长)")
ROAD = compiled(r"[一-鿿a-z0-9](?:路(?![面基段况灯口])|街|巷|大道|[国省县]道|线|桥)")
PLACES = {
    place: compiled(rf"[一-鿿]{{2}}{place}") for place in ("村", "县", "乡", "镇", "小区", "社区")
}  # 哪个村 is told by the name of a village


def tells_no_place(one: Telling) -> bool:
    """Tell whether a place, a number or an address is asked for, and what is told holds none."""
    if one.corrects:
        return False
    if CONTACT.search(one.unnamed) and not REACHED.search(one.told):
        return True
    if FROM_AND_TO.search(one.unnamed) and not ENDS.search(one.told):
        return True
    if WHERE.search(one.unnamed) and not TO_WHOM.search(one.asked) and not PLACED.search(one.told):
        return True
    which = WHICH.search(one.unnamed)
    if which is None or one.turns_down:
        return False
    return not (ROAD if which["road"] else PLACES[which["place"]]).search(one.rest)
