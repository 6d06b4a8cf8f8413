import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aCommunity, clock, type Caller, type Community } from '../../testing/world.ts'
import { leadsApi } from '../leads/contract.ts'
import { quarantineApi as api, type PasteCells, type PasteRow } from './contract.ts'
import { makeChecksDue, sweepChecks } from './service.ts'

const daily = (c: Community) => c.tx('system', async (ctx) => { await makeChecksDue(ctx); await sweepChecks(ctx) })

/** So many people at home in the afternoon; nobody measured them in the morning. */
async function anAfternoon(n: number) {
  clock.set('2020-02-26T09:30:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const made = []
  for (const [i, name] of ['李桂兰', '王强', '赵敏'].slice(0, n).entries()) {
    const one = await somebodyManaged({ c, caller: worker })
    await c.tx('system', (ctx) => ctx.sql.run(sql`update person set name = ${name}, document_masked = ${`999***********112${i}`} where id = ${one.personId}`))
    made.push(one)
  }
  await daily(c)
  clock.set('2020-02-26T15:41:00+08:00')
  await daily(c)
  const { people } = await worker.call(api.checkSheet, {})
  return { c, worker, made, people }
}
type Person = Awaited<ReturnType<typeof anAfternoon>>['people'][number]
let lines = 0
const row = (person: Person | undefined, cells: PasteCells, over: Partial<PasteRow> = {}): PasteRow => ({
  rowId: uuidv7(), line: ++lines, cells: { name: person?.name ?? '', document: person?.documentMasked?.slice(-4) ?? '', ...cells }, ...over,
})
const readingsOf = async (worker: Caller, episodeId: string) => (await worker.call(api.getEpisode, { episodeId })).readings

test('of many rows the good ones are recorded, the wrong ones come back with line and reason, and the same rows again add nothing', async () => {
  const { worker, people } = await anAfternoon(3)
  lines = 1
  // Each minute of the afternoon so far, of each of three people: 300 readings, three of them wrong.
  const rows = Array.from({ length: 300 }, (_, i) => row(people[i % 3], { temperature: `36.${i % 10}`, time: `14:${String(Math.floor(i / 3) % 60).padStart(2, '0')}`, ...(i >= 180 ? { day: '2020-02-26', time: `15:${String(Math.floor((i - 180) / 3)).padStart(2, '0')}` } : {}) }))
  const wrong: [number, PasteCells][] = [[7, { temperature: '正常' }], [150, { name: '陌生人', document: '0000' }], [299, { temperature: '63.5' }]]
  for (const [i, cells] of wrong) Object.assign(rows[i]?.cells ?? {}, cells)
  const done = await worker.call(api.pasteChecks, { rows })
  expect(done.refused.map(({ line, says }) => [line, says[0]?.code])).toEqual([[9, 'wordForReading'], [152, 'nobody'], [301, 'outOfRange']])
  expect(done.saved.length + done.known.length).toBe(297)
  const kept = await Promise.all(people.map(({ episodeId }) => readingsOf(worker, episodeId)))
  expect(kept.flat()).toHaveLength(done.saved.length)
  const again = await worker.call(api.pasteChecks, { rows })
  expect([again.saved.length, again.known.length, again.refused.length]).toEqual([0, 297, 3])
  expect((await Promise.all(people.map(({ episodeId }) => readingsOf(worker, episodeId)))).flat()).toHaveLength(done.saved.length)
})

describe('a row becomes what a single record is', () => {
  test('it closes the window it was taken in, also late, and keeps who and by which channel', async () => {
    const { worker, people: [person] } = await anAfternoon(1)
    await worker.call(api.pasteChecks, { rows: [row(person, { temperature: '36.4', time: '早' }), row(person, { temperature: '36.6', symptoms: '无' })] })
    const card = await worker.call(api.getEpisode, { episodeId: person?.episodeId ?? '' })
    expect(card.due.map((d) => [d.window, d.state])).toEqual([['morning', 'done'], ['afternoon', 'done']])
    expect(card.readings).toMatchObject([{ temperature: 36.4, window: 'morning', channel: 'worker', note: expect.stringContaining('早上') as string }, { temperature: 36.6, window: 'afternoon', note: null }])
    expect(card.visits.filter((v) => v.purpose === 'missedCheck' && v.state === 'owed')).toEqual([])
  })

  test('a fever is a lead at the health centre with its clock, once however often it is sent', async () => {
    const { c, worker, people: [person] } = await anAfternoon(1)
    const fever = row(person, { temperature: '38.1', symptoms: '干咳' })
    expect((await worker.call(api.pasteChecks, { rows: [fever] })).saved).toMatchObject([{ abnormal: true }])
    await worker.call(api.pasteChecks, { rows: [fever] })
    const doctor = await c.as('healthCentreDoctor')
    expect((await doctor.call(leadsApi.listLeads, {})).items).toMatchObject([{ kind: 'fever', episodeId: person?.episodeId }])
  })

  test('at the door it is a call that settles the visit; in vain the visit stays owed', async () => {
    const { worker, people } = await anAfternoon(2)
    await worker.call(api.pasteChecks, { rows: [row(people[0], { temperature: '36.5', visit: '已上门' }), row(people[1], { visit: '敲门无人' })] })
    const [first, second] = await Promise.all(people.map(({ episodeId }) => worker.call(api.getEpisode, { episodeId })))
    const owed = (card: typeof first) => card?.visits.filter((v) => v.purpose === 'missedCheck').map((v) => [v.state, v.result])
    expect([owed(first), owed(second)]).toEqual([[['made', 'made']], [['owed', 'nobodyHome']]])
    expect(first?.readings).toMatchObject([{ temperature: 36.5, channel: 'visit' }])
    expect([first?.calls[0]?.reached, second?.calls[0]?.reached]).toEqual([true, false])
  })
})

test('the same reading from a colleague is known and not doubled; another one is kept as a second', async () => {
  const { c, worker, people: [person] } = await anAfternoon(1)
  await worker.call(api.recordCheck, { episodeId: person?.episodeId ?? '', temperature: 36.5 })
  const colleague = await c.as('gridWorker')
  const done = await colleague.call(api.pasteChecks, { rows: [row(person, { temperature: '36.5' }), row(person, { temperature: '36.9' })] })
  expect([done.saved.length, done.known.length]).toEqual([1, 1])
  expect((await readingsOf(worker, person?.episodeId ?? '')).map((r) => r.temperature)).toEqual([36.5, 36.9])
})

test('a row mended after it had been saved is not recorded twice', async () => {
  const { worker, people: [person] } = await anAfternoon(1)
  const one = row(person, { temperature: '36.5' })
  await worker.call(api.pasteChecks, { rows: [one] })
  const mended = { ...one, cells: { ...one.cells, temperature: '36.8' } }
  expect((await worker.call(api.pasteChecks, { rows: [mended] })).refused).toMatchObject([{ says: [{ code: 'savedBefore', params: { t: '36.5' } }] }])
  expect(await readingsOf(worker, person?.episodeId ?? '')).toHaveLength(1)
})

test('somebody of another community matches nobody, also by the number of the episode', async () => {
  const { c, people: [person] } = await anAfternoon(1)
  const stranger = await c.stranger('communityWorker')
  expect((await stranger.call(api.checkSheet, {})).people).toEqual([])
  const done = await stranger.call(api.pasteChecks, { rows: [row(person, { temperature: '36.5' }), row(person, { temperature: '36.5' }, { episodeId: person?.episodeId ?? '' })] })
  expect(done.saved).toEqual([])
  expect(done.refused.map(({ says }) => says[0]?.code)).toEqual(['nobody', 'notManaged'])
})

describe('the whole paste is taken back', () => {
  test('everything is due again as it was, and that it was taken back stays on the card', async () => {
    const { worker, people } = await anAfternoon(2)
    const cards = () => Promise.all(people.map(({ episodeId }) => worker.call(api.getEpisode, { episodeId })))
    const shape = (all: Awaited<ReturnType<typeof cards>>) => all.map(({ due, visits, readings }) => ({ due, visits, readings }))
    const before = await cards()
    const rows = [row(people[0], { temperature: '36.5', time: '早' }), row(people[0], { temperature: '36.6' }), row(people[1], { temperature: '36.7', visit: '已上门' })]
    await worker.call(api.pasteChecks, { rows })
    const rowIds = rows.map(({ rowId }) => rowId)
    expect(await worker.call(api.undoPaste, { rowIds })).toEqual({ undone: rowIds, kept: [] })
    const after = await cards()
    expect(shape(after)).toEqual(shape(before))
    expect(after[0]?.changes[0]).toMatchObject({ kind: 'checkUndone' })
  })

  test('a fever stays with the health centre, a colleague takes nothing back, and a reading beside it keeps the window closed', async () => {
    const { c, worker, people } = await anAfternoon(2)
    const [fever, first, second] = [row(people[0], { temperature: '38.0' }), row(people[1], { temperature: '36.5' }), row(people[1], { temperature: '36.7' })]
    await worker.call(api.pasteChecks, { rows: [fever, first, second] })
    expect((await (await c.as('gridWorker')).call(api.undoPaste, { rowIds: [first.rowId] })).kept).toEqual([{ rowId: first.rowId, why: 'notYours' }])
    expect(await worker.call(api.undoPaste, { rowIds: [fever.rowId, first.rowId] })).toEqual({ undone: [first.rowId], kept: [{ rowId: fever.rowId, why: 'passedOn' }] })
    expect((await worker.call(api.getEpisode, { episodeId: people[1]?.episodeId ?? '' })).due.find((d) => d.window === 'afternoon')?.state).toBe('done')
  })
})

test('the empty sheet holds who is still to be measured, and comes back matched to the same people', async () => {
  const { worker, people: [measured, ...people] } = await anAfternoon(3)
  await worker.call(api.recordCheck, { episodeId: measured?.episodeId ?? '', temperature: 36.5 })
  const rows = (await worker.call(api.emptyCheckSheet, {})).people
  expect(rows.map(({ episodeId }) => episodeId)).toEqual(people.map(({ episodeId }) => episodeId))
  const filled = rows.map((one): PasteRow => ({ rowId: uuidv7(), line: 2, cells: { name: one.name, room: one.place, document: one.tail, temperature: '36.5' } }))
  expect((await worker.call(api.pasteChecks, { rows: filled })).saved.map(({ episodeId }) => episodeId).toSorted()).toEqual(rows.map(({ episodeId }) => episodeId).toSorted())
})
