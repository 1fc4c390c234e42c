"""The styleguide as files behind a small server with our own security headers: no database, no application."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.template import engines
from django.utils import translation
from markupsafe import Markup

from kameo.core.headers import POLICY
from kameo.core.ui import samples, shell

ROOT = Path(__file__).parents[4]
FRAME = shell.Shell(
    user=shell.ShellUser("Camille Ferrandin", "Key account manager", "camille@example.fr"),
    company="Ardelane",
    nav=[
        shell.NavItem("Ma journée", "#", "day", 8, count_label="8 contacts"),
        shell.NavItem("Comptes", "#", "account", current=True),
        shell.NavItem("Pipeline", "#", "pipeline"),
    ],
    pinned=[shell.PinnedAccount("Groupe Valmorin", "#", "key", 71, "ok", "sain")],
    quick_add=[shell.AddAction("Consigner un appel", "#", "phone", "A")],
    breadcrumb=[("Comptes", "#"), ("Composants", "")],
    bell=shell.Bell("#", 3),
    urls=shell.ShellUrls(profile="#", sign_out="#", language="#", settings="#"),
)


def pages() -> dict[str, str]:
    """Address to HTML, in French."""
    env = engines["jinja"].env
    frame = {"shell": FRAME, "csrf_input": Markup(""), "csrf_token": "x", "messages": []}
    with translation.override("fr"):
        ui = env.globals["ui"]
        data = samples.context()
        found = {"/": env.get_template("web/styleguide.html").render(**frame, **data)}
        for name in ("400", "403", "404", "500", "csrf", "offline"):
            found[f"/{name}/"] = env.get_template(f"web/errors/{name}.html").render(**frame)
        found["/search/palette/"] = str(ui.palette_results(data["s"]["palette"]))
        colleague = {"id": 3, "name": "Inès Belkhodja", "detail": "KAM"}
        found["/colleagues/mentions/"] = str(ui.mention_results([colleague]))
    return found


class _Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {".js": "text/javascript", ".svg": "image/svg+xml", ".css": "text/css", "": "font/woff2"}

    def __init__(self, *args, found: dict[str, str], **kwargs) -> None:
        self.found = found
        super().__init__(*args, **kwargs)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def do_GET(self) -> None:
        page = self.found.get(urlsplit(self.path).path)
        if page is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *args: object) -> None:
        """Quiet."""


@contextmanager
def served() -> Iterator[str]:
    """Serve the pages and `static/` on a free port; yields the address without a final slash."""
    handler = functools.partial(_Handler, found=pages(), directory=str(ROOT))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
