"""Draws every widget in its states into one picture, to compare with the design by eye.

python tests/ui/gallery.py out.png light|dark [scale] [font factor] [family]
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if len(sys.argv) > 3:
    os.environ["QT_SCALE_FACTOR"] = sys.argv[3]

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.card import Card, ClickableCard, Divider
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import (
    CheckBox,
    ComboBox,
    DurationEdit,
    LineEdit,
    PasswordEdit,
    PortEdit,
    RadioButton,
    RadioCard,
    SearchField,
    SpinBox,
    TextArea,
)
from mailflow_gui.ui.widgets.labels import Caption, ElidedLabel, Label, LinkButton
from mailflow_gui.ui.widgets.list_row import ListRow, RowList
from mailflow_gui.ui.widgets.menu import themed_menu
from mailflow_gui.ui.widgets.page import Footer, PageHeader, ScrollPage
from mailflow_gui.ui.widgets.pill import Chip, StatusPill
from mailflow_gui.ui.widgets.segmented import Segmented
from mailflow_gui.ui.widgets.spinner import Spinner
from mailflow_gui.ui.widgets.stepper import Stepper
from mailflow_gui.ui.widgets.switch import Switch
from mailflow_gui.ui.widgets.tile import Tile
from mailflow_gui.ui.widgets.toast import ToastHost


def card(title: str, *parts: QWidget | QLayout) -> Card:
    made = Card()
    column = QVBoxLayout(made)
    column.setContentsMargins(16, 12, 16, 16)
    column.setSpacing(8)
    column.addWidget(Label(title, "caption", "text2"))
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    return made


def line(*parts: QWidget, name: str = "") -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    if name:
        label = Label(name, "caption", "text3")
        label.setFixedWidth(56)
        row.addWidget(label)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def focused(widget: QWidget) -> QWidget:
    """Freeze the look of keyboard focus without owning the focus."""
    widget.hasFocus = lambda: True  # type: ignore[method-assign]
    widget.focus_ring = True  # type: ignore[attr-defined]
    return widget


def hovered(widget: QWidget) -> QWidget:
    widget.underMouse = lambda: True  # type: ignore[method-assign]
    return widget


def pressed(widget: Button) -> Button:
    widget.setDown(True)
    return widget


def disabled(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def buttons() -> Card:
    busy = Button("Validating…", icon="retry")
    busy.set_busy(True, "Validating…")
    return card(
        "Buttons",
        line(
            Button("Validate", kind="primary"),
            Button("Cancel"),
            Button("Open…", kind="ghost", icon="folder"),
            name="Default",
        ),
        line(
            hovered(Button("Validate", kind="primary")),
            hovered(Button("Cancel")),
            hovered(Button("Open…", kind="ghost", icon="folder")),
            name="Hover",
        ),
        line(pressed(Button("Validate", kind="primary")), pressed(Button("Cancel")), name="Pressed"),
        line(focused(Button("Validate", kind="primary")), focused(Button("Cancel")), name="Focus"),
        line(disabled(Button("Validate", kind="primary")), disabled(Button("Cancel")), name="Disabled"),
        line(busy, Spinner(16), name="Busy"),
        line(
            Button("Remove Step", kind="danger", icon="trash"),
            LinkButton("View All 6"),
            IconButton("more", "More"),
            name="Other",
        ),
    )


def forms() -> Card:
    error = FormRow("Email Host Name", LineEdit("imap,ourcompany.com"), required=True, note="error")
    error.set_problem("A name has no comma. Try imap.ourcompany.com")
    port = PortEdit([(993, "SSL/TLS"), (143, "StartTLS or None")])
    port.set_value(993)
    off = LineEdit(placeholder="Choose StartTLS or SSL/TLS first")
    off.setEnabled(False)
    return card(
        "Form row",
        FormRow(
            "Email Host Name",
            LineEdit(placeholder="imap.example.com"),
            required=True,
            help="The name or IP address of the server.",
        ),
        error,
        FormRow("Server Certificate", off, note="disabled"),
        FormRow("Password", PasswordEdit("0123456789")),
        FormRow("Email Server Port Number", port, required=True),
        FormRow("Delay", DurationEdit(300_000)),
        FormRow("Server Certificate", TextArea(mono=True, lines=3, placeholder="-----BEGIN CERTIFICATE-----")),
        SearchField("Filter by name", shortcut="Ctrl F"),
    )


def choices() -> Card:
    soft = Segmented([("all", "All"), ("running", "Running"), ("drafts", "Drafts")])
    soft.set_count("all", 6)
    soft.set_count("running", 3)
    strong = Segmented([("none", "None"), ("starttls", "StartTLS"), ("tls", "SSL/TLS")], strong=True)
    strong.set_value("tls")
    switches = [Switch("s") for _ in range(5)]
    for switch in (switches[0], switches[2], switches[3]):
        switch.setChecked(True)
    focused(switches[2])
    switches[3].set_busy(True)
    disabled(switches[4])
    on, radio = CheckBox(""), RadioButton("")
    on.setChecked(True)
    radio.setAutoExclusive(False)
    radio.setChecked(True)
    number, unit = SpinBox(0, 99), ComboBox()
    number.setValue(5)
    unit.addItems(["seconds", "minutes"])
    first = RadioCard("Mark as read", "The message stays in the folder. " * 3, "Recommended")
    first.setChecked(True)
    return card(
        "Choice",
        line(strong),
        line(soft),
        line(*switches, name="Switch"),
        line(on, CheckBox("Unseen Only"), radio, RadioButton(""), name="Check"),
        line(number, unit, name="Input"),
        first,
        RadioCard("Delete", "The message is removed from the server."),
    )


def pills() -> Card:
    return card(
        "Status pills and chips",
        line(
            StatusPill("running", "Running"),
            StatusPill("stopped", "Stopped"),
            StatusPill("attention", "Needs attention"),
        ),
        line(StatusPill("draft", "Draft"), StatusPill("busy", "Starting…"), StatusPill("validated", "Validated")),
        line(StatusPill("failed", "Not successful"), StatusPill("not_validated", "Not validated")),
        line(Chip("Email subject"), Chip("mapped", "mapped"), Chip("3", "count"), Chip("Ctrl K", "key")),
    )


def banners() -> Card:
    return card(
        "Inline banners",
        Banner("success", "Receive Email has been successfully validated"),
        Banner("info", "You will also want a Send Email connection", dismissible=True),
        Banner("warning", "3 messages need your attention", buttons=[("Review", lambda: None)]),
        Banner("error", "The server refused the password", "Check the password, or create an app password."),
    )


def type_scale() -> Card:
    return card(
        "Type",
        Label("Display 28/36", "display"),
        Label("Title 22/28", "title"),
        Label("Heading 16/24", "heading"),
        Label("Subheading 14/20", "subheading"),
        Label("Body 13/20, labels in medium", "body"),
        Caption("Caption 12/16, smallest text"),
        Label("Monospace 12/18", "mono"),
    )


def tiles() -> Card:
    tones = [
        ("receive", "receive"),
        ("send", "send"),
        ("filter", "filter"),
        ("branch", "filter"),
        ("mapper", "mapper"),
        ("template", "template"),
        ("log-step", "log"),
    ]
    return card(
        "Step and connector tiles",
        line(*[Tile(icon, tone, 40) for icon, tone in tones]),
        line(*[Tile(icon, tone, 32) for icon, tone in tones]),
        line(*[Tile(icon, tone, 24) for icon, tone in tones], Tile("", "neutral", 24, text="+2")),
    )


def rows() -> Card:
    frame = RowList("Connections")
    for state in ("default", "hover", "selected", "keyboard focus"):
        row = ListRow("Obtain Info Emails", 48)
        inside = row.lay_out()
        inside.addWidget(Tile("receive", "receive", 32))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel("Obtain Info Emails", "label"))
        words.addWidget(ElidedLabel(state, "caption", "text3"))
        inside.addLayout(words, 1)
        inside.addWidget(IconButton("chevron-right", "Open"))
        frame.add_row(row)
        if state == "hover":
            hovered(row)
        elif state == "selected":
            row.set_selected(True)
        elif state == "keyboard focus":
            focused(row)
    plain, chosen = ClickableCard("one"), ClickableCard("two")
    for part in (plain, chosen):
        QVBoxLayout(part).addWidget(Label("Clickable card", "label"))
    chosen.set_selected(True)
    return card("List row", frame, Divider(), line(plain, chosen))


def empty() -> Card:
    return card(
        "Empty state",
        EmptyState("check", "Nothing needs your attention", "Messages that fail will wait here.", tone="success"),
    )


def menu_card() -> Card:
    holder = QWidget()
    menu = themed_menu(holder)
    for text, icon, keys in (("Edit", "edit", "F2"), ("Duplicate", "copy", "Ctrl+D")):
        action = menu.addAction(text)
        action.setShortcut(keys)
        icons.assign(action, icon)
    menu.addSeparator()
    icons.assign(menu.addAction("Delete…"), "trash", "dangerText")
    menu.setActiveAction(menu.actions()[1])
    picture = Label("")
    picture.setPixmap(menu.grab())
    return card("Menu", picture, holder)


def stepper_and_toast() -> Card:
    stepper = Stepper(["Done", "Current", "Next"])
    stepper.set_current(1)
    area = QWidget()
    area.setFixedHeight(72)
    host = ToastHost(area)
    host.show_toast("Integration stopped", ("Undo", lambda: None), "success")
    return card("Stepper and toast", stepper, area)


def window() -> QWidget:
    made = QWidget()
    made.resize(1200, 1200)
    page = ScrollPage(max_width=1160)
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    page.body.addLayout(grid)
    grid.setHorizontalSpacing(16)
    columns = (
        (buttons(), choices(), stepper_and_toast()),
        (pills(), banners(), forms()),
        (type_scale(), tiles(), rows(), empty(), menu_card()),
    )
    for index, parts in enumerate(columns):
        column = QVBoxLayout()
        column.setSpacing(16)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        grid.addLayout(column, 0, index)
        grid.setColumnStretch(index, 1)
        grid.setColumnMinimumWidth(index, 340)
    header = PageHeader("Connections", "Mail servers and accounts that your integrations can use.")
    header.add_action(SearchField("Filter by name"))
    header.add_action(Button("Create Connection", kind="primary", icon="plus"))
    footer = Footer()
    footer.add_left(Button("Cancel"))
    footer.add_right(Button("Back"))
    footer.add_right(focused(Button("Next", kind="primary")))
    whole = QVBoxLayout(made)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(header)
    whole.addWidget(page, 1)
    whole.addWidget(footer)
    made.resize(1200, page.content.heightForWidth(1136) + 210)
    return made


def main() -> int:
    app = QApplication(sys.argv[:1])
    if len(sys.argv) > 4:
        larger = QFont(app.font())
        larger.setPixelSize(round(QFontInfo(larger).pixelSize() * float(sys.argv[4])))
        if len(sys.argv) > 5:
            larger.setFamily(sys.argv[5])
        app.setFont(larger)
    theme.apply(app, sys.argv[2])  # type: ignore[arg-type]
    shown = window()
    shown.show()

    def save() -> None:
        shown.grab().save(sys.argv[1])
        app.quit()

    QTimer.singleShot(400, save)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
