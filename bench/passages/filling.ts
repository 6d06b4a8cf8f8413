import type pg from 'pg'
import { addDays, addMonths, instantAt, type Day } from '../../kernel/dates.ts'
import { kinds } from '../district/loading.ts'

/** A district as large as 100 communities of 3,000 households; twelve gates each, the first of them the busy one. */
export const COMMUNITIES = 100
export const HOUSEHOLDS_EACH = 3000
export const GATES_EACH = 12
/** 100,000,000 in 162 days, 3,000 of them a day at each busy gate. */
export const PER_DAY = 617_284
/** Couriers, drivers, people with shops: so many households of each community pass six times as often as others and more. */
export const BUSY_EACH = 30

/** Share of a day's passages in each of its hours. */
const HOURS = [2, 1, 1, 1, 2, 6, 30, 90, 85, 60, 50, 50, 55, 45, 45, 50, 65, 95, 90, 65, 50, 35, 18, 9]
const SUM = HOURS.reduce((a, b) => a + b, 0)

export interface Month { name: string; days: readonly Day[] }
/** So many days up to today, by month. */
export function monthsOf(today: Day, days: number): Month[] {
  const months = new Map<string, Day[]>()
  for (let i = days - 1; i >= 0; i--) {
    const day = addDays(today, -i)
    const name = `m${day.slice(0, 7).replace('-', '')}`
    months.set(name, [...(months.get(name) ?? []), day])
  }
  return [...months].map(([name, of]) => ({ name, days: of }))
}

/** The gates of all communities, at the ends of their two compounds. */
export async function fillGates(owner: pg.Client): Promise<void> {
  await owner.query(`insert into gate (id, area_id, area_path, name, kind, ways, manned, shift_starts, created_at)
    select pg_temp.uid(${kinds.other}, c * 100 + g), a.id, a.area_path, case when g = 0 then '正门' else g || '号门' end, 'compound', 'both', true, '{08:00,20:00}', '2019-09-01'
    from generate_series(1, ${COMMUNITIES}) c cross join generate_series(0, ${GATES_EACH - 1}) g join area a on a.no = 10000 + 2 * c + g % 2`)
}

/** uid(kind, n) written out, for a statement of many millions of rows. */
const uid = (kind: number, n: string) => `('0190${kind.toString(16).padStart(4, '0')}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
const random = (most: number | string) => `floor(random() * ${most})::int`

/** One month's rows as the writers leave them, in the order in which they came; everything a real row has filled is filled. */
export const rowsOf = (month: string, days: readonly Day[], perDay: number, until: string): string => `
  insert into passage_part.${month} (id, gate_id, area_path, at, received_at, direction, subject, subject_key, household_id, person_id, visits_household_id, told_name, told_place, plate, pass_no, pass_state, purpose, emergency,
    identity, temperature, companions, persons, outcome, decided, step, reason, warnings, counted, differs, server_outcome, server_reason, policy_id, order_no, keeper_id, keeper_name, taken_back_at, settled_at, settler_name, settle_note)
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(dice, 1, 3) || '8' || substr(dice, 4, 15))::uuid,
    ${uid(kinds.other, 'c * 100 + g')}, '/1000/' || 1001 + c % 10 || '/' || 1100 + c || '/' || 10000 + 2 * c + g % 2 || '/', at,
    at + case when fate < 10 then interval '5 hours' else interval '2 seconds' end, case when way < 50 then 'in' else 'out' end, subject,
    case subject when 'vehicle' then 'car ' || plate when 'household' then 'pass 户' || lpad(home::text, 8, '0') when 'person' then 'pass 人' || lpad(person::text, 8, '0') else 'told 王强' || pal || ' ' || pal % 40 || '幢' end,
    case when subject in ('household', 'person') or subject = 'vehicle' and way % 2 = 0 then ${uid(kinds.household, 'home')} end, case subject when 'person' then ${uid(kinds.person, 'person')} end,
    case subject when 'visitor' then ${uid(kinds.household, 'home')} end, case when subject in ('visitor', 'unknown') then '王强' || pal end, case when subject in ('visitor', 'unknown') then pal % 40 || '幢' end,
    case subject when 'vehicle' then plate end, case subject when 'household' then '户' || lpad(home::text, 8, '0') when 'person' then '人' || lpad(person::text, 8, '0') end,
    case when subject in ('household', 'person') then 'valid' end, (array['shopping', 'work', 'work', 'medical', 'care', 'other'])[1 + way % 6], case when fate = 500 then 'illness' end,
    case when way % 5 = 0 then 'notCompared' else 'same' end, 36 + (way % 10) / 10.0, '[]', 1 + (way % 9 = 0)::int, outcome, outcome, case outcome when 'allow' then 'done' when 'refuse' then 'quota' else 'temperature' end,
    case outcome when 'allow' then '{"code": "quotaFree", "params": {"days": 2}}'::jsonb when 'refuse' then '{"code": "quotaUsed", "params": {"days": 2, "persons": 1}}' else '{"code": "fever", "params": {"celsius": 37.8}}' end,
    case when way % 5 = 0 then '[{"code": "notCompared", "params": {}}]'::jsonb else '[]' end, way >= 50 and outcome = 'allow', fate between 600 and 604,
    case when fate between 600 and 604 then 'refuse' end, case when fate between 600 and 604 then '{"code": "quotaUsed", "params": {"days": 2, "persons": 1}}'::jsonb end,
    '01900000-0000-7000-8000-0000000000aa', '指挥部令第3号', ${uid(kinds.account, 'c * 20 + way % 6')}, '陈小明', case when fate = 700 then at + interval '3 minutes' end,
    case when outcome = 'refer' and way > 5 then at + interval '1 hour' end, case when outcome = 'refer' and way > 5 then '李桂兰' end, case when outcome = 'refer' and way > 5 then '已送回家' end
  from (
    select at, c, case when lot < 52 then 0 else 1 + place % ${GATES_EACH - 1} end as g, way, fate, dice, (c - 1) * ${HOUSEHOLDS_EACH} + place + 1 as home, ((c - 1) * ${HOUSEHOLDS_EACH} + place) * 4 + 1 + way % 4 as person, pal,
      '云H' || lpad(((c * 3000 + place) % 100000)::text, 5, '0') as plate,
      case when kind < 60 then 'household' when kind < 80 then 'person' when kind < 88 then 'vehicle' when kind < 95 then 'visitor' else 'unknown' end as subject,
      case when fate between 800 and 819 then 'refuse' when fate between 820 and 821 then 'refer' else 'allow' end as outcome
    from (
      select start + make_interval(secs => (k - 1 + random()) * 3600 / n) as at, 1 + ${random(COMMUNITIES)} as c, case when random() < 0.05 then ${random(BUSY_EACH)} else ${random(HOUSEHOLDS_EACH)} end as place,
        ${random(100)} as lot, ${random(100)} as way, ${random(1000)} as fate, ${random(100)} as kind, ${random(4000)} as pal, md5(random()::text) as dice
      from (select (d::date + hour * interval '1 hour') at time zone 'Asia/Shanghai' as start, (array[${HOURS.join(',')}])[hour + 1] * ${perDay} / ${SUM} as n
            from unnest(array['${days.join("','")}']) d cross join generate_series(0, 23) hour order by 1) hours cross join lateral generate_series(1, n) k
    ) drawn
  ) row where at < '${until}'`


/** The counts the triggers would have kept, by hour and by day. */
export const countsOf = (month: string): readonly string[] => [`
  insert into passage_hour (gate_id, hour, area_path, ins, outs, stopped)
  select gate_id, date_trunc('hour', at), min(area_path), coalesce(sum(persons) filter (where outcome = 'allow' and direction = 'in'), 0), coalesce(sum(persons) filter (where outcome = 'allow' and direction = 'out'), 0),
    coalesce(sum(persons) filter (where outcome <> 'allow'), 0) from passage_part.${month} where taken_back_at is null group by 1, 2`, `
  insert into passage_day (gate_id, day, area_path, total, allowed, refused, referred, differs, emergency, late)
  select gate_id, (at at time zone 'Asia/Shanghai')::date, min(area_path), count(*), count(*) filter (where outcome = 'allow' and taken_back_at is null), count(*) filter (where outcome = 'refuse' and taken_back_at is null),
    count(*) filter (where outcome = 'refer' and taken_back_at is null), count(*) filter (where differs), count(*) filter (where emergency is not null), count(*) filter (where received_at > at + make_interval(mins => late_minutes()))
  from passage_part.${month} group by 1, 2`]

/** A month loaded without indexes, which are then built as the migrations left them in the catalog, and taken in among the others. One transaction: nothing has to be written twice. */
export async function fillMonth(client: pg.Client, { name, days }: Month, perDay: number, until: string): Promise<number> {
  const first = `${days[0]?.slice(0, 7)}-01`
  const [from, to] = [instantAt(first, '00:00'), instantAt(addMonths(first, 1), '00:00')]
  await client.query('begin')
  await client.query(`create table passage_part.${name} (like passage_event including defaults including constraints, constraint within check (at >= '${from}' and at < '${to}'))`)
  const { rowCount } = await client.query(rowsOf(name, days, perDay, until))
  for (const counts of countsOf(name)) await client.query(counts)
  const { rows: keys } = await client.query<{ definition: string }>(`select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = 'passage_event'::regclass and contype = 'p'`)
  for (const { definition } of keys) await client.query(`alter table passage_part.${name} add ${definition}`)
  const { rows: indexes } = await client.query<{ definition: string }>(`
    select pg_get_indexdef(i.indexrelid) as definition from pg_index i where i.indrelid = 'passage_event'::regclass and not i.indisprimary`)
  for (const { definition } of indexes) await client.query(definition.replace(/INDEX \S+ ON (ONLY )?\S+/, `INDEX ON passage_part.${name}`))
  await client.query(`alter table passage_event attach partition passage_part.${name} for values from ('${from}') to ('${to}')`)
  await client.query(`alter table passage_part.${name} drop constraint within`)
  await client.query('commit')
  await client.query(`vacuum (analyze) passage_part.${name}`)
  return rowCount ?? 0
}
