import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { pinyinOf } from '../../people/service.ts'
import { certificatesErrors as errors, type certificatesApi, type ItemInForce } from '../contract.ts'
import { FREQUENT_DAYS, FREQUENT_MOST, notIssuedItems, usuallyAsked } from '../data.ts'
import { itemsInForce, notIssuedBy, unknownPlaceholders, type Findable } from '../rules.ts'
import * as store from '../store.ts'
import { whoOf } from './reading.ts'

type Input<K extends keyof typeof certificatesApi> = ParsedInputOf<(typeof certificatesApi)[K]>

export const itemsAt = async (ctx: Ctx, areaPath: string): Promise<ItemInForce[]> => itemsInForce(await store.itemsFor(ctx.sql, areaPath))

/** Full pinyin and initials of the name and of what people call it. */
const withKeys = <T extends Findable>(item: T) => ({ ...item, keys: [...new Set([item.name, ...item.said].flatMap((text) => Object.values(pinyinOf(text))))].filter(Boolean) })

export async function certificateLists(ctx: Ctx) {
  const items = await itemsAt(ctx, whoOf(ctx).areaPath)
  const open = new Set([...items.filter((one) => !one.stopped), ...notIssuedItems].map(({ code }) => code))
  const asked = await store.mostAsked(ctx.sql, addDays(ctx.today, -FREQUENT_DAYS), FREQUENT_MOST)
  return { issued: items.map(withKeys), notIssued: notIssuedItems.map(withKeys), frequent: [...new Set([...asked, ...usuallyAsked])].filter((code) => open.has(code)).slice(0, FREQUENT_MOST) }
}

export async function certificateItemVersions(ctx: Ctx, { code }: Input<'certificateItemVersions'>) {
  return { items: (await store.versionsOf(ctx.sql, code)).flatMap((row) => itemsInForce([row]).filter((one) => one.code === code)) }
}

export async function saveCertificateItem(ctx: Ctx, document: Input<'saveCertificateItem'>): Promise<ItemInForce> {
  const taken = notIssuedBy(document.code) ?? notIssuedItems.find(({ name }) => name === document.name)
  if (taken) throw refuse(errors.reserved, { name: taken.name })
  const unknown = unknownPlaceholders(document.template)
  if (unknown.length > 0) throw refuse(errors.unknownPlaceholder, { names: unknown.map((name) => `{${name}}`).join('、') })
  return put(ctx, document, false)
}

export async function stopCertificateItem(ctx: Ctx, { code }: Input<'stopCertificateItem'>) {
  const item = (await itemsAt(ctx, whoOf(ctx).areaPath)).find((one) => one.code === code && !one.stopped)
  if (!item) throw refuse(errors.notListed)
  const { itemId: _i, version: _v, stopped: _s, officeName: _o, savedAt: _a, saverName: _n, example: _e, ...document } = item
  await put(ctx, document, true)
  return {}
}

async function put(ctx: Ctx, document: store.NewItem['document'], stopped: boolean): Promise<ItemInForce> {
  const { accountId: by, name, areaId: officeId, areaPath } = whoOf(ctx)
  await store.insertItem(ctx.sql, { id: ctx.newId(), officeId, areaPath, code: document.code, document, stopped, at: ctx.now, by, name })
  const saved = (await itemsAt(ctx, areaPath)).find((one) => one.code === document.code)
  if (!saved) throw new Error(`the item ${document.code} was not saved`)
  return saved
}

export async function publicCertificateList(ctx: Ctx, { areaId }: Input<'publicCertificateList'>) {
  const office = await store.findOffice(ctx.sql, areaId)
  if (!office) throw refuse(errors.noPublicList)
  return {
    officeName: office.name, fullName: office.fullName, officePhone: office.officePhone,
    issued: (await itemsAt(ctx, office.areaPath)).filter((one) => !one.stopped).map(({ code, name, basis, use, checks, validDays }) => ({ code, name, basis, use, checks, validDays })),
    notIssued: notIssuedItems.map(({ said: _said, ...item }) => item),
  }
}
