"""The typefaces of official documents and their fallbacks."""

from __future__ import annotations

from pipeline.generation.exports.paper import Paper
from pipeline.generation.exports.typefaces import BODY, FALLBACKS, LATIN, TITLE
from tests.generation.exports.opened import WORD, part


def test_every_typeface_names_what_may_stand_in_for_it() -> None:
    table = part(Paper("摘要").to_bytes(), "word/fontTable.xml")
    named = {font.get(f"{WORD}name"): font.find(f"{WORD}altName") for font in table}
    assert {name for name, other in named.items() if other is not None} == set(FALLBACKS)
    for face, installed in ((TITLE, "华文中宋"), (BODY, "FangSong")):
        other = named[face]
        assert other is not None
        assert installed in (other.get(f"{WORD}val") or "").split(",")


def test_latin_letters_have_their_own_and_no_theme_overrules_it() -> None:
    styles = part(Paper("摘要").to_bytes(), "word/styles.xml")
    [fonts] = [style.find(f"{WORD}rPr/{WORD}rFonts") for style in styles if style.get(f"{WORD}styleId") == "Normal"]
    assert fonts is not None
    assert (fonts.get(f"{WORD}eastAsia"), fonts.get(f"{WORD}ascii")) == (BODY, LATIN)
    assert not [name for name in fonts.attrib if name.endswith("Theme")]
    assert {one.get(f"{WORD}eastAsia") for one in styles.iter(f"{WORD}lang")} == {"zh-CN"}
