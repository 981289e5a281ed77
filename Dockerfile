# One image for web, worker and the set-up commands; docker-compose.yml says which runs what.
FROM python:3.11-slim-bookworm

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PYTHONPATH=/srv/regiekader/site:/srv/regiekader \
    DJANGO_SETTINGS_MODULE=config.settings.production

RUN useradd --system --uid 10001 --home-dir /var/lib/regiekader --create-home regiekader
WORKDIR /srv/regiekader

# Wheels with the hashes that were locked: nothing is compiled, and nothing else comes in.
COPY requirements.txt ./
RUN pip install --require-hashes --only-binary :all: -r requirements.txt

COPY LICENSE ./
COPY casefiles casefiles
COPY knowledge knowledge
COPY search search
COPY themes themes
COPY site site

# The files of the chosen theme. Production settings ask for all of these; none of the values stays in the image.
ARG REGIEKADER_THEME=base
RUN REGIEKADER_THEME=${REGIEKADER_THEME} \
    REGIEKADER_SECRET_KEY=only-while-building \
    REGIEKADER_ALLOWED_HOSTS=localhost \
    REGIEKADER_TRUSTED_ORIGINS=https://localhost \
    REGIEKADER_BASE_URL=https://localhost \
    REGIEKADER_GEMEENTE=- \
    REGIEKADER_FROM_EMAIL=regiekader@localhost \
    REGIEKADER_VAR=/tmp/build \
    REGIEKADER_STATIC_ROOT=/srv/regiekader/static \
    REGIEKADER_SEARCH_ENGINE=embedded \
    DATABASE_URL=sqlite:////tmp/build/none.sqlite3 \
    EMAIL_URL=dummymail:// \
    python site/manage.py collectstatic --noinput

USER 10001
VOLUME /var/lib/regiekader
EXPOSE 8000
CMD ["gunicorn", "--config", "python:config.gunicorn", "config.wsgi"]
