"""The integration being made: a list of places, each with its step or still empty. Pure data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.connector import Pattern
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.ideas import Idea
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration, Profile, Step
from mailflow_gui.core.settings import Settings

#: The only step without a connection that may finish an integration.
LOG = "log"


@dataclass(frozen=True, slots=True)
class Draft:
    """`places` are the steps from start to finish; None is a place whose step was not chosen yet.

    `saved` is the integration as it lies in the profile, None for a new one.
    """

    base: Integration
    places: tuple[Step | None, ...] = (None, None)
    saved: Integration | None = field(default=None)

    @classmethod
    def new(cls) -> Draft:
        """An integration of which nothing is known yet."""
        return cls(Integration(""))

    @classmethod
    def of(cls, integration: Integration, catalog: Catalog) -> Draft:
        """A saved integration; a start or finish that it lacks becomes an empty place."""
        places: list[Step | None] = list(integration.steps)
        if not places or pattern_of(places[0], catalog) is not Pattern.FROM:
            places.insert(0, None)
        if len(places) == 1 or not _can_finish(places[-1], catalog):
            places.append(None)
        return cls(integration, tuple(places), integration)

    @classmethod
    def from_idea(cls, idea: Idea, catalog: Catalog) -> Draft:
        """A new integration with the steps of an idea, whose connections are still to be chosen."""
        made = cls.of(Integration(idea.title, idea.fresh_steps(), description=idea.text), catalog)
        return replace(made, saved=None)

    @property
    def last(self) -> int:
        """The index of the finish."""
        return len(self.places) - 1

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that exist."""
        return tuple(step for step in self.places if step is not None)

    @property
    def middle(self) -> tuple[Step, ...]:
        """The steps between start and finish."""
        return tuple(step for step in self.places[1:-1] if step is not None)

    def before(self, index: int) -> tuple[Step, ...]:
        """The steps between the start and this place."""
        return tuple(step for step in self.places[1:index] if step is not None)

    def with_step(self, index: int, step: Step | None) -> Draft:
        """A copy with another step at a place."""
        return replace(self, places=(*self.places[:index], step, *self.places[index + 1 :]))

    def is_placed(self, index: int) -> bool:
        """Whether a place has its step and, where it needs one, its connection."""
        step = self.places[index]
        return step is not None and (bool(step.kind) or bool(step.connection))

    def integration(self, name: str = "", description: str | None = None) -> Integration:
        """The integration as it would be saved now."""
        words = self.base.description if description is None else description
        return replace(self.base, name=name or self.base.name, description=words, steps=self.steps)

    def is_changed(self) -> bool:
        """Whether it differs from what is saved; a new one has changed as soon as a step was chosen."""
        if self.saved is None:
            return any(step is not None for step in self.places)
        return self.integration() != self.saved


def pattern_of(step: Step | None, catalog: Catalog) -> Pattern | None:
    """The pattern of a step's action; None when it has none."""
    if step is None or not step.action:
        return None
    try:
        return catalog.action(step.action)[1].pattern
    except SettingsError:
        return None


def problems_of(draft: Draft, index: int, profile: Profile, catalog: Catalog) -> tuple[str, ...]:
    """What the step at a place still needs, in words; empty when it is complete."""
    step = draft.places[index]
    if step is None:
        return (tr("Choose a connection."),)
    try:
        if step.action:
            catalog.action(step.action)
            if not step.connection:
                return (tr("Choose a connection."),)
            profile.connection(step.connection)
        problems = catalog.read(step)[1]
    except SettingsError as error:
        return (f"{error.title}.",)
    return tuple(one.message for one in problems)


def plain_values(declared: type[Settings], raw: Mapping[str, Plain], before: Mapping[str, Plain]) -> dict[str, Plain]:
    """What to save of a form's raw values: only what differs from the defaults, and what can't be read as it is.

    Keys of `before` that the settings do not declare are kept.
    """
    settings, problems = declared.check({key: value for key, value in raw.items() if key in declared.FIELDS})
    unread = {one.field for one in problems if one.field in raw and settings.get(one.field) != raw[one.field]}
    kept = {key: value for key, value in before.items() if key not in declared.FIELDS}
    return {**kept, **settings.dump(), **{key: raw[key] for key in unread if raw[key] not in ("", None)}}


def _can_finish(step: Step | None, catalog: Catalog) -> bool:
    if step is None:
        return False
    return pattern_of(step, catalog) is Pattern.TO or step.kind == LOG
