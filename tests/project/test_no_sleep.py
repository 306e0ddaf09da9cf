"""Nothing waits blindly: no sleep, no nested event loop; and no test is left out without saying why."""

from __future__ import annotations

import ast

from tests.project.sources import TESTS, everything, listed, sources

_BLIND = frozenset(("qSleep", "qWait", "processEvents"))
_LEFT_OUT = frozenset(
    ("pytest.skip", "pytest.xfail", "pytest.mark.skip", "pytest.mark.skipif", "pytest.mark.xfail", "unittest.skip")
)


def test_nobody_sleeps() -> None:
    slept = [
        one.at(call.lineno)
        for one in everything()
        for name, call in one.calls()
        if name == "time.sleep" or (name == "sleep" and _imports_sleep(one.tree))
    ]
    assert slept == [], listed(slept)


def test_nobody_runs_a_nested_event_loop_to_wait() -> None:
    found = [f"{one.at(line)} {word}" for one in everything() for word, line in one.words() if word in _BLIND]
    assert found == [], listed(found)


def test_a_test_that_is_left_out_says_why() -> None:
    silent = [
        one.at(call.lineno)
        for one in sources(TESTS)
        for name, call in one.calls()
        if name in _LEFT_OUT and not _says_why(call)
    ]
    assert silent == [], listed(silent)


def test_no_test_is_left_out_by_a_bare_mark() -> None:
    bare = [
        one.at(mark.lineno)
        for one in sources(TESTS)
        for function in one.functions()
        for mark in function.decorator_list
        if isinstance(mark, ast.Attribute) and mark.attr in ("skip", "skipif", "xfail")
    ]
    assert bare == [], listed(bare)


def _imports_sleep(tree: ast.Module) -> bool:
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "time")
    return any(name.name == "sleep" for node in imports for name in node.names)


def _says_why(call: ast.Call) -> bool:
    """A reason in so many words: by name, or as the first argument of `skip(…)` and `xfail(…)`."""
    reasons = [word.value for word in call.keywords if word.arg == "reason"]
    if not reasons and isinstance(call.func, ast.Attribute) and call.func.attr in ("skip", "xfail"):
        reasons = call.args[:1]
    return any(
        not isinstance(one, ast.Constant) or (isinstance(one.value, str) and one.value.strip()) for one in reasons
    )
