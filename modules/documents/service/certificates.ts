import type { Ctx } from '../../../kernel/ctx.ts'
import { recordTimelines } from '../../people/service.ts'
import { kinds } from '../data.ts'
import { certificateContents, numberText, type CertificateFacts } from '../rules.ts'
import type { OfficeFacts } from '../rules/facts.ts'
import * as store from '../store.ts'
import { codeOf, verificationUrl, type Numbered } from './numbers.ts'

export type { CertificateFacts } from '../rules.ts'
export interface Issued { batchId: string; notices: ReadonlyMap<string, Numbered> }

/** 健康证明, one or hundreds: each with a number of its office and year, a code to verify it, and a day on which it ends; made again it keeps them. */
export async function issueCertificates(ctx: Ctx, wanted: readonly CertificateFacts[]): Promise<Issued> {
  const offices = new Map((await store.offices(ctx.sql, [...new Set(wanted.map((c) => c.communityId))])).map((office) => [office.id, office]))
  const notices = await numbersOf(ctx, wanted, offices)
  const batchId = ctx.newId()
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  const issues = wanted.flatMap((c) => {
    const [notice, office] = [notices.get(c.exitId), offices.get(c.communityId)]
    return notice && office ? [{ id: ctx.newId(), areaPath: c.areaPath, noticeId: notice.id, episodeId: null, personId: c.personId, contents: certificateContents(c, office, ctx.today, notice) }] : []
  })
  await store.insertBatch(ctx.sql, { id: batchId, areaPath: staff?.areaPath ?? '/', kind: 'healthCertificate', at: ctx.now, by: staff?.accountId ?? null, name: staff?.name ?? null }, issues)
  await recordTimelines(ctx, wanted.flatMap((c) => {
    const notice = notices.get(c.exitId)
    return notice ? [{ kind: `documents.healthCertificate${notice.fresh ? '' : 'Again'}`, areaPath: c.areaPath, personId: c.personId, params: { number: notice.number } }] : []
  }))
  return { batchId, notices }
}

async function numbersOf(ctx: Ctx, wanted: readonly CertificateFacts[], offices: ReadonlyMap<string, OfficeFacts>): Promise<Map<string, Numbered>> {
  const known = await store.certificatesOf(ctx.sql, wanted.map((c) => c.exitId))
  const found = new Map(known.map(({ codeSealed, exitId, ...n }): [string, Numbered] => [exitId, { ...n, url: verificationUrl(ctx.settings.publicUrl, ctx.vault.open(codeSealed)), fresh: false }]))
  const year = Number(ctx.today.slice(0, 4))
  const issuerName = ctx.actor.kind === 'staff' ? ctx.actor.name : null
  for (const office of offices.values()) {
    const own = wanted.filter((c) => c.communityId === office.id && !found.has(c.exitId))
    if (own.length === 0) continue
    const last = await store.takeNumbers(ctx.sql, { officeId: office.id, areaPath: office.areaPath, kind: 'healthCertificate', year, count: own.length })
    const made = own.map((c, i) => {
      const [no, code] = [last - own.length + 1 + i, codeOf(ctx.newToken())]
      return { c, no, code, id: ctx.newId(), number: numberText(kinds.healthCertificate.number ?? '', office.name, year, no) }
    })
    await store.insertCertificates(ctx.sql, made.map(({ c, no, code, id, number }) => ({
      id, officeId: office.id, areaPath: c.areaPath, kind: 'healthCertificate', year, no, number, exitId: c.exitId, personId: c.personId, issuedOn: ctx.today, issuedAt: ctx.now, issuerName, validTo: c.validTo,
      codeIndex: ctx.vault.index('token', code), codeSealed: ctx.vault.seal(code),
    })))
    for (const { c, id, number, code } of made) found.set(c.exitId, { id, number, issuedOn: ctx.today, issuerName, url: verificationUrl(ctx.settings.publicUrl, code), fresh: true })
  }
  return found
}

/** 撤销: the numbers are void, whoever holds the paper. */
export const voidCertificates = (ctx: Ctx, exitIds: readonly string[], reason: string): Promise<number> =>
  store.withdrawCertificates(ctx.sql, exitIds, ctx.now, ctx.actor.kind === 'staff' ? ctx.actor.name : null, reason)

/** The codes on the certificates of these requests. */
export const certificateCodes = async (ctx: Ctx, exitIds: readonly string[]): Promise<Map<string, string>> =>
  new Map(exitIds.length === 0 ? [] : (await store.certificatesOf(ctx.sql, exitIds)).map((one) => [one.exitId, ctx.vault.open(one.codeSealed)]))

/** What the code on the certificate of a request says. */
export async function certificateUrl(ctx: Ctx, exitId: string): Promise<string | null> {
  const [one] = await store.certificatesOf(ctx.sql, [exitId])
  return one ? verificationUrl(ctx.settings.publicUrl, ctx.vault.open(one.codeSealed)) : null
}
