import type { Tables } from '../../kernel/tables.ts'

export const dashboardTables = {
  outline_import: { about: '边界导入: a file of outlines, what was read and what it was taken for', scope: 'area' },
  area_outline: { about: '辖区边界: the outline of an area; the newest that was not undone holds', scope: 'area' },
} satisfies Tables
