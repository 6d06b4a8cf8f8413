import type { Instant } from '../../../kernel/dates.ts'
import type { Satisfaction, Standing, WhistleKind } from '../contract.ts'
import { MOST_CALLS_IN_VAIN } from '../data.ts'
import { rated, reportedIn, whistled } from './whistle.ts'

interface Somebody { id: string; name: string }
/** What a step takes along. */
export type Step =
  | { do: 'take' | 'contact'; by: Somebody }
  | { do: 'assign'; to: Somebody; dueAt: Instant }
  | { do: 'object' | 'handBack' | 'withdraw' }
  | { do: 'whistle'; kind: WhistleKind; departments: readonly string[] }
  | { do: 'reportIn'; name: string; who: string | null; lead: boolean | undefined }
  | { do: 'rate'; name: string; by: 'subdistrict' | 'community'; score: number; word: string | null }
  | { do: 'extend'; dueAt: Instant }
  | { do: 'finish'; by: Somebody; outcome: string; reachable: boolean }
  | { do: 'settleAtOnce'; by: Somebody; outcome: string }
  | { do: 'callBack'; satisfaction: Satisfaction | 'notReached'; resolved: boolean | null; dueAt: Instant }
  | { do: 'exclude'; by: Somebody; ground: 'unreasonable' | 'repeated' | 'notOurs'; reason: string }
  | { do: 'rule'; approve: boolean }
  | { do: 'handedOver'; from: Somebody; to: Somebody }

const nobody = { holderId: null, holderName: null }
const holder = ({ id, name }: Somebody) => ({ holderId: id, holderName: name })
const owner = ({ id, name }: Somebody) => ({ ownerId: id, ownerName: name })

/** How a matter stands after a step; whether the step was allowed has been asked before. */
export function after(m: Standing, step: Step, now: Instant): Standing {
  switch (step.do) {
    case 'take': return { ...m, state: 'inHand', ...holder(step.by), ...owner(step.by), dispatchedAt: m.dispatchedAt ?? now }
    case 'contact': return { ...m, state: 'inHand', ...holder(step.by), ...owner(step.by), dispatchedAt: m.dispatchedAt ?? now, contactedAt: now }
    // 首接负责: whoever had it answers for it until this one accepts.
    case 'assign': return { ...m, state: 'assigned', ...holder(step.to), dueAt: step.dueAt, dispatchedAt: m.dispatchedAt ?? now }
    case 'object': return { ...m, state: 'registered', ...nobody, objectedAt: now }
    case 'extend': return { ...m, dueAt: step.dueAt, extendedAt: now }
    case 'whistle': return whistled(m, step, now)
    case 'reportIn': return reportedIn(m, step, now)
    case 'rate': return rated(m, step)
    case 'handBack': return { ...m, state: 'registered', ...nobody }
    case 'withdraw': return { ...m, state: 'withdrawn', ...nobody }
    case 'finish': return {
      ...m, state: step.reachable ? 'done' : 'closed', ...nobody, doneAt: now, doerName: step.by.name, outcome: step.outcome, closedAt: step.reachable ? null : now,
      // Whoever it was given to has accepted it by doing it.
      ...(m.ownerId === null || m.holderId === step.by.id ? owner(step.by) : {}),
      // Whoever settles it has been there.
      contactedAt: step.reachable ? m.contactedAt ?? now : m.contactedAt,
    }
    case 'settleAtOnce': return { ...m, state: 'closed', ...nobody, ...owner(step.by), doneAt: now, doerName: step.by.name, outcome: step.outcome, closedAt: now }
    case 'callBack': return calledBack(m, step, now)
    case 'exclude': return { ...m, exclusion: 'asked', exclusionGround: step.ground, exclusionReason: step.reason, exclusionAskedBy: step.by.id }
    case 'rule': return { ...m, exclusion: step.approve ? 'approved' : 'refused' }
    case 'handedOver': return { ...m, ...(m.holderId === step.from.id ? holder(step.to) : {}), ...(m.ownerId === step.from.id ? owner(step.to) : {}) }
  }
}

function calledBack(m: Standing, step: Step & { do: 'callBack' }, now: Instant): Standing {
  if (step.satisfaction === 'notReached') {
    const callsInVain = m.callsInVain + 1
    return { ...m, callsInVain, ...(callsInVain >= MOST_CALLS_IN_VAIN ? { state: 'closed', closedAt: now } : {}) }
  }
  const told = { calledAt: now, resolved: step.resolved, satisfaction: step.satisfaction }
  // Not solved goes back to whoever answers for it, once, with the same number; what was said stands until the next call.
  if (step.resolved === false && m.reopenedAt === null) return { ...m, ...told, state: m.ownerId === null ? 'registered' : 'inHand', holderId: m.ownerId, holderName: m.ownerName, reopenedAt: now, dueAt: step.dueAt, doneAt: null, callsInVain: 0 }
  return { ...m, ...told, state: 'closed', closedAt: now }
}
