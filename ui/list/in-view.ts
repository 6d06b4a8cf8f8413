import type { TableColumnsType } from 'antd'
import type { Say } from '../words.ts'
import { sortable, type TableOf } from './table.ts'

/** The chosen columns in their order, each as the page draws it or, where it does not, in words; heads that can be sorted by say so. */
export function inView<T>(drawn: TableColumnsType<T>, table: TableOf<T>, t: Say): TableColumnsType<T> {
  return table.shown.flatMap((id) => {
    const column = table.of.columns[id]
    if (!column) return []
    const order = table.order === id ? 'ascend' as const : table.order === `-${id}` ? 'descend' as const : null
    return [{
      ...(drawn.find((one) => one.key === id) ?? { key: id, title: t(column.title), render: (_: unknown, row: T) => column.value(row, t) ?? '' }),
      ...(sortable(table, id) ? { sorter: true, sortOrder: order } : {}),
    }]
  })
}

/** On a phone a figure stands without its column's head, so it carries the head with it. */
export const labelled = <T>(columns: TableColumnsType<T>): TableColumnsType<T> => columns.map((column) =>
  column.align === 'right' && typeof column.title === 'string' ? { ...column, onCell: () => ({ 'data-label': column.title, className: 'figure-cell' }) as never } : column)
