import { randomBytes } from 'node:crypto'
import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { scopeOf, wholeTerritory, type Actor, type Ctx } from '../kernel/ctx.ts'
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

interface AreaRow extends Place { no: number; parentId: string | null; code: string | null; fullName: string }

let serial = 0

export async function aCommunity(): Promise<Community> {
  const n = ++serial
  const { db, frame } = await testApp()
  const built = await transact(db, wholeTerritory, async ({ sql: q }) => {
    const numbers = await q.rows<{ no: number }>(sql`select nextval(pg_get_serial_sequence('area', 'no')) as no from generate_series(1, 10)`)
    const rows: AreaRow[] = []
    const area = (parent: AreaRow | undefined, level: string, name: string, code?: string): AreaRow => {
      const no = numbers[rows.length]?.no ?? 0
      const row = { id: uuidv7(), path: `${parent?.path ?? '/'}${no}/`, name, level, no, parentId: parent?.id ?? null, code: code ?? null, fullName: parent && parent.level !== 'district' ? parent.fullName + name : name }
      rows.push(row)
      return row
    }
    const district = area(undefined, 'district', `${n}号市`, '532601')
    const subdistrict = area(district, 'subdistrict', `${n}号街道`, '532601003')
    const community = area(subdistrict, 'community', `${n}号社区`)
    const compounds = ['锦绣小区', '金科小区'].map((name) => {
      const compound = area(community, 'compound', name)
      return { ...compound, grids: [area(compound, 'grid', '第一网格'), area(compound, 'grid', '第二网格')] }
    })
    const villageGroup = area(community, 'villageGroup', '老城组')
    await q.run(sql`
      insert into area (id, no, parent_id, area_path, level, name, full_name, code, opened_on) overriding system value
      select one.id, one.no, one."parentId", one.path, one.level, one.name, one."fullName", one.code, '2020-01-01'
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (id uuid, no bigint, "parentId" uuid, path text, level text, name text, "fullName" text, code text)`)
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
