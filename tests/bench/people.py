"""The people of the bench: five an account, whom they report to, who took part in what, and one map of 500."""

from __future__ import annotations

from tests.bench import names

MAPPED = 500
CROWDED = 2  # the group whose map has MAPPED people

TITLE = names.title("n")
MOMENT = names.working_moment("n", 150)
# Persons of account n are ids 5n-4 to 5n; the MAPPED of the crowded group come last.
STEPS = {
    "people": [
        f"""insert into contacts_person (id, kind, salutation, first_name, last_name, label, language, time_zone,
               note, photo, created_at, changed_at)
           select n, 'person', '', {names.first("n")}, {names.last("n")}, '', 'fr', '', '', '', {MOMENT}, {MOMENT}
           from generate_series(1, %(accounts)s * 5 + %(mapped)s) n""",  # noqa: S608 - constant text
        "select setval(pg_get_serial_sequence('contacts_person', 'id'), %(accounts)s * 5 + %(mapped)s)",
        f"""insert into contacts_position (id, person_id, account_id, title, family, department, level, office,
               starts_on, end_reason, reports_to_id, created_at)
           select n, n, case when n > %(accounts)s * 5 then %(crowded)s else 1 + (n - 1) / 5 end,
               {TITLE},
               (array['users','business','finance','general','engineering','technical','it','purchasing'])[1 + n %% 8],
               '', (array['executive','director','manager','staff'])[1 + n %% 4], '', current_date - n %% 3000, '',
               case when n > %(accounts)s * 5 + 1 then %(accounts)s * 5 + greatest(1, (n - %(accounts)s * 5) / 6)
                    when n <= %(accounts)s * 5 and n %% 5 <> 1 then n - (n - 1) %% 5 end,
               now()
           from generate_series(1, %(accounts)s * 5 + %(mapped)s) n""",  # noqa: S608 - constant text
        "select setval(pg_get_serial_sequence('contacts_position', 'id'), %(accounts)s * 5 + %(mapped)s)",
        """insert into contacts_emailaddress (person_id, address, kind, position)
           select id, kameo_fold(first_name) || '.' || kameo_fold(last_name) || id || '@bench.example', 'work', 0
           from contacts_person""",
        """insert into contacts_phonenumber (person_id, number, extension, kind, position)
           select id, '+331' || lpad(id::text, 8, '0'), '', 'direct', 0 from contacts_person""",
    ],
    "participants": [
        # An interaction concerns one person of its account in five.
        """insert into interactions_participant (interaction_id, person_id)
           select id, account_id * 5 - id %% 5 from interactions_interaction where kind <> 'note'"""
    ],
    "maps": [
        """insert into decisions_decisionmap (id, account_id, name, main, tender, created_at)
           select id, id, '', true, '', now() from accounts_account where id <= %(groups)s""",
        "select setval(pg_get_serial_sequence('decisions_decisionmap', 'id'), %(groups)s)",
        """insert into decisions_stake (map_id, person_id, influence, stance, roles, motivations, topics, note,
               created_at, changed_at)
           select account_id, person_id, 1 + person_id %% 5,
               (array['champion','supporter','neutral','sceptic','opponent',''])[1 + person_id %% 6],
               array[(array['final-decider','economic-buyer','technical-prescriber','influencer','user','purchasing'])
                   [1 + person_id %% 6]], '{}', '{}', '', now(), now()
           from contacts_position where account_id <= %(groups)s""",
        """insert into decisions_evidence (stake_id, claim, value, grade, sentence, "on", created_at)
           select id, 'influence', influence::text, 1 + id %% 4, 'Said so in a meeting.', current_date - id::int %% 400,
               now()
           from decisions_stake""",
        """insert into decisions_influencelink (map_id, source_id, target_id, kind, label, created_at)
           select map_id, id, below, 'influences', '', now()
           from (select map_id, id, lead(id, 3) over (partition by map_id order by id) as below
                 from decisions_stake where id %% 5 = 0) paired
           where below is not null""",
    ],
}
