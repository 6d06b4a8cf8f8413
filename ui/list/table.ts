import { useState } from 'react'
import type * as z from 'zod'
import { shownColumns, type ListColumns } from '../../kernel/columns.ts'
import { useAddress } from '../address.ts'
import type { Asked } from '../client.ts'
import { useListOf, type ItemOf, type ListOf, type QueryOptions } from '../queries.ts'

/** What the tools above a list work on: which endpoint, asked how, with which columns in which order. */
export interface TableOf<T> {
  endpoint: Asked
  input: Record<string, unknown>
  of: ListColumns<T>
  /** Ids of the columns in view, in their order. */
  shown: readonly string[]
  /** `name`, `-name`, or nothing for the list's own order. */
  order: string | undefined
  choose: (ids: readonly string[] | undefined) => void
  sort: (order: string | undefined) => void
}

/** Whether the contract lets a column order the list. */
export const sortable = ({ endpoint }: Pick<TableOf<never>, 'endpoint'>, id: string): boolean =>
  (endpoint.input.shape as Record<string, z.ZodType>)['order']?.safeParse(id).success ?? false

/**
 * A list with column choice, sort, saved views and export: `useTable(peopleApi.listPeople, columns.listPeople, { text })` in the place
 * of `useListOf`, and `<ListPage list={list} …>` shows the tools. Columns and order stand in the address; the last choice of
 * columns also stays on this device.
 */
export function useTable<I extends z.ZodObject, O extends z.ZodType>(
  endpoint: Asked<I, O>, of: ListColumns<ItemOf<O>>, input: z.input<I>, options: Pick<QueryOptions, 'enabled' | 'every'> = {},
): ListOf<ItemOf<O>> & { table: TableOf<ItemOf<O>> } {
  const [at, go] = useAddress()
  const kept = useKept(endpoint.path)
  const asked = at['order']
  const order = asked !== undefined && sortable({ endpoint: endpoint as unknown as Asked }, asked) ? asked : undefined
  const whole = { ...input, ...(order ? { order } : {}) } as z.input<I>
  const list = useListOf(endpoint, whole, options)
  const shown = shownColumns(of, at['columns']?.split(',') ?? kept.ids)
  return {
    ...list,
    table: {
      endpoint: endpoint as unknown as Asked, input: whole, of, shown, order,
      choose: (ids) => { kept.keep(ids); go({ columns: ids?.join(',') }) },
      sort: (next) => go({ order: next }),
    },
  }
}

/** The last choice of columns on this device. */
function useKept(list: string): { ids: string[] | undefined; keep: (ids: readonly string[] | undefined) => void } {
  const key = `wangge.columns.${list}`
  const [ids, setIds] = useState(() => read(key))
  return {
    ids,
    keep: (next) => {
      setIds(next === undefined ? undefined : [...next])
      try { if (next === undefined) localStorage.removeItem(key); else localStorage.setItem(key, next.join(',')) } catch { /* private window: kept for this page only */ }
    },
  }
}

function read(key: string): string[] | undefined {
  try { return localStorage.getItem(key)?.split(',') } catch { return undefined }
}
