# ruff: noqa: E501 - the lines of a page are as long as they are
"""Invented pages of five makes of site around one record: the pages on which the reading of HTML is tested."""

from __future__ import annotations

RECORD = (
    "临江县人民政府常务会议纪要",
    "临政纪〔2021〕6号",
    "2021年6月9日，县长罗志平主持召开县政府第31次常务会议。纪要如下：",
    "一、审议《临江县农村公路养护管理办法》",
    "会议听取了县交通运输局局长何秀兰的汇报。会议原则通过该办法，由县交通运输局牵头，县财政局配合，7月底前印发实施。",
    "二、研究城南小学扩建用地问题",
    "会议决定暂缓，待县自然资源局完成土地调查后再议。",
    "出席：罗志平、覃永福",
    "列席：县财政局李国栋、县交通运输局何秀兰",
    "临江县人民政府办公室　2021年6月11日印发",
)
_PARAGRAPHS = "".join(f"<p>{line}</p>\n" for line in RECORD[1:])
_LINKS = "".join(f'<li><a href="/{number}">栏目{number}</a></li>' for number in range(12))

TRS = f"""<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=gbk">
<meta name="ArticleTitle" content="{RECORD[0]}"><title>{RECORD[0]}_临江县人民政府</title>
<style>.TRS_Editor p{{margin:0}}</style></head><body>
<div class="header w"><div class="logo">临江县人民政府门户网站</div><ul>{_LINKS}</ul></div>
<div class="BreadcrumbNav">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a></div>
<div class="article"><div class="pages-title">{RECORD[0]}</div>
<div class="pages-date">发布时间：2021-06-15 09:30 来源：县政府办 <span>字体：[大 中 小]</span> <a href="#">打印</a></div>
<div id="UCAP-CONTENT" class="pages_content"><div class="TRS_Editor"><style>p{{color:#000}}</style>
{_PARAGRAPHS}</div></div></div>
<div class="related"><h3>相关链接</h3><ul>{_LINKS}</ul></div>
<div class="footer">主办：临江县人民政府办公室　网站标识码：0000000000　ICP备00000000号</div></body></html>"""

NESTED_TABLES = f"""<html><head><title>{RECORD[0]}</title></head><body bgcolor="#ffffff">
<table width="990" align="center"><tr><td><img src="banner.gif"></td></tr>
<tr><td><a href="/">首页</a> <a href="/a">机构</a> <a href="/b">公告</a> <a href="/c">办事</a></td></tr></table>
<table width="990" align="center"><tr>
<td width="200" valign="top"><table><tr><td><a href="/1">领导之窗</a></td></tr><tr><td><a href="/2">机构设置</a></td></tr></table></td>
<td valign="top"><table width="100%"><tr><td align="center"><font size="5"><b>{RECORD[0]}</b></font></td></tr>
<tr><td><font size="3">{"<br>　　".join(RECORD[1:])}<br></font></td></tr></table></td>
</tr></table>
<table align="center"><tr><td><a href="/map">网站地图</a> <a href="/us">联系我们</a></td></tr></table></body></html>"""

SOUP = f"""<html><body><div><div id="app"><div><div class="x1"><div><a href="/">首页</a><a href="/n">新闻</a><a href="/g">公开</a></div></div>
<div class="x2"><div><div><div><span>{RECORD[0]}</span></div><div><span>2021-06-15 10:00　浏览次数：318</span></div>
<div><div>{"".join(f"<div><span>{line[:9]}</span><span><span>{line[9:]}</span></span></div>" for line in RECORD[1:])}</div></div>
<div>上一篇：<a href="/p">第30次常务会议</a></div><div>下一篇：没有了</div></div></div></div></div></div></div></body></html>"""

WITH_TABLE = f"""<html><body><div class="nav"><ul>{_LINKS}</ul></div><div class="content">
<h1>{RECORD[0]}</h1>
<table border="1"><tr><td>文号</td><td>临政纪〔2021〕6号</td><td>会议时间</td><td>2021年6月9日</td></tr>
<tr><td>主持人</td><td>罗志平</td><td>记录</td><td>覃小芳</td></tr></table>
<table border="1"><tr><th>序号</th><th>议题名称</th><th>会议纪要</th><th>责任单位</th><th>完成时间</th></tr>
<tr><td>1</td><td>农村公路养护</td><td><p>会议原则通过该办法。</p><p>由县交通运输局印发实施。</p></td><td rowspan="2">县交通运输局</td><td>7月底前</td></tr>
<tr><td>2</td><td>城南大桥检修</td><td>会议同意检修方案。</td><td>8月底前</td></tr></table></div></body></html>"""

ACCOUNT = f"""<html><body><div id="page-content"><h1 class="rich_media_title">{RECORD[0]}</h1>
<div id="meta_content"><span>临江发布</span> <em>2021-06-15 18:20</em></div>
<div id="js_content" style="visibility: visible;"><section><section>
{"".join(f"<section><p style='text-indent:2em'><span>{line}</span></p></section>" for line in RECORD[1:])}
</section></section></div>
<div class="qr" style="display:none">微信扫一扫关注该公众号</div></div></body></html>"""
