import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, dayOf } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { numberText } from '../../documents/rules.ts'
import { codeOf, officeOf, takeNumber } from '../../documents/service.ts'
import { recordTimeline } from '../../people/service.ts'
import { certificatesErrors as errors, type CertificateAction, type CertificateCard, type certificatesApi } from '../contract.ts'
import { NUMBER_PATTERN } from '../data.ts'
import { mayDo, whyNotApprove } from '../rules.ts'
import * as store from '../store.ts'
import type { CertificateRow } from '../tables.ts'
import { askedOf, cardOf, whoOf } from './reading.ts'

type Input<K extends keyof typeof certificatesApi> = ParsedInputOf<(typeof certificatesApi)[K]>

/** The row, locked and in a state that allows the action. */
async function forAction(ctx: Ctx, certificateId: string, action: CertificateAction): Promise<CertificateRow> {
  await store.lock(ctx.sql, certificateId)
  const row = await store.getRow(ctx.sql, certificateId)
  if (!mayDo(row.state, action)) throw refuse(errors.notInState, { state: row.state })
  return row
}

/** 两人: by somebody else than whoever asked, and by the head where the item says so. */
async function toDecide(ctx: Ctx, certificateId: string, action: 'approve' | 'refuse'): Promise<CertificateRow> {
  const row = await forAction(ctx, certificateId, action)
  const { asked, headName } = await askedOf(ctx, row)
  const why = whyNotApprove(asked, whoOf(ctx).accountId)
  if (why === 'ownRequest') throw refuse(errors.ownRequest)
  if (why === 'notHead') throw refuse(errors.notHead, { head: headName ?? '' })
  return row
}

/** 编号盖章: the number is taken in the transaction that issues, so that none is skipped or given twice. */
export async function issueNow(ctx: Ctx, certificateId: string): Promise<void> {
  const row = await store.getRow(ctx.sql, certificateId)
  const office = await officeOf(ctx, row.officeId)
  if (!office) throw refuse(frameErrors.notFound)
  const { accountId: by, name } = whoOf(ctx)
  const year = Number(ctx.today.slice(0, 4))
  const no = await takeNumber(ctx, office, 'communityCertificate', year)
  const [number, code] = [numberText(NUMBER_PATTERN, office.name, year, no), codeOf(ctx.newToken())]
  await store.issue(ctx.sql, {
    id: certificateId, year, no, number, issuedOn: ctx.today, validTo: row.validDays === null ? null : addDays(ctx.today, row.validDays), codeIndex: ctx.vault.index('token', code), codeSealed: ctx.vault.seal(code), at: ctx.now, by, name,
  })
  await happened(ctx, row, 'issued', { title: row.title, number })
}

const happened = async (ctx: Ctx, { areaPath, personId }: CertificateRow, kind: string, params: Record<string, unknown>): Promise<void> => {
  if (personId) await recordTimeline(ctx, { kind: `certificates.${kind}`, areaPath, personId, params })
}

export async function approveCertificate(ctx: Ctx, { certificateId }: Input<'approveCertificate'>): Promise<CertificateCard> {
  await toDecide(ctx, certificateId, 'approve')
  await issueNow(ctx, certificateId)
  return cardOf(ctx, certificateId)
}

export async function refuseCertificate(ctx: Ctx, { certificateId, reason }: Input<'refuseCertificate'>): Promise<CertificateCard> {
  const row = await toDecide(ctx, certificateId, 'refuse')
  const { accountId: by, name } = whoOf(ctx)
  await store.refuseRow(ctx.sql, certificateId, reason, ctx.now, by, name)
  await happened(ctx, row, 'refused', { title: row.title, reason })
  return cardOf(ctx, certificateId)
}

export async function takeBackCertificate(ctx: Ctx, { certificateId }: Input<'takeBackCertificate'>) {
  const row = await forAction(ctx, certificateId, 'takeBack')
  if (row.askedBy !== whoOf(ctx).accountId || dayOf(row.askedAt) !== ctx.today) throw refuse(errors.notYours)
  await store.remove(ctx.sql, certificateId)
  await happened(ctx, row, 'takenBack', { title: row.title })
  return {}
}

export async function voidCertificate(ctx: Ctx, { certificateId, reason }: Input<'voidCertificate'>): Promise<CertificateCard> {
  const row = await forAction(ctx, certificateId, 'void')
  await store.voidRow(ctx.sql, certificateId, reason, ctx.now, whoOf(ctx).name)
  await happened(ctx, row, 'voided', { title: row.title, number: row.number, reason })
  return cardOf(ctx, certificateId)
}
