"""What all tests share: the helpers of ``sites.py`` explain their own failures."""

from __future__ import annotations

import os
import tempfile

import pytest

os.environ["SITEGEN_CACHE"] = tempfile.mkdtemp(prefix="sitegen-cache-")  # never the one of whoever runs the tests
pytest.register_assert_rewrite("sites")
