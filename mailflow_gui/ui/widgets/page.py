"""The three parts of a page: header, scrolling content, footer. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.labels import ElidedLabel
from mailflow_gui.ui.widgets.painting import smooth

WIDE_WINDOW = 1040
CONTENT_WIDTH = 1120
FORM_WIDTH = 720


def page_padding(widget: QWidget) -> int:
    """Left and right padding of a page in the window of `widget`: 32, or 24 when it is narrow."""
    return 24 if widget.window().width() < WIDE_WINDOW else 32


class WindowWatch(QObject):
    """Calls back when the window of a widget is resized."""

    def __init__(self, widget: QWidget, on_resize: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._on_resize = widget, on_resize
        self._window: QWidget | None = None

    def follow(self) -> None:
        """Watch the window the widget is in now."""
        window = self._widget.window()
        if window is not self._window:
            if self._window is not None:
                self._window.removeEventFilter(self)
            self._window = window
            window.installEventFilter(self)
        self._on_resize()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._on_resize()
        return False


class PageHeader(QFrame):
    """Title, one sentence, and actions at the right (primary last).

    `compact` is the editor's 64 px bar, `wizard` the bar above numbered steps; `tight` stands above the parts of an
    editor and has no line below.
    """

    back_clicked = Signal()

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        *,
        compact: bool = False,
        wizard: bool = False,
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._compact, self._wizard, self._tight = compact or wizard, wizard, tight
        self._least = 80
        self._title = ElidedLabel("", "title")
        self._subtitle = ElidedLabel("", "body", "text2")
        self._back = IconButton("chevron-left", tr("Back"), size=20)
        self._back.setVisible(False)
        self._back.clicked.connect(self.back_clicked)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addStretch(1)
        self._words.addWidget(self._title)
        self._words.addWidget(self._subtitle)
        self._words.addStretch(1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(12)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._row.addWidget(self._back)
        self._row.addLayout(self._words, 1)
        self._row.addLayout(self._actions)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_title(title)
        self.set_subtitle(subtitle)
        self._watch = WindowWatch(self, self._fit)
        self._fit()
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        natural = super().sizeHint()
        return QSize(natural.width(), max(self._least, natural.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def set_title(self, title: str) -> None:
        """Change the title; it is also the accessible name of the page."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Change the sentence below the title; empty hides it."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right end."""
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_beside_title(self, widget: QWidget) -> None:
        """Put a pill or chip directly after the title area, before the actions."""
        self._actions.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_back_visible(self, visible: bool) -> None:
        """Show the back chevron at the left; it emits `back_clicked`."""
        self._back.setVisible(visible)

    def showEvent(self, event: QShowEvent, /) -> None:
        self._watch.follow()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not self._compact:
            return
        painter = smooth(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("border"))
        painter.end()

    def _fit(self) -> None:
        side = page_padding(self)
        narrow = side < 32
        if self._wizard:
            self._title.set_style("heading" if narrow else "title")
            self._row.setContentsMargins(side, 8, side, 9)
            self._least = 57 if narrow else 69
        elif self._compact:
            self._row.setContentsMargins(side, 10, side, 11)
            self._least = 64
        elif self._tight:
            self._row.setContentsMargins(side, 20, side, 0)
            self._least = 68
        else:
            self._row.setContentsMargins(side, 24, side, 8)
            self._least = 80
        self.updateGeometry()


class ScrollContent(QWidget):
    """What is scrolled: as high as its text needs at this width, and not as in the narrowest case."""

    def minimumSizeHint(self) -> QSize:
        least, inner = super().minimumSizeHint(), self.layout()
        return QSize(least.width(), 0) if inner is not None and inner.hasHeightForWidth() else least


class PlainScroll(QScrollArea):
    """Content that scrolls vertically, never horizontally, on the ground of what it lies on; no stop for Tab."""

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        if content is not None:
            self.hold(content)

    def hold(self, content: QWidget) -> None:
        """Scrolls this from now on."""
        self.setWidget(content)
        content.setAutoFillBackground(False)


class ScrollPage(PlainScroll):
    """Content that scrolls vertically, never horizontally, and keeps to a readable width at the left.

    The content has its natural height at the top; `fill` lets it take the whole height of the page.
    """

    def __init__(
        self,
        *,
        max_width: int = CONTENT_WIDTH,
        spacing: int = 24,
        fill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._holder = ScrollContent()
        self.content = QWidget()
        self.content.setMaximumWidth(max_width)
        self.content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(spacing)
        self._outer = QHBoxLayout(self._holder)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.content, 1_000_000)
        if not fill:
            self._outer.setAlignment(self.content, Qt.AlignmentFlag.AlignTop)
        self._outer.addStretch(1)
        self.hold(self._holder)
        self._watch = WindowWatch(self, self._fit)
        self._fit()

    def add(self, widget: QWidget) -> None:
        """Append a widget to the content."""
        self.body.addWidget(widget)

    def set_max_width(self, width: int) -> None:
        """Change the greatest width of the content, for example 720 for a form."""
        self.content.setMaximumWidth(width)

    def showEvent(self, event: QShowEvent, /) -> None:
        self._watch.follow()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        side = page_padding(self)
        bar = self.width() - self.viewport().width()  # lies in the padding, so that nothing moves when it comes
        self._outer.setContentsMargins(side, 16, max(0, side - bar), 32)


class Footer(QFrame):
    """The bar at the bottom of a wizard or editor: Cancel at the left, the way on at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left = QHBoxLayout()
        self.right = QHBoxLayout()
        for slot in (self.left, self.right):
            slot.setSpacing(8)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self.left)
        self._row.addStretch(1)
        self._row.addLayout(self.right)
        self.setMinimumHeight(64)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._watch = WindowWatch(self, self._fit)
        self._fit()
        theme.current().changed.connect(self.update)

    def add_left(self, widget: QWidget) -> None:
        """Append at the left."""
        self.left.addWidget(widget)

    def add_right(self, widget: QWidget) -> None:
        """Append at the right; the primary button comes last."""
        self.right.addWidget(widget)

    def showEvent(self, event: QShowEvent, /) -> None:
        self._watch.follow()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("border"))
        painter.end()

    def _fit(self) -> None:
        side = page_padding(self)
        self._row.setContentsMargins(side, 13, side, 12)
