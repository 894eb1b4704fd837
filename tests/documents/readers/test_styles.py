from __future__ import annotations

import pytest
from lxml import etree

from pipeline.documents.readers.styles import Numbered, Styles, W, is_on, value, whole

NAMESPACE = f'xmlns:w="{W[1:-1]}"'


def xml(text: str) -> etree._Element:
    return etree.fromstring(text.replace(">", f" {NAMESPACE}>", 1))


def styles(text: str) -> Styles:
    return Styles(xml(f"<w:styles>{text}</w:styles>"))


CHAIN = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="b"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="d"><w:basedOn w:val="e"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="e"><w:basedOn w:val="d"/></w:style>'
    '<w:style w:type="character" w:styleId="hid"><w:rPr><w:vanish/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:pPr><w:pStyle w:val="b"/></w:pPr>', Numbered(5, 1, "b")),
        ('<w:pPr><w:pStyle w:val="c"/></w:pPr>', Numbered(5, 1, "b")),
        ('<w:pPr><w:pStyle w:val="c"/><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr>', Numbered(5, 2, "b")),
        ('<w:pPr><w:pStyle w:val="c"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', Numbered(0, None)),
        ('<w:pPr><w:pStyle w:val="d"/></w:pPr>', None),
        ('<w:pPr><w:pStyle w:val="unknown"/></w:pPr>', None),
        ("<w:pPr></w:pPr>", None),
    ],
    ids=["own style", "based on it", "own level", "taken out", "styles in a circle", "unknown style", "plain"],
)
def test_where_a_paragraph_stands(properties: str, expected: Numbered | None) -> None:
    assert styles(CHAIN).numbered(xml(properties)) == expected


@pytest.mark.parametrize(
    ("run", "hidden"),
    [
        ("<w:rPr><w:vanish/></w:rPr>", True),
        ('<w:rPr><w:vanish w:val="0"/></w:rPr>', False),
        ('<w:rPr><w:rStyle w:val="hid"/></w:rPr>', True),
        ('<w:rPr><w:rStyle w:val="hid"/><w:vanish w:val="false"/></w:rPr>', False),
        ("<w:rPr></w:rPr>", False),
    ],
    ids=["hidden", "switched off", "by its style", "shown in spite of it", "plain"],
)
def test_hidden_text(run: str, hidden: bool) -> None:
    assert styles(CHAIN).hides(xml(run), None) is hidden


def test_properties_are_read() -> None:
    level = xml('<w:lvl><w:start w:val="3"/><w:isLgl/></w:lvl>')
    assert (value(level, "start"), value(level, "none"), is_on(level, "isLgl"), is_on(level, "x")) == (
        "3",
        None,
        True,
        None,
    )
    assert [whole(text) for text in ("7", "-2", "", None, "1" * 40, "一")] == [7, -2, None, None, None, None]
    assert Styles(None).numbered(None) is None
