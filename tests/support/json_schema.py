"""A small judge of JSON Schema draft 7: the keywords that our schema uses, and no other."""

import datetime
import re
from typing import Any

KNOWN = {"$schema", "$ref", "title", "description", "examples", "const", "enum", "type", "required", "properties", "definitions",
         "patternProperties", "additionalProperties", "items", "anyOf", "oneOf", "allOf"}
TYPES: dict[str, tuple[type, ...]] = {
    "array": (list,), "boolean": (bool,), "integer": (int,), "null": (type(None),), "number": (int, float), "object": (dict,),
    "string": (str,),
}


def mistakes(data: Any, schema: Any, dates: bool = False) -> list[str]:
    """Return what is wrong with some data by a schema; with ``dates`` a date that YAML made counts as its text."""
    return list(dict.fromkeys(_judge(_as_text(data) if dates else data, schema, schema, "")))


def _as_text(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_text(value) for value in data]
    return str(data) if isinstance(data, datetime.date) else data


def _judge(data: Any, schema: Any, root: Any, at: str) -> list[str]:
    if isinstance(schema, bool):
        return [] if schema else [f"{at}: not allowed"]
    unknown = set(schema) - KNOWN
    assert not unknown, f"the judge does not know {unknown}"
    if "$ref" in schema:
        target = root
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        return _judge(data, target, root, at)
    found = _simple(data, schema, at)
    for keyword, least, most in (("anyOf", 1, 10_000), ("oneOf", 1, 1), ("allOf", len(schema.get("allOf", [])), 10_000)):
        if keyword in schema:
            fitting = sum(not _judge(data, one, root, at) for one in schema[keyword])
            found += [] if least <= fitting <= most else [f"{at}: {fitting} of {keyword} fit"]
    if isinstance(data, dict):
        found += [f"{at}: lacks {key}" for key in schema.get("required", []) if key not in data]
        for key, value in data.items():
            patterns = [one for pattern, one in schema.get("patternProperties", {}).items() if re.search(pattern, key)]
            inner = schema.get("properties", {}).get(key, patterns[0] if patterns else schema.get("additionalProperties", True))
            found += _judge(value, inner, root, f"{at}/{key}")
    if isinstance(data, list) and "items" in schema:
        for index, value in enumerate(data):
            found += _judge(value, schema["items"], root, f"{at}/{index}")
    return found


def _simple(data: Any, schema: Any, at: str) -> list[str]:
    found = []
    if "type" in schema:
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        fits = any(isinstance(data, TYPES[name]) and (name == "boolean" or not isinstance(data, bool)) for name in names)
        found += [] if fits else [f"{at}: {data!r} is not {names}"]
    if "const" in schema and data != schema["const"]:
        found.append(f"{at}: {data!r} is not {schema['const']!r}")
    if "enum" in schema and data not in schema["enum"]:
        found.append(f"{at}: {data!r} is none of {schema['enum']}")
    return found
