import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { readKey, readOrder, toWalkedPage } from '../../../kernel/page.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { personBrief } from '../../people/service.ts'
import { policyInForce } from '../../policies/service.ts'
import { areaById } from '../../territory/service.ts'
import type { ScreeningCard, ScreeningLine, screeningApi } from '../contract.ts'
import { actionsOf, contradictionsOf, gapsOf, isDeviceError } from '../rules.ts'
import { getListRow, leadOf, listRows, otherReports, stateCounts, type ListRow } from '../store.ts'
import { addressOf } from './happened.ts'
import { decideBy } from './policy.ts'
import { tipsFor } from './tips.ts'
import { probablePerson } from './verifying.ts'

type Input<K extends keyof typeof screeningApi> = ParsedInputOf<(typeof screeningApi)[K]>

export async function list(ctx: Ctx, input: Input<'listScreenings'>) {
  const area = input.areaId === undefined ? undefined : await areaById(ctx, input.areaId)
  const rows = await listRows(ctx.sql, {
    tab: input.tab, originClasses: input.originClasses, measures: input.measures, channels: input.channels, areaPath: area?.areaPath,
    arrivedFrom: input.arrivedFrom, arrivedTo: input.arrivedTo, province: input.province, arrivals: input.arrivals, late: input.late,
    q: input.q === '' ? undefined : input.q, today: ctx.today, now: ctx.now,
    order: readOrder(input.order, '-reported'), after: readKey(input.after, 2), limit: input.limit,
  })
  const page = toWalkedPage(rows, input.limit)
  return { ...page, items: page.items.map(lineOf) }
}

export async function counts(ctx: Ctx, { areaId }: Input<'screeningCounts'>) {
  const range = areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath)
  const found = new Map((await stateCounts(ctx.sql, range, ctx.now, ctx.today)).map((c) => [c.state, Number(c.n)]))
  const of = (state: string) => found.get(state) ?? 0
  const byState = { toVerify: of('toVerify'), managed: of('managed'), notManaged: of('notManaged'), handedOver: of('handedOver'), joined: of('joined') }
  return { all: Object.values(byState).reduce((a, b) => a + b, 0), ...byState, today: of('today'), verifyOverdue: of('verifyOverdue') }
}

export function lineOf(row: ListRow): ScreeningLine {
  return {
    screeningId: row.id, receiptNo: row.receiptNo, channel: row.channel, state: row.state, personId: row.personId, name: row.name,
    phoneMasked: row.phoneMasked, areaName: row.areaName, address: addressOf(row), originName: row.originName, originClass: row.originClass,
    purpose: row.purpose, arrivedOn: row.arrivedOn, dayTold: row.dayTold, symptoms: row.symptoms, temperature: row.temperature, deviceError: row.deviceError,
    measure: row.measure, reportedAt: row.reportedAt, verifyBy: row.state === 'toVerify' ? row.verifyBy : null, reporterName: row.reporterName,
    episodeId: row.episodeId, joinedTo: row.joinedTo,
  }
}

export async function card(ctx: Ctx, screeningId: string): Promise<ScreeningCard> {
  const row = await getListRow(ctx.sql, screeningId)
  const probably = row.personId === null && row.state === 'toVerify' ? await probablePerson(ctx, row) : undefined
  const person = row.personId === null ? undefined : await personBrief(ctx, row.personId)
  const others = await otherReports(ctx.sql, row.id)
  const {
    sex, birthOn, documentKind, householdId, origin, originPlace, leftOn, transport, tripNo, via, companions, purposeNote, contact, contactAsked, occupation, closeContacts, missing, lastExposureOn,
    symptomsAsked, temperatureSite, receivedAt, verifiedAt, verifierName, decision, note,
  } = row
  return {
    ...lineOf(row), sex: person?.sex ?? sex, birthOn, documentKind, householdId, origin, originPlace, leftOn, transport, tripNo, via, companions,
    purposeNote, contact, contactAsked, occupation, closeContacts, missing, lastExposureOn, symptomsAsked, temperatureSite, receivedAt, verifiedAt, verifierName, decision, note,
    address: person?.address ?? addressOf(row), phoneMasked: row.phoneMasked ?? person?.phoneMasked ?? null,
    documentMasked: row.documentMasked ?? person?.documentMasked ?? null, dismissReason: row.outcomeReason,
    lead: (await leadOf(ctx.sql, row.id)) ?? null, joined: others.map(({ id, channel, reportedAt, reporterName }) => ({ screeningId: id, channel, reportedAt, reporterName })),
    contradictions: others.flatMap((other) => contradictionsOf(row.asTold ?? row, other).map((one) => ({ ...one, screeningId: other.id, channel: other.channel, reportedAt: other.reportedAt }))),
    ...(await tipsFor(ctx, row)), areaId: row.areaId, door: { building: row.building, unit: row.unit, room: row.room },
    toldBy: row.toldByName !== null && row.toldByRelation !== null ? { name: row.toldByName, relation: row.toldByRelation, phoneMasked: row.toldByPhoneMasked } : null, probably: probably ?? null, handedTo: row.handedToName,
    gaps: gapsOf(row, {
      documentKind: row.documentKind, documentWrong: row.documentWrong, hasDocument: row.documentIndex !== null || (person?.documentMasked ?? null) !== null,
      hasPhone: row.phoneIndex !== null || (person?.phoneMasked ?? null) !== null, hasAddress: person !== undefined || addressOf(row) !== null,
    }),
    actions: actionsOf({ state: row.state, verifiedAt: row.verifiedAt, delivered: row.deliveredAt !== null }, ctx.today),
  }
}

export async function preview(ctx: Ctx, input: Input<'previewDecision'>) {
  const areaId = input.personId !== undefined ? (await personBrief(ctx, input.personId)).areaId : input.areaId
  const areaPath = areaId !== undefined ? (await areaById(ctx, areaId)).areaPath : ctx.actor.kind === 'staff' ? ctx.actor.areaPath : '/'
  const reportedAt = input.reportedAt ?? ctx.now
  const edition = await policyInForce(ctx, areaPath, reportedAt)
  const decision = await decideBy(ctx, edition, {
    areaPath, origin: input.origin, originName: input.originName, originPlace: input.originPlace ?? null, arrivedOn: input.arrivedOn, dayTold: true, purpose: null,
    contact: input.contact, lastExposureOn: input.lastExposureOn ?? null, symptoms: input.symptoms, symptomsAsked: true,
    temperature: input.temperature ?? null, deviceError: false, reportedAt,
  })
  return { decision, deviceError: isDeviceError(edition.document, input.temperature), policyTitle: edition.title }
}
