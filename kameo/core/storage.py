"""The storage of documents: the home's folder, or an S3 bucket when `KAMEO_DOCUMENTS_URL` names one."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage
from django.utils.functional import LazyObject


class DocumentStorage(LazyObject):
    """The storage of documents; never served directly, always through a view that authorises."""

    def _setup(self) -> None:
        self._wrapped = open_storage(settings.DOCUMENTS_URL)


def open_storage(url: str) -> Storage:
    """The storage at an address: `s3://bucket/prefix`, or the home's folder when it is empty."""
    parts = urlsplit(url)
    if parts.scheme == "s3":
        from storages.backends.s3 import S3Storage  # boto3 is slow to import and most homes have no bucket

        options: dict[str, Any] = {"bucket_name": parts.netloc, "location": parts.path.strip("/")}
        return S3Storage(querystring_auth=True, file_overwrite=False, default_acl=None, **options)
    return FileSystemStorage(location=settings.MEDIA_ROOT, file_permissions_mode=0o600)
