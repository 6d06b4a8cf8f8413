import type pg from 'pg'
import { kinds, type Size } from './loading.ts'

const EVENTS = 500_000
const STAFF_EACH = 20

/** The staff of every community, with what they signed in from, and every grant. */
export async function fillAccounts(owner: pg.Client, { communities, today }: Size): Promise<void> {
  await owner.query(`
    insert into account (id, login, name, office_phone, password_hash, must_change_password, role, area_id, area_path, created_at)
    select pg_temp.uid(${kinds.account}, n), 'staff' || n, p.name, '0871-6' || n, 'none', false, role, a.id, a.area_path, $3::date - 300
    from (select c * $2::int + i as n, c, i, case when i < 6 then 'gridWorker' when i < 10 then 'communityWorker' when i < 14 then 'propertyStaff' else 'gatekeeper' end as role
          from generate_series(1, $1::int) c cross join generate_series(0, $2::int - 1) i) s
    join area a on a.no = case when i < 6 then 20000 + 6 * c + i else 1100 + c end join person p on p.id = pg_temp.uid(${kinds.person}, n * 13)`, [communities, STAFF_EACH, today])
  await owner.query(`insert into session (id, token_index, account_id, created_at, seen_at)
    select gen_random_uuid(), pg_temp.blind('token', row_number() over ()), a.id, $1::date - s, $1::date - s from account a cross join generate_series(1, 5) s`, [today])
  await owner.query(`insert into grant_change (id, account_id, area_path, role_after, area_id_after, reason, at, by_name)
    select gen_random_uuid(), id, area_path, role, area_id, '到岗', created_at, '安全管理员' from account`)
}

/** A month of looking and changing, all of it in the chain. */
export async function fillAudit(owner: pg.Client, size: Size): Promise<void> {
  await owner.query(`
    insert into audit_event (id, at, actor_kind, account_id, account_name, role, ip, device, endpoint, act, subjects, area_path)
    select pg_temp.uid(${kinds.event}, n), $1::date - 30 + n * (interval '30 days' / $2::int), 'staff', a.id, a.name, a.role, '10.1.2.3', 'Mozilla/5.0', e ->> 0, e ->> 1,
      array[pg_temp.uid(${kinds.person}, 1 + (n::bigint * 7919) % $3::int)::text, pg_temp.uid(${kinds.episode}, n % 20000)::text], a.area_path
    from (select n, '[["people.listPeople", "view"], ["people.personCard", "view"], ["people.editPerson", "change"], ["quarantine.takeCheck", "change"], ["people.revealPerson", "reveal"]]'::jsonb
            -> (hashtext('e' || n) & 2147483647) % 5 as e from generate_series(1, $2::int) n) x
    join account a on a.id = pg_temp.uid(${kinds.account}, ${STAFF_EACH} + (n::bigint * 104729) % ($4::int * ${STAFF_EACH}))`, [size.today, EVENTS, size.communities * size.peopleEach, size.communities])
  await owner.query(`insert into audit_link (no, event_id, hash) select row_number() over (order by at, id), id, pg_temp.blind('hash', row_number() over (order by at, id)) from audit_event`)
}

/** Five files of each community; the first of them left mistakes and questions. */
export async function fillBatches(owner: pg.Client, { communities, peopleEach, today }: Size): Promise<void> {
  await owner.query(`
    insert into import_batch (id, area_id, area_path, state, file_id, filename, format, bytes, rows_total, rows_done, persons_added, households_added, rows_wrong, rows_in_question, created_at, created_by_name, ended_at)
    select pg_temp.uid(${kinds.batch}, c * 5 + i), a.id, a.area_path, 'imported', gen_random_uuid(), '花名册' || i || '.xlsx', 'xlsx', 900000, $2, $2, $2, $2 / 4, 50, 20, $3::date - 300 + i, '李桂兰', $3::date - 300 + i
    from generate_series(1, $1::int) c cross join generate_series(0, 4) i join area a on a.no = 1100 + c`, [communities, peopleEach, today])
  await owner.query(`insert into import_issue (id, batch_id, area_path, row_no, column_index, field, code)
    select gen_random_uuid(), b.id, b.area_path, 2 + r * 7, 3, 'documentNo', 'documentWrong' from import_batch b cross join generate_series(1, 50) r`)
  await owner.query(`insert into import_match (id, batch_id, area_path, row_no, person_id, score, reasons, incoming_sealed, incoming)
    select gen_random_uuid(), b.id, b.area_path, 3 + r * 7, p.id, 90, '{sameNamePhone}', p.document_sealed,
      jsonb_build_object('name', p.name, 'sex', p.sex, 'birthOn', p.birth_on, 'documentKind', p.document_kind, 'documentMasked', p.document_masked, 'phoneMasked', p.phone_masked, 'address', null, 'relation', null)
    from (select *, row_number() over (order by id)::int - 1 as n from import_batch) b cross join generate_series(1, 20) r join person p on p.id = pg_temp.uid(${kinds.person}, n / 5 * $1::int + r * 5)`, [peopleEach])
}

/** The counters the triggers would have kept. */
export async function fillTally(owner: pg.Client): Promise<void> {
  const counted = (subject: string, state = 'state') => `select '${subject}', ${state}, area_path, count(*) from ${subject} group by 2, 3`
  await owner.query(`insert into tally (subject, state, area_path, n) ${counted('person')} union all ${counted('household', `'present'`)} union all ${counted('screening')} union all ${counted('matter', `case state when 'closed' then 'closed.' else 'other.' end || kind`)}
    union all ${counted('episode', `case state when 'active' then measure else state end`)}
    union all select 'gap', gap, area_path, count(*) from (select area_path, case when phone_index is null then 'noPhone' end as gap from person where state = 'present'
      union all select area_path, case when visited_at is null then 'unvisited' end from household) g where gap is not null group by 2, 3`)
}
