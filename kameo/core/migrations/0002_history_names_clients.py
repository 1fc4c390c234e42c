"""What was written before clients had names says it by other words."""

from django.db import migrations

NAME = """
update pghistory_context set metadata = metadata - '{api,undone_import,command}'::text[] || jsonb_build_object('client',
    case when metadata ? 'undone_import' then jsonb_build_object('kind', 'import', 'id', metadata -> 'undone_import')
        when metadata ->> 'job' = 'exchange.apply' then '{"kind": "import"}'
        when metadata ? 'job' then jsonb_build_object('kind', 'job', 'name', metadata -> 'job')
        when metadata ? 'api' then '{"kind": "key"}'
        when metadata ? 'command' then jsonb_build_object('kind', 'command', 'name', metadata -> 'command')
        else '{"kind": "page"}' end)
where not metadata ? 'client' and metadata ?| array['undone_import', 'job', 'api', 'command', 'path']
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [migrations.RunSQL(NAME, migrations.RunSQL.noop)]
