"""Whoever writes an account, its pulse stands beside it from the first moment: lists may join it and follow its order."""

from django.db import migrations

EVERY = """
insert into accounts_accountpulse
    (account_id, unconverted, tree_entities, tree_sites, tree_left_out, tree_unconverted, account_class,
     interactions, documents, computed_at)
select id, 0, 1, 0, 0, 0, 'standard', 0, 0, now() from {rows} order by id on conflict do nothing
"""
TRIGGER = f"""
create or replace function accounts_begin_pulse() returns trigger language plpgsql as $$
begin
    {EVERY.format(rows="added")};
    return null;
end $$;
create trigger account_pulse_begun after insert on accounts_account
    referencing new table as added for each statement execute function accounts_begin_pulse();
"""
BACK = "drop trigger account_pulse_begun on accounts_account; drop function accounts_begin_pulse();"


class Migration(migrations.Migration):
    dependencies = [("accounts", "0008_latest_exchanges")]
    operations = [
        migrations.RunSQL(EVERY.format(rows="accounts_account"), migrations.RunSQL.noop),
        migrations.RunSQL(TRIGGER, BACK),
    ]
