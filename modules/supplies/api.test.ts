import { expect, test } from 'vitest'
import { anItem, anItemOf, asked, stocked, toTheGate } from '../../testing/examples/supplies.ts'
import { aGate } from '../../testing/examples/passage.ts'
import { register } from '../../testing/people.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { suppliesApi as api } from './contract.ts'

async function world(at = '2020-02-26T10:00:00+08:00') {
  clock.set(at)
  const c = await aCommunity()
  const [worker, officer] = [await c.as('communityWorker'), await c.as('subdistrictOfficer')]
  return { c, worker, officer, w: { c, caller: worker } }
}

test('what there is is the sum of what moved: out of the batch that expires first, beyond the books marked and put right by a count', async () => {
  const { worker, w } = await world()
  const { itemId } = await stocked(w, 100, { expiresOn: '2022-01-01' })
  await worker.call(api.receiveSupplies, { itemId, quantity: 40, source: 'donated', donor: '张先生', donorNamed: false, expiresOn: '2020-03-01' })
  const given = await worker.call(api.giveSupplies, { itemId, quantity: 60, ...toTheGate })
  expect(given).toMatchObject({ movement: { quantity: -60, balance: 80, beyond: 0, stale: 0, mayUndo: true }, item: { balance: 80, used: 60, days: 9, expiresOn: '2022-01-01', mismatch: false } })
  expect((await worker.call(api.getSupply, { itemId })).lots.map((one) => [one.expiresOn, one.quantity])).toEqual([['2022-01-01', 80]])
  clock.set('2020-02-26T10:30:00+08:00')
  const more = await worker.call(api.giveSupplies, { itemId, quantity: 100, recipientKind: 'other', recipient: '志愿者' })
  expect(more).toMatchObject({ movement: { beyond: 20, balance: -20 }, item: { balance: -20, mismatch: true } })
  expect((await worker.call(api.listSupplies, { tab: 'mismatch' })).items.map((one) => one.itemId)).toEqual([itemId])
  const counted = await worker.call(api.countSupplies, { itemId, countedAs: 15, note: '上周入库没有记' })
  expect(counted).toMatchObject({ movement: { kind: 'counted', quantity: 35, countedAs: 15 }, item: { balance: 15, usable: 15, mismatch: false } })
  expect((await worker.call(api.getSupply, { itemId })).recipients.map((one) => one.name)).toEqual(['志愿者', '北门卡点'])
})

test('undone on its day, reversed on a later one with the reason; neither twice, and a count that agrees is a fact too', async () => {
  const { worker, w } = await world()
  const { itemId, movementId } = await stocked(w, 200)
  const { movementId: given } = await worker.call(api.giveSupplies, { itemId, quantity: 50, ...toTheGate })
  expect((await worker.call(api.undoMovement, { movementId: given })).item.balance).toBe(200)
  expect((await worker.refused(api.undoMovement, { movementId: given })).code).toBe('supplies.notTheDay')
  expect((await worker.refused(api.reverseMovement, { movementId, reason: '记错了' })).code).toBe('supplies.notReversible')
  expect((await worker.call(api.countSupplies, { itemId, countedAs: 200 })).movement).toMatchObject({ quantity: 0, countedAs: 200 })
  clock.set('2020-02-27T09:00:00+08:00')
  expect((await worker.refused(api.undoMovement, { movementId })).code).toBe('supplies.notTheDay')
  expect(await worker.call(api.reverseMovement, { movementId, reason: '记错了物资' })).toMatchObject({ movement: { kind: 'reversed', quantity: -200, note: '记错了物资', reverses: movementId }, item: { balance: 0, mismatch: false } })
  expect((await worker.refused(api.reverseMovement, { movementId, reason: '再来一次' })).code).toBe('supplies.notReversible')
  const { items } = await worker.call(api.listMovements, { from: '2020-02-26', to: '2020-02-27', itemId })
  expect(items.map((one) => [one.kind, one.quantity, one.balance, one.reversed])).toEqual([['reversed', -200, 0, false], ['counted', 0, 200, false], ['received', 200, 200, true]])
})

test('chips count what is low, expiring and expired; the expired are not counted as usable, and are disposed of', async () => {
  const { worker, w } = await world()
  const { itemId } = await stocked(w, 90, { expiresOn: '2020-02-27' })
  await stocked(w, 300, { expiresOn: '2020-03-27' })
  await stocked(w, 300, { expiresOn: '2020-03-28' })
  expect(await worker.call(api.supplyCounts, {})).toMatchObject({ low: 1, expiring: 2, expired: 0, all: 3 })
  clock.set('2020-02-28T09:00:00+08:00')
  expect(await worker.call(api.supplyCounts, {})).toMatchObject({ low: 1, expiring: 2, expired: 1, mismatch: 0 })
  expect(await worker.call(api.getSupply, { itemId })).toMatchObject({ balance: 90, usable: 0, expired: 90 })
  expect(await worker.call(api.giveSupplies, { itemId, quantity: 10, ...toTheGate })).toMatchObject({ movement: { stale: 10, beyond: 0 } })
  expect((await worker.call(api.disposeSupplies, { itemId, reason: '交卫生院处理' })).item).toMatchObject({ balance: 0, expired: 0 })
  expect((await worker.refused(api.disposeSupplies, { itemId, reason: '再处理' })).code).toBe('supplies.nothingExpired')
  expect((await worker.call(api.listSupplies, { tab: 'all', order: 'balance' })).items.map((one) => one.balance)).toEqual([0, 300, 300])
})

test('asked of the office above: sent out of its books, confirmed with the difference into ours, refused with why; each taken back', async () => {
  const { worker, officer, w } = await world()
  const { requestId } = await asked(w)
  expect((await officer.call(api.listRequests, { tab: 'asked' })).items).toMatchObject([{ requestId, quantity: 500, own: false, balance: 0, least: 100 }])
  await officer.call(api.refuseRequest, { requestId, reason: '月底再发' })
  expect(await worker.call(api.getRequest, { requestId })).toMatchObject({ state: 'refused', answer: '月底再发', own: true, stock: null, mayTakeBack: false })
  expect((await officer.call(api.takeBackAnswer, { requestId })).state).toBe('asked')
  const { name, spec, unit, itemId } = await worker.call(api.getRequest, { requestId })
  const [theirs = ''] = (await officer.call(api.addSupplies, { items: [{ name, spec, unit, least: 0 }] })).itemIds
  for (const [quantity, expiresOn] of [[100, '2021-01-01'], [1000, '2022-01-01']] as const) await officer.call(api.receiveSupplies, { itemId: theirs, quantity, source: 'bought', expiresOn })
  expect(await officer.call(api.sendSupplies, { requestId, quantity: 300 })).toMatchObject({ state: 'sent', sentQuantity: 300, stock: 800, mayTakeBack: true })
  expect((await worker.refused(api.askSupplies, { itemId, quantity: 5 })).code).toBe('supplies.askedAlready')
  const arrived = await worker.call(api.confirmSupplies, { requestId, quantity: 290 })
  expect(arrived).toMatchObject({ state: 'arrived', sentQuantity: 300, arrivedQuantity: 290, balance: 290, mayTakeBack: true })
  expect((await worker.call(api.getSupply, { itemId })).lots.map((one) => [one.expiresOn, one.quantity])).toEqual([['2021-01-01', 100], ['2022-01-01', 190]])
  expect((await officer.refused(api.takeBackAnswer, { requestId })).code).toBe('supplies.requestSettled')
  await worker.call(api.takeBackArrival, { requestId })
  expect((await officer.call(api.takeBackAnswer, { requestId })).stock).toBe(1100)
  expect((await worker.call(api.withdrawRequest, { requestId })).state).toBe('withdrawn')
  expect((await officer.refused(api.askSupplies, { itemId: theirs, quantity: 5 })).code).toBe('supplies.nobodyAbove')
})

test('every office keeps its own books: the one above looks and is told what is short where, a stranger sees nothing', async () => {
  const { c, worker, officer, w } = await world()
  const { itemId, movementId } = await stocked(w, 50)
  expect((await officer.call(api.supplyPlaces, {})).items).toMatchObject([{ name: c.community.name, items: 1, low: 1, asked: 0 }])
  expect((await officer.call(api.listSupplies, { tab: 'low', areaId: c.community.id })).items.map((one) => one.itemId)).toEqual([itemId])
  expect((await officer.call(api.listSupplies, {})).items).toEqual([])
  expect(await officer.call(api.getSupply, { itemId })).toMatchObject({ own: false, movements: [{ movementId, mayUndo: false }] })
  for (const refused of [await officer.refused(api.giveSupplies, { itemId, quantity: 5, ...toTheGate }), await officer.refused(api.undoMovement, { movementId }), await officer.refused(api.removeSupplies, { itemIds: [itemId] })]) expect(refused.code).toBe('supplies.notOwn')
  const stranger = await c.stranger('communityWorker')
  expect([(await stranger.call(api.listSupplies, {})).items, (await stranger.call(api.listMovements, { itemId })).items, (await stranger.refused(api.getSupply, { itemId })).status]).toEqual([[], [], 404])
  expect((await worker.call(api.removeSupplies, { itemIds: [itemId, (await anItem(w)).itemId] }))).toMatchObject({ kept: 1 })
  const same = anItemOf()
  expect([(await worker.call(api.addSupplies, { items: [same, same] })).itemIds.length, (await worker.call(api.addSupplies, { items: [same] })).itemIds.length]).toEqual([1, 0])
  expect((await worker.refused(api.editSupply, { itemId, ...same })).code).toBe('supplies.nameTaken')
})

test('a donation is followed by its batch: who does not want to be named is not, and only what was donated counts as used', async () => {
  const { worker, w } = await world()
  const { itemId } = await stocked(w, 100, { expiresOn: '2022-01-01' })
  await worker.call(api.receiveSupplies, { itemId, quantity: 60, source: 'donated', donor: '康乐药房', donorNamed: true, expiresOn: '2021-01-01' })
  await worker.call(api.receiveSupplies, { itemId, quantity: 20, source: 'donated', donor: '张先生', expiresOn: '2021-02-01' })
  await worker.call(api.giveSupplies, { itemId, quantity: 50, ...toTheGate })
  await worker.call(api.giveSupplies, { itemId, quantity: 50, recipientKind: 'household', recipient: '锦绣小区3幢2单元501', purpose: '居家隔离保障' })
  const told = await worker.call(api.donations, { from: '2020-02-26', to: '2020-02-26' })
  expect(told.received.map((one) => [one.donor, one.quantity])).toEqual([['康乐药房', 60], [null, 20]])
  expect(told.used).toMatchObject([{ received: 80, uses: [{ purpose: '卡点值守', quantity: 50 }, { purpose: '居家隔离保障', quantity: 30 }], disposed: 0, left: 0 }])
  expect(JSON.stringify(told)).not.toContain('张先生')
})

test('whom it is given to is found by name, gate or door', async () => {
  const { c, worker, w } = await world()
  const { householdId } = await register(worker, c)
  await aGate(w)
  const gate = (await worker.call(api.findRecipients, { text: '门' })).items.find((one) => one.kind === 'gate')
  expect(gate).toMatchObject({ kind: 'gate', id: expect.any(String) })
  expect((await worker.call(api.findRecipients, { text: '3-2-501' })).items).toMatchObject([{ kind: 'household', id: householdId, name: expect.stringMatching(/锦绣小区.*3幢2单元501/) }])
})
