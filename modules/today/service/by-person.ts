import type { Ctx } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import { may } from '../../accounts/rules.ts'
import { staffAccounts } from '../../accounts/service.ts'
import { answerersFor } from '../../duty/service.ts'
import { careHeld, type Places } from '../../quarantine/service.ts'
import { toVerifyHeld } from '../../screening/service.ts'
import type { TodayKind, WorkerToday } from '../contract.ts'
import { nobodyThenOldest } from '../rules.ts'

/** The work at the doors and of the register, which a worker answers for; leads are the health centre's, releases the office's. */
export const kindsOfWorkers = ['declared', 'verify', 'visit', 'check', 'test', 'gap'] as const satisfies readonly TodayKind[]
type WorkerKind = (typeof kindsOfWorkers)[number]
/** As a community worker has them: everything that waits, not only what is late. */
export const asWorker = { role: 'communityWorker', above: false } as const

type Holder = Pick<WorkerToday, 'who' | 'name' | 'dutyRole' | 'role' | 'officePhone'>
interface Held { kind: WorkerKind; areaPath: string; workerId: string | null; open: number; overdue: number; since: Instant }
type Answerer = Awaited<ReturnType<typeof answerersFor>> extends ReadonlyMap<string, infer One> ? One : never
const NOBODY: Holder = { who: 'nobody', name: null, dutyRole: null, role: null, officePhone: null }

async function allHeld(ctx: Ctx): Promise<Held[]> {
  const role = ctx.actor.kind === 'staff' ? ctx.actor.role : ''
  const screening = may(role, 'screening.view') ? await toVerifyHeld(ctx) : { declared: [], verify: [] }
  const care = may(role, 'quarantine.view') ? await careHeld(ctx) : { visit: [], check: [], test: [], gap: [] }
  return kindsOfWorkers.flatMap((kind): Held[] => (kind === 'declared' || kind === 'verify' ? screening[kind].map((row) => ({ ...row, kind, workerId: null })) : care[kind].map((row) => ({ ...row, kind }))))
}

/**
 * Whose each of these is: whoever answers for the doors themselves by duty (网格员, 小区包干), else the account it is assigned to while that
 * one works, else whoever supervises the community, else nobody's.
 */
async function holderFor(ctx: Ctx, held: readonly Held[]): Promise<(one: Held) => Holder> {
  const places = [...new Set(held.map(({ areaPath }) => areaPath))]
  const [atDoors, inCommunity] = [await answerersFor(ctx, places, ['gridWorker', 'compoundKeeper']), await answerersFor(ctx, places, ['communitySupervisor'])]
  const accounts = new Map((await staffAccounts(ctx, [...new Set(held.flatMap(({ workerId }) => workerId ?? []))])).filter(({ state, role }) => state === 'active' && role !== null).map((one) => [one.id, one]))
  const dutyOf = new Map([...inCommunity.values(), ...atDoors.values()].flatMap((one) => (one.accountId ? [[one.accountId, one.dutyRole] as const] : [])))
  const byDuty = (one: Answerer): Holder => ({ who: one.accountId ?? `name:${one.name}`, name: one.name, dutyRole: one.dutyRole, role: null, officePhone: one.officePhone })
  return ({ areaPath, workerId }) => {
    const local = atDoors.get(areaPath)
    if (local) return byDuty(local)
    const account = workerId === null ? undefined : accounts.get(workerId)
    if (account) return { who: account.id, name: account.name, dutyRole: dutyOf.get(account.id) ?? null, role: account.role, officePhone: account.officePhone }
    const supervisor = inCommunity.get(areaPath)
    return supervisor ? byDuty(supervisor) : NOBODY
  }
}

/** 各人今日 */
export async function workers(ctx: Ctx): Promise<WorkerToday[]> {
  const held = await allHeld(ctx)
  const holderOf = await holderFor(ctx, held)
  const byWho = new Map<string, WorkerToday>()
  for (const one of held) {
    const holder = holderOf(one)
    const sum = byWho.get(holder.who) ?? { ...holder, open: 0, overdue: 0, since: one.since }
    byWho.set(holder.who, { ...sum, open: sum.open + one.open, overdue: sum.overdue + one.overdue, since: one.since < sum.since ? one.since : sum.since })
  }
  return [...byWho.values()].toSorted(nobodyThenOldest)
}

/** Where what somebody has in hand stands, by kind: the lists are read there and nowhere else, so that they are as long as they were counted. */
export async function placesOf(ctx: Ctx, who: string): Promise<(kind: WorkerKind) => Places> {
  const held = await allHeld(ctx)
  const holderOf = await holderFor(ctx, held)
  const mine = held.filter((one) => holderOf(one).who === who)
  return (kind) => mine.filter((one) => one.kind === kind).map(({ areaPath, workerId }) => ({ areaPath, workerId }))
}
