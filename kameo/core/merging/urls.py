"""The addresses of every noun whose records are merged."""

from __future__ import annotations

from django.urls import URLPattern, path

from kameo.core.merging import views
from kameo.core.merging.nouns import Mergeable, mergeables

app_name = "merging"


def patterns_of(noun: Mergeable) -> list[URLPattern]:
    base, key = noun.path, {"noun": noun.key}
    pages = [
        path(f"{base}duplicates/", views.duplicates, key, name=f"{noun.key}-duplicates"),
        path(f"{base}duplicates/differences/", views.told_apart, key, name=f"{noun.key}-told-apart"),
        path(
            f"{base}duplicates/differences/<int:row_id>/removal/", views.apart_undo, key, name=f"{noun.key}-apart-undo"
        ),
        path(f"{base}merges/", views.merges, key, name=f"{noun.key}-merges"),
        path(f"{base}merges/<int:merge_id>/undo/", views.merge_undo, key, name=f"{noun.key}-merge-undo"),
        path(f"{base}<int:record_id>/merge/", views.merge_two, key, name=f"{noun.key}-merge"),
    ]
    if not noun.page:
        pages.append(path(f"{base}<int:record_id>/", views.record_page, key, name=f"{noun.key}-one"))
    if noun.comparison:
        now = path(f"{base}duplicates/comparisons/", views.compare_now, key, name=f"{noun.key}-compare-now")
        pages.append(now)
    return pages


urlpatterns = [page for noun in mergeables for page in patterns_of(noun)]
