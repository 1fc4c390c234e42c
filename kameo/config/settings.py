"""Django's settings. What people change while they work is not here but in `core.Preference` rows.

Environment: KAMEO_HOME, KAMEO_DATABASE_URL, KAMEO_SECRET_KEY, KAMEO_ALLOWED_HOSTS, KAMEO_TLS, KAMEO_DEBUG,
KAMEO_SMTP_URL, KAMEO_MAIL_FROM, KAMEO_DOCUMENTS_URL. `docs/handbook/configuration.md` says what each is for.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.utils.translation import gettext_lazy as _

from kameo.core import embedded_postgres
from kameo.core.home import home, secret_key

BASE_DIR = Path(__file__).resolve().parents[2]
PACKAGE_DIR = BASE_DIR / "kameo"
KAMEO_HOME = home()


def _flag(name: str, default: bool = False) -> bool:
    return os.environ.get(name, "1" if default else "0").lower() in {"1", "true", "yes", "on"}


def _database(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    # Known from the start, the setting that history triggers ask for raises nothing: the exception they would
    # catch for every row makes a mass update quadratic (docs/handbook/revenue.md). `?options=` replaces it.
    # Pages ask small questions, for which compiling a plan (jit) only costs; imports stage whole files.
    # Two letters exchanged in a name make words alike by 0.38: what `<%` finds (`core.search.words`).
    near = "-c pg_trgm.word_similarity_threshold=0.36"
    own = {"options": f"-c pgtrigger.ignore={{}} -c jit=off -c temp_buffers=32MB {near}"}
    options = {**own, **dict(parse_qsl(parts.query))}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": options.pop("port", None) or parts.port or "",
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}, **options},
    }


EMBEDDED_DATABASE = not os.environ.get("KAMEO_DATABASE_URL")
DATABASE_URL = os.environ.get("KAMEO_DATABASE_URL") or embedded_postgres.address(KAMEO_HOME).url
DATABASES = {"default": _database(DATABASE_URL)}

DEBUG = _flag("KAMEO_DEBUG")
SECRET_KEY = secret_key()
TLS = _flag("KAMEO_TLS")
ALLOWED_HOSTS = os.environ.get("KAMEO_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if TLS and "*" not in host]
SITE_NAME = "Kameo"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "kameo.core",
    "kameo.core.journal",
    "kameo.core.jobs",
    "kameo.core.lists",
    "kameo.core.merging",
    "kameo.core.customfields",
    "kameo.people",
    "kameo.notifications",
    "kameo.accounts",
    "kameo.qualification",
    "kameo.registers",
    "kameo.portfolio",
    "kameo.contacts",
    "kameo.decisions",
    "kameo.interactions",
    "kameo.contracts",
    "kameo.insight",
    "kameo.exchange",
    "kameo.web",
]

MIDDLEWARE = [
    "kameo.core.ops.probes.ProbeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "kameo.core.headers.SecurityHeadersMiddleware",
    "kameo.core.ops.transport.TransportMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kameo.core.ops.middleware.MetricsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kameo.core.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kameo.core.locale.UserLocaleMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "kameo.core.history.HistoryMiddleware",
    "kameo.people.sign_in.middleware.SignInRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kameo.people.sign_in.middleware.LastSeenMiddleware",
    "kameo.core.merging.middleware.MergedMiddleware",
]

ROOT_URLCONF = "kameo.config.urls"
WSGI_APPLICATION = "kameo.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "kameo.config.jinja.Jinja2",
        "DIRS": sorted((PACKAGE_DIR / "core").glob("*/jinja2")),
        "APP_DIRS": True,  # <app>/jinja2/<app>/…
        "OPTIONS": {
            "environment": "kameo.config.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "kameo.web.shell.context.shell",
            ],
        },
    },
    {
        # Only for allauth's own pages (<app>/templates/…).
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE_DIR / "people" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

# --- People and sessions -------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["kameo.people.sign_in.backends.UserBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "kameo.people.sign_in.adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody learns who works here, not even by mail
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if TLS else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if _flag("KAMEO_BEHIND_PROXY") else 0
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key", "reset_password": "5/m/ip,3/m/key"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Kameo"
MFA_ADAPTER = "kameo.people.sign_in.adapters.MFAAdapter"
ACCOUNT_FORMS = {
    "login": "kameo.people.sign_in.forms.LoginForm",
    "change_password": "kameo.people.sign_in.forms.ChangePasswordForm",
    "set_password": "kameo.people.sign_in.forms.SetPasswordForm",
    "reset_password": "kameo.people.sign_in.forms.ResetPasswordForm",
    "reset_password_from_key": "kameo.people.sign_in.forms.ResetPasswordKeyForm",
    "reauthenticate": "kameo.people.sign_in.forms.ReauthenticateForm",
}
MFA_FORMS = {
    "authenticate": "kameo.people.sign_in.forms.AuthenticateCodeForm",
    "reauthenticate": "kameo.people.sign_in.forms.ReauthenticateCodeForm",
    "activate_totp": "kameo.people.sign_in.forms.ActivateTOTPForm",
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not TLS
USERSESSIONS_TRACK_ACTIVITY = False  # LastSeenMiddleware does, without a write at each page
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_COOKIE_SECURE = TLS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "kameo_session"
CSRF_COOKIE_SECURE = TLS
CSRF_COOKIE_NAME = "kameo_csrf"
CSRF_USE_SESSIONS = False
CSRF_FAILURE_VIEW = "kameo.web.views.errors.csrf_failure"

# --- Headers ---------------------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _flag("KAMEO_BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = 31_536_000 if TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = TLS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"

# --- Words, time, money ------------------------------------------------------------------------------------
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", _("French")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "kameo_language"
LOCALE_PATHS = [PACKAGE_DIR / "locale"]
FORMAT_MODULE_PATH = ["kameo.config.formats"]

# --- Files -------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"] if (BASE_DIR / "static").exists() else [PACKAGE_DIR / "static"]
STATIC_ROOT = KAMEO_HOME / "static"
DOCUMENTS_URL = os.environ.get("KAMEO_DOCUMENTS_URL", "")  # s3://bucket/prefix, otherwise the home's folder
STORAGES = {
    "default": {"BACKEND": "kameo.core.storage.DocumentStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or _flag("KAMEO_TESTING")
        else "kameo.core.ui.storage.HashedStaticFiles"
    },
}
MEDIA_ROOT = KAMEO_HOME / "documents"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Mail ----------------------------------------------------------------------------------------------------
SMTP_URL = os.environ.get("KAMEO_SMTP_URL", "")  # smtp://user:password@host:587?tls=starttls
EMAIL_BACKEND = "kameo.core.mail.ConfiguredBackend"
DEFAULT_FROM_EMAIL = os.environ.get("KAMEO_MAIL_FROM", "kameo@localhost")

# --- Cache: the database's, shared by all processes, so that rate limits hold everywhere -------------------
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_entry",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
SILENCED_SYSTEM_CHECKS = ["urls.W005"]

LOGGING_CONFIG = "kameo.core.ops.logs.configure"
LOGGING = {
    "json": not DEBUG and _flag("KAMEO_JSON_LOGS", default=not sys.stderr.isatty()),
    "level": os.environ.get("KAMEO_LOG_LEVEL", "INFO"),
}

PGHISTORY_APPEND_ONLY = True
PGHISTORY_DEFAULT_TRACKERS = ()
