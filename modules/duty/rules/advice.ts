import type { Advice, Candidate, DutyRole, Standard, Workload } from '../contract.ts'

/** Where somebody is missing or carries too much, with those who could help. */
export interface Situation {
  area: { areaId: string; name: string; households: number; gap: 'nobody' | 'gone' | null; gapRole: DutyRole | null }
  /** Whose account can no longer be used. */
  gone: string | null
  /** The least loaded of those who may answer here. */
  candidate: Pick<Candidate, 'accountId' | 'name' | 'households'> | undefined
  /** Workers of the area and below who carry more than the standard, and what they carry. */
  over: readonly Workload[]
  /** Persons with the fitting role and no duty at all. */
  idle: readonly Pick<Candidate, 'accountId' | 'name'>[]
  workers: number
  needed: { least: number; best: number } | null
  standard: Standard
}

/** 建议: what to do, the most pressing first; at most a handful, each one press away. */
export function adviceFor(s: Situation): Advice[] {
  return [...gapAdvice(s), ...loadAdvice(s), ...staffAdvice(s)].slice(0, 4)
}

function gapAdvice({ area, gone, candidate }: Situation): Advice[] {
  if (area.gap === null) return []
  const at = { areaId: area.areaId, dutyRole: area.gapRole, accountId: candidate?.accountId ?? null }
  const params = { area: area.name, name: candidate?.name ?? '', households: candidate?.households ?? 0, gone: gone ?? '' }
  if (area.gap === 'gone') return [{ key: 'replace', params, ...at }]
  return [{ key: candidate ? 'fillWith' : 'fill', params, ...at }]
}

function loadAdvice({ over, candidate, standard, area }: Situation): Advice[] {
  return over.slice(0, 2).map((load): Advice => {
    const smallest = load.areas.toSorted((a, b) => a.households - b.households)[0]
    const other = candidate && candidate.accountId !== load.accountId ? candidate : undefined
    const params = { name: load.name, households: load.households, to: standard.to, area: smallest?.name ?? area.name, areaHouseholds: smallest?.households ?? 0, other: other?.name ?? '', otherHouseholds: other?.households ?? 0 }
    const moves = load.areas.length > 1 && other !== undefined && smallest !== undefined
    return { key: moves ? 'moveArea' : 'share', params, areaId: smallest?.areaId ?? area.areaId, dutyRole: 'gridWorker', accountId: moves ? other.accountId : null }
  })
}

function staffAdvice({ area, workers, needed, idle, standard }: Situation): Advice[] {
  if (needed === null || area.households === 0) return []
  const nothing = { areaId: area.areaId, dutyRole: null, accountId: null }
  return [
    ...(idle.length > 0 ? [{ key: 'unassigned' as const, params: { n: idle.length, names: idle.slice(0, 3).map(({ name }) => name).join('、') }, ...nothing }] : []),
    ...(workers < needed.least ? [{ key: 'moreWorkers' as const, params: { workers, least: needed.least, best: needed.best, n: needed.least - workers, households: area.households, to: standard.to, from: standard.from }, ...nothing }] : []),
  ]
}
