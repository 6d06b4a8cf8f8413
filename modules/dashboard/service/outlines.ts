import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { readKey, toPage } from '../../../kernel/page.ts'
import { areaById } from '../../territory/service.ts'
import { dashboardErrors, type dashboardApi, type OutlineImport } from '../contract.ts'
import { matchBy, MOST_FEATURES, propertiesOf, readFeatures } from '../rules.ts'
import * as store from '../store.ts'

type Input<K extends keyof typeof dashboardApi> = ParsedInputOf<(typeof dashboardApi)[K]>

/** Read whole: its size is limited by the contract. */
async function textOf(ctx: Ctx): Promise<string> {
  if (!ctx.upload) throw refuse(dashboardErrors.notGeoJson)
  const chunks: Uint8Array[] = []
  for await (const chunk of ctx.files.read(ctx.upload.fileId)) chunks.push(chunk)
  // What was read of it is kept with the import; the file itself is not needed again.
  await ctx.files.remove(ctx.upload.fileId)
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** Matched at once by the property that finds most areas; nothing holds before it is applied. */
export async function uploadOutlines(ctx: Ctx, { datum, filename }: Input<'uploadOutlines'>): Promise<OutlineImport> {
  const read = readFeatures(await textOf(ctx), datum)
  if ('refused' in read) throw read.refused === 'tooMany' ? refuse(dashboardErrors.tooMany, { n: read.n ?? 0, most: MOST_FEATURES }) : refuse(dashboardErrors[read.refused])
  const areas = await store.areasToOutline(ctx.sql)
  const property = propertiesOf(read, areas).find(({ matches }) => matches > 0)?.name ?? null
  const matches = matchBy(read, property, areas)
  const importId = ctx.newId()
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  await store.insertImport(ctx.sql, {
    importId, areaPath: staff?.areaPath ?? '/', filename: (filename ?? ctx.upload?.filename ?? '').slice(-200), datum, property, state: 'draft',
    features: read.map((feature) => ({ ...feature, ...(matches.get(feature.no) ?? { areaId: null, by: null, why: 'noName' as const }) })),
    createdAt: ctx.now, createdBy: staff?.accountId ?? null, createdByName: staff?.name ?? null,
  })
  return readImport(ctx, importId)
}

export async function readImport(ctx: Ctx, importId: string): Promise<OutlineImport> {
  const { areaPath: _path, features, ...row } = await store.getImport(ctx.sql, importId)
  const areas = await store.areasToOutline(ctx.sql)
  const byId = new Map(areas.map((area) => [area.id, area]))
  const shown = features.map(({ properties, areaId, ...feature }) => {
    const area = byId.get(areaId ?? '')
    return {
      ...feature, label: properties[row.property ?? ''] ?? Object.values(properties)[0] ?? '', areaId: area?.id ?? null, areaName: area ? area.fullName || area.name : null,
      by: area ? feature.by : null, why: area || feature.why ? feature.why : ('noSuchArea' as const), replaces: row.state === 'draft' && (area?.outlined ?? false),
    }
  })
  return { ...row, matched: shown.filter((f) => f.areaId !== null && f.problem === null).length, properties: propertiesOf(features, areas), features: shown }
}

async function draft(ctx: Ctx, importId: string): Promise<store.ImportRow> {
  const row = await store.lockImport(ctx.sql, importId)
  if (row.state !== 'draft') throw refuse(dashboardErrors.notInState, { state: row.state })
  return row
}

/** By another property; what was assigned by hand is asked again. */
export async function matchOutlines(ctx: Ctx, { importId, property }: Input<'matchOutlines'>): Promise<OutlineImport> {
  const row = await draft(ctx, importId)
  const matches = matchBy(row.features, property, await store.areasToOutline(ctx.sql))
  await store.keepMatches(ctx.sql, importId, property, row.features.map((feature) => ({ ...feature, ...matches.get(feature.no) })))
  return readImport(ctx, importId)
}

/** By hand; whatever had the area before lets it go. */
export async function assignOutline(ctx: Ctx, { importId, no, areaId }: Input<'assignOutline'>): Promise<OutlineImport> {
  const row = await draft(ctx, importId)
  if (areaId !== null) await areaById(ctx, areaId)
  await store.keepMatches(ctx.sql, importId, row.property, row.features.map((feature) => {
    if (feature.no === no) return { ...feature, areaId, by: areaId === null ? null : ('hand' as const), why: areaId === null ? ('noSuchArea' as const) : null }
    return areaId !== null && feature.areaId === areaId ? { ...feature, areaId: null, by: null, why: 'taken' as const } : feature
  }))
  return readImport(ctx, importId)
}

export async function applyOutlines(ctx: Ctx, { importId }: Input<'applyOutlines'>): Promise<OutlineImport> {
  const row = await store.lockImport(ctx.sql, importId)
  if (row.state === 'applied') throw refuse(dashboardErrors.notInState, { state: row.state })
  const all = row.features.flatMap(({ areaId, geometry }) => (areaId !== null && geometry !== null ? [{ id: ctx.newId(), areaId, geometry }] : []))
  if (all.length === 0) throw refuse(dashboardErrors.nothingMatched)
  const by = ctx.actor.kind === 'staff' ? ctx.actor.accountId : null
  await store.insertOutlines(ctx.sql, { importId, source: row.filename, at: ctx.now, by }, all)
  await store.setState(ctx.sql, importId, 'applied', ctx.now)
  return readImport(ctx, importId)
}

/** The outlines that were there before hold again. */
export async function undoOutlines(ctx: Ctx, { importId }: Input<'undoOutlines'>): Promise<OutlineImport> {
  const row = await store.lockImport(ctx.sql, importId)
  if (row.state !== 'applied') throw refuse(dashboardErrors.notInState, { state: row.state })
  await store.undoOutlines(ctx.sql, importId, ctx.now)
  await store.setState(ctx.sql, importId, 'undone', ctx.now)
  return readImport(ctx, importId)
}

export async function listOutlineImports(ctx: Ctx, { after, limit }: Input<'listOutlineImports'>) {
  return toPage(await store.listImports(ctx.sql, readKey(after, 2), limit), limit, (row) => [row.createdAt, row.importId])
}
