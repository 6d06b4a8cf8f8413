import { commonArea } from '../../kernel/ctx.ts'

export { endpoints, endpointSummary } from './rules/endpoints.ts'
export { opensBy, personalKinds, rolesWith, seeingRoles, sightOf, sightOfRole, type PersonalKind, type Shown, type Sight } from './rules/shows.ts'

export type Fit = { fits: true } | { fits: false; kind: 'broad' | 'dutyOutside'; toPath: string }

/** 范围与职责: an area wider than everything one answers for, or one that does not reach all of it. */
export function fitOf(areaPath: string, duties: readonly string[]): Fit {
  if (duties.length === 0) return { fits: true }
  if (duties.some((path) => !path.startsWith(areaPath))) return { fits: false, kind: 'dutyOutside', toPath: commonArea([areaPath, ...duties]) }
  const needed = commonArea(duties)
  return needed !== areaPath ? { fits: false, kind: 'broad', toPath: needed } : { fits: true }
}
