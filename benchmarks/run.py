"""Run the benchmarks and print a table: ``python benchmarks/run.py [cold] [batch] [memory] [mining] [printing]`` (default: all)."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import batch, cold, mining, printing  # noqa: E402  (this script may be run without being installed)

PARTS: dict[str, Callable[[Path], list[str]]] = {
    "cold": lambda folder: cold.table(ROOT / "profiles" / "桃溪镇-2024.yaml", folder),
    "batch": batch.speed,
    "memory": batch.memory,
    "mining": mining.table,
    "printing": lambda folder: printing.table(ROOT / "profiles" / "桃溪镇-2024.yaml", folder),
}


def main(names: list[str]) -> None:
    """Measure the parts named, each in a temporary folder of its own."""
    for name in names or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            print("\n".join(PARTS[name](Path(folder))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
