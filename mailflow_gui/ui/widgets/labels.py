"""Plain-text labels in the type scale; they never interpret markup. GUI thread only."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from mailflow_gui.ui import theme
from mailflow_gui.ui.theme import FontStyle
from mailflow_gui.ui.widgets.broken_text import BrokenText
from mailflow_gui.ui.widgets.painting import EnterClicks, box, smooth
from mailflow_gui.ui.widgets.tips import plain_tip

_COMFORTABLE_CHARACTERS = 72
_WORD_CHARACTERS = 14
_REMEMBERED = 4


class Label(QLabel):
    """Text of one font style and color role. Always plain text: names and server answers are data."""

    def __init__(
        self,
        text: str = "",
        style: FontStyle = "body",
        role: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style_name: FontStyle = style
        self._role = role
        self._tabular = False
        self._line_style: FontStyle = style
        self._breaks: dict[tuple[str, str, int, int], BrokenText] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.set_wrap(wrap)
        self._restyle()
        theme.current().changed.connect(self._restyle)

    def set_role(self, role: str) -> None:
        """Change the color role."""
        self._role = role
        self._restyle()

    def set_style(self, style: FontStyle) -> None:
        """Change the font style."""
        self._style_name = style
        self._restyle()

    def set_tabular(self, on: bool = True) -> None:
        """Digits of equal width, for counters and columns."""
        self._tabular = on
        self._restyle()

    def set_line(self, style: FontStyle) -> None:
        """Use lines as high as those of a larger style, to stand on the same line as text beside it."""
        self._line_style = style
        self._restyle()

    def set_wrap(self, on: bool) -> None:
        """Break long text into lines instead of asking for its full width."""
        self.setWordWrap(on)
        vertical = QSizePolicy.Policy.Minimum if on else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        policy.setHeightForWidth(on)
        self.setSizePolicy(policy)

    def set_selectable(self, on: bool = True) -> None:
        """Let the user select and copy the text, by pointer and keyboard."""
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags if on else Qt.TextInteractionFlag.NoTextInteraction)
        if not on:
            self.setStyleSheet("")
        self._restyle()

    def ink(self) -> QColor:
        """The color of the text in the present state."""
        return theme.color(self._role if self.isEnabled() else "disabled")

    def sizeHint(self) -> QSize:
        if not self._draws_itself():
            return super().sizeHint()
        metrics = self.fontMetrics()
        widest = metrics.averageCharWidth() * _COMFORTABLE_CHARACTERS if self.wordWrap() else 0
        used, height = self._broken(widest).size()
        return QSize(used, height).grownBy(self.contentsMargins())

    def minimumSizeHint(self) -> QSize:
        if not self._draws_itself():
            return super().minimumSizeHint()
        if not self.wordWrap():
            return self.sizeHint()
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        least = min(longest, metrics.averageCharWidth() * _WORD_CHARACTERS)
        return QSize(least, self._line_height()).grownBy(self.contentsMargins())

    def heightForWidth(self, width: int, /) -> int:
        if not self._draws_itself() or not self.wordWrap():
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._broken(inner).size()[1] + margins.top() + margins.bottom()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not self._draws_itself():
            super().paintEvent(event)
            return
        painter = smooth(self)
        painter.setPen(self.ink())
        area = self.contentsRect()
        self._broken(area.width() if self.wordWrap() else 0).draw(painter, area, self.alignment())
        painter.end()

    def _draws_itself(self) -> bool:
        """QLabel knows neither line height nor color roles; only what the user can select is left to it."""
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        return not self.textInteractionFlags() & selectable and self.pixmap().isNull()

    def _broken(self, width: int) -> BrokenText:
        """The text in lines; remembered, because a layout asks for the same few widths again and again."""
        font = self.font()
        key = (self.text(), font.key(), self._line_height(), width)
        found = self._breaks.get(key)
        if found is None:
            if len(self._breaks) >= _REMEMBERED:
                self._breaks.clear()
            found = self._breaks[key] = BrokenText(key[0], font, key[2], width)
        return found

    def _line_height(self) -> int:
        styles: tuple[FontStyle, ...] = (self._style_name, self._line_style)
        return max(*(theme.current().line_height(one) for one in styles), self.fontMetrics().height())

    def _restyle(self) -> None:
        self.setFont(theme.current().font(self._style_name, tabular=self._tabular))
        if not self._draws_itself():
            self.setStyleSheet(f"color: {self.ink().name()};")
        self.updateGeometry()
        self.update()


class Heading(Label):
    """A section heading (16/24 semibold)."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "heading", "text", parent=parent)


class Caption(Label):
    """The smallest text, wrapped: help and second lines."""

    def __init__(self, text: str = "", role: str = "text3", parent: QWidget | None = None) -> None:
        super().__init__(text, "caption", role, wrap=True, parent=parent)


class ElidedLabel(Label):
    """One line cut with “…” when narrow; then the full text is the tooltip."""

    def __init__(
        self,
        text: str = "",
        style: FontStyle = "body",
        role: str = "text",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        self._full = text
        self._mode = mode
        super().__init__(text, style, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str, /) -> None:
        self._full = text
        super().setText(text)
        self._update_tooltip()

    def minimumSizeHint(self) -> QSize:
        width = min(self.fontMetrics().horizontalAdvance(self._full), self.fontMetrics().averageCharWidth() * 6)
        return QSize(width, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._update_tooltip()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = self.contentsRect()
        painter.setPen(self.ink())
        shown = self.fontMetrics().elidedText(self._line(), self._mode, area.width())
        painter.drawText(area, self.alignment() | Qt.TextFlag.TextSingleLine, shown)
        painter.end()

    def _line(self) -> str:
        return " ".join(self._full.split())

    def _update_tooltip(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self._line()) > self.contentsRect().width()
        self.setToolTip(plain_tip(self._full) if cut else "")


class LinkButton(EnterClicks, QPushButton):
    """A button that looks like a link."""

    hovered = Signal(bool)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._restyle()
        theme.current().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFont(theme.font("label"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return QSize(width + 8, max(24, metrics.height() + 6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = self.rect().toRectF()
        if self.ring_visible:
            box(painter, area, 4, None, theme.color("focus"), 2)
        font = self.font()
        font.setUnderline(self.underMouse() and self.isEnabled())
        painter.setFont(font)
        painter.setPen(theme.color("accentText" if self.isEnabled() else "disabled"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        painter.end()
