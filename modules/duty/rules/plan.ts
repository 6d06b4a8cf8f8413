import type { Day } from '../../../kernel/dates.ts'
import type { NamedRow } from '../contract/list.ts'
import type { DutyRole } from '../contract/views.ts'
import { answererAt } from '../rules.ts'
import { listHeadings, type ListIssue } from './list.ts'

/** Who has a duty now. */
export interface Holder { assignmentId: string; areaId: string; dutyRole: DutyRole; accountId: string | null; name: string }

/** 补上空缺 / 接替 / 增加一人 / 已在岗 */
export type PlannedKind = 'fills' | 'takesOver' | 'adds' | 'same'
export interface Planned { row: NamedRow; kind: PlannedKind; former: Holder | null }

const keyOf = (one: { areaId: string; dutyRole: DutyRole }) => `${one.areaId} ${one.dutyRole}`
const isSame = (row: NamedRow, holder: Holder) => (row.accountId === null || holder.accountId === null ? row.name === holder.name : row.accountId === holder.accountId)
const wrong = (row: NamedRow, field: keyof typeof listHeadings, cell: string, code: string, params: ListIssue['params'] = {}): ListIssue => ({ rowNo: row.rowNo, heading: listHeadings[field], cell, code, params })

/**
 * What a list means for who is there now. Whoever is listed and there stays. In a duty of the chain (三级挂联) one comes for one who is not listed
 * any more; where it is not clear for whom, the row is asked back instead of guessed. Teams and leaders are several by nature: they are added to.
 */
export function planList(rows: readonly NamedRow[], holders: readonly Holder[], today: Day): { planned: Planned[]; issues: ListIssue[] } {
  const planned: Planned[] = []
  const issues: ListIssue[] = []
  const seen = new Set<string>()
  const taken = new Set<string>()
  for (const row of rows) {
    const key = `${keyOf(row)} ${row.accountId ?? row.name}`
    const decided = seen.has(key) ? wrong(row, 'name', row.name, 'twice') : decide(row, rows, holders, taken, today)
    seen.add(key)
    if ('code' in decided) issues.push(decided)
    else {
      if (decided.former) taken.add(decided.former.assignmentId)
      planned.push(decided)
    }
  }
  return { planned, issues }
}

function decide(row: NamedRow, rows: readonly NamedRow[], holders: readonly Holder[], taken: ReadonlySet<string>, today: Day): Planned | ListIssue {
  const here = holders.filter((holder) => keyOf(holder) === keyOf(row))
  if (here.some((holder) => isSame(row, holder))) return { row, kind: 'same', former: null }
  const together = rows.filter((other) => keyOf(other) === keyOf(row))
  const leaving = here.filter((holder) => !together.some((other) => isSame(other, holder)) && !taken.has(holder.assignmentId))
  const chain = answererAt[row.level] === row.dutyRole
  if (row.former !== '') {
    const former = leaving.find(({ name }) => name === row.former)
    return former ? takesOver(row, former, today) : wrong(row, 'former', row.former, 'formerUnknown', { names: here.map(({ name }) => name).join('、') })
  }
  const [first] = leaving
  if (!chain || !first) return { row, kind: chain && here.length === 0 && together[0] === row ? 'fills' : 'adds', former: null }
  if (leaving.length > 1) return wrong(row, 'former', '', 'severalThere', { names: leaving.map(({ name }) => name).join('、') })
  return takesOver(row, first, today)
}

/** The former stays until the day: to end a duty today for somebody who comes later would leave a gap. */
const takesOver = (row: NamedRow, former: Holder, today: Day): Planned | ListIssue =>
  (row.startsOn !== null && row.startsOn > today ? wrong(row, 'startsOn', row.startsOn, 'startsLater', { name: former.name }) : { row, kind: 'takesOver', former })
