import { allows, type StateTable } from '../../../kernel/states.ts'
import { may } from '../../accounts/rules.ts'
import type { MatterAction, MatterState } from '../contract.ts'

const open = ['take', 'contact', 'assign', 'finish', 'withdraw', 'exclude', 'rule', 'photo', 'undo', 'reportIn', 'rate'] as const satisfies readonly MatterAction[]
/** 采集-派遣-处置-反馈-核查-结案: what each state allows; whose it is to do is said in `whyNot`. */
export const matterTable: StateTable<MatterState, MatterAction> = {
  registered: [...open, 'whistle'],
  assigned: [...open, 'whistle', 'object', 'extend'],
  inHand: ['contact', 'assign', 'finish', 'withdraw', 'exclude', 'rule', 'photo', 'undo', 'whistle', 'extend', 'handBack', 'reportIn', 'rate'],
  whistled: ['take', 'assign', 'finish', 'handBack', 'exclude', 'rule', 'photo', 'undo', 'reportIn', 'rate'],
  done: ['callBack', 'exclude', 'rule', 'photo', 'undo', 'rate'],
  closed: ['exclude', 'rule', 'photo', 'undo', 'rate'],
  withdrawn: ['undo'],
}
export const mayDo = (state: MatterState, action: MatterAction): boolean => allows(matterTable, state, action)

/** 物业 work for a house and not for the office: they see what they were given and what they had a hand in. */
export const seesOnlyOwn = (role: string): boolean => !may(role, 'people.view')

export interface Looker { accountId: string; role: string }
interface Seen {
  state: MatterState; holderId: string | null; registeredBy: string | null; contactedAt: string | null; objectedAt: string | null; extendedAt: string | null
  whistledAt: string | null; departments: readonly { reportedAt: string | null }[]
  exclusion: string | null; exclusionAskedBy: string | null
  /** Somebody asked, and can be asked again. */
  reachable: boolean
}

/** Why somebody cannot do it now: not in this state, no more than once, or not theirs; undefined where they can. */
export function whyNot(m: Seen, action: MatterAction, who: Looker): 'notInState' | 'onceOnly' | 'notYours' | undefined {
  if (!mayDo(m.state, action)) return 'notInState'
  // Nobody was called, or nobody has come.
  if ((action === 'reportIn' && m.whistledAt === null) || (action === 'rate' && !m.departments.some(({ reportedAt }) => reportedAt !== null))) return 'notInState'
  if (spent(m, action)) return 'onceOnly'
  return theirs(m, action, who) ? undefined : 'notYours'
}

function spent(m: Seen, action: MatterAction): boolean {
  if (action === 'object') return m.objectedAt !== null
  if (action === 'extend') return m.extendedAt !== null
  if (action === 'contact') return m.contactedAt !== null || !m.reachable
  if (action === 'exclude') return m.exclusion !== null
  return action === 'rule' && m.exclusion !== 'asked'
}

function theirs(m: Seen, action: MatterAction, { accountId, role }: Looker): boolean {
  if (!may(role, 'matters.work')) return false
  const holds = m.holderId === accountId
  const [assigns, above] = [may(role, 'matters.assign'), may(role, 'matters.approve')]
  switch (action) {
    case 'take': return m.state === 'registered' || (m.state === 'whistled' ? above : holds)
    case 'contact': return m.state === 'registered' || holds
    case 'object': return holds
    case 'extend': case 'finish': return holds || (m.state === 'whistled' ? above : assigns || (m.state === 'registered' && m.registeredBy === accountId))
    case 'assign': return m.state === 'whistled' ? above : assigns
    case 'callBack': case 'exclude': case 'reportIn': case 'rate': return assigns
    case 'whistle': return assigns && !above
    case 'handBack': return above && (m.state === 'whistled' || holds)
    case 'withdraw': return assigns || m.registeredBy === accountId
    // 剔除项须审批: by somebody else than whoever asked.
    case 'rule': return above && m.exclusionAskedBy !== accountId
    case 'photo': case 'undo': return true
  }
}

/** What will succeed now; whether the last step is theirs to take back is known from the record. */
export const actionsOf = (m: Seen, who: Looker, mayUndo: boolean): MatterAction[] =>
  matterTable[m.state].filter((action) => (action === 'undo' ? mayUndo : whyNot(m, action, who) === undefined))
