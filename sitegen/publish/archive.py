"""A ZIP as target: made beside the old one, whose place it takes in one step."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from sitegen import kinds
from sitegen.findings import Finding, Place
from sitegen.publish.plan import LIST, Built, Plan, There, hash_of, list_text, listed
from sitegen.zipped import zipped


class Archive:
    """A ZIP file that is published to. What others have put into it stays in it."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def there(self, built: Built) -> There | list[Finding]:
        """What the old ZIP holds."""
        held = self._held()
        if held is None:
            return [Finding(kinds.FOREIGN_ZIP, Place(str(self.file)))]
        before = listed(held.get(LIST, b""))
        if held and not before:
            return [Finding(kinds.FOREIGN_ZIP, Place(str(self.file)))]
        theirs = [path for path in built.hashes if path in held and path not in before]
        if theirs:
            return [Finding(kinds.NOT_OURS, Place(f"{self.file.name}/{path}")) for path in theirs]
        return There({path: hash_of(held[path]) for path in before if path in held})

    def put(self, built: Built, plan: Plan) -> list[Finding]:
        """Write the new ZIP whole, then let it take the old one's place."""
        held = self._held() or {}
        files = {path: data for path, data in held.items() if path not in plan.removed}
        files |= {path: built.data(path) for path in built.hashes}
        files[LIST] = list_text(built.hashes)
        self.file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.file.with_name(f".{self.file.name}.sitegen-new")
        try:
            with fresh.open("wb") as out:
                out.write(zipped(files))
                out.flush()
                os.fsync(out.fileno())
            fresh.replace(self.file)
        finally:
            fresh.unlink(missing_ok=True)
        return []

    def _held(self) -> dict[str, bytes] | None:
        """The files of the old ZIP; ``None`` when it is something else. No file is an empty ZIP."""
        if not self.file.exists():
            return {}
        try:
            with zipfile.ZipFile(self.file) as archive:
                return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, IsADirectoryError):
            return None
