import { randomBytes } from 'node:crypto'
import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { scopeOf, wholeTerritory, type Actor, type Ctx, type Sql } from '../kernel/ctx.ts'
import { dayOf } from '../kernel/dates.ts'
import type { Role } from '../modules/accounts/rules.ts'
import { makeCtx } from '../server/ctx.ts'
import { transact } from '../server/db.ts'
import { clock, runJob, runJobs, testApp } from './app.ts'
import { Caller, CallFailed } from './caller.ts'

export { Caller, CallFailed, clock, runJob, runJobs, testApp }

export interface Place { id: string; path: string; name: string; level: string }
export interface Compound extends Place { grids: Place[] }

/** A district with one subdistrict and one community of its own: two compounds of two grids, one village group. */
export interface Community {
  district: Place
  subdistrict: Place
  community: Place
  compounds: Compound[]
  villageGroup: Place
  /** Somebody signed in with that role, at the place such a role has. */
  as(role: Role, at?: Place): Promise<Caller>
  /** The same role in another community of another district. */
  stranger(role: Role): Promise<Caller>
  /** A raw context in the open transaction of that role's territory, for service-level tests. */
  tx<T>(role: Role | 'system', work: (ctx: Ctx) => Promise<T>): Promise<T>
}

let serial = 0

export async function aCommunity(): Promise<Community> {
  const n = ++serial
  const { db, frame } = await testApp()
  const built = await transact(db, wholeTerritory, async ({ sql: q }) => {
    const district = await area(q, undefined, 'district', `${n}号市`, '532601')
    const subdistrict = await area(q, district, 'subdistrict', `${n}号街道`, '532601003')
    const community = await area(q, subdistrict, 'community', `${n}号社区`)
    const compounds: Compound[] = []
    for (const name of ['锦绣小区', '金科小区']) {
      const compound = await area(q, community, 'compound', name)
      const grids = [await area(q, compound, 'grid', '第一网格'), await area(q, compound, 'grid', '第二网格')]
      compounds.push({ ...compound, grids })
    }
    const villageGroup = await area(q, community, 'villageGroup', '老城组')
    return { district, subdistrict, community, compounds, villageGroup }
  })
  const placeOf = (role: Role): Place => {
    if (role === 'gridWorker') return built.compounds[0]?.grids[0] ?? built.community
    if (role === 'subdistrictOfficer') return built.subdistrict
    if (['communityWorker', 'propertyStaff', 'gatekeeper', 'healthCentreDoctor'].includes(role)) return built.community
    return built.district
  }
  let other: Promise<Community> | undefined
  return {
    ...built,
    as: (role, at) => signedIn(role, at ?? placeOf(role)),
    stranger: async (role) => (await (other ??= aCommunity())).as(role),
    tx(role, work) {
      const place = role === 'system' ? undefined : placeOf(role)
      const actor: Actor = place
        ? { kind: 'staff', accountId: uuidv7(), name: '测试', role, areaId: place.id, areaPath: place.path, scope: scopeOf(place.path), sessionId: uuidv7() }
        : { kind: 'system', scope: wholeTerritory }
      return transact(db, actor.scope, ({ sql: q }) => work(makeCtx(frame, q, actor, clock.now)), { now: clock.now })
    },
  }
}

async function area(q: Sql, parent: Place | undefined, level: string, name: string, code?: string): Promise<Place> {
  const { no } = await q.get<{ no: number }>(sql`select nextval(pg_get_serial_sequence('area', 'no')) as no`)
  const place = { id: uuidv7(), path: `${parent?.path ?? '/'}${no}/`, name, level }
  await q.run(sql`
    insert into area (id, no, parent_id, area_path, level, name, full_name, code, opened_on) overriding system value
    values (${place.id}, ${no}, ${parent?.id ?? null}, ${place.path}, ${level}, ${name},
            coalesce((select full_name from area where id = ${parent?.id ?? null} and level <> 'district'), '') || ${name},
            ${code ?? null}, '2020-01-01')`)
  return place
}

async function signedIn(role: Role, place: Place): Promise<Caller> {
  const { db, frame } = await testApp()
  const accountId = uuidv7()
  const token = randomBytes(24).toString('base64url')
  await transact(db, wholeTerritory, async ({ sql: q }) => {
    await q.run(sql`
      insert into account (id, login, name, password_hash, must_change_password, role, area_id, area_path, created_at)
      values (${accountId}, ${`u${accountId}`}, ${`${role}·${place.name}`}, 'none', false, ${role}, ${place.id}, ${place.path}, ${clock.now})`)
    // Tests move the clock by days; the session of a test must not go idle on the way. Its second factor has been given.
    await q.run(sql`
      insert into session (id, token_index, account_id, created_at, seen_at, factor_at)
      values (${uuidv7()}, ${frame.vault.index('token', token)}, ${accountId}, ${clock.now}, '2999-01-01', ${clock.now})`)
  })
  return new Caller({ cookie: token }, accountId)
}

export const todayInTest = (): string => dayOf(clock.now)
