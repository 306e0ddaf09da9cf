"""The panel of Data Mapper: its mappings in words, and the way to its page. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt

from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.mapping_draft import MappingDraft
from mailflow_gui.core.model import Step
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.editor.panels.parts import section
from mailflow_gui.ui.mapper.page import sides_around
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.labels import Caption, Label

_LISTED = 12


class DataMapperPanel(StepPanel):
    """What is mapped, and Open Data Mapper. The page itself changes the mappings."""

    def __init__(self, step: Step, surroundings: Surroundings) -> None:
        super().__init__(step, surroundings)
        top = section(self)
        top.setSpacing(8)
        self.title = Label("", "label", wrap=True)
        self.lines = Label("", "body", "text2", wrap=True)
        self.trouble = Caption("", "dangerText")
        self.open_button = Button(tr("Open Data Mapper"), kind="secondary", icon="mapper")
        if surroundings.target is None:
            words = tr("Add a step such as Send Email after it, then map its fields.")
            top.addWidget(Banner("info", tr("No step after this one takes data"), words))
        for widget in (self.title, self.lines, self.trouble):
            top.addWidget(widget)
        top.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.open_button.clicked.connect(self.open_requested)
        self._show()

    def focus_field(self, key: str) -> None:
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def surround(self, surroundings: Surroundings) -> None:
        super().surround(surroundings)
        self._show()

    def _show(self) -> None:
        draft = MappingDraft(sides_around(self.surroundings), self.step.values)
        targets = len(draft.sides.targets)
        counts = {"count": draft.mapped_count(), "all": targets}
        if not targets:
            self.title.setText(tr("Nothing to fill"))
        elif draft.sides.title:
            self.title.setText(tr("{count} of {all} fields of {title} mapped", title=draft.sides.title, **counts))
        else:
            self.title.setText(tr("{count} of {all} fields mapped", **counts))
        shown = [draft.title(line) + (f" ({line.label})" if line.chain else "") for line in draft.lines[:_LISTED]]
        if len(draft.lines) > _LISTED:
            shown.append(tr("and {count} more", count=len(draft.lines) - _LISTED))
        self.lines.setText("\n".join(shown) or tr("Nothing is mapped yet."))
        lost = [line for line in draft.lines if draft.is_orphaned(line)]
        words = trn(
            "1 mapping has a field that is no longer there.",
            "{count} mappings have a field that is no longer there.",
            len(lost),
        )
        self.trouble.setText(words if lost else "")
        self.trouble.setVisible(bool(lost))
