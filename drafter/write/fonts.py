"""Fonts on this machine: looked for by the names of their files, and opened for the typesetter.

Whole font folders are never opened: an office has hundreds of fonts, and a page needs five.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from drafter.files import is_folder, private_folder

if TYPE_CHECKING:
    import typst

ENDINGS = (".ttf", ".otf", ".ttc")
RARE, LATIN = "生僻字", "西文"
OTHERWISE = "宋体"
"""The class of a face whose name tells none."""


class Candidate(NamedTuple):
    """A font that may serve a class of faces."""

    name: str
    files: tuple[str, ...]
    """Names of its file, without ending; one * stands for anything."""
    family: str = ""
    """Its name inside the file, where the file holds several fonts."""
    stand_in: bool = False
    """Whether it is of another class and only stands in."""


Catalogue = Mapping[str, Sequence[Candidate]]
"""Candidates by class (小标宋, 仿宋 …), the best first."""


class Found(NamedTuple):
    """A font that was found for a face."""

    face: str
    candidate: Candidate
    path: Path


class Opened(NamedTuple):
    """Fonts as the typesetter takes them, with family and weight of each file."""

    fonts: typst.Fonts
    known: Mapping[Path, tuple[tuple[str, int], ...]]

    def broken(self, found: Iterable[Found]) -> frozenset[Path]:
        """Return the files that are no fonts after all: damaged, empty, or a link to nothing."""
        return frozenset(one.path for one in found if one.path not in self.known)

    def family(self, found: Found) -> tuple[str, int] | None:
        """Return family and weight of a font; None where its file is no font after all."""
        inside = self.known.get(found.path, ())
        return next((pair for pair in inside if pair[0] == found.candidate.family), inside[0] if inside else None)


def font_files(folders: Iterable[str]) -> dict[str, Path]:
    """Return the font files of some folders by their names in lower case; the first of a name counts."""
    files: dict[str, Path] = {}
    for name in folders:
        folder = Path(os.path.expandvars(name)).expanduser()
        if not folder.is_absolute() or not is_folder(folder):
            continue
        for inside, _, names in os.walk(folder):
            for file in sorted(names):
                if file.lower().endswith(ENDINGS):
                    files.setdefault(file.lower(), Path(inside) / file)
    return files


def find(face: str, catalogue: Catalogue, files: Mapping[str, Path]) -> Found | None:
    """Return the best font for a face: that of its own name, else the first of its class."""
    candidates = catalogue.get(class_of(face, catalogue), ())
    named = sorted(candidates, key=lambda candidate: candidate.name != face)
    return next((found for candidate in named if (found := _found(face, candidate, files))), None)


def find_all(role: str, catalogue: Catalogue, files: Mapping[str, Path]) -> list[Found]:
    """Return every font of a class that is there."""
    return [found for candidate in catalogue.get(role, ()) if (found := _found(role, candidate, files))]


def class_of(face: str, catalogue: Catalogue) -> str:
    """Return the class of a face: where its name is listed, else the one whose name is part of its name."""
    listed = (role for role, candidates in catalogue.items() if any(one.name == face and not one.stand_in for one in candidates))
    return next(listed, next((role for role in catalogue if role in face), OTHERWISE))


def _found(face: str, candidate: Candidate, files: Mapping[str, Path]) -> Found | None:
    for pattern in candidate.files:
        head, star, tail = pattern.lower().partition("*")
        for ending in ENDINGS:
            name = head + ending
            hit = files.get(name) if not star else _like(head, tail + ending, files)
            if hit:
                return Found(face, candidate, hit)
    return None


def _like(head: str, tail: str, files: Mapping[str, Path]) -> Path | None:
    """Return the first font file whose name begins and ends so."""
    return next((files[name] for name in sorted(files) if name.startswith(head) and name.endswith(tail)), None)


@contextmanager
def opened(paths: Iterable[Path]) -> Iterator[Opened]:
    """Open some font files, and no others, as long as a page is being set."""
    import typst  # noqa: PLC0415  81 MB on the disk, loaded only when a page is set

    wanted = sorted(set(paths))
    with tempfile.TemporaryDirectory() as spare:
        folder = _linked(wanted, Path(spare)) if os.name != "nt" else _copied(wanted, Path(spare))
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
        real = {os.path.realpath(folder / _name(number, path)): path for number, path in enumerate(wanted)}
        known: dict[Path, tuple[tuple[str, int], ...]] = {}
        for font in fonts.fonts():
            path = real[os.path.realpath(font.path or "")]
            known[path] = (*known.get(path, ()), (font.family, font.weight))
        yield Opened(fonts, known)


def _name(number: int, path: Path) -> str:
    """Return the name of a font in the folder that is opened; two folders may hold one name."""
    return f"{number}-{path.name}"


def _linked(paths: Sequence[Path], folder: Path) -> Path:
    """Return a folder with links to these fonts and nothing else: the typesetter opens folders only."""
    for number, path in enumerate(paths):
        (folder / _name(number, path)).symlink_to(path)
    return folder


def _copied(paths: Sequence[Path], spare: Path) -> Path:
    """Return a folder with copies of these fonts, kept for the next time, for a system where links need a right of their own."""
    marks = [f"{path}|{path.stat().st_size}|{path.stat().st_mtime_ns}" for path in paths]
    base = private_folder() or spare
    kept = base / f"fonts-{hashlib.sha256(chr(10).join(marks).encode()).hexdigest()[:16]}"
    if is_folder(kept):
        return kept
    fresh = Path(tempfile.mkdtemp(dir=base))
    for number, path in enumerate(paths):
        shutil.copy(path, fresh / _name(number, path))
    try:
        return fresh.rename(kept)
    except OSError:  # another process was quicker, or holds it
        return fresh
