"""A picture of a page, drawn again: what reaches the browser is our PNG, never the sender's bytes."""

from __future__ import annotations

import io
import warnings

WIDEST = 1400  # pixels
MOST_PIXELS = 40_000_000  # a 40-megapixel scan; beyond that a small file may fill the memory
MOST_POINTS = 14_400  # the largest page the PDF format allows (5 m)


def picture_of(content: bytes, preview: str, page: int = 1) -> bytes | None:
    """PNG of page `page` (from 1) of a PDF, or of an image; None when it cannot be drawn safely."""
    draw = {"pdf": _pdf_page, "image": _image}.get(preview)
    if draw is None:
        return None
    try:
        return draw(content, page)
    except Exception:
        # Decoders raise dozens of types on damaged or hostile files; the page then says: no preview.
        return None


def _pdf_page(content: bytes, page: int) -> bytes | None:
    import pypdfium2  # loads a native library: only previews and the worker need it

    with pypdfium2.PdfDocument(content) as document:
        if not 1 <= page <= len(document):
            return None
        sheet = document[page - 1]
        width, height = sheet.get_size()
        if not (0 < width <= MOST_POINTS and 0 < height <= MOST_POINTS):
            return None
        scale = min(2.0, WIDEST / width, WIDEST * 2 / height)
        return _png(sheet.render(scale=scale, may_draw_forms=False).to_pil())


def _image(content: bytes, page: int) -> bytes | None:
    from PIL import Image, ImageOps  # a native library, see above

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP")) as image:
            if page != 1 or image.width * image.height > MOST_PIXELS:
                return None
            image.draft("RGB", (WIDEST, WIDEST))
            image.thumbnail((WIDEST, WIDEST * 2))
            return _png(ImageOps.exif_transpose(image))


def _png(image: object) -> bytes:
    """Without the metadata of the original (place, camera, author)."""
    from PIL import Image  # see above

    assert isinstance(image, Image.Image)
    flat = image.convert("RGBA" if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info else "RGB")
    out = io.BytesIO()
    flat.save(out, "PNG", compress_level=4)
    return out.getvalue()
