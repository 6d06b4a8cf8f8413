import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { peopleApi } from '../people/contract.ts'
import { quarantineApi as api } from './contract.ts'
import { makeChecksDue, sweepChecks } from './service.ts'

/** Somebody whose morning nobody measured: a visit is owed, the afternoon is open. */
async function missedThisMorning() {
  clock.set('2020-02-26T09:30:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const made = await somebodyManaged({ c, caller: worker })
  const daily = () => c.tx('system', async (ctx) => { await makeChecksDue(ctx); await sweepChecks(ctx) })
  await daily()
  clock.set('2020-02-26T14:20:00+08:00')
  await daily()
  const card = () => worker.call(api.getEpisode, { episodeId: made.episodeId })
  const visitId = (await card()).visits.find((v) => v.visitor === 'worker' && v.state === 'owed')?.id ?? ''
  return { c, worker, ...made, card, visitId, seen: async () => (await worker.call(peopleApi.householdCard, { householdId: made.householdId })).visitedAt }
}
const facts = ({ due, visits, readings }: { due: unknown; visits: unknown; readings: unknown }) => ({ due, visits, readings })

test('a visit pressed by mistake is owed again with the reading gone, the household as seen as before, and both stay in the history', async () => {
  const { worker, card, visitId, seen, householdId } = await missedThisMorning()
  await worker.call(peopleApi.recordHouseholdVisit, { householdId })
  const [before, seenBefore] = [await card(), await seen()]
  clock.forward(5)
  await worker.call(api.recordVisit, { visitId, result: 'made', temperature: 36.6, note: '本人' })
  expect(await seen()).not.toBe(seenBefore)
  await worker.call(api.undoVisit, { visitId })
  const after = await card()
  expect(facts(after)).toEqual(facts(before))
  expect(await seen()).toBe(seenBefore)
  expect(after.changes.map((one) => one.kind)).toEqual(expect.arrayContaining(['visited', 'visitUndone']))
  expect(await worker.refused(api.undoVisit, { visitId })).toMatchObject({ status: 409, code: 'quarantine.visitNotMade' })
})

test('nobody at home is taken back too; a visit is taken back by whoever recorded it, the same day', async () => {
  const { c, worker, card, visitId } = await missedThisMorning()
  const before = await card()
  await worker.call(api.recordVisit, { visitId, result: 'nobodyHome' })
  await worker.call(api.undoVisit, { visitId })
  expect(facts(await card())).toEqual(facts(before))
  await worker.call(api.recordVisit, { visitId, result: 'made' })
  expect((await (await c.as('gridWorker')).refused(api.undoVisit, { visitId })).status).toBe(404)
  expect((await (await c.stranger('communityWorker')).refused(api.undoVisit, { visitId })).status).toBe(404)
  clock.forward(24 * 60)
  expect(await worker.refused(api.undoVisit, { visitId })).toMatchObject({ status: 409, code: 'quarantine.notTheDay' })
})

test('what one call at the door recorded is taken back as one, whichever of it is pressed', async () => {
  const { worker, card, visitId, episodeId } = await missedThisMorning()
  const before = await card()
  await worker.call(api.recordCall, { episodeId, way: 'visit', reached: true, temperature: 36.5, visitIds: [visitId], gaps: [{ dueOn: '2020-02-26', window: 'morning' }], gapReason: '忘了' })
  await worker.call(api.undoVisit, { visitId })
  expect(facts(await card())).toEqual(facts(before))
  expect((await card()).calls).toMatchObject([{ undone: true }])
})

test('a mistyped reading is taken back and due again; a fever found on a visit is with the health centre and stays', async () => {
  const { worker, card, visitId, episodeId } = await missedThisMorning()
  const before = await card()
  const { checkId } = await worker.call(api.recordCheck, { episodeId, temperature: 36.9 })
  await worker.call(api.undoCheck, { checkId })
  expect(facts(await card())).toEqual(facts(before))
  expect((await worker.refused(api.undoCheck, { checkId })).status).toBe(404)
  await worker.call(api.recordVisit, { visitId, result: 'made', temperature: 38.4 })
  expect(await worker.refused(api.undoVisit, { visitId })).toMatchObject({ status: 409, code: 'quarantine.callPassedOn' })
})

test('an explanation given for the wrong window is taken back: it is missed again, and the call at the door owed', async () => {
  const { c, worker, card, episodeId } = await missedThisMorning()
  const before = await card()
  const gap = { episodeId, dueOn: '2020-02-26', window: 'morning' }
  await worker.call(api.explainGap, { ...gap, reason: '在医院' })
  const officer = await c.as('subdistrictOfficer')
  expect((await officer.refused(api.undoGap, gap)).status).toBe(404)
  await worker.call(api.undoGap, gap)
  expect(facts(await card())).toEqual(facts(before))
  expect(await worker.refused(api.undoGap, gap)).toMatchObject({ status: 409, code: 'quarantine.nothingExplained' })
  await c.tx('system', (ctx) => ctx.sql.run(sql`update check_due set state = 'explained', explanation = '升级前', explained_by = ${worker.accountId} where episode_id = ${episodeId} and state = 'missed'`))
  expect(await worker.refused(api.undoGap, gap), 'from before it was kept when').toMatchObject({ code: 'quarantine.notTheDay' })
})
