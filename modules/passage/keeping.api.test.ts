import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import type { Ctx } from '../../kernel/ctx.ts'
import { aRecord, atAGate } from '../../testing/examples/passage.ts'
import { register } from '../../testing/people.ts'
import { clock, type Community } from '../../testing/world.ts'
import { openLead } from '../leads/service.ts'
import { addCounts } from './store.ts'
import { passageApi as api } from './contract.ts'
import { forgetPassages } from './service.ts'

const at = (text: string) => `${text}+08:00`
const allowed = { happened: 'allow', purpose: 'shopping' } as const

/** What the rows say, by gate and hour and by gate and day, against what the roll-ups keep. */
const compared = (c: Community, gateId: string) => c.tx('system', async ({ sql: q }) => ({
  hours: await q.rows(sql`select hour, ins, outs, stopped from passage_hours where gate_id = ${gateId} and ins + outs + stopped > 0 order by hour`),
  hoursOfRows: await q.rows(sql`
    select date_trunc('hour', at) as hour, coalesce(sum(persons) filter (where outcome = 'allow' and direction = 'in'), 0)::int as ins, coalesce(sum(persons) filter (where outcome = 'allow' and direction = 'out'), 0)::int as outs,
      coalesce(sum(persons) filter (where outcome <> 'allow'), 0)::int as stopped from passage_event where gate_id = ${gateId} and taken_back_at is null group by 1 order by 1`),
  days: await q.rows(sql`select day, total, allowed, refused, referred, differs, emergency, late from passage_days where gate_id = ${gateId} order by day`),
  daysOfRows: await q.rows(sql`
    select (at at time zone 'Asia/Shanghai')::date as day, count(*)::int as total, (count(*) filter (where outcome = 'allow' and taken_back_at is null))::int as allowed, (count(*) filter (where outcome = 'refuse' and taken_back_at is null))::int as refused,
      (count(*) filter (where outcome = 'refer' and taken_back_at is null))::int as referred, (count(*) filter (where differs))::int as differs, (count(*) filter (where emergency is not null))::int as emergency,
      (count(*) filter (where received_at > at + interval '15 minutes'))::int as late from passage_event where gate_id = ${gateId} group by 1 order by 1`),
}))
const expectEqual = (all: Awaited<ReturnType<typeof compared>>) => { expect(all.hours).toEqual(all.hoursOfRows); expect(all.days).toEqual(all.daysOfRows) }
/** The months this test writes in, each a partition of its own. */
const months = (c: Community, ...days: string[]) => c.tx('system', async ({ sql: q }) => { for (const day of days) await q.run(sql`select passage_month(${day}::date)`) })

test('counts by gate and hour and by gate and day are what the rows say: after single passages, batches, late arrivals, replays and slips', async () => {
  const { c, worker, keeper, gateId } = await atAGate()
  await keeper.call(api.recordPassage, aRecord(gateId, allowed))
  const held = await keeper.call(api.recordPassage, aRecord(gateId, { temperature: 38.4 }))
  const items = [
    aRecord(gateId, { ...allowed, direction: 'in', at: at('2020-02-26T09:59:59.999'), companions: [{ kind: 'child', temperature: 36.4 }] }), aRecord(gateId, { ...allowed, at: at('2020-02-26T10:00:00') }), aRecord(gateId, { ...allowed, at: at('2020-02-25T23:59:59') }),
    aRecord(gateId, { ...allowed, at: at('2020-02-26T00:00:00') }), aRecord(gateId, { at: at('2020-02-24T08:00:00'), emergency: 'birth', temperature: undefined }), aRecord(gateId, { at: at('2020-02-26T13:50:00'), happened: 'refuse' }),
    aRecord(gateId, { at: at('2020-02-26T12:00:00'), decision: { outcome: 'allow', step: 'done', reason: { code: 'free', params: {} }, policy: null }, temperature: 38.1 }),
  ]
  await keeper.call(api.recordPassages, { items })
  expectEqual(await compared(c, gateId))
  await keeper.call(api.recordPassages, { items })
  for (const eventId of [items[0]?.eventId, items[5]?.eventId, held.eventId]) await keeper.call(api.takeBackPassage, { eventId: eventId ?? '' })
  await keeper.call(api.takeBackPassage, { eventId: held.eventId })
  const all = await compared(c, gateId)
  expectEqual(all)
  expect(await c.tx('system', ({ sql: q }) => addCounts(q)), 'lines wait to be added up').toBeGreaterThan(5)
  expect(await compared(c, gateId)).toEqual(all)
  expect(await c.tx('system', ({ sql: q }) => addCounts(q))).toBe(0)
  await keeper.call(api.recordPassage, aRecord(gateId, allowed))
  expectEqual(await compared(c, gateId))
  expect(all.days).toHaveLength(3)
  const counts = await worker.call(api.passageCounts, { gateId })
  const rowsOf = async (tab: keyof typeof counts) => (await worker.call(api.listPassages, { gateId, tab })).items.length
  for (const tab of Object.keys(counts) as (keyof typeof counts)[]) expect(counts[tab], tab).toBe(await rowsOf(tab))
  expect(counts).toMatchObject({ all: 10, refused: 0, emergency: 1, late: 6 })
})

test('months past their term go as partitions with a line in the trail; the counts stay, and so does what an open lead hangs on, until it is closed', async () => {
  const { c, worker, keeper, gateId } = await atAGate()
  await months(c, '2019-07-15', '2019-08-15', '2020-02-15')
  const old = [aRecord(gateId, { ...allowed, at: at('2019-07-31T23:59:00') }), aRecord(gateId, { ...allowed, at: at('2019-07-10T08:00:00') })]
  const fever = aRecord(gateId, { at: at('2019-07-20T08:00:00'), temperature: 38.6, happened: 'refer' })
  await keeper.call(api.recordPassages, { items: [...old, fever, aRecord(gateId, { ...allowed, at: at('2019-08-01T00:00:00') }), aRecord(gateId, allowed)] })
  const before = await compared(c, gateId)
  expectEqual(before)
  const { leadId } = await c.tx('system', async (ctx) => {
    const lead = await openLead(ctx, { kind: 'fever', channel: 'gate', personId: null, areaId: c.community.id, areaPath: c.community.path, dueMinutes: 120, summary: { symptoms: [], temperature: 38.6 } })
    await ctx.sql.run(sql`update passage_event set lead_id = ${lead.leadId} where id = ${fever.eventId}`)
    return lead
  })
  const forgotten = await c.tx('system', forgetPassages)
  expect(forgotten).toEqual([{ month: 'm201907', gone: 2, kept: 1 }])
  const after = await compared(c, gateId)
  expect(after.hours).toEqual(before.hours)
  expect(after.days).toEqual(before.days)
  expect(after.daysOfRows.length).toBeLessThan(after.days.length)
  const left = (await worker.call(api.listPassages, { gateId, from: '2019-07-01' })).items.map((p) => p.eventId)
  expect(left).toHaveLength(3)
  expect(left).toContain(fever.eventId)
  expect(await c.tx('system', ({ sql: q }) => q.rows(sql`select relname from pg_class where relname = 'm201907'`))).toEqual([])
  expect(await c.tx('system', ({ sql: q }) => q.get(sql`select actor_kind as kind, subjects, detail from audit_event where endpoint = 'passage.forget' order by at desc, id desc limit 1`))).toEqual({ kind: 'system', subjects: ['m201907'], detail: { gone: 2, kept: 1, months: 6 } })
  await c.tx('system', ({ sql: q }) => q.run(sql`update lead set state = 'closed', closed_at = ${clock.now} where id = ${leadId}`))
  expect(await c.tx('system', forgetPassages)).toMatchObject([{ month: 'other', gone: 1 }])
  expect(await c.tx('system', forgetPassages), 'once gone is gone').toEqual([])
  await months(c, '2019-07-15')
  await keeper.call(api.recordPassages, { items: [aRecord(gateId, { ...allowed, at: at('2019-07-31T12:00:00') })] })
  expect(await c.tx('system', forgetPassages), 'what is sent in late of a month that went goes too').toEqual([{ month: 'm201907', gone: 1, kept: 0 }])
})

test('where somebody lived before goes when the passages of that time have gone, but for what is frozen or kept', async () => {
  const { c } = await atAGate()
  const run = (statement: Parameters<Ctx['sql']['run']>[0]) => c.tx('system', ({ sql: q }) => q.run(statement))
  const worker = await c.as('communityWorker')
  const { personId, householdId } = await register(worker, c, {})
  for (const until of ['2019-08-25T12:00:00+08:00', '2019-08-27T12:00:00+08:00']) await run(sql`insert into former_home (person_id, household_id, area_path, since, until) values (${personId}, ${householdId}, ${c.community.path}, '2019-01-01', ${until})`)
  const left = async () => { await c.tx('system', forgetPassages); return (await c.tx('system', ({ sql: q }) => q.get<{ n: number }>(sql`select count(*) as n from former_home where person_id = ${personId}`))).n }
  const eventId = uuidv7()
  await run(sql`insert into privacy_event (id, area_id, area_path, title, order_no, started_on, state, created_at) values (${eventId}, ${c.community.id}, ${c.community.path}, '疫情', '1', '2019-01-01', 'frozen', ${clock.now})`)
  await run(sql`insert into frozen_area (event_id, area_path, what) values (${eventId}, ${c.community.path}, 'all')`)
  expect(await left(), 'frozen').toBe(2)
  await run(sql`delete from frozen_area where event_id = ${eventId}`)
  await run(sql`insert into privacy_review (event_id, area_path, kind, decision, reason, keep_until, at) values (${eventId}, ${c.community.path}, 'passages', 'keep', '诉讼', '2020-12-31', ${clock.now})`)
  expect(await left(), 'kept with the passages').toBe(2)
  await run(sql`update privacy_review set keep_until = '2020-02-25' where event_id = ${eventId}`)
  expect(await left(), 'six months before 26 February').toBe(1)
  expect(await c.tx('system', ({ sql: q }) => q.get(sql`select subjects, detail from audit_event where endpoint = 'passage.forget' and 'formerHomes' = any(subjects) order by at desc, id desc limit 1`)), 'and the trail says so').toMatchObject({ detail: { gone: 1, months: 6 } })
})

test('what is frozen with its event or kept by a review stays until nothing holds it, and nobody but the program itself lets anything go', async () => {
  const { c, worker, keeper, gateId } = await atAGate()
  await months(c, '2019-06-15')
  await keeper.call(api.recordPassages, { items: [aRecord(gateId, { ...allowed, at: at('2019-06-10T08:00:00') })] })
  const eventId = uuidv7()
  const run = (statement: Parameters<Ctx['sql']['run']>[0]) => c.tx('system', ({ sql: q }) => q.run(statement))
  const left = async () => (await worker.call(api.listPassages, { gateId, from: '2019-06-01' })).items.length
  await run(sql`insert into privacy_event (id, area_id, area_path, title, order_no, started_on, state, created_at) values (${eventId}, ${c.community.id}, ${c.community.path}, '疫情', '1', '2020-01-01', 'frozen', ${clock.now})`)
  await run(sql`insert into frozen_area (event_id, area_path, what) values (${eventId}, ${c.community.path}, 'all')`)
  await expect(c.tx('communityWorker', forgetPassages)).rejects.toThrow(/territory/)
  expect(await c.tx('system', forgetPassages)).toEqual([{ month: 'm201906', gone: 0, kept: 1 }])
  await run(sql`delete from frozen_area where event_id = ${eventId}`)
  await run(sql`insert into privacy_review (event_id, area_path, kind, decision, reason, keep_until, at) values (${eventId}, ${c.community.path}, 'passages', 'keep', '诉讼', '2020-12-31', ${clock.now})`)
  expect(await c.tx('system', forgetPassages)).toEqual([])
  expect(await left()).toBe(1)
  await run(sql`update privacy_review set keep_until = '2020-02-25' where event_id = ${eventId}`)
  expect(await c.tx('system', forgetPassages)).toMatchObject([{ month: 'other', gone: 1 }])
  expect(await left()).toBe(0)
})
