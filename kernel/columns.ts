import type * as z from 'zod'
import { clockOf, dayOf, type Instant } from './dates.ts'
import type { Endpoint } from './endpoint.ts'
import type { Say } from './words.ts'

/** What stands in a cell of a file: in words, exact, never relative to the moment. */
export interface Cell<T> {
  /** Words of the heading. */
  title: string
  value: (row: T, say: Say) => string | number | null | undefined
}

/** A column of a list (列): on the page, in a file and on paper. Sortable when its id stands in the `order` of the contract. */
export interface Column<T> extends Cell<T> {
  /** What stands small beside it on the page and in columns of its own in a file. */
  with?: readonly Cell<T>[]
  /** Shown when somebody chooses it. */
  hidden?: true
}

/** All columns of one list; the first names the row and is always shown. */
export interface ListColumns<T> {
  /** Words of the list's name, also the name of its file. */
  title: string
  columns: Readonly<Record<string, Column<T>>>
  /** 谁的信息: whose a row is (person, else household, else the record), where the list is about residents. As a file it passes the gate of exports then, and the trail names them. */
  whose?: ((row: T) => string) | undefined
}

type ItemOf<E extends Endpoint> = z.output<E['output']> extends { items: (infer T)[] } ? T : never

/** Declares a list's columns once: `listPeople: columnsOf(peopleApi.listPeople, 'people.title', { name: { title, value } }, (p) => p.id)`. */
export const columnsOf = <E extends Endpoint>(_of: E, title: string, columns: Readonly<Record<string, Column<ItemOf<E>>>>, whose?: (row: ItemOf<E>) => string): ListColumns<ItemOf<E>> => ({ title, columns, whose })

/** `2020-02-26 15:41`: sorts as text, reads in both languages. */
export const exactly = (at: Instant | null | undefined): string => (at ? `${dayOf(at)} ${clockOf(at)}` : '')

/** The chosen columns in the chosen order; those shown by default where nothing (known) was chosen. The first is always there. */
export function shownColumns<T>(of: ListColumns<T>, chosen: readonly string[] | undefined): string[] {
  const all = Object.keys(of.columns)
  const known = (chosen ?? []).filter((id, i, ids) => all.includes(id) && ids.indexOf(id) === i)
  const shown = known.length > 0 ? known : all.filter((id) => !of.columns[id]?.hidden)
  const [first] = all
  return first === undefined || shown.includes(first) ? shown : [first, ...shown]
}

/** The cells of these columns, with what stands beside them. */
export const cellsOf = <T>(of: ListColumns<T>, ids: readonly string[]): Cell<T>[] =>
  ids.flatMap((id) => { const column = of.columns[id]; return column ? [column, ...(column.with ?? [])] : [] })
