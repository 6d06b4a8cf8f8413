import { accountsApi, type Me } from '../../modules/accounts/contract.ts'
import { fieldApi } from '../../modules/field/contract.ts'
import { isLeft, waitMs } from '../../modules/field/rules.ts'
import { ApiError, ask } from '../../ui/client.ts'
import { keepClock, setServerNow } from '../../ui/now.ts'
import { bringCarry, carryAgain, dropExpired, isDue, putCarry } from './carrying.ts'
import { heardOfTime, lookAtClock } from './clock.ts'
import { carryDates, forget, isPhoneOfStaff, isShut, keepAccount, keepLimits, phoneId, unlessShut, type Account } from './kept/shelf.ts'
import { hearOthers, inTurn, shelfParts } from './kept/windows.ts'
import { endOwedSession } from './leaving.ts'
import { hear, look } from './looking.ts'
import { allHere, keepAgain, tidy } from './outbox/box.ts'
import { deliverOf, handOver, isUnopened, oweSignIn, sendAll } from './outbox/sending.ts'
import { isOwed, nobodyIn, setState, staffState, unkeptOf } from './state.ts'

const carryAgainMs = (): number => staffState().limits.syncMinutes * 60_000
const REPORT_AGAIN_MS = 10 * 60_000
/** While something waits, or did: each report is a line of the trail. */
const REPORT_WAITING_MS = 60_000
/** How soon after it was set back a clock is found out, and how much is lost of the latest time known. */
const CLOCK_EVERY_MS = 20_000
let failures = 0
let reported = { of: '', at: 0, waiting: 0 }
let running: Promise<boolean> | undefined
let again = false
let timer: ReturnType<typeof setTimeout> | undefined

/** 同步: says where the phone stands, sends what waits, brings what changed. One at a time, also over several tabs. */
export function sync({ force = false } = {}): Promise<boolean> {
  // What is recorded while this one is past its sending does not wait for the next in minutes.
  again ||= running !== undefined
  running ??= inTurn(() => once(force)).catch((error: unknown) => { if (error instanceof ApiError || isShut(error)) return false; throw error }).finally(() => {
    running = undefined
    if (again) { again = false; void sync() }
  })
  return running
}

/** 顺带的事 (reports, what others left): what the server does not take of it keeps nobody from sending; without a signal nothing else is tried either. */
const inPassing = (error: unknown): void => { if (!isShut(error) && !(error instanceof ApiError && error.status > 0)) throw error }

async function once(force: boolean): Promise<boolean> {
  lookAtClock()
  // Under the turn: what another window has sent is not sent again, and nothing goes out for somebody it has signed out.
  await look('accounts', 'records').catch(unlessShut)
  await keepAgain()
  await dropExpired()
  if (!navigator.onLine) { plan(); return false }
  setState({ syncing: true })
  try {
    await endOwedSession().catch(unlessShut)
    // What was recorded by a lost clock waits for nothing but the time.
    await report(force || staffState().records.some(({ record }) => record.doubtful === 'open')).catch(inPassing)
    const done = await ownWork(force)
    failures = done ? 0 : failures + 1
    return done
  } catch (error) {
    failures++
    throw error
  } finally {
    setState({ syncing: false })
    plan()
  }
}

async function ownWork(force: boolean): Promise<boolean> {
  const { account } = staffState()
  const mine = account && (await myself(account))
  if (!mine) return !account
  const sent = await sendAll(mine.accountId)
  if (sent && (force || isDue(carryAgainMs()))) await bringCarry(mine)
  await tidy()
  // The count the community sees goes down as well.
  await report(false).catch(inPassing)
  return sent
}

/** The session may be somebody else’s by now, in another tab: then nothing is sent under that name. The duty is as it is now, which ends no session. */
async function myself(account: Account): Promise<Account | undefined> {
  try {
    const { me, step } = await ask(accountsApi.me, {})
    const mine = me.id === account.accountId && step === null
    if (mine) setState({ signInOwed: false })
    else oweSignIn()
    return mine ? await withDuty(account, me) : undefined
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error
    oweSignIn()
    // A session that was ended may be that of a lost phone: asked for at once, not with the next report.
    await report(true).catch(unlessShut)
    return undefined
  }
}

async function withDuty(account: Account, me: Me): Promise<Account> {
  if (JSON.stringify(me) === JSON.stringify(account.me)) return account
  const now = { ...account, me }
  // Whoever has left meanwhile is not let in again by it.
  if (staffState().account?.accountId !== account.accountId) return now
  setState({ account: now })
  await keepAccount(now).catch(unlessShut)
  // 调岗: what was carried for the former duty goes at once, whether or not that of the new one comes.
  if (me.role !== account.me.role || me.area?.id !== account.me.area?.id) {
    carryAgain()
    await putCarry(now, undefined)
  }
  return now
}

/** 报到: needs no session, so that a lost phone hears that it is to forget. */
export async function report(force: boolean): Promise<void> {
  // Where nobody of the staff has ever been in there is nobody to hear of.
  if (!staffState().account && !(await isPhoneOfStaff())) return
  const [records, dates] = [await allHere(), await carryDates()]
  const accounts = new Set([...records.map((one) => one.accountId), ...dates.keys(), ...(staffState().account ? [staffState().account?.accountId ?? ''] : [])])
  const boxes = [...accounts].map((accountId) => {
    const madeAt = dates.get(accountId)
    return { accountId, waiting: records.filter((one) => one.accountId === accountId && isOwed(one)).length, ...(madeAt ? { carryMadeAt: madeAt } : {}) }
  })
  const of = [...accounts].toSorted().join()
  const waiting = boxes.reduce((sum, box) => sum + box.waiting, 0)
  if (!force && reported.of === of && Date.now() - reported.at < (waiting + reported.waiting > 0 ? REPORT_WAITING_MS : REPORT_AGAIN_MS)) return
  const answer = await contact(boxes)
  reported = { of, at: Date.now(), waiting }
  setState({ limits: answer.limits })
  // A full phone is wiped none the less.
  await keepLimits(answer.limits).catch(unlessShut)
  for (const accountId of answer.wipe) await wipe(accountId)
  await deliverLeft(answer.limits.handOverHours, answer.now)
}

const PROMPT_MS = 10_000
async function contact(boxes: { accountId: string; waiting: number; carryMadeAt?: string }[], wiped: string[] = []) {
  const before = Date.now()
  const answer = await ask(fieldApi.contact, { phoneId: await phoneId(), phoneNow: new Date(before).toISOString(), boxes, wiped })
  // A phone that slept between question and answer measures its sleep.
  const prompt = Date.now() - before <= PROMPT_MS
  if (prompt) {
    setServerNow(answer.now)
    keepClock()
  }
  await heardOfTime(answer.now, prompt ? Math.round((Date.parse(answer.now) - (before + Date.now()) / 2) / 1000) : undefined)
  return answer
}

/** 远程清除: what waits is delivered first, sealed as it is; then nothing is left. */
async function wipe(accountId: string): Promise<void> {
  await deliverOf(accountId, 'wiped')
  await forget(accountId)
  if (staffState().account?.accountId === accountId) setState(nobodyIn)
  await contact([], [accountId])
}

/** What owners who did not come back left here: handed over without anybody having read it. Whoever is in and cannot sign in any more (停用, 期满) has not come back either. */
async function deliverLeft(hours: number, now: string): Promise<void> {
  const { account, signInOwed } = staffState()
  const isLeftHere = (one: { id: string; at: string }) => isLeft(one.at, now, hours) && !isUnopened(one)
  const left = (await allHere()).filter((one) => isOwed(one) && isLeftHere(one))
  const own = left.flatMap((one) => (one.accountId === account?.accountId ? one.id : []))
  if (signInOwed && own.length > 0) await handOver(own, 'left')
  for (const accountId of new Set(left.map((one) => one.accountId))) if (accountId !== account?.accountId) await deliverOf(accountId, 'left', isLeftHere)
}

/** 换卡点: at once, for what passes belongs to where the keeper stands; without a signal passages are recorded there without data. */
export async function standAt(gateId: string): Promise<void> {
  const { account, carry } = staffState()
  if (!account || !carry?.gate || carry.gate.gateId === gateId) return
  await putCarry(account, { ...carry, gate: { ...carry.gate, gateId, data: null, post: null } })
  carryAgain()
  await sync()
}

/** Again later: soon while something waits, rarely while not, farther apart each time it fails. */
function plan(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void sync(), failures > 0 || unkeptOf(staffState().records) > 0 ? waitMs(failures) : carryAgainMs())
}

/** Signal, sight and the browser’s own background sync set it off, as long as the page is there. */
export function startSync(): void {
  const now = () => { failures = 0; void sync() }
  addEventListener('online', now)
  setInterval(lookAtClock, CLOCK_EVERY_MS)
  hearOthers((part) => void hear(part))
  document.addEventListener('visibilitychange', () => { lookAtClock(); if (document.visibilityState === 'visible') void look(...shelfParts).catch(unlessShut).finally(now) })
  navigator.serviceWorker?.addEventListener('message', now)
  now()
}
