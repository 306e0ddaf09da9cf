"""Step kind Data Mapper: fills the fields of the next step from what came before. Runs on the integration's thread."""

from __future__ import annotations

from mailflow_gui.core.errors import RefusedError, SettingsError
from mailflow_gui.core.exchange import Exchange, Stage
from mailflow_gui.core.fields import Problem, Rows
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.mappings import MappingError, map_message, read_mappings
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.shapes import EMAIL, Shape, ShapeField
from mailflow_gui.core.step import StepContext, StepKind
from mailflow_gui.core.transformations.manual import MANUAL


class DataMapperSettings(Settings):
    """The mappings: rows of `{from | constant, to, transformations?, combine?, split?, when?}`.

    `when` is a rule `{path, op, value}` or an expression: only then the mapping is done.

    `constants` are rows of `{name, value}`: what the person calls the fixed texts of the mappings.
    """

    mappings = Rows(
        "Mappings", required=True, help="Each mapping fills one or several fields of the next step.", manual=MANUAL
    )
    constants = Rows("Constants", help="Names of fixed texts, for the window. Mappings hold the texts themselves.")

    def review(self) -> list[Problem]:
        """Problems of single mappings, each naming `mappings[<index from 0>].<key>`."""
        return read_mappings(self.mappings)[1]


def prepare(settings: DataMapperSettings, context: StepContext) -> Stage:
    """The stage. Raises SettingsError when a mapping is not complete."""
    mappings, problems = read_mappings(settings.mappings)
    if problems:
        raise SettingsError(
            tr("Data Mapper is not complete"), str(problems[0]), cause="STEP_SETTINGS", fields=("mappings",)
        )
    if not mappings:
        raise SettingsError(
            tr("Data Mapper maps nothing"),
            tr("Add a mapping, or remove the step."),
            cause="STEP_SETTINGS",
            fields=("mappings",),
        )

    def map_fields(exchange: Exchange) -> Exchange:
        try:
            values = map_message(mappings, exchange)
        except MappingError as error:
            raise RefusedError(
                tr("Data Mapper could not fill “{target}”", target=error.target),
                str(error),
                cause="STEP_VALUE",
                fields=("mappings",),
            ) from error
        return exchange.produced(context.step_id, values).noted(
            trn("1 field mapped", "{count} fields mapped", len(values)) if values else tr("no fields mapped")
        )

    return map_fields


def _summary(settings: DataMapperSettings) -> str:
    names = [name for row in settings.mappings for name in _listed(row.get("to"))]
    if not names:
        return tr("Nothing mapped yet")
    return trn("1 field: {names}", "{count} fields: {names}", len(names), names=", ".join(names))


def _listed(raw: object) -> list[str]:
    return [str(name) for name in raw] if isinstance(raw, (list, tuple)) else [str(raw)] if raw else []


def _produced(settings: DataMapperSettings) -> Shape | None:
    names = dict.fromkeys(name for row in settings.mappings for name in _listed(row.get("to")))
    known = EMAIL.field
    fields = tuple(ShapeField(name, found.label if (found := known(name)) else name) for name in names)
    return Shape(tr("Mapped data"), fields) if fields else None


KIND = StepKind(
    id="data-mapper",
    title="Data Mapper",
    description="Map fields from the input to the next step",
    icon="mapper",
    tone="mapper",
    settings=DataMapperSettings,
    prepare=prepare,
    summary=_summary,
    produces=_produced,
)
