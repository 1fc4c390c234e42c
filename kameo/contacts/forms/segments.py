"""A segment's name and who may use it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.contacts import domain
from kameo.contacts.models import Segment
from kameo.core.errors import DomainError
from kameo.people.models import User


class SegmentForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    shared = forms.BooleanField(
        label=_("Everybody may use it"), required=False, help_text=_("Each of them sees the people that they may see.")
    )

    def __init__(
        self, data: Any = None, *, by: User, segment: Segment | None = None, filters: Mapping[str, str] | None = None
    ) -> None:
        self.by, self.segment, self.filters = by, segment, filters
        initial = {"name": segment.name, "shared": segment.shared} if segment else {}
        super().__init__(data, initial=initial)

    def save(self) -> bool:
        """The verb; False with the errors on the form when it refuses. `made` is the segment."""
        values: dict[str, Any] = {**self.cleaned_data}
        if self.filters is not None:
            values["filters"] = self.filters
        try:
            if self.segment is None:
                self.made = domain.save_segment(by=self.by, **values)
            else:
                self.made = domain.change_segment(self.segment, by=self.by, **values)
        except DomainError as error:
            self.add_error(error.field if error.field in self.fields else None, error.message)
        return not self.errors
