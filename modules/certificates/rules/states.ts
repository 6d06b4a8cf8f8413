import type { Approval, CertificateAction, CertificateState } from '../contract.ts'

/** 待审批 → 已开具 → 作废; whatever has no number yet can be taken back, whatever has one stays. */
const allowed: Readonly<Record<CertificateState, readonly CertificateAction[]>> = {
  waiting: ['approve', 'refuse', 'takeBack'], issued: ['print', 'void'], refused: [], void: [], referred: ['print', 'takeBack'],
}
export const mayDo = (state: CertificateState, action: CertificateAction): boolean => allowed[state].includes(action)

export interface Looking { accountId: string; mayIssue: boolean; mayApprove: boolean; /** Asked for, or handed out, on this very day. */ today: boolean }
export interface Asked { state: CertificateState; approval: Approval | null; askedBy: string | null; headId: string | null }

/** 两人: whoever asked does not approve; where the item asks for the head, it is the head, unless there is none or they asked themselves. */
export function whyNotApprove({ approval, askedBy, headId }: Asked, accountId: string): 'ownRequest' | 'notHead' | null {
  if (askedBy === accountId) return 'ownRequest'
  return approval === 'head' && headId !== null && headId !== askedBy && headId !== accountId ? 'notHead' : null
}

export function actionsFor(asked: Asked, by: Looking): CertificateAction[] {
  return allowed[asked.state].filter((action) => {
    if (action === 'approve' || action === 'refuse') return by.mayApprove && whyNotApprove(asked, by.accountId) === null
    if (action === 'takeBack') return by.mayIssue && asked.askedBy === by.accountId && by.today
    return action === 'void' ? by.mayApprove : by.mayIssue
  })
}
