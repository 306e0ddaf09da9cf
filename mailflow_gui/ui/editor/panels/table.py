"""Which panel belongs to which kind of step; every other kind has a form made from its declared fields. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping

from mailflow_gui.core.model import Step
from mailflow_gui.ui.editor.panels.advanced_filter import AdvancedFilterPanel
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.editor.panels.basic_filter import BasicFilterPanel
from mailflow_gui.ui.editor.panels.conditional_flows import ConditionalFlowsPanel
from mailflow_gui.ui.editor.panels.data_mapper import DataMapperPanel
from mailflow_gui.ui.editor.panels.log import LogPanel
from mailflow_gui.ui.editor.panels.lost_connection import LostConnectionPanel
from mailflow_gui.ui.editor.panels.receive import ReceivePanel
from mailflow_gui.ui.editor.panels.send import SendPanel
from mailflow_gui.ui.editor.panels.settings import SettingsPanel
from mailflow_gui.ui.editor.panels.template import TemplatePanel

#: By the id of a step kind, or of an action.
PANELS: Mapping[str, type[StepPanel]] = {
    "receive-email": ReceivePanel,
    "send-email": SendPanel,
    "advanced-filter": AdvancedFilterPanel,
    "basic-filter": BasicFilterPanel,
    "conditional-flows": ConditionalFlowsPanel,
    "data-mapper": DataMapperPanel,
    "log": LogPanel,
    "template": TemplatePanel,
}


def panel_for(step: Step, surroundings: Surroundings) -> StepPanel:
    """The panel of a step; one whose connection is gone asks for another."""
    known = {one.name for one in surroundings.services.profiles.profile.connections}
    if step.is_connection and step.connection not in known:
        return LostConnectionPanel(step, surroundings)
    return PANELS.get(step.action or step.kind, SettingsPanel)(step, surroundings)
