import * as z from 'zod'
import { shownColumns, type ListColumns } from '../kernel/columns.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { clockOf } from '../kernel/dates.ts'
import type { Endpoint, FileReply } from '../kernel/endpoint.ts'
import { frameErrors, refuse } from '../kernel/errors.ts'
import { listOf, reason as aReason } from '../kernel/fields.ts'
import type { Page } from '../kernel/page.ts'
import { byModule } from '../kernel/words.ts'
import { may } from '../modules/accounts/rules.ts'
import { exportsErrors } from '../modules/exports/contract.ts'
import { exportAllowed, tookOut } from '../modules/exports/service.ts'
import { formats, listFile } from '../modules/lists/service/file.ts'
import { settingOf } from '../modules/settings/service.ts'
import { areaById } from '../modules/territory/service.ts'
import { auditLine } from './audit.ts'
import type { Mounted } from './modules.ts'
import { sayIn } from './words.ts'

type Row = Record<string, unknown>
type Columns = ListColumns<Row>
type Residents = Columns & { whose: (row: Row) => string }

/** What every module says about the columns of its lists, found by file name. */
const columns = byModule(import.meta.glob<Record<string, Columns>>('../modules/*/columns.ts', { eager: true, import: 'columns' }))

/** Rows read in one short transaction while the file is on its way: as many as a page may have, so that nobody else feels it. */
const PAGE = 200
/** Of a list about residents each page is a line in the trail: fewer and longer ones. */
const NAMED = 1000
/** So many rows are counted for whoever decides; of more it is said that there are more. */
const COUNTED = 10_000

/** `people.listPeople` → `people.listPeople/export`: every list whose columns are declared can be taken away as it is seen. */
export function exportsOf(lists: readonly Mounted[]): Mounted[] {
  return lists.flatMap((list) => {
    const of = columns[list.module]?.[list.name.slice(list.module.length + 1)]
    if (!of) return []
    const file = { name: `${list.name}/export`, module: list.module }
    return [isAboutResidents(of) ? { ...file, endpoint: gatedOf(list.endpoint, of), handler: gatedHandlerOf(list, of) } : { ...file, endpoint: endpointOf(list.endpoint, of), handler: handlerOf(list, of) }]
  })
}

const isAboutResidents = (of: Columns): of is Residents => of.whose !== undefined

function endpointOf(list: Endpoint, of: Columns): Endpoint {
  const ids = Object.keys(of.columns) as [string, ...string[]]
  const { after: _after, limit: _limit, ...filter } = list.input.shape
  return {
    kind: 'query', path: `${list.path}/export`, access: list.access, summary: `导出:${list.summary}`,
    input: z.object({ ...filter, columns: listOf(z.enum(ids)).optional(), format: z.enum(formats), language: z.enum(['zh', 'en']).default('zh') }),
    output: z.object({}), download: true, errors: list.errors, audit: { act: 'export', subjects: (input) => askedAbout(list, input) },
  }
}

/** 居民清单: asks for the permission to take people out and for a reason, and passes the gate of all files of personal data (docs/decisions/0086). */
function gatedOf(list: Endpoint, of: Residents): Endpoint {
  const { input, ...file } = endpointOf(list, of)
  return {
    ...file, access: { permission: 'people.export' }, input: input.extend({ reason: aReason() }), errors: [...list.errors, exportsErrors.waitsForRows],
    audit: { act: 'export', subjects: (asked, reply) => [...new Set([...askedAbout(list, asked), ...((reply as FileReply).about ?? [])])], reason: (asked) => asked['reason'] as string },
  }
}

const askedAbout = (list: Endpoint, input: Record<string, unknown>): string[] => list.audit?.subjects?.(input, { items: [], next: null } as never) ?? []

interface Wanted { columns?: string[] | undefined; format: (typeof formats)[number]; language: 'zh' | 'en' }
type Read = (at: Ctx, after?: string) => Promise<Page<Row>>

const readerOf = (list: Mounted, filter: Record<string, unknown>, limit: number): Read => async (at, after) =>
  (await list.handler(at, { ...filter, limit, ...(after ? { after } : {}) })) as Page<Row>

/** The first page is read with the request, so that a refusal is said in words; the others while the file streams. */
async function* pagesFrom(ctx: Ctx, first: Page<Row>, next: Read): AsyncGenerator<Page<Row>> {
  for (let page = first; ; page = await ctx.runner.tx((at) => next(at, page.next ?? undefined))) {
    yield page
    if (page.next === null || page.next === undefined) return
  }
}

const handlerOf = (list: Mounted, of: Columns): Mounted['handler'] => async (ctx, input) => {
  const { columns: chosen, format, language, ...filter } = input as Wanted & Record<string, unknown>
  const say = sayIn(language)
  const read = readerOf(list, filter, PAGE)
  return listFile({
    of, columns: shownColumns(of, chosen), format, say,
    filename: `${say(of.title)}-${ctx.today} ${clockOf(ctx.now).replace(':', '')}`, pages: pagesFrom(ctx, await read(ctx), read),
  })
}

const gatedHandlerOf = (list: Mounted, of: Residents): Mounted['handler'] => async (ctx, input) => {
  const { columns: chosen, format, language, reason, ...filter } = input as Wanted & { reason: string } & Record<string, unknown>
  const area = await areaById(ctx, mayReadHere(ctx, list, filter['areaId'] as string | undefined))
  const read = readerOf(list, 'reason' in list.endpoint.input.shape ? { ...filter, reason } : filter, NAMED)
  const first = await read(ctx)
  const { rows, more } = await countFrom(ctx, first, read)
  const endpoint = `${list.name}/export`
  const title = `${sayIn('zh')(of.title)} · ${area.name}${more ? `(${rows} 条以上)` : ''}`
  const mark = await exportAllowed(ctx, { endpoint, input: input as Record<string, unknown>, title, area, rows, clear: false, format, reason })
  let [sent, part] = [first.items.length, 1]
  // No page goes out without its line: the first with the request's own, each other in the transaction that reads it.
  const named: Read = async (at, after) => {
    const page = await read(at, after)
    const detail = { part: ++part, exportId: mark.exportId }
    await at.sql.run(auditLine({ id: at.newId(), at: at.now, actor: at.actor, endpoint, act: 'export', subjects: page.items.map(of.whose), reason, from: ctx.from, detail }))
    sent += page.items.length
    if (!page.next && sent !== rows) await tookOut(at, mark, sent)
    return page
  }
  const say = sayIn(language)
  const file = listFile({ of, columns: shownColumns(of, chosen), format, say, filename: `${say(of.title)}-${area.name}`, pages: pagesFrom(ctx, first, named), mark })
  return { ...file, about: first.items.map(of.whose) }
}

/** Whoever takes a list out must be one who may read it; answers with the place it is of. */
function mayReadHere({ actor }: Ctx, { endpoint: { access } }: Mounted, areaId: string | undefined): string {
  if (actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  if (typeof access === 'object' && !may(actor.role, access.permission)) throw refuse(frameErrors.wrongPermission, { permission: access.permission })
  return areaId ?? actor.areaId
}

async function countFrom(ctx: Ctx, first: Page<Row>, read: Read): Promise<{ rows: number; more: boolean }> {
  const most = Math.max(COUNTED, (await settingOf(ctx, 'exports.approvalRows')) + 1)
  let rows = first.items.length
  let { next } = first
  while (next && rows < most) {
    const page = await read(ctx, next)
    rows += page.items.length
    next = page.next
  }
  return { rows, more: next !== null && next !== undefined }
}
