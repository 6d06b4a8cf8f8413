import * as z from 'zod'
import { shownColumns, type ListColumns } from '../kernel/columns.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { clockOf } from '../kernel/dates.ts'
import type { Endpoint } from '../kernel/endpoint.ts'
import { listOf } from '../kernel/fields.ts'
import type { Page } from '../kernel/page.ts'
import { byModule } from '../kernel/words.ts'
import { formats, listFile } from '../modules/lists/service/file.ts'
import type { Mounted } from './modules.ts'
import { sayIn } from './words.ts'

type Row = Record<string, unknown>
type Columns = ListColumns<Row>

/** What every module says about the columns of its lists, found by file name. */
const columns = byModule(import.meta.glob<Record<string, Columns>>('../modules/*/columns.ts', { eager: true, import: 'columns' }))

/** Rows read in one short transaction while the file is on its way: as many as a page may have, so that nobody else feels it. */
const PAGE = 200

/** `people.listPeople` → `people.listPeople/export`: every list whose columns are declared can be taken away as it is seen. */
export function exportsOf(lists: readonly Mounted[]): Mounted[] {
  return lists.flatMap((list) => {
    const of = columns[list.module]?.[list.name.slice(list.module.length + 1)]
    return of ? [{ name: `${list.name}/export`, module: list.module, endpoint: endpointOf(list.endpoint, of), handler: handlerOf(list, of) }] : []
  })
}

function endpointOf(list: Endpoint, of: Columns): Endpoint {
  const ids = Object.keys(of.columns) as [string, ...string[]]
  const { after: _after, limit: _limit, ...filter } = list.input.shape
  const subjects = list.audit?.subjects
  return {
    kind: 'query', path: `${list.path}/export`, access: list.access, summary: `导出:${list.summary}`,
    input: z.object({ ...filter, columns: listOf(z.enum(ids)).optional(), format: z.enum(formats), language: z.enum(['zh', 'en']).default('zh') }),
    output: z.object({}), download: true, errors: list.errors,
    audit: { act: 'export', ...(subjects ? { subjects: (input) => subjects(input, { items: [], next: null } as never) } : {}) },
  }
}

interface Wanted { columns?: string[] | undefined; format: (typeof formats)[number]; language: 'zh' | 'en' }

/** The first page is read with the request, so that a refusal is said in words; the others while the file streams. */
const handlerOf = (list: Mounted, of: Columns): Mounted['handler'] => async (ctx, input) => {
  const { columns: chosen, format, language, ...filter } = input as Wanted & Record<string, unknown>
  const say = sayIn(language)
  const read = async (at: Ctx, after?: string) => (await list.handler(at, { ...filter, limit: PAGE, ...(after ? { after } : {}) })) as Page<Row>
  const pages = async function* (first: Page<Row>) {
    for (let page = first; ; page = await ctx.runner.tx((at) => read(at, page.next ?? undefined))) {
      yield page
      if (page.next === null || page.next === undefined) return
    }
  }
  return listFile({
    of, columns: shownColumns(of, chosen), format, say,
    filename: `${say(of.title)}-${ctx.today} ${clockOf(ctx.now).replace(':', '')}`, pages: pages(await read(ctx)),
  })
}
