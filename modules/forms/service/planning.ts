import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/errors.ts'
import { answerersFor } from '../../duty/service.ts'
import { areaById } from '../../territory/service.ts'
import { formsErrors as errors, MOST_LINES, type Column, type FormKind } from '../contract.ts'
import { askedIn, fillLines, linesOf, matchOf, needsOf, sayOfPeople, type Asked, type Filled, type Known, type Match, type PersonFacts, type Say } from '../rules.ts'
import * as store from '../store.ts'
import type { FormRow } from '../tables.ts'
import { openForm, type Opened } from './grid.ts'
import { planAreas } from './areas.ts'

/** The column that says whose a line is. */
export const mainColumn = (kind: FormKind, columns: readonly Pick<Column, 'index' | 'source'>[]): number =>
  columns.find((column) => column.source === (kind === 'people' ? 'name' : 'areaName'))?.index ?? columns.find((column) => column.source === 'documentNo')?.index ?? -1

export interface Subject { id: string; name: string; address: string }
export interface Plan extends Opened {
  result: Filled
  /** The last line before the foot, and the line whose style added ones take. */
  last: number
  like: number
  unmatched: { asked: Asked; match: Match & { reason: string } }[]
  skipped: number
  standing: number
  known: ReadonlyMap<string, Known>
  subjects: ReadonlyMap<string, Subject>
}

/** 算一遍: who belongs into which line, and what goes into its cells; nothing is kept. */
export async function planOf(ctx: Ctx, form: FormRow, sheet: { clear: boolean; filledBy: string }): Promise<Plan> {
  if (form.headFrom === null || form.headTo === null) throw refuse(errors.noHeading)
  const opened = await openForm(ctx, form)
  const head = { from: form.headFrom, to: form.headTo }
  const { lines, last } = linesOf(opened.grid, head, mainColumn(form.kind, form.columns))
  const body = { ...opened, lines, last, like: lines[0]?.rowNo ?? head.to + 1 }
  if (form.kind === 'areas') return planAreas(ctx, form, body, sheet)
  const asked = askedIn(opened.grid, form.columns, lines)
  const { standing, unmatched, skipped, known } = await matched(ctx, form, asked)
  const there = new Set(standing.values())
  const more = form.who ? (await store.fittingIds(ctx.sql, form.who.conditions, scopeOf((await areaById(ctx, form.who.areaId)).areaPath), ctx.today, MOST_LINES + 1)).filter((id) => !there.has(id)) : []
  if (more.length + lines.length > MOST_LINES) throw refuse(errors.tooManyLines, { n: more.length, most: MOST_LINES })
  const facts = await factsOf(ctx, [...there, ...more], form.columns, sheet.clear)
  const result = fillLines({ ...body, columns: form.columns, standing, more }, sayOfPeople(facts, { ...sheet, today: ctx.today }) satisfies Say)
  const subjects = new Map([...facts].map(([id, one]) => [id, { id, name: one.name, address: `${one.places.compound}${one.door ?? ''}` }]))
  return { ...body, result, unmatched, skipped, standing: standing.size, known, subjects }
}

/** 比对: who stands in the sheet, within the form's own area; what somebody has said of a row goes first. */
async function matched(ctx: Ctx, form: FormRow, asked: readonly Asked[]) {
  const index = new Map(asked.map((one) => [one.rowNo, { document: one.documentNo === null ? null : ctx.vault.index('document', one.documentNo), phone: one.phone === null ? null : ctx.vault.index('phone', one.phone) }]))
  const rows = asked.length === 0 ? [] : await store.likely(ctx.sql, scopeOf(form.areaPath), [...index.values()].flatMap(({ document }) => document ?? []), [...new Set(asked.map((one) => one.name).filter(Boolean))], Object.values(form.picks).filter((pick) => pick !== 'skip'))
  const places = await placesOf(ctx, rows.map((row) => row.areaPath))
  const all = rows.map((row): Known => { const compound = places.get(row.areaPath)?.compound ?? ''; return { ...row, compound, address: `${compound}${row.address}` } })
  const known = new Map(all.map((one) => [one.personId, one]))
  const byDocument = new Map(all.flatMap((one) => (one.documentIndex === null ? [] : [[one.documentIndex, one] as const])))
  const byName = grouped(all, (one) => one.name)
  const standing = new Map<number, string>()
  const unmatched: Plan['unmatched'] = []
  let skipped = 0
  for (const one of asked) {
    const pick = form.picks[String(one.rowNo)]
    if (pick === 'skip') { skipped++; continue }
    const match = matchOf(one, index.get(one.rowNo) ?? { document: null, phone: null }, byDocument, byName)
    // Whoever was pointed at must be one of this territory; an id from elsewhere says nothing.
    if (pick !== undefined && known.has(pick)) standing.set(one.rowNo, pick)
    else if ('personId' in match) standing.set(one.rowNo, match.personId)
    else unmatched.push({ asked: one, match })
  }
  return { standing, unmatched, skipped, known }
}

export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

const LEVELS: Readonly<Record<string, keyof PersonFacts['places']>> = { subdistrict: 'subdistrict', community: 'community', compound: 'compound', villageGroup: 'compound', grid: 'grid' }
/** Names of what each place lies in, from the street office down. */
export async function placesOf(ctx: Ctx, paths: readonly string[]): Promise<ReadonlyMap<string, PersonFacts['places']>> {
  const wanted = [...new Set(paths)]
  if (wanted.length === 0) return new Map()
  const areas = await store.areasStanding(ctx.sql, wanted)
  const byPath = new Map(areas.map((area) => [area.path, area]))
  return new Map(wanted.map((path) => {
    const places = { subdistrict: '', community: '', compound: '', grid: '' }
    for (let at = path; at.length > 1; at = at.slice(0, at.lastIndexOf('/', at.length - 2) + 1)) {
      const area = byPath.get(at)
      const level = area && LEVELS[area.level]
      if (area && level && places[level] === '') places[level] = area.name
    }
    return [path, places]
  }))
}

/** Everything a form asks of so many people: one statement for the people, one for their places, one for who answers for them. */
async function factsOf(ctx: Ctx, ids: readonly string[], columns: readonly Column[], clear: boolean): Promise<ReadonlyMap<string, PersonFacts>> {
  if (ids.length === 0) return new Map()
  const needs = needsOf(columns)
  const rows = await store.factsOf(ctx.sql, ids, needs)
  const paths = rows.map((row) => row.areaPath)
  const places = await placesOf(ctx, paths)
  const workers = needs.has('duty') ? await answerersFor(ctx, [...new Set(paths)], ['gridWorker']) : new Map<string, never>()
  const asks = new Set(columns.map((column) => column.source))
  const opened = (sealed: string | null, element: string) => (clear && sealed !== null && asks.has(element) ? ctx.vault.open(sealed) : null)
  return new Map(rows.map(({ documentSealed, phoneSealed, areaPath, ...row }): [string, PersonFacts] => {
    const worker = workers.get(areaPath)
    return [row.id, {
      ...row, documentNo: opened(documentSealed, 'documentNo'), phone: opened(phoneSealed, 'phone'), places: places.get(areaPath) ?? { subdistrict: '', community: '', compound: '', grid: '' },
      gridWorker: worker ? { name: worker.name, phone: worker.officePhone } : null,
    }]
  }))
}
