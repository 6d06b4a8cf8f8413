import sql, { join, type Sql as Statement } from 'sql-template-tag'

/** The way through a list, page by page: by columns that are never null and together name one row, all in one direction. */
export interface Walk {
  readonly by: readonly Statement[]
  readonly desc: boolean
}

/** `order by` of a walk; given the same columns by other names where the page is joined to more. */
export const inOrder = ({ by, desc }: Walk): Statement => (desc ? join(by.map((column) => sql`${column} desc`)) : join([...by]))

/** Where the row stands, to be selected as `"walkKey"` and handed to `toPage`. As JSON, since a timestamp knows microseconds and an ISO string does not. */
export const keyIn = ({ by }: Walk): Statement => sql`jsonb_build_array(${join([...by])})`

/** Only what comes after a key; nothing where there is none. */
export const beyond = ({ by, desc }: Walk, key: readonly (string | number | null)[] | undefined): Statement[] =>
  key === undefined ? [] : [sql`(${join([...by])}) ${desc ? sql`<` : sql`>`} (${join([...key])})`]
