import * as z from 'zod'

/** Input of every paged list: keyset pages, never offsets. */
export const pageInput = {
  /** The `next` of the page before; absent for the first page. */
  after: z.string().max(400).optional(),
  /** Rows per page. */
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** Output of every paged list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    /** Where the next page starts; null on the last. */
    next: z.string().nullable(),
  })

export interface Page<T> {
  items: T[]
  next: string | null
}

/** Cuts a `limit + 1` read into a page; `keyOf` names the values the list is ordered by. */
export function toPage<T>(rows: T[], limit: number, keyOf: (row: T) => (string | number | null)[]): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? encodeKey(keyOf(last)) : null }
}

const encodeKey = (key: (string | number | null)[]) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(key))))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** Reads a page key back; undefined when absent or not one of ours (the list then starts at the top). */
export function readKey(after: string | undefined, width: number): (string | number | null)[] | undefined {
  if (after === undefined) return undefined
  try {
    const bytes = Uint8Array.from(atob(after.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
    const key: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return Array.isArray(key) && key.length === width ? (key as (string | number | null)[]) : undefined
  } catch {
    return undefined
  }
}
