"""The suite: fast hashes, one password, a database and an index of its own.

REGIEKADER_TEST_POSTGRES and REGIEKADER_TEST_ELASTICSEARCH say where servers are. The suite itself runs on the first
when it is set, unless REGIEKADER_TEST_DATABASE=sqlite: then only the tests marked `postgres` use it. It searches with
REGIEKADER_SEARCH_ENGINE.
"""

import os
import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import DATABASES, ELASTICSEARCH_URL, env

SECRET_KEY = "only-for-the-tests"  # noqa: S105
ALLOWED_HOSTS = ["*"]
DEBUG = False
PASSWORD_ALONE_IS_ENOUGH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
_scratch = Path(tempfile.mkdtemp(prefix="regiekader-test-"))
MEDIA_ROOT = _scratch / "media"
SEARCH_INDEX_DIR = _scratch / "index"
# Workers of pytest-xdist share the server, and must not share an index.
SEARCH_INDEX_PREFIX = f"regiekader-test-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
ELASTICSEARCH_URL = env.str("REGIEKADER_TEST_ELASTICSEARCH", default=ELASTICSEARCH_URL)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if env.str("REGIEKADER_TEST_POSTGRES", default="") and env.str("REGIEKADER_TEST_DATABASE", default="") != "sqlite":
    DATABASES["default"] = env.db("REGIEKADER_TEST_POSTGRES")
else:
    DATABASES["default"] = {**DATABASES["default"], "NAME": str(_scratch / "db.sqlite3")}
WAGTAILADMIN_BASE_URL = "http://testserver"
AXES_ENABLED = False
