import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { Refusal, refuse, refuseAndKeep } from '../../../kernel/errors.ts'
import { issueCertificates, voidCertificates, type CertificateFacts } from '../../documents/service.ts'
import { exitsErrors, type Finding, type exitsApi } from '../contract.ts'
import { actionsOf, against, stateCertified, validUntil, type Order } from '../rules.ts'
import * as store from '../store.ts'
import type { ExitRow } from '../tables.ts'
import { zh } from '../words.zh.ts'
import { actorOf, forAction, tell } from './actor.ts'
import { findingsOf, ordersOf, takeReadings, type PersonFacts } from './facts.ts'
import { cardOf, standingOf } from './reading.ts'

type Input<K extends keyof typeof exitsApi> = ParsedInputOf<(typeof exitsApi)[K]>
interface Healthy { row: ExitRow; person: PersonFacts; findings: readonly Finding[]; order: Order }

function certificateOf(ctx: Ctx, { row, person, findings, order }: Healthy): CertificateFacts {
  const of = (id: Finding['id']) => findings.find((one) => one.id === id)
  return {
    exitId: row.exitId, areaPath: row.areaPath, communityId: row.communityId, personId: row.personId, name: person.name, sex: person.sex, birthOn: person.birthOn, documentKind: person.documentKind, documentMasked: person.documentMasked,
    phoneMasked: person.phoneMasked, address: person.address, workplace: row.employer ?? person.workplace, reason: zh.kinds[row.kind], destination: row.destinationName, leavesOn: row.leavesOn, lookBackDays: order.document.exits?.certificate.lookBackDays ?? 0,
    readings: of('readings')?.n ?? 0, lowest: of('readings')?.lowest ?? null, highest: of('readings')?.highest ?? null, symptoms: of('noSymptom')?.symptoms ?? [], managed: of('notManaged')?.measure ?? null,
    releasedOn: of('notManaged')?.releasedOn ?? null, escortName: row.escortName, validTo: validUntil(order, ctx.today),
  }
}

/** Numbers, papers and states of all that are healthy, in a few statements; a number that has run out gives way to the new one. */
async function certifyAll(ctx: Ctx, all: readonly Healthy[]): Promise<string> {
  await voidCertificates(ctx, all.flatMap(({ row }) => (row.certificateNo === null ? [] : [row.exitId])), zh.renewedReason)
  const { batchId, notices } = await issueCertificates(ctx, all.map((one) => certificateOf(ctx, one)))
  const { by, name } = actorOf(ctx)
  for (const until of new Set(all.map(({ order }) => validUntil(order, ctx.today)))) {
    const some = all.filter(({ order }) => validUntil(order, ctx.today) === until)
    await store.setCertified(ctx.sql, some.map(({ row }) => ({ exitId: row.exitId, state: row.state === 'allowed' ? row.state : stateCertified(row.decision, row.escortName), noticeId: notices.get(row.exitId)?.id ?? '' })), { at: ctx.now, by, name, until })
  }
  await tell(ctx, all.map(({ row, order }) => ({ row, kind: 'certified', params: { number: notices.get(row.exitId)?.number ?? '', until: validUntil(order, ctx.today) } })))
  return batchId
}

const mayCertify = (ctx: Ctx, row: ExitRow): boolean => actionsOf(standingOf(row), ctx.today).includes('certify')

/** What is measured now counts as well, and is kept also where it speaks against the certificate. */
export async function certifyExit(ctx: Ctx, { exitId, temperature, symptoms }: Input<'certifyExit'>) {
  const row = await forAction(ctx, exitId, 'certify')
  if (!mayCertify(ctx, row)) throw refuse(exitsErrors.notInState, { state: row.state })
  const orders = ordersOf(ctx)
  await takeReadings(ctx, 'certificate', [{ row, temperature, symptoms }], orders)
  const found = (await findingsOf(ctx, [row], orders)).get(exitId)
  const finding = found ? against(found.findings) : 'readings'
  if (!found || finding) throw refused(row.name, finding ?? 'readings', temperature !== undefined || symptoms.length > 0)
  const batchId = await certifyAll(ctx, [{ row, ...found }])
  return { batchId, exit: await cardOf(ctx, exitId) }
}
const refused = (name: string, finding: Finding['id'], measured: boolean): Refusal =>
  measured ? refuseAndKeep(exitsErrors.notHealthy, { finding, name }, { cause: finding }) : refuse(exitsErrors.notHealthy, { finding, name })

export async function certifyMany(ctx: Ctx, { exitIds }: Input<'certifyMany'>) {
  await store.lock(ctx.sql, exitIds)
  const rows = (await store.rowsById(ctx.sql, exitIds, ctx.today)).filter((row) => mayCertify(ctx, row))
  const found = await findingsOf(ctx, rows, ordersOf(ctx))
  const healthy: Healthy[] = []
  const left: { exitId: string; name: string; finding: Finding['id'] }[] = []
  for (const row of rows) {
    const one = found.get(row.exitId)
    const finding = one ? against(one.findings) : 'readings'
    if (one && !finding) healthy.push({ row, ...one })
    else left.push({ exitId: row.exitId, name: row.name, finding: finding ?? 'readings' })
  }
  const batchId = healthy.length > 0 ? await certifyAll(ctx, healthy) : null
  return { batchId, certified: healthy.map(({ row }) => row.exitId), refused: left }
}

/** 撤销: the same day, while nobody sits in a bus with it. */
export async function undoCertificates(ctx: Ctx, { exitIds }: Input<'undoCertificates'>) {
  await store.lock(ctx.sql, exitIds)
  const rows = (await store.rowsById(ctx.sql, exitIds, ctx.today)).filter((row) => row.certifiedAt !== null && (row.state === 'allowed' || row.state === 'certified'))
  if (rows.length === 0 || rows.some((row) => row.certifiedAt === null || dayOf(row.certifiedAt) !== ctx.today || row.seatId !== null)) throw refuse(exitsErrors.notTheDay)
  const ids = rows.map((row) => row.exitId)
  await voidCertificates(ctx, ids, zh.undoneReason)
  await store.clearCertified(ctx.sql, ids, ctx.now)
  await tell(ctx, rows.map((row) => ({ row, kind: 'uncertified', params: { number: row.certificateNo ?? '' } })))
  return { undone: ids.length }
}
