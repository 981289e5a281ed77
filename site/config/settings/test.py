"""The suite: fast hashes, one password, a database and an index of its own."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import DATABASES, env

SECRET_KEY = "only-for-the-tests"  # noqa: S105
ALLOWED_HOSTS = ["*"]
DEBUG = False
PASSWORD_ALONE_IS_ENOUGH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
_scratch = Path(tempfile.mkdtemp(prefix="regiekader-test-"))
MEDIA_ROOT = _scratch / "media"
SEARCH_INDEX_DIR = _scratch / "index"
SEARCH_INDEX_PREFIX = "regiekader-test"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if env.str("REGIEKADER_TEST_POSTGRES", default=""):
    DATABASES["default"] = env.db("REGIEKADER_TEST_POSTGRES")
else:
    DATABASES["default"] = {**DATABASES["default"], "NAME": str(_scratch / "db.sqlite3")}
WAGTAILADMIN_BASE_URL = "http://testserver"
AXES_ENABLED = False
