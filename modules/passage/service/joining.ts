import { scopeOf, type Ctx, type Scope } from '../../../kernel/ctx.ts'
import { staffAccounts } from '../../accounts/service.ts'
import { exitOfCertificate, exitsAtGate, passedGate, undoPassedGate } from '../../exits/service.ts'
import { serialIn } from '../../passes/rules.ts'
import { arrivedAtGate, undoArrivedAtGate } from '../../passes/service.ts'
import { passageRecord, type PassageRecord, type RecordedPassage } from '../contract.ts'
import { certificateOf, exitFits } from '../rules.ts'
import * as store from '../store.ts'
import { takePassages } from './recording.ts'

type Row = Record<string, unknown>

/** 进出记录 with what hangs on them: a certificate that was only scanned is found first, and what passed stands with the visit or the request it belongs to. */
export async function takeAndJoin(ctx: Ctx, rows: readonly Row[]): Promise<RecordedPassage[]> {
  const known: Row[] = []
  for (const row of rows) known.push(row['certificateCode'] === undefined ? row : await withCertificate(ctx, row))
  const answers = await takePassages(ctx, known)
  await joinAll(ctx, known, answers)
  return answers
}

/** Where nothing of a batch belongs to anything, nothing is asked of the database. */
export async function joinAll(ctx: Ctx, rows: readonly Row[], answers: readonly RecordedPassage[]): Promise<void> {
  for (const { record, answer } of joined(rows, answers)) await join(ctx, record, answer)
}

/** What the phone did not know. */
async function withCertificate(ctx: Ctx, row: Row): Promise<Row> {
  const read = passageRecord.safeParse(row)
  if (!read.success || read.data.certificateCode === undefined || read.data.certificate !== undefined) return row
  const exitId = await exitOfCertificate(ctx, read.data.certificateCode)
  const [exit] = exitId === undefined ? [] : await exitsAtGate(ctx, { exitIds: [exitId] }, read.data.at)
  if (!exit) return row
  // The paper says who it is, also where it is not good for this way.
  const { personId, householdId } = read.data
  return { ...row, personId: personId ?? exit.personId, ...(exit.householdId ? { householdId: householdId ?? exit.householdId, subject: 'person' } : {}), ...(exitFits(exit, read.data.direction) ? { certificate: certificateOf(exit) } : {}) }
}

interface Joined { record: PassageRecord; answer: RecordedPassage }
/** What was kept just now, was let through and belongs to something, in the order of time. */
function joined(rows: readonly Row[], answers: readonly RecordedPassage[]): Joined[] {
  const all = answers.flatMap((answer): Joined[] => {
    const row = rows[answer.index]
    if (answer.state !== 'kept' || !row || (row['subject'] !== 'visitor' && row['certificate'] === undefined)) return []
    const record = passageRecord.parse(row)
    return (record.happened ?? record.decision?.outcome ?? answer.decision?.outcome) === 'allow' ? [{ record, answer }] : []
  })
  return all.toSorted((a, b) => Date.parse(a.record.at) - Date.parse(b.record.at))
}

async function join(ctx: Ctx, r: PassageRecord, { eventId }: RecordedPassage): Promise<void> {
  const event = await store.getEvent(ctx.sql, eventId ?? r.eventId)
  const serial = r.subject === 'visitor' && r.direction === 'in' && r.passNo ? serialIn(r.passNo) : undefined
  if (serial !== undefined) await arrivedAtGate(ctx, serial, event.at)
  const scope = r.certificate?.exitId ? await reachOf(ctx, event.keeperId) : undefined
  if (r.certificate?.exitId && scope) await passedGate(ctx, { exitId: r.certificate.exitId, personId: r.personId, householdId: r.householdId, scope, direction: r.direction, at: event.at, temperature: r.temperature, back: r.direction === 'out' ? await store.backFromExit(ctx.sql, r.certificate.exitId, event.at) : undefined })
}

/** Scans of many gates are written with the whole territory: then it is the keeper's own that counts. */
async function reachOf(ctx: Ctx, keeperId: string | null): Promise<Scope | undefined> {
  if (ctx.actor.kind === 'staff' || keeperId === null) return ctx.actor.scope
  const [keeper] = await staffAccounts(ctx, [keeperId])
  return keeper?.areaPath ? scopeOf(keeper.areaPath) : undefined
}

/** A slip taken back takes that back as well. */
export async function unjoin(ctx: Ctx, eventId: string): Promise<void> {
  const { at, direction, subject, passNo, exitId } = await store.joinedOf(ctx.sql, eventId)
  const serial = subject === 'visitor' && direction === 'in' && passNo !== null ? serialIn(passNo) : undefined
  if (serial !== undefined) await undoArrivedAtGate(ctx, serial, at)
  if (exitId !== null) await undoPassedGate(ctx, exitId, at)
}
