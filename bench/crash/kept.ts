import type pg from 'pg'

export interface Kept {
  rows: number
  /** Told to be kept and not there. */
  lost: number
  /** Events that stand there more than once. */
  doubled: number
  /** Gates and hours whose count is not that of the rows. */
  hoursWrong: number
}

/** Looked for in the rows themselves, one by one. */
export async function lookFor(told: readonly string[], db: pg.Client): Promise<Kept> {
  await db.query('create temp table told (id uuid primary key)')
  for (let i = 0; i < told.length; i += 50_000) await db.query('insert into told select distinct unnest($1::uuid[]) on conflict do nothing', [told.slice(i, i + 50_000)])
  await db.query('analyze told')
  const { rows: [kept] } = await db.query<Record<keyof Kept, string>>(`
    with counted as (
      select gate_id, date_trunc('hour', at) as hour, coalesce(sum(persons) filter (where outcome = 'allow' and direction = 'in'), 0) as ins,
        coalesce(sum(persons) filter (where outcome = 'allow' and direction = 'out'), 0) as outs, coalesce(sum(persons) filter (where outcome <> 'allow'), 0) as stopped
      from passage_event where taken_back_at is null group by 1, 2)
    select (select count(*) from passage_event) as rows,
      (select count(*) from told t where not exists (select 1 from passage_event e where e.id = t.id)) as lost,
      (select count(*) from (select 1 from passage_event group by id having count(*) > 1) d) as doubled,
      (select count(*) from counted c full join passage_hours h using (gate_id, hour) where (c.ins, c.outs, c.stopped) is distinct from (h.ins, h.outs, h.stopped)) as "hoursWrong"`)
  return { rows: Number(kept?.rows), lost: Number(kept?.lost), doubled: Number(kept?.doubled), hoursWrong: Number(kept?.hoursWrong) }
}
