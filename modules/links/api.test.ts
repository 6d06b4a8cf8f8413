import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { aCommunity, Caller } from '../../testing/world.ts'
import { linksApi as api } from './contract.ts'
import { createPersonalLink, personalLinkOf } from './service.ts'

const tokenOf = (url: string) => url.split('/').at(-1) ?? ''

test('an area has one declaration code, which can be shown again and says where it leads', async () => {
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  expect((await worker.call(api.declarationLink, { areaId: c.community.id })).link).toBeNull()
  const made = await worker.call(api.createDeclarationLink, { areaId: c.community.id })
  expect(made.url).toMatch(/\/m\/d\/[\w-]{43}$/)
  expect(made.qrSvg).toContain('<svg')
  const again = await worker.call(api.createDeclarationLink, { areaId: c.community.id })
  expect([again.linkId, again.url]).toEqual([made.linkId, made.url])
  const opened = await new Caller({ link: tokenOf(made.url) }).call(api.openLink, {})
  expect(opened).toMatchObject({ purpose: 'declaration', areaName: c.community.name, homeCode: '532601' })
  expect(opened.places.map((p) => p.name).sort()).toEqual(['锦绣小区', '金科小区', '老城组'].sort())
})

test('a withdrawn code opens nothing, and a guessed one neither', async () => {
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const made = await worker.call(api.createDeclarationLink, { areaId: c.community.id })
  await worker.call(api.revokeLink, { linkId: made.linkId })
  for (const link of [tokenOf(made.url), 'guessed']) {
    expect(await new Caller({ link }).refused(api.openLink, {})).toMatchObject({ status: 404, code: 'frame.linkInvalid' })
  }
  const next = await worker.call(api.createDeclarationLink, { areaId: c.community.id })
  expect(next.url).not.toBe(made.url)
})

test('a lost personal link is renewed, and the former opens nothing', async () => {
  const c = await aCommunity()
  const episodeId = uuidv7()
  const first = await c.tx('communityWorker', (ctx) =>
    createPersonalLink(ctx, { personId: uuidv7(), episodeId, areaId: c.community.id, areaPath: c.community.path }))
  expect(await c.tx('communityWorker', (ctx) => personalLinkOf(ctx, episodeId))).toMatchObject({ url: first.url })
  expect(first.url).toContain('/m/p/')
  const renewed = await (await c.as('communityWorker')).call(api.renewPersonalLink, { episodeId })
  expect(renewed.url).not.toBe(first.url)
  expect((await new Caller({ link: first.token }).refused(api.openLink, {})).code).toBe('frame.linkInvalid')
  expect(await new Caller({ link: tokenOf(renewed.url) }).call(api.openLink, {})).toMatchObject({ purpose: 'personal', places: [] })
})

test('the table holds neither the token nor anything it could be read from without the key', async () => {
  const c = await aCommunity()
  const made = await (await c.as('communityWorker')).call(api.createDeclarationLink, { areaId: c.community.id })
  const rows = await c.tx('system', ({ sql }) => sql.rows<Record<string, unknown>>({ text: 'select * from link where id = $1', values: [made.linkId] }))
  expect(JSON.stringify(rows)).not.toContain(tokenOf(made.url))
})
