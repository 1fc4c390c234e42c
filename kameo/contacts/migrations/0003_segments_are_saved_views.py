from django.db import migrations

# Each segment under a number of the saved views; its filters one value a name become lists of values.
MOVE = """
create temporary table segment_moved on commit drop as
    select id as old_id, nextval(pg_get_serial_sequence('lists_savedview', 'id')) as new_id from contacts_segment;
insert into lists_savedview (id, list, name, owner_id, shared, layout, columns, filters, sort, position, created_at,
        changed_at, binned_at)
    select moved.new_id, 'people', name, owner_id, shared, 'list', '[]'::jsonb, {filters}, '', 0, created_at,
        changed_at, binned_at
    from contacts_segment segment join segment_moved moved on moved.old_id = segment.id;
insert into lists_savedviewevent (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, id, list, name, owner_id,
        shared, layout, columns, filters, sort, position, created_at, changed_at, binned_at)
    select pgh_created_at, pgh_label, moved.new_id, pgh_context_id, moved.new_id, 'people', name, owner_id, shared,
        'list', '[]'::jsonb, {filters}, '', 0, created_at, changed_at, binned_at
    from contacts_segmentevent segment join segment_moved moved on moved.old_id = segment.pgh_obj_id
    order by pgh_id
"""
FILTERS = """coalesce((select jsonb_object_agg(one.key, jsonb_build_array(one.value))
        from jsonb_each_text(segment.filters) one), '{}'::jsonb)"""


class Migration(migrations.Migration):
    """A segment is a saved view of the list of people (decision 0024)."""

    dependencies = [("contacts", "0002_custom_fields"), ("lists", "0001_initial"), ("accounts", "0004_lists_in_core")]

    operations = [
        migrations.RunSQL(MOVE.replace("{filters}", FILTERS), migrations.RunSQL.noop),
        migrations.DeleteModel("SegmentEvent"),
        migrations.DeleteModel("Segment"),
    ]
