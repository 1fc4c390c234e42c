"""The addresses of every registered resource, below its parent's."""

from __future__ import annotations

from django.urls import URLPattern, path

from kameo.core.records import views
from kameo.core.records.resource import Resource, resources

app_name = "records"


def _patterns(resource: Resource) -> list[URLPattern]:
    above = resource.above.prefix if resource.above else ""
    base, one = f"{above}{resource.path}/", f"{'' if resource.alone else above}{resource.path}/<int:record_id>/"
    key = {"resource": resource.key}
    pages = [
        path(f"{base}new/", views.record_new, key, name=f"{resource.key}-new"),
        path(f"{one}history/", views.record_history, key, name=f"{resource.key}-history"),
        path(f"{one}bin/", views.record_bin, key, name=f"{resource.key}-bin"),
        path(f"{one}restore/", views.record_restore, key, name=f"{resource.key}-restore"),
    ]
    if resource.sheet:
        pages.append(path(one, views.record_one, key, name=f"{resource.key}-one"))
        pages.append(path(f"{one}edit/", views.record_edit, key, name=f"{resource.key}-edit"))
    else:
        pages.append(path(one, views.record_edit, key, name=f"{resource.key}-edit"))
    return [page for page in pages if str(page.name).rpartition("-")[2] not in resource.without]


urlpatterns = [page for resource in resources if resource.path for page in _patterns(resource)]
