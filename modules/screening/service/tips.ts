import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { attachLeads, openLead } from '../../leads/service.ts'
import { linkOf } from '../../links/rules.ts'
import { addressKey, doorText } from '../../people/rules.ts'
import { sealIdentity } from '../../people/service.ts'
import { placeOf as placeOfDoor } from '../../people/service/place.ts'
import { areaById } from '../../territory/service.ts'
import { screeningErrors, type screeningApi } from '../contract.ts'
import { tipLimits } from '../data.ts'
import { lockRow, placeOf, saveChange } from '../store.ts'
import { insertTip, managedAtDoor, tipsAbout, tipsOf, tipsThrough, waitingWithDoor } from '../store/tips.ts'
import type { ScreeningRow } from '../tables.ts'
import { papersOf, takeReport } from './intake.ts'
import { policyIfAny } from './policy.ts'
import { stamp } from './verifying.ts'

type Told = ParsedInputOf<typeof screeningApi.reportTip>

/** 邻里协查: a record to verify at that door, about nobody yet; joined to one that waits there already. */
export async function reportTip(ctx: Ctx, told: Told) {
  const link = linkOf(ctx.actor, 'declaration')
  if ((await tipsThrough(ctx.sql, link.linkId, ctx.now)) >= tipLimits.perCodePerHour) throw refuse(screeningErrors.tooManyTips)
  const row = await recordAt(ctx, told, told.areaId ?? link.areaId, link.linkId)
  if ((await tipsAbout(ctx.sql, row.id, ctx.now)) >= tipLimits.perDoorPerDay) throw refuse(screeningErrors.tooManyTips)
  const { phoneSealed, phoneMasked } = sealIdentity(ctx, { documentKind: 'none', phone: told.phone })
  await insertTip(ctx.sql, {
    id: ctx.newId(), screeningId: row.id, areaId: row.areaId, areaPath: row.areaPath, linkId: link.linkId, seen: told.seen, words: told.words ?? null, people: told.people ?? null,
    seenOn: told.seenOn ?? null, phoneSealed, phoneMasked, at: ctx.now,
  })
  if (told.seen.includes('unwell')) await passOn(ctx, row, told)
  const place = await placeOf(ctx.sql, link.areaId)
  return { receiptNo: row.receiptNo, communityName: place.name, officePhone: place.officePhone }
}

async function recordAt(ctx: Ctx, told: Told, areaId: string, linkId: string): Promise<ScreeningRow> {
  const area = await areaById(ctx, areaId)
  const door = { building: told.building, unit: told.unit, room: told.room }
  const known = door.building + door.room === '' ? undefined : (await waitingWithDoor(ctx.sql, scopeOf(area.areaPath))).find((row) => addressKey(row) === addressKey(door))
  if (known) return known
  const at = await placeOfDoor(ctx, area.id, door)
  const { row } = await takeReport(ctx, {
    channel: 'tip', areaId: at.areaId, areaPath: at.areaPath, person: undefined, papers: papersOf(ctx, { name: '', documentKind: 'none', ...door }), reportedAt: ctx.now,
    journey: { origin: 'unknown', originName: '未说明', arrivedOn: told.seenOn ?? ctx.today, ...(told.people === undefined ? {} : { companions: told.people - 1 }) },
    health: { contact: 'none', contactAsked: false, symptoms: [], symptomsAsked: false }, extra: { dayTold: false, linkId },
  })
  return row
}

/** Somebody unwell is the health centre's to look after, whoever says so; what was said is passed on as it was said. */
async function passOn(ctx: Ctx, row: ScreeningRow, told: Told): Promise<void> {
  const edition = await policyIfAny(ctx, row.areaPath, ctx.now)
  if (!edition) return
  await openLead(ctx, {
    kind: 'symptom', channel: 'tip', personId: row.personId, screeningId: row.id, areaId: row.areaId, areaPath: row.areaPath, dueMinutes: edition.document.deadlines.symptomLeadMinutes,
    summary: { symptoms: [], address: doorText(row), ...(row.name === '' ? {} : { name: row.name }), ...(told.words === undefined ? {} : { words: told.words }) },
  })
}

/** The tips of a record, and whether somebody behind that door is managed already. */
export async function tipsFor(ctx: Ctx, row: ScreeningRow) {
  const tips = await tipsOf(ctx.sql, row.id)
  return { tips, managedAtDoor: tips.length === 0 || row.building + row.room === '' ? 0 : await managedAtDoor(ctx.sql, scopeOf(row.areaPath), addressKey(row)) }
}

/** The arrival a tip was about is registered: the tip joins it, and a lead it raised is that person's. */
export async function settleTip(ctx: Ctx, tipRecordId: string, by: { screeningId: string; personId: string | null }): Promise<void> {
  const row = await lockRow(ctx.sql, tipRecordId)
  if (row.channel !== 'tip' || row.state !== 'toVerify') return
  await saveChange(ctx.sql, row.id, { ...stamp(ctx), state: 'joined', joinedTo: by.screeningId })
  if (by.personId !== null) await attachLeads(ctx, row.id, { personId: by.personId, episodeId: null })
}
