import { pinyin } from 'pinyin-pro'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { territoryErrors as errors, type territoryApi } from '../contract.ts'
import { codeFault, fullNameOf, mayStandBelow } from '../rules.ts'
import * as store from '../store.ts'
import type { AreaRow, ChangeKind } from '../tables.ts'
import { areaById, areasAbove, writeGridBand } from './read.ts'

type Input<K extends keyof typeof territoryApi> = ParsedInputOf<(typeof territoryApi)[K]>
interface Note { before?: Record<string, unknown>; after?: Record<string, unknown>; orderNo?: string | undefined; reason?: string | undefined }

/** Every change of the tree leaves its line, by whom and by what order. */
export async function note(ctx: Ctx, area: { id: string; areaPath: string }, kind: ChangeKind, n: Note): Promise<void> {
  const actor = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  await store.insertChange(ctx.sql, {
    id: ctx.newId(), areaId: area.id, areaPath: area.areaPath, kind, before: n.before ?? null, after: n.after ?? null,
    orderNo: n.orderNo ?? null, reason: n.reason ?? null, at: ctx.now,
    accountId: actor?.accountId ?? null, accountName: actor?.name ?? null,
  })
}

/** `jinxiuxiaoqu jxxq`, so that both the sounds and the initials find it. */
export function pinyinOf(name: string): string {
  const sounds = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((s) => s.toLowerCase())
  return `${sounds.join('')} ${sounds.map((s) => s[0] ?? '').join('')}`
}

async function checkCode(ctx: Ctx, code: string | null, abovePath: string | null, areaId?: string): Promise<void> {
  if (code === null) return
  const above = abovePath === null ? null : ((await areasAbove(ctx, abovePath)).filter((a) => a.code !== null).at(-1)?.code ?? null)
  const fault = codeFault(code, above)
  if (fault === 'form') throw refuse(errors.codeWrong, { code })
  if (fault === 'notBelow') throw refuse(errors.codeNotBelow, { code, above: above ?? '' })
  const other = await store.findByCode(ctx.sql, code)
  if (other && other.id !== areaId) throw refuse(errors.codeTaken, { code, name: other.name })
}

export async function checkName(ctx: Ctx, parent: { id: string; name: string }, name: string, areaId?: string): Promise<void> {
  const sibling = await store.findSibling(ctx.sql, parent.id, name)
  if (sibling && sibling.id !== areaId) throw refuse(errors.nameTaken, { name, parent: parent.name })
}

export async function createArea(ctx: Ctx, input: Input<'createArea'>) {
  const parent = await areaById(ctx, input.parentId)
  if (!mayStandBelow(input.level, parent.level)) {
    throw refuse(errors.wrongLevel, { level: input.level, parentLevel: parent.level })
  }
  if (parent.state !== 'open') throw refuse(errors.closed, { name: parent.name })
  await checkName(ctx, parent, input.name)
  await checkCode(ctx, input.code ?? null, parent.areaPath)
  return addArea(ctx, parent, input)
}

interface Addition { level: AreaRow['level']; name: string; code?: string | undefined; officePhone?: string | undefined; orderNo?: string | undefined; sort?: number }

/** Sorted as it was numbered: what is entered later stands later, unless somebody says otherwise. */
async function addArea(ctx: Ctx, parent: AreaRow | undefined, a: Addition) {
  const no = await store.nextNumber(ctx.sql)
  const area = { id: ctx.newId(), areaPath: `${parent?.areaPath ?? '/'}${no}/`, fullName: fullNameOf(parent, a.level, a.name) }
  await store.insertArea(ctx.sql, {
    ...area, no, parentId: parent?.id ?? null, level: a.level, name: a.name, namePinyin: pinyinOf(a.name),
    code: a.code ?? null, officePhone: a.officePhone ?? null, sort: a.sort ?? no, openedOn: ctx.today,
  })
  await note(ctx, area, 'created', { after: { name: a.name, level: a.level, code: a.code ?? null }, orderNo: a.orderNo })
  return { areaId: area.id, areaPath: area.areaPath, fullName: area.fullName }
}

/** The first area of an installation, which nobody stands above. Not an endpoint: only the program itself plants a tree. */
export const plantArea = (ctx: Ctx, a: { level: AreaRow['level']; name: string; code?: string }) => addArea(ctx, undefined, a)

/** Whether the form of a code is right, before there is any area it could be checked against. */
export const isAreaCode = (code: string): boolean => codeFault(code, null) === undefined

export async function renameArea(ctx: Ctx, input: Input<'renameArea'>) {
  const area = await areaById(ctx, input.areaId)
  const parent = await parentInReach(ctx, area)
  if (parent) await checkName(ctx, parent, input.name, area.id)
  await rename(ctx, area, input.name)
  await note(ctx, area, 'renamed', { ...input, before: { name: area.name }, after: { name: input.name } })
  return {}
}

export async function rename(ctx: Ctx, area: Pick<AreaRow, 'id' | 'name' | 'fullName' | 'areaPath'>, name: string): Promise<void> {
  const fullName = area.fullName.slice(0, area.fullName.length - area.name.length) + name
  await store.setName(ctx.sql, area.id, name, pinyinOf(name))
  await store.renameBelow(ctx.sql, area.areaPath, area.fullName, fullName)
}

/** Undefined at the top of the caller's own territory: what stands above is not theirs to look at. */
export const parentInReach = async (ctx: Ctx, area: AreaRow): Promise<AreaRow | undefined> =>
  area.parentId === null || (ctx.actor.kind === 'staff' && ctx.actor.areaId === area.id) ? undefined : areaById(ctx, area.parentId)

export async function setAreaDetails(ctx: Ctx, input: Input<'setAreaDetails'>) {
  const area = await areaById(ctx, input.areaId)
  const abovePath = area.areaPath.replace(/\d+\/$/, '')
  const code = input.code || null
  await checkCode(ctx, code, abovePath === '/' ? null : abovePath, area.id)
  const officePhone = input.officePhone || null
  await store.setDetails(ctx.sql, area.id, code, officePhone)
  await note(ctx, area, 'detailed', {
    before: { code: area.code, officePhone: area.officePhone }, after: { code, officePhone },
  })
  return {}
}

export async function setGridHouseholds(ctx: Ctx, input: Input<'setGridHouseholds'>) {
  if (input.from > input.to) throw refuse(errors.bandWrong)
  await writeGridBand(ctx, input)
  return {}
}
