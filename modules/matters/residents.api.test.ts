import { expect, test } from 'vitest'
import { exampleFile } from '../../testing/examples/files.ts'
import { aCommunity, Caller, clock } from '../../testing/world.ts'
import { linksApi } from '../links/contract.ts'
import { mattersApi as api } from './contract.ts'
import { residentLimits } from './data.ts'

async function world() {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const { matter, url } = await worker.call(linksApi.createDeclarationLink, { areaId: c.community.id })
  const resident = new Caller({ link: url.split('/').at(-1) ?? '' }, '')
  return { c, worker, matter, resident }
}
const bin = { kind: 'sanitation', words: '垃圾桶满了', place: '东门口' } as const

test('a resident reports through the community’s code and sees by the receipt how it stands, and nobody’s name', async () => {
  const { c, worker, matter, resident } = await world()
  expect(matter?.url).toContain('/m/a/')
  const own = await resident.call(api.reportMatter, { ...bin, callerPhone: '19900007002' })
  expect(own).toMatchObject({ state: 'registered', receipt: expect.any(String), communityName: c.community.name })
  const receipts = own.receipt ?? ''
  expect((await resident.call(api.addOwnPhoto, { receipt: receipts }, { upload: exampleFile('matters.addOwnPhoto') })).photos).toBe(1)
  const [row] = (await worker.call(api.listMatters, { tab: 'unassigned' })).items
  expect(row).toMatchObject({ number: own.number, channel: 'qr', phoneMasked: '199****7002', ownerName: null, registrarName: null })
  const matterId = row?.matterId ?? ''
  await worker.call(api.takeMatter, { matterId })
  await worker.call(api.finishMatter, { matterId, outcome: '已清运' })
  const seen = (await resident.call(api.myMatters, { receipts })).items
  expect(seen).toMatchObject([{ receipt: null, state: 'done', outcome: '已清运' }])
  expect(JSON.stringify(seen)).not.toContain('communityWorker')
})

test('without a receipt nothing is seen, with a wrong one neither; another community’s code opens nothing', async () => {
  const { resident } = await world()
  const { receipt } = await resident.call(api.reportMatter, bin)
  expect((await resident.call(api.myMatters, {})).items).toEqual([])
  expect((await resident.call(api.myMatters, { receipts: 'x'.repeat(40) })).items).toEqual([])
  expect((await resident.refused(api.addOwnPhoto, { receipt: 'x' }, { upload: exampleFile('matters.addOwnPhoto') })).code).toBe('matters.unknown')
  expect((await (await world()).resident.call(api.myMatters, { receipts: receipt ?? '' })).items).toEqual([])
})

test('one code takes no flood, and one matter no album', async () => {
  const { resident } = await world()
  let receipt = ''
  for (let i = 0; i < residentLimits.perCodePerHour; i++) receipt = (await resident.call(api.reportMatter, bin)).receipt ?? ''
  expect((await resident.refused(api.reportMatter, bin)).code).toBe('matters.tooMany')
  const photo = () => ({ upload: exampleFile('matters.addOwnPhoto') })
  for (let i = 0; i < residentLimits.photos; i++) await resident.call(api.addOwnPhoto, { receipt }, photo())
  expect((await resident.refused(api.addOwnPhoto, { receipt }, photo())).code).toBe('matters.tooManyPhotos')
  clock.forward(61)
  await resident.call(api.reportMatter, bin)
})
