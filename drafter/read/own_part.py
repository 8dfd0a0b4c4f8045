"""The custom part of a draft that we wrote: which line of the profile each printed word came from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from drafter.finding import Address, spell, unspell
from drafter.read.package import Package
from drafter.read.result import Refused

NAMESPACE = "urn:drafter:draft:1"
TAG = f"{{{NAMESPACE}}}"


class OwnCited(NamedTuple):
    """Words of the profile in a block, as they were printed."""

    bookmark: str
    """Name of the hidden bookmark; empty unless it is a figure."""
    at: tuple[Address, ...]
    value: str
    typed: str = ""
    """The words as the profile had them, where they were printed in another way; else empty."""

    @property
    def spelled(self) -> tuple[str, ...]:
        """Return the addresses as clerks read them: 执法.做法.第2条."""
        return tuple(map(spell, self.at))

    @property
    def words(self) -> str:
        """Return the words as the profile had them."""
        return self.typed or self.value


class OwnBlock(NamedTuple):
    """One paragraph as it was printed."""

    id: str
    style: str
    number: str
    """The number of a heading: 一、 （二）."""
    bookmark: str
    words: str
    """Fingerprint of number and words (``drafter.report.fingerprint``)."""
    origins: tuple[str, ...]
    runs: tuple[str | OwnCited, ...]
    """Set phrases as they are, and words of the profile, in the order of the print."""

    @property
    def cited(self) -> tuple[OwnCited, ...]:
        """Return the words of the profile in it."""
        return tuple(run for run in self.runs if isinstance(run, OwnCited))

    @property
    def text(self) -> str:
        """Return its words as they were printed, without the number and without the line breaks of a title."""
        return "".join(run if isinstance(run, str) else run.value for run in self.runs).replace("\n", "")


class OwnPart(NamedTuple):
    """What a draft says of itself."""

    parts: Mapping[str, str]
    """The other parts of the file as we wrote them: name to sha256."""
    about: tuple[OwnCited, ...]
    """单位, 级别, 上级, 期间."""
    blocks: tuple[OwnBlock, ...]


def own_part(package: Package) -> OwnPart | None:
    """Return what a draft says of itself; None where the file was not written by us, or lost its part."""
    for name in package.names:
        if not name.startswith("customXml/") or not name.endswith(".xml"):
            continue
        try:
            root = package.xml(name) if NAMESPACE.encode() in package.part(name) else None
        except Refused:
            continue  # another program's part, which says nothing of ours
        if root is not None and root.tag == f"{TAG}draft":
            return _read(root)
    return None


def untouched(package: Package, own: OwnPart) -> bool:
    """Tell whether the file is byte for byte what we wrote: no program has saved it since."""
    return bool(own.parts) and all(
        name in package.names and hashlib.sha256(package.part(name)).hexdigest() == digest for name, digest in own.parts.items()
    )


def _read(root: Any) -> OwnPart:
    return OwnPart(
        {part.get("name", ""): part.get("sha256", "") for part in root.iterchildren(f"{TAG}part")},
        tuple(_cited(about) for about in root.iterchildren(f"{TAG}about")),
        tuple(_block(block) for block in root.iterchildren(f"{TAG}block")),
    )


def _block(block: Any) -> OwnBlock:
    id_, style, number, bookmark, words = (block.get(name, "") for name in ("id", "style", "number", "bookmark", "words"))
    return OwnBlock(
        id_, style, number, bookmark, words,
        tuple(origin.text or "" for origin in block.iterchildren(f"{TAG}origin")),
        tuple(_cited(run) if run.tag == f"{TAG}cited" else run.text or "" for run in block.iterchildren(f"{TAG}cited", f"{TAG}text")),
    )


def _cited(cited: Any) -> OwnCited:
    return OwnCited(
        cited.get("bookmark", ""),
        tuple(_address(at) for at in cited.iterchildren(f"{TAG}at")),
        cited.findtext(f"{TAG}value") or "",
        cited.findtext(f"{TAG}typed") or "",
    )


def _address(at: Any) -> Address:
    """Return an address: by its steps where they are given, else by its spelling."""
    try:
        steps = json.loads(at.get("steps", ""))
    except ValueError:
        return unspell(at.text or "")
    fit = isinstance(steps, list) and all(isinstance(step, str | int) for step in steps)
    return tuple(steps) if fit else unspell(at.text or "")
