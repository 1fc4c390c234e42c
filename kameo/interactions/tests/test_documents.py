"""Documents: what is taken in, who gets it, how it leaves, how it is found."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from kameo.accounts.models import AccountMember, TimelineEntry
from kameo.core import preferences, search
from kameo.core.errors import DomainError
from kameo.core.files.tests import samples
from kameo.interactions import domain
from kameo.interactions.models import Document, DocumentVersion

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    from django.core.files.storage import storages

    settings.MEDIA_ROOT = tmp_path
    storages._storages = {}
    from django.core.files import storage

    storage.default_storage._wrapped = storage.storages.create_storage(settings.STORAGES["default"])


def add(account, by, content=b"words", name="note.txt", **more):
    return domain.add_document(account=account, by=by, file=ContentFile(content, name=name), **more)


def test_same_content_is_kept_once_under_its_digest(anne, valmorin, tmp_path):
    add(valmorin, anne), add(valmorin, anne, name="copy.txt")
    version = DocumentVersion.objects.first()
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [version.sha256]
    assert Document.objects.count() == 2


def test_versions_follow_one_another(anne, valmorin):
    document = add(valmorin, anne, b"one", "terms.txt")
    domain.add_version(document, by=anne, file=ContentFile(b"two", name="terms v2.txt"))
    assert list(document.versions.values_list("number", "filename")) == [(2, "terms v2.txt"), (1, "terms.txt")]
    with pytest.raises(DomainError) as refusal:
        domain.add_version(document, by=anne, file=ContentFile(b"two", name="again.txt"))
    assert refusal.value.code == "same_file"
    assert TimelineEntry.objects.filter(kind="document").count() == 2


def test_too_heavy_and_programs_are_refused_and_nothing_is_written(anne, valmorin):
    preferences.set("documents.max_mb", 1)
    for content, name, code in ((b"x" * 1_000_001, "a.txt", "file_too_large"), (b"MZ\0", "a.pdf", "file_program")):
        with pytest.raises(DomainError) as refusal:
            add(valmorin, anne, content, name)
        assert refusal.value.code == code
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [("../../etc/passwd", "passwd.txt"), ("a\r\nX: y.txt", "aX y.txt"), ("contrat.pdf", "contrat.pdf.txt")],
)
def test_hostile_names_are_made_safe(client, anne, valmorin, name, kept):
    client.force_login(anne)
    file = SimpleUploadedFile("x", b"words")
    file._name = name
    document = domain.add_document(account=valmorin, by=anne, file=file)
    version = document.versions.get()
    response = client.get(f"/documents/versions/{version.pk}/file/")
    assert version.filename == kept
    assert response.headers["Content-Disposition"].startswith("attachment; ")
    assert b"".join(response.streaming_content) == b"words"


def test_download_never_runs(client, anne, valmorin):
    version = add(valmorin, anne).versions.get()
    client.force_login(anne)
    response = client.get(f"/documents/versions/{version.pk}/file/")
    headers = response.headers
    response.close()
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_nothing_is_served_to_a_stranger(client, chloe, anne, valmorin):
    document = add(valmorin, anne, samples.pdf("Secret"), "a.pdf")
    version = document.versions.get()
    client.force_login(chloe)
    for path in (
        f"/accounts/{valmorin.pk}/documents/",
        f"/documents/{document.pk}/",
        f"/documents/versions/{version.pk}/file/",
        f"/documents/versions/{version.pk}/pages/1/",
    ):
        assert client.get(path).status_code == 404
    for verb in ("bin", "restore", "versions"):
        assert client.post(f"/documents/{document.pk}/{verb}/").status_code == 404


def test_reader_reads_and_writes_nothing(client, eric, anne, valmorin):
    document = add(valmorin, anne)
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    client.force_login(eric)
    assert client.get(f"/documents/{document.pk}/").status_code == 200
    assert client.post(f"/documents/{document.pk}/", {"title": "x"}).status_code == 403
    assert client.post(f"/documents/{document.pk}/bin/").status_code == 403
    assert client.post(f"/accounts/{valmorin.pk}/documents/", {"files": []}).status_code == 403
    with pytest.raises(PermissionDenied):
        add(valmorin, eric)
    document.refresh_from_db()
    assert (document.title, document.binned_at) == ("note", None)


def test_what_came_with_a_restricted_note_is_restricted_too(client, bruno, anne, valmorin):
    note = domain.log_interaction(account=valmorin, by=anne, kind="note", text="Secret", restricted=True)
    document = add(valmorin, anne, interaction=note)
    client.force_login(bruno)
    assert client.get(f"/documents/{document.pk}/").status_code == 404
    assert client.get(f"/documents/versions/{document.versions.get().pk}/file/").status_code == 404
    assert "note" not in [hit.label for one in search.answer(bruno, "words", limit=5) for hit in one.hits]


def test_several_at_once_one_refused_keeps_the_others(client, anne, valmorin):
    client.force_login(anne)
    files = [SimpleUploadedFile("a.txt", b"one"), SimpleUploadedFile("b.exe", b"MZ"), SimpleUploadedFile("c.txt", b"3")]
    response = client.post(f"/accounts/{valmorin.pk}/documents/", {"files": files}, follow=True)
    assert sorted(Document.objects.values_list("title", flat=True)) == ["a", "c"]
    assert "b.exe: A program or a web page is not kept here." in response.content.decode()


def test_bin_and_restore(client, anne, valmorin):
    document = add(valmorin, anne)
    client.force_login(anne)
    client.post(f"/documents/{document.pk}/bin/")
    assert client.get(f"/documents/{document.pk}/").status_code == 404
    assert not TimelineEntry.objects.filter(kind="document").exists()
    client.post(f"/documents/{document.pk}/restore/")
    assert client.get(f"/documents/{document.pk}/").status_code == 200
    assert TimelineEntry.objects.filter(kind="document").count() == 1


def test_preview_is_our_own_picture(client, anne, valmorin):
    version = add(valmorin, anne, samples.pdf("Bonjour"), "a.pdf").versions.get()
    client.force_login(anne)
    for _time in range(2):  # drawn, then kept
        response = client.get(f"/documents/versions/{version.pk}/pages/1/")
        assert (response.status_code, response.headers["Content-Type"]) == (200, "image/png")
        assert response.content.startswith(b"\x89PNG")
    assert client.get(f"/documents/versions/{version.pk}/pages/2/").status_code == 404


@pytest.mark.parametrize(("typed", "found"), [("revision", True), ("révisions", True), ("plafond", False)])
def test_words_are_found_without_accents_and_by_their_stem(anne, valmorin, typed, found):
    document = add(valmorin, anne, samples.docx("Clause de révision annuelle du prix"), "contrat.docx")
    domain.read_text(document.versions.get())
    hits = [hit for one in search.answer(anne, typed, limit=5, only="documents") for hit in one.hits]
    assert [hit.label for hit in hits] == (["contrat"] if found else [])
    if found:
        assert "révision annuelle" in hits[0].extract


def test_damaged_file_is_noted_and_not_raised(anne, valmorin):
    document = add(valmorin, anne, b"%PDF-1.4 damaged", "a.pdf")
    assert domain.read_text(document.versions.get()).text_state == "failed"


def test_strangers_find_nothing(chloe, anne, valmorin):
    domain.read_text(add(valmorin, anne, b"tarif particulier").versions.get())
    domain.log_interaction(account=valmorin, by=anne, kind="note", text="tarif particulier")
    assert search.answer(chloe, "tarif particulier", limit=5) == []
    assert {one.source.key for one in search.answer(anne, "tarif particulier", limit=5)} == {
        "documents",
        "interactions",
    }


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same(client, django_assert_max_num_queries, anne, valmorin, number):
    for rank in range(number):
        add(valmorin, anne, f"words {rank}".encode())
    client.force_login(anne)
    client.get(f"/accounts/{valmorin.pk}/documents/")
    with django_assert_max_num_queries(6):
        assert client.get(f"/accounts/{valmorin.pk}/documents/").status_code == 200
