import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import type { FileReply, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { contentTypes, officeOf, oneDocx, onePaper, qrPicture } from '../../documents/service.ts'
import { areaById } from '../../territory/service.ts'
import { certificatesErrors as errors, type certificatesApi } from '../contract.ts'
import { dayOf } from '../../../kernel/dates.ts'
import { certificateContents, inClear, mayDo, publicPaper, registerPaper, slipPaper, type Office } from '../rules.ts'
import * as store from '../store.ts'
import type { CertificateRow } from '../tables.ts'
import { publicCertificateList } from './lists.ts'
import { toLine, whoOf } from './reading.ts'

type Input<K extends keyof typeof certificatesApi> = ParsedInputOf<(typeof certificatesApi)[K]>

const addressOf = (ctx: Ctx, page: 'c' | 'k', code: string): string => `${ctx.settings.publicUrl.replace(/\/+$/, '')}/m/${page}/${code}`

async function officeAt(ctx: Ctx, row: CertificateRow): Promise<Office> {
  const office = await officeOf(ctx, row.officeId)
  if (!office) throw refuse(frameErrors.notFound)
  return office
}

/** On paper the number of the document stands in clear: that is what it is for, and why each print is in the trail. */
async function contentsOf(ctx: Ctx, row: CertificateRow) {
  if (!row.number || !row.issuedOn || !row.codeSealed) throw refuse(errors.notInState, { state: row.state })
  const clear = row.documentSealed ? ctx.vault.open(row.documentSealed) : null
  return certificateContents({ ...row, copies: row.copies ?? 1, number: row.number, issuedOn: row.issuedOn, body: inClear(row.body ?? '', row.documentMasked, clear), url: addressOf(ctx, 'c', ctx.vault.open(row.codeSealed)), office: await officeAt(ctx, row) })
}

async function toPrint(ctx: Ctx, certificateId: string): Promise<CertificateRow> {
  const row = await store.getRow(ctx.sql, certificateId)
  if (!mayDo(row.state, 'print')) throw refuse(errors.notInState, { state: row.state })
  return row
}

export async function certificatePaper(ctx: Ctx, { certificateId }: Input<'certificatePaper'>) {
  const row = await toPrint(ctx, certificateId)
  const paper = row.state === 'referred'
    ? slipPaper({ title: row.title, says: row.body ?? '', officeTo: row.officeTo ?? '', bring: row.bring ?? '', basis: row.basis, office: await officeAt(ctx, row), by: row.askerName ?? '', on: dayOf(row.askedAt) })
    : await onePaper(ctx, row.areaPath, 'communityCertificate', await contentsOf(ctx, row))
  return { state: row.state, title: row.title, paper }
}

export async function downloadCertificate(ctx: Ctx, { certificateId }: Input<'downloadCertificate'>): Promise<FileReply> {
  const row = await toPrint(ctx, certificateId)
  return { filename: `${row.title}-${row.name ?? ''}-${row.issuedOn ?? ''}.docx`, contentType: contentTypes.docx, body: await oneDocx(ctx, row.areaPath, 'communityCertificate', await contentsOf(ctx, row)) }
}

export async function sealRegisterPaper(ctx: Ctx, { month, areaId }: Input<'sealRegisterPaper'>) {
  const area = await areaById(ctx, areaId ?? whoOf(ctx).areaId)
  const rows = (await store.registerRows(ctx.sql, scopeOf(area.areaPath), month)).map(toLine)
  return { n: rows.length, paper: registerPaper({ office: area.name, month, rows }) }
}

export async function certificateListPaper(ctx: Ctx, { areaId }: Input<'certificateListPaper'>) {
  const id = areaId ?? whoOf(ctx).areaId
  await areaById(ctx, id)
  const list = await publicCertificateList(ctx, { areaId: id })
  const url = addressOf(ctx, 'k', id)
  const qr = `data:image/png;base64,${(await qrPicture(url)).toString('base64')}`
  return { url, paper: publicPaper({ office: { name: list.officeName, fullName: list.fullName, phone: list.officePhone }, issued: list.issued, notIssued: list.notIssued.map((item) => ({ ...item, said: [] })), on: ctx.today, qr }) }
}
