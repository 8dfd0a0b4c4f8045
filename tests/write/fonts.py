"""Stand-ins for the official faces, by a fontconfig file of our own; nothing of the system is touched.

Free cuts of 仿宋, 楷体, 黑体 and 宋体 (Fandol) come out of Debian's package texlive-lang-chinese, without TeX itself.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

PACKAGE = "texlive-lang-chinese"
INSTALLED = Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol")
FILES = ("FandolFang-Regular", "FandolKai-Regular", "FandolHei-Regular", "FandolSong-Regular", "FandolSong-Bold")
STAND_INS = {
    "仿宋_GB2312": ("FandolFang", "FandolFang R", "LXGW WenKai"), "仿宋": ("FandolFang", "FandolFang R", "LXGW WenKai"),
    "楷体_GB2312": ("FandolKai", "LXGW WenKai"), "楷体": ("FandolKai", "LXGW WenKai"),
    "黑体": ("FandolHei", "Noto Sans CJK SC"), "SimHei": ("FandolHei", "Noto Sans CJK SC"),
    "宋体": ("FandolSong", "Noto Serif CJK SC"), "SimSun": ("FandolSong", "Noto Serif CJK SC"),
    "方正小标宋简体": ("FandolSong:bold", "Noto Serif CJK SC"),
    "方正小标宋_GBK": ("FandolSong:bold", "Noto Serif CJK SC"),
    "Times New Roman": ("Liberation Serif",),
}
RARE = ("LXGW WenKai", "Noto Serif CJK SC")
BOLD = '<edit name="weight" mode="assign" binding="same"><const>bold</const></edit>'
# The bold file calls itself regular, and fontconfig would take it for either at random.
TELL_BOLD = ('<match target="scan"><test name="postscriptname"><string>FandolSong-Bold</string></test>'
             '<edit name="weight" mode="assign"><const>bold</const></edit></match>')


def fontconfig() -> Path:
    """Return a fontconfig file under which the official names find their stand-ins."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or tempfile.gettempdir()) / "drafter-fonts"
    cache.mkdir(parents=True, exist_ok=True)
    folder = cache / "faces"
    if not all((folder / f"{name}.otf").exists() for name in FILES):
        _collect(folder)
    text = _rules(folder, cache / "index")
    config = cache / "fonts.conf"
    if not config.exists() or config.read_text(encoding="utf-8") != text:
        shutil.rmtree(cache / "index", ignore_errors=True)  # fontconfig does not notice changed scan rules
        config.write_text(text, encoding="utf-8")
    return config


def _collect(folder: Path) -> None:
    """Copy the faces from where TeX has them, else from the package itself."""
    with tempfile.TemporaryDirectory() as scratch:
        source = INSTALLED
        if not source.exists():
            subprocess.run(["apt-get", "download", PACKAGE], cwd=scratch, check=True, capture_output=True, timeout=300)
            package = next(Path(scratch).glob("*.deb"))
            subprocess.run(["dpkg-deb", "-x", package, "."], cwd=scratch, check=True, timeout=300)
            source = next(Path(scratch).rglob("FandolFang-Regular.otf")).parent
        folder.mkdir(exist_ok=True)
        for name in FILES:
            shutil.copy(source / f"{name}.otf", folder)


def _rules(folder: Path, index: Path) -> str:
    stand_ins = "\n".join(_stand_in(name, families) for name, families in STAND_INS.items())
    rare = "".join(f"<string>{name}</string>" for name in RARE)
    return f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>{folder}</dir>
<dir>/usr/share/fonts</dir>
<cachedir>{index}</cachedir>
{TELL_BOLD}
{stand_ins}
<match target="pattern"><edit name="family" mode="append_last" binding="weak">{rare}</edit></match>
</fontconfig>
"""


def _stand_in(name: str, families: tuple[str, ...]) -> str:
    strings = "".join(f"<string>{family.removesuffix(':bold')}</string>" for family in families)
    bold = BOLD if families[0].endswith(":bold") else ""
    return (f'<match target="pattern"><test name="family" compare="eq"><string>{name}</string></test>'
            f'<edit name="family" mode="assign" binding="same">{strings}</edit>{bold}</match>')
