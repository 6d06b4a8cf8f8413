import * as z from 'zod'

/** Input of every paged list: keyset pages, never offsets. */
export const pageInput = {
  /** The `next` of the page before; absent for the first page. */
  after: z.string().max(400).optional(),
  /** Rows per page. */
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** Columns a list may be ordered by, in `order` of its input: `name`, or `-name` from the end. */
export const orderBy = <C extends string>(...columns: readonly [C, ...C[]]) =>
  z.enum([...columns, ...columns.map((column) => `-${column}` as const)] as [C | `-${C}`, ...(C | `-${C}`)[]])

/** `-name` → by name, from the end. */
export const readOrder = <C extends string>(order: C | `-${C}` | undefined, usual: C | `-${C}`): { by: C; desc: boolean } => {
  const text = order ?? usual
  return text.startsWith('-') ? { by: text.slice(1) as C, desc: true } : { by: text as C, desc: false }
}

/** Output of every paged list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    /** Where the next page starts; null on the last. */
    next: z.string().nullable(),
  })

/** The values of the columns a list is ordered by, of one row. */
export type PageKey = (string | number | null)[]

export interface Page<T> {
  items: T[]
  next: string | null
}

/** Cuts a `limit + 1` read into a page; `keyOf` names the values the list is ordered by. */
export function toPage<T>(rows: T[], limit: number, keyOf: (row: T) => PageKey): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? encodeKey(keyOf(last)) : null }
}

/** The same for rows that were read along a `Walk` and carry their key with them. */
export function toWalkedPage<T extends { walkKey: PageKey }>(rows: readonly T[], limit: number): Page<Omit<T, 'walkKey'>> {
  const { items, next } = toPage([...rows], limit, (row) => row.walkKey)
  return { items: items.map(({ walkKey: _key, ...row }) => row), next }
}

const encodeKey = (key: PageKey) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(key))))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** Reads a page key back; undefined when absent or not one of ours (the list then starts at the top). */
export function readKey(after: string | undefined, width: number): PageKey | undefined {
  if (after === undefined) return undefined
  try {
    const bytes = Uint8Array.from(atob(after.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
    const key: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return Array.isArray(key) && key.length === width ? (key as PageKey) : undefined
  } catch {
    return undefined
  }
}
