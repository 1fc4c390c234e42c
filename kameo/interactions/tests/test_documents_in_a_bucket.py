"""Documents kept in an S3 bucket: a real HTTP endpoint (moto's server) and a real client, from drop to bin and back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from moto.server import ThreadedMotoServer

from kameo.core import storage
from kameo.core.testing.cases import browser
from kameo.interactions import domain
from kameo.interactions.models import Document, DocumentVersion

BUCKET = "kameo-documents"


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch, db: None) -> Any:
    """The installation's storage is a bucket, with the variables that an operator sets."""
    for name, value in {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": "kameo",
        "AWS_SECRET_ACCESS_KEY": "not-a-secret",
        "AWS_DEFAULT_REGION": "eu-west-3",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3")
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-west-3"})
    monkeypatch.setattr(default_storage, "_wrapped", storage.open_storage(f"s3://{BUCKET}/clients/ardelane"))
    yield client
    for item in client.list_objects_v2(Bucket=BUCKET).get("Contents", []):
        client.delete_object(Bucket=BUCKET, Key=item["Key"])
    client.delete_bucket(Bucket=BUCKET)


def keys(bucket: Any) -> list[str]:
    return sorted(item["Key"] for item in bucket.list_objects_v2(Bucket=BUCKET).get("Contents", []))


def text(words: str, name: str = "note.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, words.encode(), "text/plain")


def test_a_document_goes_into_the_bucket_and_comes_back(bucket: Any, valmorin: Any, anne: Any) -> None:
    document = domain.add_document(account=valmorin, by=anne, file=text("Contrat de supervision"))
    version = document.versions.get()
    [key] = keys(bucket)
    assert key.startswith("clients/ardelane/")
    assert version.sha256 in key
    answer = browser(anne).get(reverse("document-file", args=[version.pk]))
    assert b"".join(answer.streaming_content) == b"Contrat de supervision"
    assert answer["Content-Disposition"].startswith("attachment")


def test_the_same_content_is_stored_once(bucket: Any, valmorin: Any, anne: Any) -> None:
    for name in ("a.txt", "b.txt"):
        domain.add_document(account=valmorin, by=anne, file=text("Pareil", name))
    assert (Document.objects.count(), len(keys(bucket))) == (2, 1)


def test_versions_stay_readable(bucket: Any, valmorin: Any, anne: Any) -> None:
    document = domain.add_document(account=valmorin, by=anne, file=text("Un"))
    domain.add_version(document, by=anne, file=text("Deux"))
    client = browser(anne)
    read = [
        b"".join(client.get(reverse("document-file", args=[version.pk])).streaming_content)
        for version in DocumentVersion.objects.order_by("pk")
    ]
    assert (read, len(keys(bucket))) == ([b"Un", b"Deux"], 2)


def test_words_are_read_and_pictures_drawn(bucket: Any, valmorin: Any, anne: Any) -> None:
    from PIL import Image

    from kameo.interactions.domain import read_text

    written = domain.add_document(account=valmorin, by=anne, file=text("Passerelle de Laval"))
    read_text(written.versions.get())
    assert written.versions.get().text == "Passerelle de Laval"
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(drawn, "PNG")
    picture = SimpleUploadedFile("plan.png", drawn.getvalue(), "image/png")
    version = domain.add_document(account=valmorin, by=anne, file=picture).versions.get()
    answers = [browser(anne).get(reverse("document-page", args=[version.pk, 1])) for _twice in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert any("previews/" in key for key in keys(bucket))


def test_a_stranger_gets_no_address_of_the_bucket(
    bucket: Any, endpoint: str, valmorin: Any, anne: Any, chloe: Any
) -> None:
    version = domain.add_document(account=valmorin, by=anne, file=text("Secret")).versions.get()
    assert browser(chloe).get(reverse("document-file", args=[version.pk])).status_code == 404
    page = browser(anne).get(reverse("document", args=[version.document_id])).content.decode()
    assert endpoint not in page
    assert BUCKET not in page


def test_a_file_to_import_is_read_from_the_bucket(bucket: Any, david: Any) -> None:
    from kameo.accounts.models import Account
    from kameo.exchange import domain as exchange
    from kameo.exchange.domain.rejected import rejected_lines

    record = exchange.create_import(
        kind="accounts", file=ContentFile(b"nom;siren\nOrsenne;\nFaux;1\n", "f.csv"), name="f.csv", by=david
    )
    exchange.request_apply(record)
    exchange.apply_import(record)
    assert (record.created, record.rejected, Account.objects.get().name) == (1, 1, "Orsenne")
    assert [key for key in keys(bucket) if "/imports/" in key]
    with exchange.drafting.local_file(record) as path:
        assert len(list(rejected_lines(record, path))) == 2


def test_a_bucket_that_is_not_there_is_said(bucket: Any) -> None:
    missing = storage.open_storage("s3://nobody-made-it")
    with pytest.raises(Exception, match=r"NoSuchBucket|404|Not Found"):
        missing.save("a.txt", ContentFile(b"a"))


def test_a_backup_finds_every_file_of_the_bucket(bucket: Any, valmorin: Any, anne: Any) -> None:
    from kameo.core.backup.writing import walk

    for number in range(3):
        domain.add_document(account=valmorin, by=anne, file=text(f"Document {number}"))
    default_storage.save("imports/2026/01/f.csv", ContentFile(b"nom"))
    found = list(walk(default_storage))
    assert len(found) == 4
    assert sorted(f"clients/ardelane/{name}" for name in found) == keys(bucket)
