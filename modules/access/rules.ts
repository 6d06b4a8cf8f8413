export { endpoints, endpointSummary } from './rules/endpoints.ts'
export { opensBy, personalKinds, rolesWith, seeingRoles, sightOf, sightOfRole, type PersonalKind, type Shown, type Sight } from './rules/shows.ts'

/** `/1/10/100/` → itself and every area above it. */
export const withAbove = (path: string): string[] => path.split('/').slice(1, -1).map((_, i, all) => `/${all.slice(0, i + 1).join('/')}/`)

/** The smallest area all of these lie in: what they have in common from the top down. */
export function commonArea(paths: readonly string[]): string {
  const [first = '', ...others] = paths
  return withAbove(first).findLast((path) => others.every((other) => other.startsWith(path))) ?? ''
}

export type Fit = { fits: true } | { fits: false; kind: 'broad' | 'dutyOutside'; toPath: string }

/** 范围与职责: an area wider than everything one answers for, or one that does not reach all of it. */
export function fitOf(areaPath: string, duties: readonly string[]): Fit {
  if (duties.length === 0) return { fits: true }
  if (duties.some((path) => !path.startsWith(areaPath))) return { fits: false, kind: 'dutyOutside', toPath: commonArea([areaPath, ...duties]) }
  const needed = commonArea(duties)
  return needed !== areaPath ? { fits: false, kind: 'broad', toPath: needed } : { fits: true }
}
