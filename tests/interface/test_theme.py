"""The look: nothing from outside, colours that can be read."""

from __future__ import annotations

import re

import pytest

from pipeline.interface.theme import BRIDGE, EVENTS, head, style, theme


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(mode: str) -> dict[str, str]:
    """Return the named colours of light or dark."""
    block = re.findall(r"(?::root|:root\.dark, \.dark) \{(.*?)\n\}", style(), re.DOTALL)[["light", "dark"].index(mode)]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "paper"), ("ink", "sheet"), ("soft", "paper"), ("soft", "sheet"), ("seal", "paper"), ("seal", "sheet"),
        ("ink", "mark"), ("ink", "mark-also"), ("bad", "bad-wash"), ("good", "paper"), ("seal", "wash"),
    ],
)  # fmt: skip
def test_text_contrasts_as_wcag_aa_asks(mode: str, text: str, ground: str) -> None:
    assert contrast(colours(mode)[text], colours(mode)[ground]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_edges_of_fields_and_white_on_the_seal_can_be_seen(mode: str) -> None:
    named = colours(mode)
    assert contrast(named["edge"], named["sheet"]) >= 3
    assert contrast("#ffffff", named["seal-fill"]) >= 4.5


def test_nothing_is_loaded_from_outside() -> None:
    for text in (style(), head(), theme()._get_theme_css()):
        inline = re.sub(r"""url\((['"])data:.*?\1\)""", "", text)
        assert not re.search(r"https?:|url\(|@import|//[a-z]+\.[a-z]", inline)
    assert theme()._stylesheets == []


def test_the_style_sheet_goes_before_gradios_own_rules() -> None:
    sheet = re.findall(r"<style>(.*)</style>", head(), re.DOTALL)[0]
    assert sheet.index(":root {") < sheet.index(".gradio-container.gradio-container.gradio-container {")
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert bare.count("{") == bare.count("}")


def test_what_the_script_says_has_english() -> None:
    assert '"已复制": "Copied"' in head() and "window.jiyaoLanguage = 'zh'" in head()


def test_the_bridge_knows_every_event() -> None:
    assert all(f"'{name}'" in BRIDGE for name in EVENTS)
