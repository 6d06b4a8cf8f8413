import type { Ctx, StaffActor } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { may } from '../../accounts/rules.ts'
import { answererFor } from '../../duty/service.ts'
import type { Approval, CertificateCard, CertificateLine } from '../contract.ts'
import { actionsFor, whyNotApprove, type Asked } from '../rules.ts'
import * as store from '../store.ts'
import type { CertificateRow } from '../tables.ts'

export function whoOf(ctx: Ctx): StaffActor {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}

export const toLine = (r: CertificateRow): CertificateLine => ({
  certificateId: r.certificateId, officeName: r.officeName, code: r.code, title: r.title, state: r.state, personId: r.personId, name: r.name, address: r.address, purpose: r.purpose, number: r.number, copies: r.copies, seal: r.seal, said: r.said, officeTo: r.officeTo,
  askedAt: r.askedAt, askerName: r.askerName, decidedAt: r.decidedAt, deciderName: r.deciderName, issuedOn: r.issuedOn, validTo: r.validTo, voidedAt: r.voidedAt, voidReason: r.voidReason,
})

/** 社区负责人: who has that duty for the community, with an account or not; asked for only where the item says so. */
export const headOf = async (ctx: Ctx, approval: Approval | null, areaPath: string): Promise<{ accountId: string | null; name: string } | undefined> =>
  (approval === 'head' ? answererFor(ctx, areaPath, 'communitySupervisor') : undefined)

export async function askedOf(ctx: Ctx, row: CertificateRow): Promise<{ asked: Asked; headName: string | null }> {
  const head = await headOf(ctx, row.approval, row.areaPath)
  return { asked: { state: row.state, approval: row.approval, askedBy: row.askedBy, headId: head?.accountId ?? null }, headName: head?.name ?? null }
}

export async function cardOf(ctx: Ctx, certificateId: string): Promise<CertificateCard> {
  const row = await store.getRow(ctx.sql, certificateId)
  const { asked, headName } = await askedOf(ctx, row)
  const { accountId, role } = whoOf(ctx)
  const mayApprove = may(role, 'certificates.approve')
  return {
    ...toLine(row), basis: row.basis, body: row.body, bring: row.bring, approval: row.approval, decideReason: row.decideReason, voiderName: row.voiderName, headName,
    actions: actionsFor(asked, { accountId, mayIssue: may(role, 'certificates.issue'), mayApprove, today: dayOf(row.askedAt) === ctx.today }),
    mayNot: row.state === 'waiting' && mayApprove ? whyNotApprove(asked, accountId) : null,
  }
}
