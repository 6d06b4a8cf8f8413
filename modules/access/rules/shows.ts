import * as z from 'zod'
import type { Endpoint } from '../../../kernel/endpoint.ts'
import { permissions, rolePermissions, roles, type Permission, type Role } from '../../accounts/rules.ts'
import { endpoints } from './endpoints.ts'

/** 个人信息的种类, and the names under which contracts show them. Words at `access.personal.<kind>`. */
export const personalKinds = ['name', 'document', 'phone', 'birth', 'address', 'work', 'care', 'travel', 'health', 'control'] as const
export type PersonalKind = (typeof personalKinds)[number]
const kindOf: Readonly<Record<string, PersonalKind>> = {
  name: 'name', personName: 'name', who: 'name', documentMasked: 'document', documentNo: 'document', phoneMasked: 'phone', phone: 'phone', sex: 'birth', age: 'birth', birthOn: 'birth',
  address: 'address', door: 'address', registeredAddress: 'address', workplace: 'work', careGroups: 'care', originName: 'travel', originCode: 'travel', arrivedOn: 'travel',
  lastExposureOn: 'travel', symptoms: 'health', temperature: 'health', lastTemperature: 'health', measure: 'control',
}
/** A shape that carries one of these is about a resident; a name or a phone alone may be an office's. */
const ofSomebody = ['documentMasked', 'phoneMasked', 'documentNo', 'personId', 'householdId', 'episodeId', 'sex', 'age', 'birthOn']
/** 今日待办 gathers what the other permissions of its reader open, and shows nobody more than those do. */
const GATHERS = ['today.today']

interface Schema { properties?: Record<string, Schema>; [key: string]: unknown }

/** Everything an answer tells about residents, whatever it is wrapped in. */
function kindsIn(schema: unknown, found: Set<PersonalKind>): void {
  if (Array.isArray(schema)) for (const one of schema) kindsIn(one, found)
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return
  const { properties } = schema as Schema
  if (properties && ofSomebody.some((key) => key in properties)) {
    for (const key of Object.keys(properties)) {
      const kind = kindOf[key]
      if (kind) found.add(kind)
    }
  }
  for (const value of Object.values(schema)) kindsIn(value, found)
}

/** What one page or act shows of residents, and whether numbers stand there in the clear (明文) or masked (遮盖). */
export interface Shown { name: string; summary: string; act: 'view' | 'reveal' | 'change' | 'export'; personal: PersonalKind[]; clear: boolean }

function shownBy(name: string, endpoint: Endpoint): Shown {
  const found = new Set<PersonalKind>()
  const schema = z.toJSONSchema(endpoint.output, { io: 'output', unrepresentable: 'any' })
  if (!endpoint.download && !GATHERS.includes(name)) kindsIn(schema, found)
  const act = endpoint.audit?.act ?? (endpoint.kind === 'query' ? 'view' : 'change')
  // The clear numbers of somebody, as the answer names them.
  if (act === 'reveal') for (const [kind, field] of [['document', 'documentNo'], ['phone', 'phone']] as const) if (field in (schema.properties ?? {})) found.add(kind)
  return { name, summary: endpoint.summary.split(/[;:,]/)[0]?.trim() ?? name, act, personal: personalKinds.filter((kind) => found.has(kind)), clear: act === 'reveal' || 'clear' in endpoint.input.shape }
}

let known: ReadonlyMap<Permission, readonly Shown[]> | undefined
/** Each permission with what it opens, read from the contracts: there is no second list to go stale. */
export const opensBy = (): ReadonlyMap<Permission, readonly Shown[]> => (known ??= new Map(permissions.map((permission) => [
  permission, [...endpoints].flatMap(([name, endpoint]) => (typeof endpoint.access === 'object' && endpoint.access.permission === permission ? [shownBy(name, endpoint)] : [])),
])))

/** 看得见什么: masked, in the clear, and whether it can be taken out as a file. */
export interface Sight { masked: PersonalKind[]; clear: PersonalKind[]; takesOut: boolean }

/** What these permissions together show of residents. */
export function sightOf(held: readonly Permission[]): Sight {
  const shown = held.flatMap((permission) => opensBy().get(permission) ?? [])
  const of = (some: readonly Shown[]) => personalKinds.filter((kind) => some.some(({ personal }) => personal.includes(kind)))
  const masked = of(shown)
  // Who sees nobody can take nobody out: a list of accounts is a file as well.
  return { masked, clear: of(shown.filter(({ act }) => act === 'reveal')), takesOut: masked.length > 0 && shown.some(({ act }) => act === 'export') }
}

export const sightOfRole = (role: Role): Sight => sightOf(rolePermissions[role])
/** Roles that see anything of residents at all; the three administrators are not among them. */
export const seeingRoles = (): Role[] => roles.filter((role) => sightOfRole(role).masked.length > 0)
export const rolesWith = (permission: Permission): Role[] => roles.filter((role) => rolePermissions[role].includes(permission))
