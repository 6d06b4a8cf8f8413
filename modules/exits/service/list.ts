import type { Ctx } from '../../../kernel/ctx.ts'
import type { FileReply, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { fillWords } from '../../../kernel/words.ts'
import { findPeopleByIndexes } from '../../people/service.ts'
import { indexesOf } from '../../people/service/roster.ts'
import { readList, writeTemplate, xlsxType } from '../../sheets/service.ts'
import { divisions } from '../../territory/service.ts'
import { exitsErrors, listColumns, MOST_EXITS, type exitsApi, type ExitList, type ListColumn } from '../contract.ts'
import { destinationOf, exitListBook, listHeadings, personOf, readListRow, type Destination, type LeftOut, type ListRow } from '../rules.ts'
import { zh } from '../words.zh.ts'
import { applyForMany } from './applying.ts'

type Input<K extends keyof typeof exitsApi> = ParsedInputOf<(typeof exitsApi)[K]>

const WIDTH: Partial<Record<ListColumn, number>> = { documentNo: 24, destination: 28, employer: 28 }

export async function exitListTemplate(): Promise<FileReply> {
  const columns = listColumns.map((column) => ({ heading: listHeadings[column], width: WIDTH[column] ?? 16, instruction: zh.bulk.hints[column], choices: [] }))
  return { filename: '外出名单模板.xlsx', contentType: xlsxType, body: await writeTemplate('外出名单', columns, Object.values(zh.bulk.notes).map((line) => fillWords(line, { most: MOST_EXITS }))) }
}

/** 登记外出名单: whoever is found asks; of the others the row and the reason come back, and of those who have asked before nothing is added. */
export async function importExits(ctx: Ctx, { employer, destinationName, destinationCode, ...asked }: Input<'importExits'>): Promise<ExitList> {
  const ofAll = destinationName === undefined ? undefined : { destinationName, ...(destinationCode ? { destinationCode } : {}) }
  const rows = await readRows(ctx, ofAll === undefined)
  const wrong: LeftOut[] = []
  const found = new Map<string, ListRow & { to: Destination }>()
  for (const { row, person } of await matched(ctx, rows, wrong)) {
    const to = destinationOf(row, ofAll, asked.kind, divisions())
    if (found.has(person.id)) wrong.push({ rowNo: row.rowNo, name: row.name, fault: 'twice' })
    else if (typeof to === 'string') wrong.push({ rowNo: row.rowNo, name: row.name, fault: to })
    else found.set(person.id, { ...row, to })
  }
  const people = [...found].map(([personId, row]) => ({
    personId, temperature: row.temperature, ...row.to,
    ...Object.fromEntries(Object.entries({ employer: row.employer || employer, emergencyName: row.emergencyName, emergencyPhone: row.emergencyPhone }).filter(([, text]) => text)),
  }))
  const { exitIds, refused } = await applyForMany(ctx, { ...asked, destinationName: destinationName ?? '', channel: 'paper', people })
  const left = refused.flatMap(({ personId, reason }) => { const row = found.get(personId); return row ? [{ rowNo: row.rowNo, name: row.name, reason }] : [] })
  const already = left.flatMap(({ reason, ...row }) => (reason === 'alreadyAsked' ? [row] : []))
  wrong.push(...left.flatMap(({ reason, ...row }) => (reason === 'alreadyAsked' ? [] : [{ ...row, fault: reason }])))
  return { exitIds, already, wrong: wrong.toSorted((a, b) => a.rowNo - b.rowNo) }
}

async function matched(ctx: Ctx, rows: readonly (ListRow | LeftOut)[], wrong: LeftOut[]): Promise<{ row: ListRow; person: { id: string } }[]> {
  wrong.push(...rows.flatMap((row) => ('fault' in row ? [row] : [])))
  const read = rows.flatMap((row) => ('fault' in row ? [] : [{ row, by: indexesOf(ctx, row) }]))
  const indexes = (key: 'documentIndex' | 'phoneIndex') => [...new Set(read.flatMap(({ by }) => by[key] ?? []))]
  const people = await findPeopleByIndexes(ctx, indexes('documentIndex'), indexes('phoneIndex'))
  return read.flatMap(({ row, by }) => {
    const person = personOf(row, by, people)
    if (typeof person !== 'string') return [{ row, person }]
    wrong.push({ rowNo: row.rowNo, name: row.name, fault: person })
    return []
  })
}

async function readRows(ctx: Ctx, ownDestinations: boolean): Promise<(ListRow | LeftOut)[]> {
  const list = await readList(ctx, exitListBook, { needs: 'name', most: MOST_EXITS })
  if (list === 'tooLong') throw refuse(exitsErrors.listTooLong, { most: MOST_EXITS })
  if (list === 'unreadable') throw refuse(exitsErrors.listUnreadable)
  if (list === 'noHeadings') throw refuse(exitsErrors.listHeadings, { headings: [listHeadings.name, listHeadings.documentNo].join('、') })
  if (ownDestinations && !list.fields.includes('destination')) throw refuse(exitsErrors.noDestination)
  return list.rows.map(({ rowNo, cell }) => readListRow(rowNo, cell))
}
