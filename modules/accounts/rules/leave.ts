import type { Day } from '../../../kernel/dates.ts'
import { rolePermissions, type Permission, type Role } from '../rules.ts'

interface Post { role: Role | null; areaPath: string | null }

/** What keeps somebody from standing in: an area that does not reach over the other's, or permissions the work needs. */
export function standInLacks(away: Post, standIn: Post): { area: boolean; permissions: Permission[] } {
  const area = standIn.areaPath === null || (away.areaPath !== null && !away.areaPath.startsWith(standIn.areaPath))
  const has = standIn.role === null ? [] : rolePermissions[standIn.role]
  const needs = away.role === null ? [] : rolePermissions[away.role]
  return { area, permissions: needs.filter((one) => !(has as readonly string[]).includes(one)) }
}

/** Whether two leaves share a day. */
export const laysOver = (a: { fromOn: Day; toOn: Day }, b: { fromOn: Day; toOn: Day }): boolean => a.fromOn <= b.toOn && b.fromOn <= a.toOn
