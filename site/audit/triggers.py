"""Triggers that refuse to change or delete rows, for SQLite and PostgreSQL. Used by migrations of any app."""

from collections.abc import Callable

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

Step = Callable[[Apps, BaseDatabaseSchemaEditor], None]


def _statements(vendor: str, table: str, columns: tuple[str, ...] | None) -> list[str]:
    of = f" OF {', '.join(columns)}" if columns else ""
    if vendor == "sqlite":
        return [
            f'CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb}{of if verb == "UPDATE" else ""} ON "{table}" '
            f"BEGIN SELECT RAISE(ABORT, '{table} is alleen om aan toe te voegen'); END"
            for verb in ("UPDATE", "DELETE")
        ]
    return [
        f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger AS $$ "
        f"BEGIN RAISE EXCEPTION '{table} is alleen om aan toe te voegen'; END $$ LANGUAGE plpgsql",
        f'CREATE TRIGGER {table}_no_update BEFORE UPDATE{of} ON "{table}" '
        f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse()",
        f'CREATE TRIGGER {table}_no_delete BEFORE DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION {table}_refuse()',
        f'CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON "{table}" '
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()",
    ]


def append_only(table: str, columns: tuple[str, ...] | None = None) -> migrations.RunPython:
    """A migration step after which rows of `table` can only be added; with `columns`, other columns may still
    change."""

    def forwards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for statement in _statements(schema_editor.connection.vendor, table, columns):
            schema_editor.execute(statement, params=None)

    def backwards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        on = f' ON "{table}"' if schema_editor.connection.vendor != "sqlite" else ""
        for verb in ("update", "delete", *(["truncate"] if on else [])):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on}", params=None)

    return migrations.RunPython(forwards, backwards, elidable=False)
