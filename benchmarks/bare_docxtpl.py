"""The yardstick: docxtpl with nothing around it. Also a script: TEMPLATE CONTENT.json OUTPUT."""

import json
import sys
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate


def render(template: Path, lines: list[dict[str, str]]) -> bytes:
    """Render a list of paragraphs into the template."""
    document = DocxTemplate(template)
    document.render({"lines": lines}, autoescape=True)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


if __name__ == "__main__":
    content = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    Path(sys.argv[3]).write_bytes(render(Path(sys.argv[1]), content))
