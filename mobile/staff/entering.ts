import { accountsApi } from '../../modules/accounts/contract.ts'
import type { Me } from '../../modules/accounts/contract.ts'
import { fieldApi } from '../../modules/field/contract.ts'
import { homeOf, importKey } from '../../modules/field/rules.ts'
import { ApiError, ask, beImpatient, newCommandId } from '../../ui/client.ts'
import { startPhoneClock } from './clock.ts'
import { accountIn, isShut, keepAccount, letIn, letOut, limitsKept, oweSignOut, phoneId, signedOut, signOutOwed, unlessShut } from './kept/shelf.ts'
import { endOwedSession } from './leaving.ts'
import { put } from './looking.ts'
import { deliverOf, settle } from './outbox/sending.ts'
import { nobodyIn, setState, staffState, unkeptOf } from './state.ts'
import { report, startSync, sync } from './sync.ts'

/** `Chrome · Android` out of what the browser says of itself: enough to know one’s own phone. */
function deviceName(): string {
  const agent = navigator.userAgent
  const browser = ['MicroMessenger', 'Edg', 'Firefox', 'Chrome', 'Safari'].find((name) => agent.includes(name)) ?? ''
  const system = ['Android', 'iPhone', 'Windows', 'Mac OS', 'Linux'].find((name) => agent.includes(name)) ?? ''
  return [browser, system].filter(Boolean).join(' · ') || 'Web'
}

const PATIENCE_MS = 10_000
/** On a dead line a browser may wait for minutes, and everything behind it with it. A large carry over a thin line is through by then. */
const ANSWER_MS = 60_000
/** At the start: whoever was in is in, with or without a signal. Where nothing opens, that is said. What somebody left here is handed over, and what is to be wiped is wiped, also where nobody is in. */
export async function openPhone(): Promise<void> {
  const patience = setTimeout(() => setState({ shut: true }), PATIENCE_MS)
  try {
    startPhoneClock()
    beImpatient(ANSWER_MS)
    const account = await accountIn()
    setState({ limits: await limitsKept() })
    if (account) await put(account)
    setState({ opening: false, shut: false })
    startSync()
  } catch {
    setState({ shut: true })
  } finally {
    clearTimeout(patience)
  }
}

export type Entered = 'in' | 'factor' | 'desk'

/** After the password (and the code), in turn with the sending: this phone is opened for the account, and the former one’s data are shut away. */
export async function enter(me: Me): Promise<void> {
  if ((await signOutOwed()) !== undefined) await signedOut()
  const home = homeOf(me.role)
  await settleFormer(me, home === undefined)
  if (home === undefined) {
    // 离岗: what they recorded while they were on duty is the community's now.
    await deliverOf(me.id, 'dutyLost').catch(() => undefined)
    const former = await accountIn()
    if (former) await letOut(former.accountId)
    setState({ ...nobodyIn, atDesk: me.id })
    return
  }
  const { deviceId, key } = await openDevice()
  const { account: before } = staffState()
  if (before?.accountId === me.id) {
    // 接着交: the page has what the phone could not write, and goes on with it.
    const account = { ...before, deviceId }
    setState({ account, signInOwed: false })
    // The other windows hear of it; what has become of the duty the sync finds.
    await keepAccount(account).catch(unlessShut)
    void sync({ force: true })
    return
  }
  const account = { accountId: me.id, me, deviceId, key: await importKey(key) }
  await letIn(account).catch((error: unknown) => { if (isShut(error)) return turnedAway('field.phoneFull'); throw error })
  void navigator.storage?.persist?.()
  await put(account)
  void sync({ force: true })
}

/** 换人: what the former one has in this page alone is written or handed over first. Where neither can be, whoever comes waits and is told of it. */
async function settleFormer({ id }: Me, leaves: boolean): Promise<void> {
  const { account, records } = staffState()
  if (!account || (account.accountId === id && !leaves) || (await settle())) return
  await turnedAway('field.unwrittenOwed', { name: account.me.name, n: unkeptOf(records) })
}

/** Nor does their session stay behind on the phone. */
async function turnedAway(code: string, params: Record<string, unknown> = {}): Promise<never> {
  await ask(accountsApi.signOut, {}).catch(() => undefined)
  throw new ApiError(409, code, params)
}

/** A phone that is to be wiped is wiped first, and then begins anew. */
async function openDevice() {
  const open = async () => ask(fieldApi.openDevice, { phoneId: await phoneId(), name: deviceName() }, { commandId: newCommandId() })
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'field.wipeOrdered') throw error
    await report(true)
    return open()
  }
}

/** 退出: the key goes from the phone; what waits stays sealed until its owner is back. The session ends now, or with the next signal. */
export async function leave(): Promise<void> {
  const { account, atDesk, records } = staffState()
  // 没记上: it would be gone with the page.
  if (unkeptOf(records) > 0) return
  const accountId = account?.accountId ?? atDesk
  if (account) await letOut(account.accountId)
  // Where not even that can be written there is this one try.
  if (accountId !== undefined) await oweSignOut(accountId).catch(() => ask(accountsApi.signOut, {}).catch(() => undefined))
  setState({ ...nobodyIn, atDesk: undefined })
  await endOwedSession().catch(() => undefined)
}
