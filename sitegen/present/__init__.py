"""Stage 5, site -> pages: what each page says, in words, as the documented views."""

from sitegen.present.brochure import brochure_page
from sitegen.present.desk import UnreadableText
from sitegen.present.pages import pages_of, pages_of_provider, present, present_top
from sitegen.present.sheet import sheet_page
from sitegen.present.styleguide import styleguide

__all__ = ["UnreadableText", "brochure_page", "pages_of", "pages_of_provider", "present", "present_top",
           "sheet_page", "styleguide"]  # fmt: skip
