"""What all tests share: the helpers of ``sites.py`` explain their own failures."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("sites")
