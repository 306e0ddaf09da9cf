"""Settings, Network: the proxy to the mail servers. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.fields import Field, FieldError, SecretText
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.preferences import Preferences
from mailflow_gui.core.proxy import HTTP, NONE, SOCKS5, UNREADABLE, sign_in_problem
from mailflow_gui.qt.network import Network
from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.forms.side_by_side import SideBySide
from mailflow_gui.ui.settings.rows import Group, Row, choice
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import LineEdit, PasswordEdit, PortEdit
from mailflow_gui.ui.widgets.labels import Label

_TEXTS = {
    NONE: later("Mail servers are reached directly."),
    SOCKS5: later("The proxy looks up the names of mail servers; this computer does not."),
    HTTP: later("By CONNECT, which the proxy has to allow for mail. It looks up the names of mail servers."),
}
_EXCEPTIONS = later(
    "Host names, domains and networks, with commas. This computer (localhost, 127.0.0.1, ::1) and the practice server "
    "are always reached directly."
)
_PASSWORD = later("Kept where Mailflow keeps passwords. The proxy gets it unencrypted.")
_NEEDED = ("proxy_host", "proxy_port")
_FIELDS: dict[str, Field[Any]] = {
    "proxy_host": Preferences.proxy_host,
    "proxy_port": Preferences.proxy_port,
    "proxy_username": Preferences.proxy_username,
    "no_proxy_for": Preferences.no_proxy_for,
}
_PORTS = ((1080, "SOCKS5"), (3128, "HTTP"), (8080, "HTTP"))


class ProxyGroup(Group):
    """“No Proxy” acts at once; a proxy is used when the button is pressed, not while its name is being typed."""

    def __init__(
        self,
        network: Network,
        preferences: KeptPreferences,
        tell: Callable[[Exception], object],
        say: Callable[[str], object],
    ) -> None:
        super().__init__(tr("Proxy"))
        self._network, self._preferences, self._tell, self._say = network, preferences, tell, say
        self._busy = False
        self._shown: dict[str, Any] = {}
        self.kind = choice(Preferences.proxy)
        self.kind.changed.connect(self._on_kind)
        self._row = Row(tr("Connect through"), self.kind, " ")
        self.fields: dict[str, LineEdit | PortEdit] = {
            "proxy_host": LineEdit(placeholder=Preferences.proxy_host.placeholder),
            "proxy_port": PortEdit(_PORTS),
            "proxy_username": LineEdit(),
            "no_proxy_for": LineEdit(placeholder=Preferences.no_proxy_for.placeholder),
        }
        self.password = PasswordEdit()
        self.lines = self._make_rows()
        self.use = Button(tr("Use This Proxy"), kind="primary", small=True)
        self.use.clicked.connect(self._on_use)
        self.state = Label("", "caption", "text2", wrap=True)
        self.form = self._lay_out()
        self.add(self._row)
        self.add(self.form)
        for one in self.fields.values():
            (one.value_changed if isinstance(one, PortEdit) else one.textChanged).connect(self._on_typed)
        self.password.textChanged.connect(self._on_typed)
        preferences.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._look_for_password()

    # Building.

    def _make_rows(self) -> dict[str, FormRow]:
        made = {
            name: FormRow(field.label, self.fields[name], required=name in _NEEDED) for name, field in _FIELDS.items()
        }
        made["no_proxy_for"].set_help(tr(_EXCEPTIONS))
        made["proxy_username"].set_help(tr("Blank if it asks for no sign-in."))
        made["password"] = FormRow(tr("Password"), self.password, help=tr(_PASSWORD))
        made["password"].add_label_action(self.password.caps_lock_label())
        return made

    def _lay_out(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(14)
        place = [(self.lines["proxy_host"], 220, 3), (self.lines["proxy_port"], 110, 1)]
        column.addWidget(SideBySide(place))
        column.addWidget(SideBySide([(self.lines["proxy_username"], 200, 1), (self.lines["password"], 200, 1)]))
        column.addWidget(self.lines["no_proxy_for"])
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.use)
        column.addLayout(foot)
        return form

    # Showing.

    def _show(self) -> None:
        """What is in use, unless somebody is typing something else."""
        now = self._preferences.now
        saved = {"proxy": now.proxy} | {name: getattr(now, name) for name in _FIELDS}
        if saved == self._shown:
            return
        typing = self._changed() and bool(self._shown)
        self._shown = saved
        if not typing:
            self.kind.set_value(now.proxy if now.proxy != UNREADABLE else SOCKS5)
            for name, one in self.fields.items():
                _write(one, saved[name])
        self._refresh()

    def _refresh(self) -> None:
        kind = self.kind.value
        self._row.set_text(tr(_TEXTS.get(kind, _TEXTS[SOCKS5])))
        self.form.setVisible(kind != NONE)
        changed = self._changed()
        if self.use.hasFocus() and not changed:  # a number field is no place for the focus to fall into
            self.kind.setFocus()
        self.use.setEnabled(changed)
        if self._busy:
            self._state(tr("Working…"))
        elif self._shown.get("proxy") == UNREADABLE:
            self._state(tr("The saved proxy can't be read, so no server is reached. Choose it anew."), "dangerText")
        elif changed:
            self._state(tr("Not in use yet."))
        else:
            self._state(tr("In use. What was connected has connected anew."))

    def _state(self, text: str, role: str = "text2") -> None:
        self.state.set_role(role)
        self.state.setText(text)

    def _changed(self) -> bool:
        typed = {"proxy": self.kind.value} | {name: _read(one) for name, one in self.fields.items()}
        saved = {name: "" if value == 0 else str(value) for name, value in self._shown.items()}
        return bool(self.password.text()) or typed != saved

    def _look_for_password(self) -> None:
        if self.kind.value == NONE or not self._preferences.now.proxy_username:
            self.password.setPlaceholderText("")
            return
        task = self._network.has_password()  # a keyring that refuses says so when something is to be stored
        task.done(if_alive(self, lambda there: self.password.setPlaceholderText(tr("Stored") if there else "")))

    # Acting.

    def _on_kind(self, value: str) -> None:
        if value == NONE and self._preferences.now.proxy != NONE:
            self._network.use_none().failed(if_alive(self, self._on_failed))
        self._clear_problems()
        self._refresh()
        self._look_for_password()

    def _on_typed(self, *_: object) -> None:
        self._clear_problems()
        self._refresh()

    def _on_use(self) -> None:
        if self._busy:
            return
        values, problems = self._checked()
        for name, row in self.lines.items():
            row.set_problem(problems.get(name))
        if problems:
            first = next(name for name in self.lines if name in problems)
            self.lines[first].field.setFocus()
            return
        self._busy = True
        self._refresh()
        task = self._network.use_proxy(values, SecretText(self.password.text()))
        task.done(if_alive(self, self._on_used)).failed(if_alive(self, self._on_failed))

    def _checked(self) -> tuple[dict[str, Any], dict[str, str]]:
        """The values by attribute, and what is wrong by row."""
        values: dict[str, Any] = {"proxy": self.kind.value}
        problems: dict[str, str] = {}
        for name, field in _FIELDS.items():
            try:
                values[name] = _converted(field, _read(self.fields[name]), required=name in _NEEDED)
            except FieldError as error:
                problems[name] = str(error)
        password = SecretText(self.password.text())
        wrong = sign_in_problem(self.kind.value, str(values.get("proxy_username", "")), password)
        if wrong is not None:
            problems.setdefault(*wrong)
        return values, problems

    def _on_used(self, _: object) -> None:
        self._busy = False
        self.password.clear()
        for name, one in self.fields.items():  # as it was understood
            _write(one, self._shown[name])
        self._refresh()
        self._say(tr("Mail servers are reached through the proxy now."))
        self._look_for_password()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._refresh()
        if isinstance(error, MailflowError) and error.cause == "PROXY_PASSWORD_GONE":
            self.lines["password"].set_problem(tr("Enter the password that belongs to the user name."))
            self.password.setFocus()
            return
        self._tell(error)
        self._state(tr("Nothing was saved."), "dangerText")

    def _clear_problems(self) -> None:
        for row in self.lines.values():
            row.set_problem(None)


def _read(part: LineEdit | PortEdit) -> str:
    return part.value() if isinstance(part, PortEdit) else part.text().strip()


def _write(part: LineEdit | PortEdit, value: object) -> None:
    if isinstance(part, PortEdit):
        part.set_value(str(value or ""))
    else:
        part.setText(str(value))


def _converted(field: Field[Any], text: str, *, required: bool) -> object:
    """The value. Raises FieldError."""
    value = field.convert(text)
    if required and field.is_blank(value):
        raise FieldError(field.missing)
    return value
