"""Production: every value without a safe default must come from the environment, or the site does not start."""

from .base import *  # noqa: F403
from .base import env

DEBUG = False
SECRET_KEY = env.str("REGIEKADER_SECRET_KEY")
ALLOWED_HOSTS = env.list("REGIEKADER_ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.list("REGIEKADER_TRUSTED_ORIGINS")
DATABASES = {"default": {**env.db("DATABASE_URL"), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
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
# The embedded engine has one writer and one reader host; more web processes need Elasticsearch.
WEB_PROCESSES = env.int("REGIEKADER_WEB_PROCESSES", default=2)
