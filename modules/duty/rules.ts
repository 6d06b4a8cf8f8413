import type { Day } from '../../kernel/dates.ts'
import type { Role } from '../accounts/rules.ts'
import type { Level } from '../territory/contract.ts'
import type { BoardLine, DutyRole, DutyState, Standard } from './contract.ts'

export { adviceFor, type Situation } from './rules/advice.ts'
export { dutyByWord, listBook, listFields, listHeadings, readListRow, type ListField, type ListIssue } from './rules/list.ts'
export { planList, type Holder, type Planned } from './rules/plan.ts'

/** 三级挂联: who answers at a level. An area of such a level without one is a gap. */
export const answererAt: Readonly<Partial<Record<Level, DutyRole>>> = {
  subdistrict: 'subdistrictCoordinator', community: 'communitySupervisor', compound: 'compoundKeeper', villageGroup: 'compoundKeeper', grid: 'gridWorker', building: 'buildingHead',
}

const TEAMS = ['doctorTeam', 'cadreTeam', 'propertyTeam'] as const
/** Duties that may be given at a level, the one that must be filled first. */
const given: Readonly<Record<Level, readonly DutyRole[]>> = {
  city: ['leader'],
  district: ['leader'],
  subdistrict: ['subdistrictCoordinator', 'leader', ...TEAMS],
  community: ['communitySupervisor', 'subdistrictCoordinator', 'leader', ...TEAMS],
  compound: ['compoundKeeper', 'communitySupervisor', 'subdistrictCoordinator', 'leader', ...TEAMS],
  villageGroup: ['compoundKeeper', 'communitySupervisor', 'subdistrictCoordinator', 'leader', ...TEAMS],
  grid: ['gridWorker', ...TEAMS],
  building: ['buildingHead', ...TEAMS],
  unit: ['buildingHead'],
}
export const rolesAt = (level: Level): readonly DutyRole[] => given[level]

/** Which accounts are offered for a duty. */
export const rolesFor: Readonly<Record<DutyRole, readonly Role[]>> = {
  leader: ['districtCommand', 'healthBureau', 'cdc', 'subdistrictOfficer'],
  subdistrictCoordinator: ['subdistrictOfficer'],
  communitySupervisor: ['communityWorker'],
  compoundKeeper: ['communityWorker', 'gridWorker', 'propertyStaff'],
  gridWorker: ['gridWorker', 'communityWorker'],
  buildingHead: ['gridWorker', 'communityWorker', 'propertyStaff'],
  doctorTeam: ['healthCentreDoctor'],
  cadreTeam: ['subdistrictOfficer', 'communityWorker', 'districtCommand'],
  propertyTeam: ['propertyStaff', 'gatekeeper'],
}

const FROM_ABOVE: readonly DutyRole[] = ['leader', 'subdistrictCoordinator', 'communitySupervisor']

/** A community worker assigns below the own area; who answers for the community itself is the office's above to say. */
export const mayAssign = (caller: { role: string; areaPath: string }, areaPath: string, dutyRole: DutyRole): boolean =>
  caller.role !== 'communityWorker' || (areaPath !== caller.areaPath && !FROM_ABOVE.includes(dutyRole))

interface Dated { startsOn: Day; endsOn: Day | null; endedAt: string | null; undone: boolean; gone: boolean }
export function stateOf(a: Dated, today: Day): DutyState {
  if (a.undone) return 'undone'
  if (a.endedAt !== null || (a.endsOn !== null && a.endsOn < today)) return 'ended'
  if (a.startsOn > today) return 'planned'
  return a.gone ? 'gone' : 'current'
}

/** 配备: how many workers so many households need, at least and at best. */
export const neededFor = (households: number, { from, to }: Pick<Standard, 'from' | 'to'>): { least: number; best: number } => ({
  least: Math.ceil(households / to), best: Math.ceil(households / from),
})

/** What is wrong with a phone that is to hang in the street: a mobile number is somebody's own. */
export function phoneFault(phone: string | undefined): 'mobilePhone' | 'phoneWrong' | undefined {
  if (!phone) return undefined
  const digits = phone.replace(/[\s()()-]/g, '')
  if (/^(\+?86)?1[3-9]\d{9}$/.test(digits)) return 'mobilePhone'
  return /^(0\d{2,3})?[1-9]\d{2,7}((转|,|,|#)\d{1,6})?$/.test(digits) ? undefined : 'phoneWrong'
}

/** 公示牌: the chain from the leaders down to the area, then one level below it; in a compound its grids and buildings as well. */
export function boardLines<L extends { level: Level; areaPath: string }>(lines: readonly L[], area: { level: Level; areaPath: string }): L[] {
  const depth = (path: string) => path.split('/').length
  const close = area.level === 'city' || area.level === 'district' || area.level === 'subdistrict' || area.level === 'community' ? 1 : 9
  return lines.filter(({ areaPath }) => area.areaPath.startsWith(areaPath) || depth(areaPath) - depth(area.areaPath) <= close)
}

/** Where a line stands: in the chain from the leaders down to the area, among its teams, or below it. */
export const partOf = (line: { dutyRole: DutyRole; areaPath: string }, areaPath: string): BoardLine['part'] =>
  line.areaPath.length > areaPath.length ? 'below' : TEAMS.some((team) => team === line.dutyRole) ? 'teams' : 'chain'

/** In the order in which people look for them: the chain first, then the teams, then what is below. */
export function inBoardOrder<L extends { dutyRole: DutyRole; areaPath: string }>(lines: readonly L[], areaPath: string): L[] {
  const rank = (line: L): number => ['chain', 'teams', 'below'].indexOf(partOf(line, areaPath)) * 100 + ORDER.indexOf(line.dutyRole)
  return lines.toSorted((a, b) => rank(a) - rank(b))
}
const ORDER: readonly DutyRole[] = ['leader', 'subdistrictCoordinator', 'communitySupervisor', 'compoundKeeper', 'gridWorker', 'buildingHead', ...TEAMS]
