import { scopeOf, type Ctx, type Runner } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/errors.ts'
import type { FileReply } from '../../../kernel/endpoint.ts'
import { may } from '../../accounts/rules.ts'
import { exportAllowed, marked } from '../../exports/service.ts'
import { groupsFor } from '../../people/rules.ts'
import { countPresent, exportPage, type ExportRow } from '../../people/service/roster.ts'
import { areaById } from '../../territory/service.ts'
import { rosterErrors } from '../contract.ts'
import { nationWord, wordOf } from '../rules/codes.ts'
import type { RosterField } from '../rules/fields.ts'
import { exportColumns } from '../rules/layout.ts'
import { placesBelow } from '../store/places.ts'

const PAGE = 1000
/** Stands for "no household" in the key of a page. */
const NO_HOUSEHOLD = '00000000-0000-0000-0000-000000000000'

interface Wanted { areaId: string; format: 'xlsx' | 'csv'; clear: boolean; reason: string }

/**
 * The roster in the layout of the template, so that it can be corrected and imported again; the hidden column knows the
 * person, masked numbers are left alone on the way back. It passes the gate of all exports (modules/exports) first. A page of people at a time, each read in a transaction of its own
 * while the file is on its way: neither memory nor other users feel how many there are.
 */
export async function exportPeople(ctx: Ctx, input: Wanted): Promise<FileReply> {
  const role = ctx.actor.kind === 'staff' ? ctx.actor.role : ''
  if (input.clear && !may(role, 'people.reveal')) throw refuse(rosterErrors.clearNotAllowed)
  const area = await areaById(ctx, input.areaId)
  const mark = await exportAllowed(ctx, {
    endpoint: 'roster.exportPeople', input: { ...input }, title: `花名册 · ${area.name}`, area, rows: await countPresent(ctx, scopeOf(area.areaPath)),
    clear: input.clear, format: input.format, reason: input.reason,
  })
  const layout = {
    name: '花名册', headRows: 1,
    columns: exportColumns.map((c) => ({ width: c.width, ...(c.field === 'personId' ? { hidden: true } : {}) })),
  }
  return marked({ stem: `花名册-${area.name}`, format: input.format, layout, rows: pagesOf(ctx.runner, area, input.clear) }, mark)
}

interface Names { compound: string; grid: string }

async function* pagesOf(runner: Runner, area: { id: string; areaPath: string }, clear: boolean): AsyncGenerator<string[][]> {
  const names = await runner.tx((ctx) => namesByPath(ctx, area.id))
  const nameOf = (path: string): Names => {
    const found: Names = { compound: '', grid: '' }
    for (let at = path; at.length > area.areaPath.length; at = at.slice(0, at.lastIndexOf('/', at.length - 2) + 1)) {
      const place = names.get(at)
      if (place?.level === 'grid') found.grid = place.name
      if (place?.level === 'compound' || place?.level === 'villageGroup') found.compound = place.name
    }
    const own = names.get(area.areaPath)
    if (found.compound === '' && (own?.level === 'compound' || own?.level === 'villageGroup')) found.compound = own.name
    return found
  }
  yield [exportColumns.map((c) => c.heading)]
  const range = scopeOf(area.areaPath)
  let after: { areaPath: string; householdId: string; id: string } | undefined
  for (;;) {
    const from = after
    const { page, cells } = await runner.tx(async (ctx) => {
      const found = await exportPage(ctx, range, from, PAGE)
      return { page: found, cells: found.map((row) => cellsOf(ctx, row, nameOf(row.areaPath), clear)) }
    })
    yield cells
    const last = page.at(-1)
    if (page.length < PAGE || !last) return
    after = { areaPath: last.areaPath, householdId: last.householdId ?? NO_HOUSEHOLD, id: last.id }
  }
}

const namesByPath = async (ctx: Ctx, areaId: string) =>
  new Map((await placesBelow(ctx.sql, areaId)).map((place) => [place.path, place]))

function cellsOf(ctx: Ctx, row: ExportRow, names: Names, clear: boolean): string[] {
  const number = (sealed: string | null, masked: string | null) => (clear && sealed !== null ? ctx.vault.open(sealed) : (masked ?? ''))
  const cells: Record<RosterField, string> = {
    compound: names.compound, grid: names.grid, building: row.building ?? '', unit: row.unit ?? '', room: row.room ?? '', address: '',
    name: row.name, relation: wordOf('relation', row.relation), documentKind: wordOf('documentKind', row.documentKind),
    documentNo: number(row.documentSealed, row.documentMasked), sex: wordOf('sex', row.sex), birthOn: row.birthOn ?? '',
    nation: nationWord(row.nation), nationality: row.nationality === 'CHN' ? '中国' : row.nationality,
    phone: number(row.phoneSealed, row.phoneMasked), residency: wordOf('residency', row.residency),
    careGroups: groupsFor(ctx.actor, row.careGroups).map((group) => wordOf('careGroups', group)).join('、'),
    registeredAddress: row.registeredAddress ?? '', workplace: row.workplace ?? '', note: row.note ?? '', personId: row.id,
  }
  return exportColumns.map((column) => cells[column.field])
}
