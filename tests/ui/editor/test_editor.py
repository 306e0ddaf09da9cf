"""The editor in the window: the data mapper over it, unsaved work kept and offered again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.editing import find, removed
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.model import Integration
from mailflow_gui.qt.unsaved import Autosave
from mailflow_gui.store.snapshots import UnsavedWork
from mailflow_gui.ui.editor.editor import Editor
from mailflow_gui.ui.editor.panels.data_mapper import DataMapperPanel
from mailflow_gui.ui.integrations.create.stage import Services
from tests.ui.editor.conftest import shelf
from tests.ui.editor.stand import FLOW, StillControl
from tests.ui.integrations.workbench import Workbench, until


class Open(Protocol):
    """Opens the editor as after a start of the program; what was left has been `read` by then, or not yet."""

    def __call__(self, *, read: bool = True) -> Editor: ...


@pytest.fixture
def store(tmp_path: Path) -> UnsavedWork:
    return UnsavedWork(tmp_path / "unsaved")


@pytest.fixture
def start(bench: Workbench, store: UnsavedWork, qtbot: QtBot, tmp_path: Path) -> Open:
    """A program with the integration of the design's picture."""
    bench.library.profile = bench.library.profile.with_integration(replace(FLOW, version=1))
    bench.profiles.load()

    def begin(*, read: bool = True) -> Editor:
        unsaved = Autosave(store, bench.profiles, bench.tasks, bench.tasks)
        if read:
            loaded: list[int] = []
            unsaved.load().always(lambda: loaded.append(1))
            until(lambda: loaded, "what was left is read")
        control = StillControl(Health(State.RUNNING))
        control.profiles = bench.profiles
        services = Services(bench.profiles, bench.previews, bench.servers)
        editor = Editor(services, control, unsaved, shelf(bench, tmp_path))  # type: ignore[arg-type]
        qtbot.addWidget(editor)
        editor.resize(1144, 736)
        editor.show()
        editor.open(replace(FLOW, version=1))
        until(lambda: editor.page.samples.messages, "the built-in sample")
        return editor

    return begin


def test_the_mapper_opens_over_the_flow_and_done_keeps_its_values(start: Open) -> None:
    editor = start()
    editor.page.select("mapper")
    panel = editor.page.panel.content
    assert isinstance(panel, DataMapperPanel)
    panel.open_button.click()
    mapper = editor.mapper
    assert mapper is not None
    assert editor.currentWidget() is mapper
    mapper.done.emit({"mappings": [{"from": ["subject"], "to": "subject"}]})
    assert editor.mapper is None
    assert editor.page.work.steps[3].values == {"mappings": [{"from": ["subject"], "to": "subject"}]}
    assert editor.page.work.next_undo == "Data Mapper changed"


def test_cancelling_the_mapper_changes_nothing(start: Open) -> None:
    editor = start()
    editor.open_mapper("mapper")
    assert editor.mapper is not None
    editor.mapper.cancelled.emit()
    assert not editor.page.work.changed


def test_work_is_kept_while_it_changes_and_offered_after_a_crash(
    start: Open, store: UnsavedWork, bench: Workbench
) -> None:
    editor = start()
    editor.page.remove("log")
    until(store.all, "kept within two seconds", seconds=5)
    again = start()
    assert again.keeping.banner.isVisible()
    again.keeping.banner.buttons()[0].click()
    assert again.page.work.steps == removed(FLOW.steps, "log")
    assert again.page.work.next_undo == "Unsaved changes restored"


def test_what_was_left_is_read_after_the_editor_opened(start: Open, store: UnsavedWork) -> None:
    editor = start()
    editor.page.remove("log")
    until(store.all, "kept", seconds=5)
    again = start(read=False)
    assert not again.keeping.banner.isVisible()
    again.keeping.unsaved.load()
    until(again.keeping.banner.isVisible, "the offer")


def test_a_change_taken_back_leaves_the_offer_as_it_was(start: Open, store: UnsavedWork, qtbot: QtBot) -> None:
    editor = start()
    editor.page.remove("log")
    until(store.all, "kept", seconds=5)
    again = start()
    again.page.remove("filter")
    again.page.undo()
    with qtbot.waitSignal(again.keeping.unsaved.kept):
        again.keeping.unsaved.flush()
    assert again.keeping.banner.isVisible()
    assert store.all()[0].integration.working == removed(FLOW.steps, "log")


def test_mappings_are_kept_before_done_and_given_up_by_cancel(start: Open, store: UnsavedWork) -> None:
    editor = start()
    editor.open_mapper("mapper")
    mapper = editor.mapper
    assert mapper is not None
    mapper.draft.connect("message.subject", "bcc")
    mapper.refresh()
    until(store.all, "kept", seconds=5)
    kept = find(store.all()[0].integration.working, "mapper")
    assert kept is not None
    assert kept.values == mapper.draft.values()
    mapper.cancelled.emit()
    until(lambda: not store.all(), "dropped")


def test_discarded_work_is_not_offered_again(start: Open, store: UnsavedWork) -> None:
    editor = start()
    editor.page.remove("log")
    until(store.all, "kept", seconds=5)
    again = start()
    again.keeping.banner.buttons()[1].click()
    until(lambda: not store.all(), "dropped")
    assert not start().keeping.banner.isVisible()


def test_saving_leaves_nothing_to_restore(start: Open, store: UnsavedWork) -> None:
    editor = start()
    editor.page.remove("log")
    until(store.all, "kept", seconds=5)
    editor.page.save()
    until(lambda: not store.all(), "dropped after saving")


def test_undoing_everything_leaves_nothing_to_restore(start: Open, store: UnsavedWork) -> None:
    editor = start()
    editor.page.remove("log")
    until(store.all, "kept", seconds=5)
    editor.page.undo()
    until(lambda: not store.all(), "dropped after undoing")


def test_work_that_can_not_be_kept_is_told_once(
    start: Open, store: UnsavedWork, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(integration: Integration, at: str) -> None:
        raise StoreError("The work could not be kept", "No space left on device.", cause="PROFILE_NOT_WRITTEN")

    editor = start()
    monkeypatch.setattr(store, "keep", refuse)
    told: list[str] = []
    editor.toast.connect(lambda text, action: told.append(text))
    for id in ("log", "filter"):
        editor.page.verbs.remove(id, "")
        with qtbot.waitSignal(editor.keeping.unsaved.failed):
            editor.keeping.unsaved.flush()
    warnings = [text for text in told if "not safe from a crash" in text]
    assert len(warnings) == 1
    assert "The work could not be kept" in warnings[0]
