import type { Ctx } from '../../../kernel/ctx.ts'
import type { FileReply } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { wholeSheet, writeTemplate, xlsxType, type SheetRow } from '../../sheets/service.ts'
import { areasCalled, namesOfAreas } from '../../territory/service.ts'
import { accountsErrors, type BulkResult } from '../contract.ts'
import { readablePassword, roles } from '../rules.ts'
import { bulkColumns, bulkHeadings, columnsIn, readBulkRow, roleByWord, type BulkColumn, type BulkIssue, type BulkRow } from '../rules/bulk.ts'
import * as store from '../store.ts'
import { zh } from '../words.zh.ts'

/** A password is hashed slowly on purpose; more rows than this would hold everybody up. */
const MOST_ROWS = 200
const AREAS_OFFERED = 1000

export async function accountTemplate(ctx: Ctx): Promise<FileReply> {
  const choices: Partial<Record<BulkColumn, readonly string[]>> = {
    role: roles.map((role) => zh.roles[role]), area: await namesOfAreas(ctx, AREAS_OFFERED),
  }
  const columns = bulkColumns.map((column) => ({
    heading: bulkHeadings[column], width: column === 'area' ? 32 : 18, instruction: zh.bulk.hints[column], choices: choices[column] ?? [],
  }))
  return { filename: '批量开户模板.xlsx', contentType: xlsxType, body: await writeTemplate('开户', columns, Object.values(zh.bulk.notes)) }
}

/** 批量开户: right rows become accounts without a role, what they are to be becomes a request; wrong rows come back. */
export async function importAccounts(ctx: Ctx): Promise<BulkResult> {
  const { rows, wrong } = await readRows(ctx)
  const areas = await areasCalled(ctx, rows.flatMap((row) => (row.areaName ? [row.areaName] : [])))
  const taken = new Set(await store.takenLogins(ctx.sql, rows.map((row) => row.login)))
  const good = rows.filter((row) => {
    const found = areas.get(row.areaName) ?? []
    const code = taken.has(row.login) ? 'loginTaken' : row.areaName === '' || found.length === 1 ? undefined : found.length === 0 ? 'unknownArea' : 'areaTwice'
    if (code) wrong.push(issueOf(row, code))
    else taken.add(row.login)
    return code === undefined
  })
  const secrets = await Promise.all(good.map(async () => {
    const initialPassword = readablePassword(ctx.newToken())
    return { initialPassword, hash: await ctx.passwords.hash(initialPassword) }
  }))
  const made: BulkResult['made'] = []
  for (const [i, row] of good.entries()) {
    const secret = secrets[i]
    const area = areas.get(row.areaName)?.[0]
    if (secret) made.push({ ...(await open(ctx, row, secret.hash, area)), initialPassword: secret.initialPassword })
  }
  return { made, wrong: wrong.toSorted((a, b) => a.rowNo - b.rowNo), requests: made.filter(({ role }) => role !== null).length }
}

const issueOf = (row: BulkRow, code: string): BulkIssue => ({
  rowNo: row.rowNo, heading: bulkHeadings[code === 'loginTaken' ? 'login' : 'area'], cell: code === 'loginTaken' ? row.login : row.areaName, code, params: {},
})

async function open(ctx: Ctx, row: BulkRow, passwordHash: string, area: { id: string; areaPath: string; fullName: string } | undefined) {
  const actor = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  const accountId = ctx.newId()
  await store.insertAccount(ctx.sql, {
    id: accountId, login: row.login, name: row.name, officePhone: row.officePhone || null, passwordHash, mustChangePassword: true, role: null,
    areaId: actor?.areaId ?? null, areaPath: actor?.areaPath ?? null, validUntil: row.validUntil, at: ctx.now,
  })
  if (row.role !== null && area) {
    await store.insertRequest(ctx.sql, {
      id: ctx.newId(), accountId, role: row.role, areaId: area.id, areaPath: area.areaPath, askedBy: actor?.accountId ?? accountId, askedByName: actor?.name ?? '', at: ctx.now,
    })
  }
  return { accountId, rowNo: row.rowNo, login: row.login, name: row.name, role: row.role, areaName: area?.fullName ?? null }
}

async function readRows(ctx: Ctx): Promise<{ rows: BulkRow[]; wrong: BulkIssue[] }> {
  const sheet = await readSheet(ctx)
  const at = sheet.findIndex(({ cells }) => columnsIn(cells) !== undefined)
  const columns = columnsIn(sheet[at]?.cells ?? [])
  if (columns?.login === undefined || columns.name === undefined) throw refuse(accountsErrors.headingsMissing, { headings: Object.values(bulkHeadings).join('、') })
  const below = sheet.slice(at + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== '') && !cells.some((cell) => /^(必填|选填)[::]/.test(cell)))
  if (below.length > MOST_ROWS) throw refuse(accountsErrors.fileTooLong, { most: MOST_ROWS })
  const read = below.map(({ rowNo, cells }) => readBulkRow(rowNo, (column) => (cells[columns[column] ?? -1] ?? '').trim(), roleByWord(zh.roles), ctx.today))
  return { rows: read.flatMap((one) => (Array.isArray(one) ? [] : [one])), wrong: read.flatMap((one) => (Array.isArray(one) ? one : [])) }
}

/** The file is small and is not kept: it holds nothing that the accounts do not. */
async function readSheet(ctx: Ctx): Promise<SheetRow[]> {
  const rows = await wholeSheet(ctx, MOST_ROWS)
  if (rows === 'tooLong') throw refuse(accountsErrors.fileTooLong, { most: MOST_ROWS })
  if (!rows) throw refuse(accountsErrors.fileUnreadable)
  return rows
}
