"""The story of the JSON Schema with which an editor completes and checks a profile (draft 7)."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from drafter.files import is_taken, real, swap, write_new
from drafter.finding import Place
from drafter.kind import Kind, load_notes
from drafter.pipeline.explain import KEYS
from drafter.profile import TOP
from drafter.profile.formal import KEYS as DOCUMENT
from drafter.profile.topic import ACTIVITY, MECHANISM
from drafter.source import file_bytes

FILE = "资料.schema.json"
"""The schema of a kind lies in the folder of the kind."""
TEXT = {"type": ["string", "null", "number"]}
LINES = {"oneOf": [{"type": "array", "items": TEXT}, TEXT]}


def schema(kind: Kind) -> str:
    """Return the schema of a profile of a kind as JSON text."""
    notes = load_notes(kind.folder)
    figures = {name: {**TEXT, "description": f"{notes.get(indicator.id, '')}（{'、'.join(indicator.units)}）"}
               for name, indicator in kind.indicators.items() if indicator.offered}
    local = [name for name, indicator in kind.indicators.items() if not indicator.offered]
    is_open = {"enum": ["是", "否"], "description": KEYS["公开"]}
    known = {name: _named(f"数据.{name}") for name in figures}
    topic = {"anyOf": [_object({
        "提供": _said("提供"), "公开": is_open, "做法": _list(_named("做法"), "做法"),
        "机制": _list(_object(dict.fromkeys(("名称", *MECHANISM), TEXT)), "机制"),
        "活动": _list(_object(dict.fromkeys(("名称", *ACTIVITY), TEXT)), "活动"),
        "本地数据": {"description": KEYS["本地数据"]}, **known}, local),
        {"type": "array", "items": {"anyOf": [TEXT, _named("做法")]}}, {"const": "无"}, {"type": "null"}]}
    problem = _object({**dict.fromkeys(("问题", "主题"), TEXT), "公开": is_open, **dict.fromkeys(("表现", "原因", "整改", "打算"), LINES)})
    top: dict[str, Any] = {key: {"description": KEYS.get(key, "")} for key in TOP}
    top["级别"] = {"enum": list(kind.levels), "description": KEYS["级别"]}
    top["上级"] = {"enum": list(kind.superiors), "description": KEYS["上级"]}
    top["提纲"] = {**TEXT, "description": KEYS["提纲"], "examples": kind.outline_names()}
    top["问题"] = _list(problem, "问题")
    top["改写"] = _list(_object(dict.fromkeys(("原文", "改为"), LINES) | dict.fromkeys(("来自", "接在"), TEXT)), "改写")
    top["公文"] = {**_document(), "description": KEYS["公文"]}
    top["不公开"] = {**LINES, "description": KEYS["不公开"]}
    top["措辞"] = {**_object({key: {**LINES, "description": KEYS[key]} for key in ("指定", "不用")}), "description": KEYS["措辞"]}
    whole = {
        "$schema": "http://json-schema.org/draft-07/schema#", "title": f"{kind.name}资料", "type": "object",
        "required": ["单位", "级别", "上级", "期间"],
        "properties": {**top, **{name: _named("主题") for name in kind.topics}},
        "definitions": {"主题": topic, "做法": _object({"做法": TEXT, "公开": is_open, **known}, local),
                        **{f"数据.{name}": figure for name, figure in figures.items()}},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _document() -> dict[str, Any]:
    """Return the schema of 公文."""
    lines = {key: {**LINES, "description": KEYS[key]} for key in DOCUMENT}
    for key in ("用印", "套红"):
        lines[key] = {"enum": ["是", "否"], "description": KEYS[key]}
    return _object({**lines, "附件": _list(_object({"名称": TEXT, "文件": TEXT}), "附件")})


def keep_schema(kind: Kind) -> bool:
    """Write the schema into the folder of its kind where it is missing or not the one of this catalogue; tell whether it is there."""
    path, words = kind.folder / FILE, schema(kind).encode("utf-8")
    if not is_taken(path):
        return not write_new(path, words)
    held, wrong = file_bytes(path, Place(FILE, 1))
    return wrong is None and (held == words or not swap(path, held, words))


def modeline(profile: Path, kind: Kind) -> str:
    """Return the first line of a profile, by which an editor finds the schema; none where the schema lies on no way from there."""
    try:
        way = os.path.relpath(real(kind.folder / FILE), real(profile.parent))
    except ValueError:  # two drives of Windows
        return ""
    shown = Path(way).as_posix()
    return f"# yaml-language-server: $schema={shown}    （这一行给编辑器看，不用管）\n" if keep_schema(kind) and " " not in shown else ""


def _named(name: str) -> dict[str, str]:
    """Return what stands for a definition."""
    return {"$ref": f"#/definitions/{name}"}


def _object(properties: dict[str, Any], local: list[str] | None = None) -> dict[str, Any]:
    """Return the schema of a mapping with no other keys; ``local`` ones are accepted but not offered."""
    accepted = {"patternProperties": {f"^(?:{'|'.join(map(re.escape, local))})$": TEXT}} if local else {}
    return {"type": "object", "properties": properties, **accepted, "additionalProperties": False}


def _list(item: dict[str, Any], key: str) -> dict[str, Any]:
    """Return the schema of a list of lines or items, where a single one may stand alone and a blank is to be filled in."""
    one = {"anyOf": [TEXT, item]}
    return {"anyOf": [{"type": "array", "items": one}, one], "description": KEYS[key]}


def _said(key: str) -> dict[str, Any]:
    """Return the schema of a text with its explanation."""
    return {**TEXT, "description": KEYS[key]}
