"""Stage 5, site -> pages: what each page says, in words, as the documented views."""

from sitegen.present.desk import UnreadableText
from sitegen.present.pages import present, present_top
from sitegen.present.styleguide import styleguide

__all__ = ["UnreadableText", "present", "present_top", "styleguide"]
