"""Write the pages of ``docs/referens/``, or into another folder that is named."""

from __future__ import annotations

import sys
from pathlib import Path

from docs.reference import commands, fields, messages, rules, views

PAGES = {
    "kommandon.md": commands.text,
    "falt.md": fields.text,
    "regler.md": rules.text,
    "meddelanden.md": messages.text,
    "vyer.md": views.text,
}


def main(folder: Path) -> None:
    """Write every page."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in PAGES.items():
        (folder / name).write_text(text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "referens")
