import pytest

pytest.register_assert_rewrite("tests.recommendations.letters.bar")
