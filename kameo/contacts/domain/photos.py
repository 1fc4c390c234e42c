"""A person's photo: drawn again small by us, kept beside the documents, given back after a removal."""

from __future__ import annotations

import hashlib
import io
import warnings
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from kameo.contacts import events, rules
from kameo.contacts.domain.persons import record_person
from kameo.contacts.models import Person
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.files import recognise

if TYPE_CHECKING:
    from kameo.people.models import User

WIDEST = 512  # pixels
HEAVIEST = 12 * 1024 * 1024  # bytes: a telephone's photo
MOST_PIXELS = 40_000_000
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP")


def set_photo(person: Person, *, file: Any, by: User | None) -> Person:
    """Make `file` their photo: a JPEG of at most 512 × 512 pixels without what the original says of place or camera.

    In order: the file in storage, the row, journal `person.changed`. Raises PermissionDenied; DomainError
    "photo_missing", "photo_too_heavy", "photo_not_read", and those of `core.files.recognise`.
    """
    rules.require_write(by, person)
    if file is None:
        raise DomainError("photo_missing", _("Choose a picture."), field="photo")
    if file.size > HEAVIEST:
        raise DomainError("photo_too_heavy", _("Choose a picture of 12 MB at most."), field="photo")
    if recognise(file, file.name).preview != "image":
        raise _unread()
    drawn = _drawn(file)
    name = f"photos/{hashlib.sha256(drawn).hexdigest()}.jpg"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(drawn))
    return _put_photo(person, name, by)


def remove_photo(person: Person, *, by: User | None) -> Person:
    """Take it off the sheet; `restore_photo` gives the last one back. Journal `person.changed`."""
    rules.require_write(by, person)
    return _put_photo(person, "", by)


def restore_photo(person: Person, *, by: User | None) -> Person:
    """Undo `remove_photo`, or a replacement. Journal `person.changed`. Raises DomainError "no_former_photo"."""
    rules.require_write(by, person)
    history: Any = apps.get_model("contacts", "PersonEvent")
    rows = history.objects.filter(pgh_obj_id=person.pk).exclude(photo__in=["", person.photo])
    former = rows.order_by("-pgh_id").values_list("photo", flat=True).first()
    if former is None or not default_storage.exists(former):
        raise DomainError("no_former_photo", _("There is no former photo to give back."))
    return _put_photo(person, former, by)


def _put_photo(person: Person, name: str, by: User | None) -> Person:
    if person.photo == name:
        return person
    with acting(by):
        person.photo = name
        person.save(update_fields=["photo"])
        record_person(person, events.PERSON_CHANGED, by, {"fields": ["photo"]})
    return person


def _drawn(file: Any) -> bytes:
    from PIL import Image, ImageOps  # loads a native library: only this verb needs it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            file.seek(0)
            with Image.open(file, formats=FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise _unread()
                image.draft("RGB", (2 * WIDEST, 2 * WIDEST))
                upright = ImageOps.exif_transpose(image).convert("RGBA")
                upright.thumbnail((WIDEST, WIDEST))
                sheet = Image.new("RGB", upright.size, "white")
                sheet.paste(upright, mask=upright.getchannel("A"))
                out = io.BytesIO()
                sheet.save(out, "JPEG", quality=86, optimize=True)
                return out.getvalue()
    except DomainError:
        raise
    except Exception as error:
        # Decoders raise dozens of types on damaged or hostile files.
        raise _unread() from error


def _unread() -> DomainError:
    message = _("This picture could not be read. Send a JPEG, PNG or WebP.")
    return DomainError("photo_not_read", message, field="photo")
