import type { Ctx } from '../../../kernel/ctx.ts'
import { exactly } from '../../../kernel/columns.ts'
import type { FileReply, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { byModule, fillWords, findIn, type WordTree } from '../../../kernel/words.ts'
import { exportAllowed, marked } from '../../exports/service.ts'
import { areaById } from '../../territory/service.ts'
import type { accessApi, AccessRow } from '../contract.ts'
import { sightOfRole, type PersonalKind } from '../rules.ts'
import * as store from '../store.ts'
import { zh } from '../words.zh.ts'
import { filterOf, toRow } from './list.ts'

const MOST = 5000

// Names of roles and permissions are the accounts' own words; the paper goes to Chinese offices, like every other list on paper.
const words = byModule(import.meta.glob<WordTree>('../../*/words.zh.ts', { eager: true, import: 'zh' }))
const say = (key: string): string => findIn(words, key) ?? key

/** The list on a sheet of its own; it passes the gate of all exports, for who can see whom is itself worth knowing. */
export async function exportAccess(ctx: Ctx, input: ParsedInputOf<(typeof accessApi)['exportAccess']>): Promise<FileReply> {
  const { filter, days, area } = await filterOf(ctx, input)
  const own = ctx.actor.kind === 'staff' ? await areaById(ctx, ctx.actor.areaId) : undefined
  const rows = (await store.listAccess(ctx.sql, filter, undefined, MOST)).slice(0, MOST).map(toRow)
  const about = input.permission ? say(`accounts.permissions.${input.permission}`) : (area?.name ?? '')
  const title = `${zh.export.title} · ${about}`
  const where = area ?? own
  const mark = await exportAllowed(ctx, {
    endpoint: 'access.exportAccess', input: { ...input }, title, area: { id: where?.id ?? '', areaPath: where?.areaPath ?? '' }, rows: rows.length,
    // There are no clear numbers in it; a wish for them changes nothing and needs nobody's yes.
    clear: false, format: input.format, reason: input.reason,
  })
  const headings = [...Object.values(zh.export.headings), ...[zh.export.views, zh.export.reveals, zh.export.exports].map((word) => fillWords(word, { days }))]
  const layout = { name: zh.export.title, headRows: 1, columns: headings.map(() => ({ width: 18 })) }
  return marked({ stem: `${zh.export.title}-${about}`, format: input.format, layout, rows: once([headings, ...rows.map(cellsOf)]) }, mark)
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}

const said = (kinds: readonly PersonalKind[]): string => kinds.map((kind) => zh.personal[kind]).join('、')

function cellsOf(row: AccessRow): string[] {
  const sight = sightOfRole(row.role)
  return [
    row.name, row.login, say(`accounts.roles.${row.role}`), row.areaName, row.covers ? String(row.covers.households) : '', row.covers ? String(row.covers.persons) : '', said(sight.masked), said(sight.clear),
    exactly(row.since), row.byName ?? '', row.validUntil ?? '', say(`accounts.states.${row.state}`), exactly(row.lastSeenAt), String(row.looks.views), String(row.looks.reveals), String(row.looks.exports),
  ]
}
