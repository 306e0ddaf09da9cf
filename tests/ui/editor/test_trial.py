"""A Test Run in the window: choosing a message, the band above the canvas, what the panel shows of a step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Step
from mailflow_gui.core.shapes import taken
from mailflow_gui.qt.samples import KeptSamples
from mailflow_gui.store.samples import SampleFiles
from mailflow_gui.ui.editor.samples import Samples
from mailflow_gui.ui.editor.trial import Origin, Trial
from mailflow_gui.ui.editor.trial_banner import TrialBanner
from mailflow_gui.ui.editor.trial_messages import MessageChooser
from mailflow_gui.ui.editor.trial_panel import TrialPanel
from mailflow_gui.ui.integrations.create.stage import Services
from mailflow_gui.ui.theme import Theme
from tests.ui.integrations.workbench import Workbench, letters, sending, workbench

RULE = {"path": "subject", "op": "contains", "value": "catalog"}
MAPPINGS = [
    {"from": ["from"], "to": "to"},
    {"from": ["subject"], "to": "subject", "transformations": [{"Prepend": {"string": "Re: "}}]},
]
START = Step(connection="Obtain Info Emails", action="receive-email", id="start")
FILTER = Step("basic-filter", values={"rules": [RULE]}, id="filter")
MAP = Step("data-mapper", values={"mappings": MAPPINGS}, id="map")
SEND = Step(
    connection="Send Emails to Leads",
    action="send-email",
    values={"from": "info@ourcompany.com", "text": "Thank you", "bcc": "boss@ourcompany.com"},
    id="send",
)
FLOW = (START, FILTER, MAP, SEND)
CATALOG_WANTED, CHAIRS = letters()[:2]


@dataclass
class Stand:
    bench: Workbench
    trial: Trial
    kept: KeptSamples
    qtbot: QtBot

    def message(self, raw: bytes) -> Message:
        return self.bench.reader.read(raw)

    def run(self, raw: bytes = CATALOG_WANTED, flow: tuple[Step, ...] = FLOW, origin: Origin = Origin.FILE) -> None:
        self.trial.begin(self.message(raw), origin, flow)
        self.qtbot.waitUntil(lambda: not self.trial.running)

    def panel(self, step: Step, flow: tuple[Step, ...] = FLOW) -> TrialPanel:
        """The panel of a step of the last run."""
        made = TrialPanel(self.bench.previews, QLabel("the settings"))
        self.qtbot.addWidget(made)
        made.resize(360, 600)
        rest = flow[flow.index(step) + 1 :]
        found = taken(rest, self.bench.profiles.catalog)
        made.show_results(self.trial.results(step.id), (rest[found[0]], found[1]) if found else None)
        made.show()
        return made


@pytest.fixture
def stand(tmp_path: Path, qtbot: QtBot, look: Theme) -> Iterator[Stand]:
    bench = workbench(tmp_path, sending())
    kept = KeptSamples(SampleFiles(tmp_path / "samples"), bench.reader, bench.profiles, bench.tasks)
    holder = QObject()
    yield Stand(bench, Trial(bench.previews, "flow", holder), kept, qtbot)
    bench.close()


def values(panel: TrialPanel) -> dict[str, tuple[str, bool]]:
    return {row.label: (row.value or row.note, row.changed) for row in panel.rows.rows}


# ---- the run and its band ----


def test_the_band_tells_message_and_outcome(stand: Stand) -> None:
    banner = TrialBanner()
    stand.qtbot.addWidget(banner)
    stand.trial.changed.connect(lambda: banner.show_trial(stand.trial))
    stand.trial.begin(stand.message(CATALOG_WANTED), Origin.MAILBOX, FLOW)
    assert (banner.title.text(), banner.caption.text(), banner.again.busy) == (
        "Test run with “Request for a catalog”",
        "Running…",
        True,
    )
    stand.qtbot.waitUntil(lambda: not stand.trial.running)
    assert banner.caption.text() == "Nothing was sent, and nothing was marked in the mailbox."
    stand.trial.end()
    assert (banner.isHidden(), stand.trial.rehearsal) == (True, None)


@pytest.mark.parametrize(
    ("raw", "flow", "said"),
    [
        (CATALOG_WANTED, FLOW, "Nothing was sent."),
        (CHAIRS, FLOW, "Stopped at Basic Filter. Nothing was sent."),
        (CATALOG_WANTED, (START, SEND), "Failed at Send Email. Nothing was sent."),
    ],
    ids=["through", "stopped", "failed"],
)
def test_how_it_ended_is_said_in_a_sentence(stand: Stand, raw: bytes, flow: tuple[Step, ...], said: str) -> None:
    nobody = Step(SEND.kind, SEND.connection, SEND.action, {"from": "info@ourcompany.com"}, id="send")
    stand.run(raw, tuple(nobody if one is SEND and MAP not in flow else one for one in flow))
    assert stand.trial.summary == said


def test_running_again_uses_the_steps_as_they_are_now(stand: Stand) -> None:
    stand.run(CHAIRS)
    assert stand.trial.results("send") == ()
    stand.trial.again((START, MAP, SEND))
    stand.qtbot.waitUntil(lambda: not stand.trial.running)
    assert len(stand.trial.results("send")) == 1


def test_an_answer_that_comes_after_the_end_shows_nothing(stand: Stand) -> None:
    stand.trial.begin(stand.message(CHAIRS), Origin.FILE, FLOW)
    stand.trial.end()
    assert stand.bench.tasks.wait()
    stand.qtbot.wait(20)
    assert (stand.trial.active, stand.trial.rehearsal) == (False, None)


# ---- the panel ----


def test_output_of_a_mapper_is_green_and_input_is_the_message(stand: Stand) -> None:
    stand.run()
    panel = stand.panel(MAP)
    assert values(panel) == {
        "Email to": ("Elena Rossi <elena@example.org>", True),
        "Email subject": ("Re: Request for a catalog", True),
        "Email from": ("empty, the typed value is used", False),
        "Email cc": ("empty", False),
        "Email bcc": ("empty, the typed value is used", False),
        "Email text": ("empty, the typed value is used", False),
        "Email HTML": ("empty", False),
        "Reply to": ("empty", False),
    }
    assert panel.legend.text() == "Green: set or changed by this step."
    panel.tabs.set_value("input")
    assert values(panel)["Email subject"] == ("Request for a catalog", False)
    assert panel.legend.isHidden()


def test_a_filter_says_what_it_found_and_changes_nothing(stand: Stand) -> None:
    stand.run()
    panel = stand.panel(FILTER)
    assert (panel.said.text(), panel.legend.text()) == ("1 of 1 rules match, continue", "This step changes nothing.")


def test_where_it_stopped_and_what_was_not_reached(stand: Stand) -> None:
    stand.run(CHAIRS)
    stopped, never = stand.panel(FILTER), stand.panel(MAP)
    assert stopped.note.accessibleName() == "Stopped here. 1 of 1 rules did not match (subject)"
    assert never.note.accessibleName() == "Not reached. The message did not come to this step."
    assert (stopped.rows.rows, never.rows.rows, never.copy.isVisible()) == ((), (), False)


def test_the_exact_message_as_text_and_as_source(stand: Stand) -> None:
    stand.run()
    panel = stand.panel(SEND)
    view = panel.outgoing
    stand.qtbot.waitUntil(lambda: bool(view.rows.rows))
    assert view.headline.text() == "Would be sent to elena@example.org, boss@ourcompany.com"
    assert {row.label: row.value for row in view.rows.rows} == {
        "From": "info@ourcompany.com",
        "To": "Elena Rossi <elena@example.org>",
        "Bcc": "boss@ourcompany.com",
        "Subject": "Re: Request for a catalog",
    }
    assert view.body.text() == "Thank you"
    view.choice.set_value("source")
    outgoing = stand.trial.results("send")[0].outgoing
    assert outgoing is not None
    assert view.source.text() == outgoing.wire.decode().replace("\r\n", "\n")
    assert (view.source.isVisible(), view.body.isVisible(), view.source.isReadOnly()) == (True, False, True)
    panel.copy.click()
    assert QGuiApplication.clipboard().text() == outgoing.wire.decode()


def test_the_settings_are_the_step_s_own_panel(stand: Stand) -> None:
    stand.run()
    panel = stand.panel(MAP)
    assert not panel.settings.isVisible()
    panel.tabs.set_value("settings")
    assert (panel.settings.isVisible(), panel.rows.isVisible(), panel.copy.isVisible()) == (True, False, False)


def test_the_items_of_a_split_one_after_the_other(stand: Stand) -> None:
    lines = Step("split", values={"by": "lines"}, id="split")
    log = Step("log", values={"customText": "seen"}, id="log")
    flow = (START, lines, log)
    stand.run(CATALOG_WANTED, flow)
    count = len(stand.trial.results("log"))
    assert count > 1
    panel = stand.panel(log, flow)
    assert (panel.item.text(), panel.earlier.isEnabled()) == (f"Item 1 of {count}", False)
    first = values(panel)
    panel.later.click()
    assert panel.item.text() == f"Item 2 of {count}"
    assert values(panel) != first


def test_the_start_shows_the_message_that_went_in(stand: Stand) -> None:
    panel = stand.panel(MAP)
    panel.show_message(stand.message(CATALOG_WANTED))
    assert values(panel)["Email subject"] == ("Request for a catalog", False)
    panel.tabs.set_value("input")
    assert panel.note.accessibleName().startswith("Nothing comes before this step")


# ---- choosing a message ----


def chooser(stand: Stand, *raws: bytes) -> tuple[MessageChooser, list[tuple[str, Origin]]]:
    """The sheet with these messages as if they were in the mailbox; and what it is asked to run."""
    samples = Samples(Services(stand.bench.profiles, stand.bench.previews, stand.bench.servers), "flow", stand.trial)
    samples.load(None)
    stand.qtbot.waitUntil(lambda: bool(samples.messages))
    for raw in reversed(raws):
        samples.show(stand.message(raw))
    made = MessageChooser(samples, stand.kept, "flow", None)
    stand.qtbot.addWidget(made)
    told: list[tuple[str, Origin]] = []
    made.chosen.connect(lambda message, origin: told.append((message.subject, origin)))
    made.show()
    stand.qtbot.waitExposed(made)
    return made, told


def test_a_message_is_chosen_by_keyboard(stand: Stand) -> None:
    sheet, told = chooser(stand, CATALOG_WANTED, CHAIRS)
    stand.qtbot.waitUntil(lambda: sheet.rows[0].hasFocus())
    stand.qtbot.keyClick(sheet.rows[0], Qt.Key.Key_Down)
    assert sheet.current is sheet.rows[1]
    stand.qtbot.keyClick(sheet.rows[1], Qt.Key.Key_Return)
    assert (told, sheet.isVisible()) == ([("Quote for 40 chairs", Origin.MAILBOX)], False)


def test_a_message_is_chosen_by_mouse(stand: Stand) -> None:
    sheet, told = chooser(stand, CATALOG_WANTED, CHAIRS)
    stand.qtbot.mouseClick(sheet.rows[1], Qt.MouseButton.LeftButton)
    stand.qtbot.mouseClick(sheet.run, Qt.MouseButton.LeftButton)
    assert told == [("Quote for 40 chairs", Origin.MAILBOX)]


def test_without_a_mailbox_the_built_in_sample_is_offered_and_can_not_be_kept(stand: Stand) -> None:
    sheet, told = chooser(stand)
    assert [one.origin for one in sheet.rows] == [Origin.BUILT_IN]
    assert not sheet.keep.isEnabled()
    sheet.run.click()
    assert told == [("Interested in your product", Origin.BUILT_IN)]


def test_a_kept_message_is_listed_first_and_can_be_removed(stand: Stand) -> None:
    sheet, _ = chooser(stand, CATALOG_WANTED, CHAIRS)
    sheet.choose(sheet.rows[1])
    sheet.keep.click()
    stand.qtbot.waitUntil(lambda: len(sheet.rows) == 3)
    assert (sheet.rows[0].message.subject, sheet.rows[0].origin) == ("Quote for 40 chairs", Origin.KEPT)
    assert (sheet.current, sheet.keep.text()) == (sheet.rows[0], "Remove")
    stand.qtbot.keyClick(sheet, Qt.Key.Key_Delete)
    stand.qtbot.waitUntil(lambda: len(sheet.rows) == 2)
    assert sheet.keep.text() == "Keep Message"


def test_a_file_is_run_at_once(stand: Stand, tmp_path: Path) -> None:
    sheet, told = chooser(stand, CHAIRS)
    path = tmp_path / "mail.eml"
    path.write_bytes(CATALOG_WANTED)
    sheet.open_file(path)
    stand.qtbot.waitUntil(lambda: bool(told))
    assert told == [("Request for a catalog", Origin.FILE)]


def test_a_file_that_is_no_message_says_so_and_the_sheet_stays(stand: Stand, tmp_path: Path) -> None:
    sheet, told = chooser(stand, CHAIRS)
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    sheet.open_file(path)
    stand.qtbot.waitUntil(sheet.trouble.isVisible)
    assert sheet.trouble.accessibleName() == "“picture.png” is not an email. Choose an .eml file."
    assert (told, sheet.isVisible()) == ([], True)
