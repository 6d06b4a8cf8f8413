import { addMinutes, clockOf, dayOf, type Instant } from '../../../kernel/dates.ts'
import { misfits, type FreeTime, type Misfit, type Proposal, type Skill, type VolunteerState, type WorkKind } from '../contract.ts'
import { dayHours, eveningHours, skillOf } from '../data.ts'

const HOUR = 60
function timeOf(at: Instant): FreeTime {
  const hour = Number(clockOf(at).slice(0, 2))
  if (hour >= eveningHours.from && hour < eveningHours.to) return 'evening'
  if (hour < dayHours.from || hour >= eveningHours.to) return 'night'
  const weekday = new Date(`${dayOf(at)}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? 'weekend' : 'weekday'
}
/** The times of the week a call goes through, hour by hour. */
export function timesOf(startsAt: Instant, endsAt: Instant): FreeTime[] {
  const found = new Set<FreeTime>()
  for (let at = startsAt; at < endsAt; at = addMinutes(at, HOUR)) found.add(timeOf(at))
  return [...found]
}

export interface Asked { kind: WorkKind; skill: Skill | null; startsAt: Instant; endsAt: Instant }
export interface Helper { state: VolunteerState; managed: boolean; /** On another call at that time. */ busy: boolean; skills: readonly Skill[]; free: readonly FreeTime[] }

/** Whoever said no time is asked; whoever can come for a part may stay for it. */
export function freeFor({ free }: Pick<Helper, 'free'>, { startsAt, endsAt }: Pick<Asked, 'startsAt' | 'endsAt'>): Proposal['free'] | 'none' {
  if (free.length === 0) return 'unsaid'
  const times = timesOf(startsAt, endsAt)
  const fit = times.filter((one) => free.includes(one)).length
  return fit === times.length ? 'whole' : fit > 0 ? 'part' : 'none'
}

/** Whom nobody may send: in quarantine or monitored, elsewhere at that time, no longer a helper. */
export const whyNot = (h: Pick<Helper, 'state' | 'managed' | 'busy'>): Misfit | undefined => (h.managed ? 'managed' : h.state !== 'active' ? 'notActive' : h.busy ? 'busy' : undefined)
/** Whom one would not ring besides; who offers to come may. */
export const misfitOf = (h: Helper, call: Asked): Misfit | undefined => whyNot(h) ?? (call.skill !== null && !h.skills.includes(call.skill) ? 'noSkill' : freeFor(h, call) === 'none' ? 'notFree' : undefined)

const wanted = ({ kind, skill }: Asked): Skill | undefined => skill ?? skillOf[kind]
const RANK: Record<Proposal['free'], number> = { whole: 0, unsaid: 1, part: 2 }
export interface Candidate extends Helper { volunteerId: string; name: string; minutes7: number }
/** 推荐: whoever can do it, has time for all of it, and helped least in the last seven days. */
export function propose<C extends Candidate>(candidates: readonly C[], call: Asked): { fit: (C & { skilled: boolean; freeFor: Proposal['free'] })[]; misfits: { why: Misfit; n: number }[] } {
  const fit: (C & { skilled: boolean; freeFor: Proposal['free'] })[] = []
  const counts = new Map<Misfit, number>()
  const skill = wanted(call)
  for (const one of candidates) {
    const [why, time] = [misfitOf(one, call), freeFor(one, call)]
    if (why || time === 'none') counts.set(why ?? 'notFree', (counts.get(why ?? 'notFree') ?? 0) + 1)
    else fit.push({ ...one, skilled: skill !== undefined && one.skills.includes(skill), freeFor: time })
  }
  return {
    fit: fit.toSorted((a, b) => Number(b.skilled) - Number(a.skilled) || RANK[a.freeFor] - RANK[b.freeFor] || a.minutes7 - b.minutes7 || a.name.localeCompare(b.name, 'zh') || (a.volunteerId < b.volunteerId ? -1 : 1)),
    misfits: misfits.flatMap((why) => { const n = counts.get(why); return n ? [{ why, n }] : [] }),
  }
}
