"""Seconds, seconds of CPU and megabytes of a build after one body was edited, in a process that has built before.

python benchmarks/warm.py PROJECT OUT DATE
"""

from __future__ import annotations

import resource
import sys
import time
from datetime import date
from pathlib import Path

from sitegen.build import build
from sitegen.cache import Memory
from sitegen.config import Config
from sitegen.inputs import code_key


def main() -> None:
    """Build, edit, build again, and change the file back."""
    project, memory = Path(sys.argv[1]), Memory(warm=True, program=code_key())
    config = Config(project, Path(sys.argv[2]), date.fromisoformat(sys.argv[3]))
    provider = min((project / "content" / "providers").rglob("*.md"))
    text = provider.read_text(encoding="utf-8")
    build(config, memory=memory)
    try:
        provider.write_text(f"{text}\nEtt nytt stycke {time.time_ns()}.\n", encoding="utf-8")
        start, used = time.perf_counter(), time.process_time()
        report = build(config, memory=memory)
        print(time.perf_counter() - start, time.process_time() - used, end=" ")
    finally:
        provider.write_text(text, encoding="utf-8")
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    if report.written is None or not report.written.changed:
        raise SystemExit("the edit changed nothing")


if __name__ == "__main__":
    main()
