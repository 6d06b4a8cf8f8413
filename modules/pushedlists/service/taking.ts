import { scopeOf, type Ctx, type Runner } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import { addressKey, type Door } from '../../people/rules.ts'
import { findPeopleByIndex } from '../../people/service.ts'
import { placeOf } from '../../people/service/place.ts'
import type { Place } from '../../roster/rules/places.ts'
import { placesOf } from '../../roster/service/register.ts'
import { papersOf, takeReport, type Papers } from '../../screening/service/intake.ts'
import { isInstructionRow } from '../../sheets/rules.ts'
import { openSheet, type SheetRow } from '../../sheets/service.ts'
import { readDivision } from '../../territory/divisions.ts'
import { communityOf, divisions } from '../../territory/service.ts'
import { placeOfRow, readPushedRow, type ReadRow } from '../rules.ts'
import { atTheDoor, getListRow, insertRow, lockList, setListState, setReached } from '../store.ts'
import type { ListRow } from '../tables.ts'

/** Rows per transaction: each is a record of its own with all that hangs on it. */
const CHUNK = 25

/** Takes the rows of a list in, from where it broke off; what cannot be read stays as a row with its reason. */
export async function takeList(runner: Runner, listId: string): Promise<void> {
  const { list, ground, sheet, today } = await runner.tx(async (ctx) => {
    const row = await getListRow(ctx.sql, listId)
    return { list: row, ground: await placesOf(ctx, row.areaId), sheet: await openSheet(ctx.files, row), today: ctx.today }
  })
  const fields: (ListRow['columns'][number]['field'])[] = []
  for (const column of list.columns) fields[column.index] = column.field
  const read = (row: SheetRow) => readPushedRow(row.cells, Array.from(fields, (field) => field ?? null), today, sheet.days1904)
  let waiting: SheetRow[] = []
  const take = async () => {
    const [rows, last] = [waiting, waiting.at(-1)]
    waiting = []
    if (!last) return
    await runner.tx(async (ctx) => {
      for (const row of rows) await takeRow(ctx, list, ground, row.rowNo, read(row))
      await setReached(ctx.sql, list.id, last.rowNo)
    })
  }
  for await (const rows of sheet.rows()) {
    for (const row of rows) {
      if (row.rowNo <= Math.max(list.headerRow, list.rowReached) || row.cells.every((cell) => cell.trim() === '')) continue
      if (row.rowNo === list.headerRow + 1 && isInstructionRow(row.cells)) continue
      waiting.push(row)
      if (waiting.length >= CHUNK) await take()
    }
  }
  await take()
  await runner.tx((ctx) => setListState(ctx.sql, list.id, 'open'))
}

/** 没有读完: what was taken stands; opened again it goes on from there. */
export async function giveUpList(ctx: Ctx, listId: string): Promise<void> {
  if ((await lockList(ctx.sql, listId)).state === 'taking') await setListState(ctx.sql, listId, 'failed')
}

/** The area that brought the list in, and everything below it. */
interface Ground { root: Place; places: readonly Place[] }

async function takeRow(ctx: Ctx, list: ListRow, ground: Ground, rowNo: number, row: ReadRow): Promise<void> {
  const papers = papersOf(ctx, { name: row.name, ...(row.sex === '1' || row.sex === '2' ? { sex: row.sex } : {}), documentKind: row.documentNo === '' ? 'none' : row.documentKind, documentNo: row.documentNo, phone: row.phone, building: '', unit: '', room: '' })
  const at = row.issue === null ? await whereIs(ctx, list, ground, row, papers) : undefined
  const common = {
    id: ctx.newId(), listId: list.id, rowNo, listTitle: list.title, listSource: list.source ?? 'other' as const, issuedAt: list.issuedAt ?? ctx.now, deadlineAt: list.deadlineAt ?? ctx.now,
    ...papers, issue: row.issue, address: [row.community, row.address].filter(Boolean).join(' '), subject: [row.subject, row.origin].filter(Boolean).join(' '),
  }
  if (!at) {
    const communityId = (await communityOf(ctx, list.areaPath)).id
    await insertRow(ctx.sql, { ...common, areaId: list.areaId, areaPath: list.areaPath, communityId, state: row.issue === null ? 'unassigned' : 'wrong', personId: null, screeningId: null, reportId: null })
    return
  }
  const taken = await reportOf(ctx, list, { ...at, papers: { ...papers, ...at.door }, row })
  await insertRow(ctx.sql, { ...common, areaId: at.areaId, areaPath: at.areaPath, communityId: (await communityOf(ctx, at.areaPath)).id, state: 'waiting', ...taken, personId: at.person?.personId ?? taken.personId })
}

interface Where { areaId: string; areaPath: string; person: { personId: string; householdId: string | null } | undefined; door: Door }

/** Where a row belongs: at the door of whoever it names, by number, by telephone and name, by door and name; else by what its cells say. */
async function whereIs(ctx: Ctx, list: ListRow, ground: Ground, row: ReadRow, papers: Papers): Promise<Where | undefined> {
  const noDoor: Door = { building: '', unit: '', room: '' }
  // The job sees the whole land; the office that brought the list in sees its own.
  const people = (await findPeopleByIndex(ctx, papers)).filter((p) => p.areaPath.startsWith(list.areaPath))
  const known = people.find((p) => papers.documentIndex !== null && !papers.documentWrong && p.documentIndex === papers.documentIndex) ?? only(people.filter((p) => p.phoneIndex !== null && p.phoneIndex === papers.phoneIndex && p.name === row.name))
  if (known) return { areaId: known.areaId, areaPath: known.areaPath, person: { personId: known.id, householdId: known.householdId }, door: noDoor }
  const named = placeOfRow(ground.places, row) ?? own(ground.root)
  if (!named) return undefined
  const neighbour = named.door.room === '' || row.name === '' ? undefined : await atTheDoor(ctx.sql, scopeOf(named.place.path), addressKey(named.door), row.name)
  if (neighbour && papers.documentIndex === null) return { areaId: neighbour.areaId, areaPath: neighbour.areaPath, person: { personId: neighbour.id, householdId: neighbour.householdId }, door: named.door }
  const { areaId, areaPath } = await placeOf(ctx, named.place.id, named.door)
  return { areaId, areaPath, person: undefined, door: named.door }
}

const only = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined)

/** A list a community brings in itself is its own, whatever the cells say. */
const own = (root: Place): { place: Place; door: Door } | undefined => (ABOVE.includes(root.level) ? undefined : { place: root, door: { building: '', unit: '', room: '' } })
const ABOVE = ['city', 'district', 'subdistrict']

interface ToReport { areaId: string; areaPath: string; person: Where['person']; papers: Papers; row: Pick<ReadRow, 'subject' | 'origin' | 'arrivedOn'> }

/** The row as a screening with its channel: joined to what there is of the person already. */
export async function reportOf(ctx: Ctx, list: Pick<ListRow, 'title' | 'issuer' | 'issuedAt' | 'deadlineAt'>, { row, ...at }: ToReport): Promise<{ screeningId: string; reportId: string; personId: string | null }> {
  const named = readDivision(divisions(), row.origin)
  const division = named === 'unclear' ? undefined : named
  const taken = await takeReport(ctx, {
    ...at, channel: 'pushedList', reportedAt: ctx.now,
    journey: {
      origin: division ? division.code.padEnd(6, '0') : 'unknown', originName: (division?.fullName ?? row.origin) || '未说明', arrivedOn: row.arrivedOn ?? dayOf(list.issuedAt ?? ctx.now),
      ...(row.subject === '' ? {} : { purposeNote: row.subject.slice(0, 120) }),
    },
    health: { contact: 'none', contactAsked: false, symptoms: [], symptomsAsked: false },
    extra: { reporterName: list.issuer ?? list.title, dayTold: row.arrivedOn !== null, verifyBy: list.deadlineAt },
  })
  return { screeningId: taken.first.id, reportId: taken.row.id, personId: taken.first.personId }
}
