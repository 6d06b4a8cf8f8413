import type pg from 'pg'

/** How large the district is; `today` is the day on which everything is looked at. */
export interface Size { communities: number; peopleEach: number; today: string }

/** Numbers of the kinds of rows, the middle of their ids. */
export const kinds = { area: 1, household: 2, person: 3, episode: 4, screening: 5, lead: 6, visit: 7, account: 8, batch: 9, event: 10, other: 11, matter: 12 } as const

/**
 * Values as the program writes them: ids in the order in which rows came (UUIDv7), sealed numbers of 46 bytes, blind indexes of
 * 32 letters. What is in them does not matter to a list; where real numbers are searched for, the bench puts them in.
 */
export const helpers = `
  create function pg_temp.uid(kind int, n bigint) returns uuid language sql immutable as
    $$ select ('0190' || lpad(to_hex(kind), 4, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
  create function pg_temp.sealed(n bigint) returns text language sql immutable as
    $$ select 'a.' || translate(encode(sha256(n::text::bytea) || substr(sha256(('x' || n)::bytea), 1, 14), 'base64'), '+/=', '-_') $$;
  create function pg_temp.blind(kind text, n bigint) returns text language sql immutable as
    $$ select left(translate(encode(sha256((kind || n)::bytea), 'base64'), '+/', '-_'), 32) $$;
  create function pg_temp.chance(what text) returns int language sql immutable as $$ select (hashtext(what) & 2147483647) % 100 $$`

/**
 * Loads as a restore does: no triggers and no indexes on the way, all of them afterwards. What triggers keep (the counters) is
 * then counted once and compared by the caller.
 */
export async function loading(owner: pg.Client, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    `select i.indexname as name, i.indexdef as definition from pg_indexes i
     where i.tablename = any($1) and not exists (select from pg_constraint c where c.conindid = i.indexname::regclass)`, [tables])
  await owner.query(`set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '64MB'`)
  for (const { name } of indexes) await owner.query(`drop index ${name}`)
  await work()
  for (const { definition } of indexes) await owner.query(definition)
  await owner.query(`set session_replication_role = origin; set synchronous_commit = on`)
}
