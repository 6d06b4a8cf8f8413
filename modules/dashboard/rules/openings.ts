import { addDays, type Day } from '../../../kernel/dates.ts'
import type { FigureId } from '../contract.ts'

/** A page of the console and the filter in its address: the very list a figure counts. */
export interface Opening { page: '/people' | '/quarantine' | '/screening' | '/leads' | '/reporting' | '/base-data' | '/zones'; search: Record<string, string> }

const lists: Partial<Record<FigureId, Opening>> = {
  persons: { page: '/people', search: {} },
  managed: { page: '/quarantine', search: { tab: 'active' } },
  opened: { page: '/quarantine', search: { slice: 'opened' } },
  released: { page: '/quarantine', search: { slice: 'released' } },
  toRelease: { page: '/quarantine', search: { tab: 'ending' } },
  releaseLate: { page: '/quarantine', search: { slice: 'releaseLate' } },
  missing: { page: '/quarantine', search: { tab: 'missing' } },
  missed: { page: '/quarantine', search: { slice: 'missed' } },
  leads: { page: '/leads', search: { tab: 'open' } },
  leadsLate: { page: '/leads', search: { tab: 'overdue' } },
  toVerify: { page: '/screening', search: { tab: 'toVerify' } },
  gaps: { page: '/base-data', search: {} },
  affected: { page: '/zones', search: { tab: 'affected' } },
  graded: { page: '/zones', search: { tab: 'graded' } },
  verifyLate: { page: '/screening', search: { tab: 'toVerify', late: 'true' } },
}

/** What a figure of an area opens; households have no list of their own but that of their people. */
export function openingOf(figure: FigureId, areaId: string): Opening | undefined {
  if (figure === 'reportsMissing') return { page: '/reporting', search: { within: areaId } }
  const known = lists[figure === 'households' ? 'persons' : figure === 'managedHouseholds' ? 'managed' : figure]
  return known && { ...known, search: { ...known.search, area: areaId } }
}

/** A point of the trend: who came, who left, who was managed at the end of that day. */
export const trendOpening = (line: 'opened' | 'released' | 'managed', day: Day, areaId: string): Opening =>
  ({ page: '/quarantine', search: { slice: line, day, area: areaId } })

/** Everybody who came from a province on the days of the trend. */
export const originOpening = (province: string, days: { from: Day; to: Day }, areaId: string): Opening =>
  ({ page: '/screening', search: { province, arrivals: 'true', from: days.from, to: days.to, area: areaId } })

/** Those managed whose period began so many days ago, or longer. */
export function ageOpening({ since, orMore }: { since: number; orMore: boolean }, today: Day, areaId: string): Opening {
  const began = addDays(today, -since)
  return { page: '/quarantine', search: { tab: 'active', ...(orMore ? {} : { since: began }), until: began, area: areaId } }
}

/** The state or grade of one area: its card. */
export const zoneOpening = (areaId: string): Opening => ({ page: '/zones', search: { open: areaId } })
