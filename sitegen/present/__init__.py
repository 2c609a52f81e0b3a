"""Stage 5, site -> pages: what each page says, in words, as the documented views."""

from sitegen.present.pages import present, present_top

__all__ = ["present", "present_top"]
