"""Development and `demo`: loopback only, one password, an embedded index."""

from .base import *  # noqa: F403
from .base import VAR_DIR, env

DEBUG = env.bool("REGIEKADER_DEBUG", default=False)
# Not a secret: this module serves loopback addresses alone (ALLOWED_HOSTS) and `demo` refuses any other.
SECRET_KEY = "only-for-development-on-this-machine-never-anywhere-else"  # noqa: S105
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
PASSWORD_ALONE_IS_ENOUGH = True
DEMO = True
VAR_DIR.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
