import sql, { type Sql as Part } from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { PassKey, PassStop } from '../contract.ts'
import type { KeyRow } from '../tables.ts'

/** The key that signs at an instant. */
export const findSigningKey = (db: Sql, at: Instant): Promise<KeyRow | undefined> => db.find<KeyRow>(sql`
  select key_id as "keyId", public_key as "publicKey", private_sealed as "privateSealed", signs_from as "signsFrom", signs_until as "signsUntil", until_at as until
  from pass_key where signs_from <= ${at} and signs_until > ${at} order by signs_from desc limit 1`)

/** The highest number given, and whether a key takes over at an instant. */
export const lastKeyId = async (db: Sql): Promise<number> => (await db.get<{ n: number }>(sql`select coalesce(max(key_id), 0) as n from pass_key`)).n
export const hasKeyAt = async (db: Sql, at: Instant): Promise<boolean> => (await findSigningKey(db, at)) !== undefined

/** Two that make the same key at once: the first stands. */
export const insertKey = (db: Sql, k: KeyRow): Promise<number> => db.run(sql`
  insert into pass_key (key_id, public_key, private_sealed, signs_from, signs_until, until_at)
  values (${k.keyId}, ${k.publicKey}, ${k.privateSealed}, ${k.signsFrom}, ${k.signsUntil}, ${k.until}) on conflict (key_id) do nothing`)

/** Keys that sign now or later are known until then at least. */
export const keysLast = (db: Sql, now: Instant, until: Instant): Promise<number> => db.run(sql`update pass_key set until_at = ${until} where signs_until > ${now} and until_at < ${until}`)

export const publicKeys = (db: Sql, now: Instant): Promise<PassKey[]> => db.rows<PassKey>(sql`
  select key_id as "keyId", public_key as "publicKey", signs_from as "from", until_at as until from pass_key where until_at > ${now} order by key_id`)

/** The private halves, sealed, of the same keys. */
export const sealedKeys = (db: Sql, now: Instant): Promise<Pick<KeyRow, 'keyId' | 'privateSealed'>[]> => db.rows(sql`
  select key_id as "keyId", private_sealed as "privateSealed" from pass_key where until_at > ${now}`)

const lastPrint = sql`greatest(valid_until, printed_until)`
const stop = sql`no as serial, issue, case when state in ('revoked', 'declined') then 'revoked' when arrived_at is not null then 'used' when suspended_at is not null then 'suspended' end as stop, ${lastPrint} as until`

/** A visit that was made is used up. Passes of the territory of which not every code is good, or was not: whole, or what changed since; with them those of cars that pass there with the whole community. Void ones are named until the last print would have expired. */
export const stopsSince = (db: Sql, areaPath: string, since: Instant | null, now: Instant): Promise<PassStop[]> => db.rows<PassStop>(sql`
  ${changed(sql`select ${stop} from pass`, since, now)} union all ${changed(sql`select ${stop} from (select *, null::timestamptz as arrived_at from vehicles_beyond(${areaPath})) beyond`, since, now)} order by serial`)
const changed = (stops: Part, since: Instant | null, now: Instant): Part => sql`${stops} where stops_changed_at is not null and stops_changed_at >= ${since ?? '1970-01-01T00:00:00.000Z'} and ${lastPrint} > ${now}`

/** The same of these alone, whatever their state: a pass nothing stops has an empty one. */
export const stopsOf = (db: Sql, serials: readonly number[]): Promise<PassStop[]> => db.rows<PassStop>(sql`select ${stop} from pass where no = any(${[...serials]}::bigint[])`)

/** Those of these that nobody is let through by, and since when. */
export const stoppedOf = (db: Sql, serials: readonly number[]): Promise<{ serial: number; stop: 'revoked' | 'suspended'; since: Instant }[]> => db.rows(sql`
  select no as serial, case when ended then 'revoked' else 'suspended' end as stop, least(case when ended then ended_at end, suspended_at) as since from (select *, state in ('revoked', 'declined') as ended from pass where no = any(${[...serials]}::bigint[])) p
  where ended or suspended_at is not null`)
