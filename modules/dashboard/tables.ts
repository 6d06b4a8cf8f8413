import type { Tables } from '../../kernel/tables.ts'

export const dashboardTables = {} satisfies Tables
