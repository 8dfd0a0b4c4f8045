"""Which ways of the constructions a report uses: the turns of phrase of a town."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.mine.frame import Frame
from drafter.mine.wording import Wording
from drafter.past import Past
from drafter.phrases.entry import WAY
from drafter.phrases.ways import Constructions

SUBJECT = re.compile("^(?:同时|此外|另外|全年|今年|今年以来|一年来|本年度|我[镇乡]|我街道|全[镇乡]|辖区"
                     "|(?:[镇乡]|街道)(?:党委|党工委)?、?(?:政府|办事处)?(?=[一-鿿]{4}))")
"""What may stand before a clause without being part of how it says what was done."""


def attested(found: Iterable[Wording], past: Past, constructions: Constructions) -> Iterator[Frame]:
    """Yield the ways in which clauses, and pairs of neighbouring clauses, are said, where drafting may print them."""
    listed = [wording for wording in found if wording.sound]
    for wording, following in zip(listed, [*listed[1:], None], strict=True):
        texts = [wording.clause.text]
        if following and (following.clause.line, following.clause.sentence) == (wording.clause.line, wording.clause.sentence):
            line = past.lines[wording.clause.line].text
            texts.insert(0, line[wording.clause.start:following.clause.start + len(following.clause.text)])
        for text in texts:
            match = constructions.match(SUBJECT.sub("", text))
            if match and match.way.printed:
                yield Frame(WAY, match.way.text, match.construction.name, wording.role, wording.topic, wording.lack, wording.plan,
                            sources=(wording.source,))
