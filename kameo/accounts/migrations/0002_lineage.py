"""`lineage`, `reach` and `hidden` of an account, kept by the database whoever writes; a cycle is refused."""

from django.db import migrations

SQL = """
create or replace function accounts_place() returns trigger language plpgsql as $$
declare above accounts_account%rowtype;
begin
    if new.parent_id is null then
        new.lineage := array[new.id];
        new.reach := array[new.id];
        new.hidden := new.confidential;
        return new;
    end if;
    select * into above from accounts_account where id = new.parent_id;
    if new.id = any(above.lineage) then
        raise exception 'account % cannot belong to %, which hangs below it', new.id, new.parent_id
            using errcode = 'check_violation', constraint = 'account_no_cycle';
    end if;
    new.lineage := above.lineage || new.id;
    new.reach := case when new.confidential then array[new.id] else above.reach || new.id end;
    new.hidden := new.confidential or above.hidden;
    return new;
end $$;

create trigger account_placed_on_insert before insert on accounts_account
    for each row execute function accounts_place();
create trigger account_placed_on_update before update of parent_id, confidential on accounts_account
    for each row execute function accounts_place();

create or replace function accounts_place_below() returns trigger language plpgsql as $$
begin
    update accounts_account set parent_id = parent_id where parent_id = new.id;
    return null;
end $$;

create trigger account_below_follows after update of parent_id, confidential on accounts_account
    for each row when (old.lineage is distinct from new.lineage or old.reach is distinct from new.reach
                       or old.hidden is distinct from new.hidden)
    execute function accounts_place_below();
"""

UNDO = """
drop trigger account_below_follows on accounts_account;
drop trigger account_placed_on_update on accounts_account;
drop trigger account_placed_on_insert on accounts_account;
drop function accounts_place_below();
drop function accounts_place();
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunSQL(SQL, UNDO)]
