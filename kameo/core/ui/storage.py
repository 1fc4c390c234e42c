"""Static files with hashed names, in JavaScript imports too: every file can be cached for ever."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, which also rewrites `import … from "./x.js"`."""

    support_js_module_import_aggregation = True
