"""Production: every value without a safe default comes from the environment, or the site does not start.

`.env.example` explains each variable. `config.wsgi` runs the system checks, so that a web process refuses what they
refuse.
"""

from .required import require

require(
    "REGIEKADER_SECRET_KEY",
    "REGIEKADER_ALLOWED_HOSTS",
    "REGIEKADER_TRUSTED_ORIGINS",
    "REGIEKADER_BASE_URL",
    "REGIEKADER_GEMEENTE",
    "REGIEKADER_FROM_EMAIL",
    "REGIEKADER_VAR",
    "DATABASE_URL",
    "EMAIL_URL",
    "REGIEKADER_SEARCH_ENGINE",
)

from .base import *  # noqa: E402, F403  (base has defaults for development; nothing is read before the check)
from .base import DATABASES, SEARCH_ENGINE, env  # noqa: E402

if SEARCH_ENGINE == "elasticsearch":
    require("ELASTICSEARCH_URL")

DEBUG = False
SECRET_KEY = env.str("REGIEKADER_SECRET_KEY")
ALLOWED_HOSTS = env.list("REGIEKADER_ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.list("REGIEKADER_TRUSTED_ORIGINS")
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SECURE_SSL_REDIRECT = env.bool("REGIEKADER_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("REGIEKADER_HSTS_SECONDS", default=31536000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SILENCED_SYSTEM_CHECKS = [
    "security.W019",  # Wagtail shows previews in a frame of the site itself
    "security.W021",  # a place on the browsers' preload list is the municipality's decision about its whole domain
]
