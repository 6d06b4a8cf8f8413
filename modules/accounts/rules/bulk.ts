import { isDay, type Day } from '../../../kernel/dates.ts'
import { roles, type Role } from '../rules.ts'

/** Columns of the template 开户模板, in their order; the heading is what a file is recognised by. */
export const bulkColumns = ['login', 'name', 'officePhone', 'role', 'area', 'validUntil'] as const
export type BulkColumn = (typeof bulkColumns)[number]
export const bulkHeadings: Record<BulkColumn, string> = {
  login: '登录名', name: '姓名', officePhone: '办公电话', role: '拟任角色', area: '范围', validUntil: '有效期至',
}

export interface BulkRow { rowNo: number; login: string; name: string; officePhone: string; role: Role | null; areaName: string; validUntil: Day | null }
export interface BulkIssue { rowNo: number; heading: string; cell: string; code: string; params: Record<string, string> }

/** Where each column stands in the row of the headings; undefined where the row is none. */
export function columnsIn(cells: readonly string[]): Partial<Record<BulkColumn, number>> | undefined {
  const found = Object.fromEntries(bulkColumns.flatMap((column) => {
    const at = cells.findIndex((cell) => cell.replaceAll(/[\s*]/g, '') === bulkHeadings[column])
    return at < 0 ? [] : [[column, at]]
  })) as Partial<Record<BulkColumn, number>>
  return Object.keys(found).length >= 2 ? found : undefined
}

const LOGIN = /^[a-z0-9][a-z0-9._-]{2,31}$/

/** `2020-12-31`, `2020/12/31`, `2020年12月31日`, `20201231`. */
function dayFrom(text: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(text.trim()) ?? []
  const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isDay(written) ? written : undefined
}

/** One row as it stands; everything that is wrong with it at once, so that it is corrected once. */
export function readBulkRow(rowNo: number, cell: (column: BulkColumn) => string, roleCalled: (word: string) => Role | undefined, today: Day): BulkRow | BulkIssue[] {
  const issues: BulkIssue[] = []
  const wrong = (column: BulkColumn, code: string, params: Record<string, string> = {}) =>
    issues.push({ rowNo, heading: bulkHeadings[column], cell: cell(column), code, params })
  const login = cell('login').toLowerCase()
  if (login === '') wrong('login', 'missing')
  else if (!LOGIN.test(login)) wrong('login', 'notALogin')
  const name = cell('name')
  if (name === '') wrong('name', 'missing')
  else if (name.length > 60) wrong('name', 'tooLong')
  if (cell('officePhone').length > 30) wrong('officePhone', 'tooLong')
  const role = cell('role') === '' ? null : roleCalled(cell('role'))
  if (role === undefined) wrong('role', 'unknownRole')
  if (role && cell('area') === '') wrong('area', 'areaMissing')
  if (!cell('role') && cell('area') !== '') wrong('role', 'roleMissing')
  const validUntil = cell('validUntil') === '' ? null : dayFrom(cell('validUntil'))
  if (validUntil === undefined) wrong('validUntil', 'notADay')
  else if (validUntil !== null && validUntil < today) wrong('validUntil', 'dayPast')
  if (issues.length > 0) return issues
  return { rowNo, login, name, officePhone: cell('officePhone'), role: role ?? null, areaName: cell('area'), validUntil: validUntil ?? null }
}

export const roleByWord = (words: Record<string, string>) => (word: string): Role | undefined =>
  roles.find((role) => words[role] === word.trim() || role === word.trim())
