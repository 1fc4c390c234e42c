"""Every account that hangs somewhere has a placement saying so, whoever writes (R28): bulk imports included."""

from django.db import migrations

SQL = """
create or replace function accounts_remember_place() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into accounts_placement (account_id, parent_id, reason, note, by_id, at)
        values (new.id, new.parent_id, 'creation', '', new.created_by_id, now());
        return null;
    end if;
    -- The verb that moves writes placements first. Whoever only changes the parent corrects it: the open
    -- placement was wrong all along.
    if exists (select from accounts_placement where account_id = new.id
               and parent_id is not distinct from new.parent_id)
       or (new.parent_id is null and not exists (
               select from accounts_placement where account_id = new.id and ends_on is null)) then
        return null;
    end if;
    update accounts_placement set parent_id = new.parent_id, reason = 'correction', at = now()
    where account_id = new.id and ends_on is null;
    if not found then
        insert into accounts_placement (account_id, parent_id, starts_on, reason, note, at)
        values (new.id, new.parent_id,
                (select max(ends_on) from accounts_placement where account_id = new.id),
                'correction', '', now());
    end if;
    return null;
end $$;

create trigger account_place_remembered_on_insert after insert on accounts_account
    for each row when (new.parent_id is not null) execute function accounts_remember_place();
create trigger account_place_remembered_on_update after update of parent_id on accounts_account
    for each row when (old.parent_id is distinct from new.parent_id) execute function accounts_remember_place();

insert into accounts_placement (account_id, parent_id, reason, note, by_id, at)
select id, parent_id, 'creation', '', created_by_id, created_at from accounts_account account
where parent_id is not null
  and not exists (select from accounts_placement where account_id = account.id);
"""

UNDO = """
drop trigger account_place_remembered_on_update on accounts_account;
drop trigger account_place_remembered_on_insert on accounts_account;
drop function accounts_remember_place();
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_revenue_totals")]
    operations = [migrations.RunSQL(SQL, UNDO)]
