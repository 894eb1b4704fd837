"""The whole sum goes before a part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.reading.candidates import Candidate
from pipeline.generation.extractive.reading.whole_sums import in_all
from pipeline.generation.extractive.stretches import sentences
from tests.generation.extractive.markets import TODAY
from tests.libraries import composing_of, library_of

TEXT = """杉洞镇党委会会议纪要

2024年6月3日，镇党委书记主持召开党委会。

一、关于河堤加固工程
河堤加固工程概算总投资860万元。除上级补助500万元外，河堤加固工程其余资金由镇财政承担。
"""


@pytest.mark.parametrize(
    ("question", "likely", "told"),
    [
        pytest.param("河堤加固工程一共要花多少钱", 0.45, "860万元", id="as likely"),
        pytest.param("河堤加固工程一共要花多少钱", 0.1, "500万元", id="hardly likely"),
        pytest.param("河堤加固工程上级补助多少", 0.45, "500万元", id="a part is asked for"),
    ],
)
def test_the_whole_sum_is_told(tmp_path: Path, question: str, likely: float, told: str) -> None:
    town = library_of({"杉洞镇党委会.txt": TEXT}, tmp_path, today=TODAY)
    entry = town.entries()[0]
    source = Source(entry, town.catalogue.document(entry.document_id))
    item = source.document.items[0]
    places = [one for one in sentences(source.document, item.span) if "万元" in source.document.quote(one)]
    whole, part = (
        Candidate(source, item, place, source.document.quote(place), chance)
        for place, chance in zip(places, (likely, 0.5), strict=True)
    )
    asked = composing_of(town, question, today=TODAY).question
    assert told in in_all(asked, part, [part, whole]).text
