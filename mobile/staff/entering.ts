import { accountsApi } from '../../modules/accounts/contract.ts'
import type { Me } from '../../modules/accounts/contract.ts'
import { fieldApi } from '../../modules/field/contract.ts'
import { homeOf, importKey } from '../../modules/field/rules.ts'
import { ApiError, ask, beImpatient, newCommandId } from '../../ui/client.ts'
import { startClock } from '../../ui/now.ts'
import { openDrafts } from './drafts.ts'
import { accountIn, letIn, letOut, limitsKept, oweSignOut, phoneId, signedOut, signOutOwed, type Account } from './kept/shelf.ts'
import { endOwedSession } from './leaving.ts'
import { openBox } from './outbox/box.ts'
import { setState, staffState, unkeptOf } from './state.ts'
import { openCarry, startSync, sync } from './sync.ts'

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
    const clockOff = startClock()
    beImpatient(ANSWER_MS)
    const account = await accountIn()
    setState({ clockOff, limits: await limitsKept() })
    if (account) await put(account)
    setState({ opening: false, shut: false })
    startSync()
  } catch {
    setState({ shut: true })
  } finally {
    clearTimeout(patience)
  }
}

async function put(account: Account): Promise<void> {
  await openBox(account)
  await openCarry(account)
  await openDrafts(account)
  setState({ account })
}

export type Entered = 'in' | 'factor' | 'desk'

/** After the password (and the code): this phone is opened for the account, and the former one’s data are shut away. */
export async function enter(me: Me): Promise<void> {
  if ((await signOutOwed()) !== undefined) await signedOut()
  if (homeOf(me.role) === undefined) {
    await shutFormer(me.id)
    setState({ account: undefined, atDesk: me.id, records: [], carry: undefined, drafts: {}, signInOwed: false })
    return
  }
  const { deviceId, key } = await openDevice()
  const { account: before } = staffState()
  if (before?.accountId === me.id) {
    // 接着交: the page has what the phone could not write, and goes on with it.
    setState({ account: { ...before, me, deviceId }, signInOwed: false })
    void sync({ force: true })
    return
  }
  const account = { accountId: me.id, me, deviceId, key: await importKey(key) }
  await letIn(account)
  void navigator.storage?.persist?.()
  await put(account)
  setState({ signInOwed: false })
  void sync({ force: true })
}

async function shutFormer(accountId: string): Promise<void> {
  const before = await accountIn()
  if (before && before.accountId !== accountId) await letOut(before.accountId)
}

/** A phone that is to be wiped is wiped first, and then begins anew. */
async function openDevice() {
  const open = async () => ask(fieldApi.openDevice, { phoneId: await phoneId(), name: deviceName() }, { commandId: newCommandId() })
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'field.wipeOrdered') throw error
    await sync({ force: true })
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
  setState({ account: undefined, atDesk: undefined, records: [], carry: undefined, drafts: {}, signInOwed: false })
  await endOwedSession().catch(() => undefined)
}
