/**
 * What a module says about each of its tables. The migration runner stamps the row-level policy from it,
 * a test compares it with the real database, and `npm run move` copies in this order.
 */
export interface TableSpec {
  /** What a row is, with the Chinese term. */
  about: string
  /** `area` rows carry `area_path` and are seen only within the caller's territory; `open` needs a written reason. */
  scope: 'area' | { open: string }
  /** Columns sealed by the vault. */
  sealed?: readonly string[]
}
export type Tables = Record<string, TableSpec>
