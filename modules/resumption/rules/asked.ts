import type { AskedState, Standing } from '../contract.ts'

/** Steps after which something else is to be said to whoever asked; newest first. */
interface Later { kind: string; undone: boolean }
const saying: Readonly<Record<string, AskedState | 'check'>> = { checked: 'check', applied: 'received', asked: 'received', withdrawn: 'withdrawn', suspended: 'suspended', closed: 'closed', reopened: 'received' }

/**
 * 申请进度: only from what was done after asking. Whoever can type the name of a shop has a receipt, and is not to read from it how the shop
 * stood before.
 */
export function stateOfAsked(asked: { undone: boolean }, later: readonly Later[], decision: Standing['decision']): AskedState {
  if (asked.undone) return 'withdrawn'
  const said = later.map((step) => (step.undone ? undefined : saying[step.kind])).find((one) => one !== undefined)
  return said === 'check' ? (decision?.outcome ?? 'received') : (said ?? 'received')
}
