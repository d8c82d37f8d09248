"""From here on the database itself refuses to change or remove an entry."""

from django.db import migrations

from isigurt.ledger import triggers


def _run(statements):
    def run(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return run


class Migration(migrations.Migration):

    dependencies = [("ledger", "0001_initial")]

    operations = [migrations.RunPython(_run(triggers.CREATE), _run(triggers.DROP))]
