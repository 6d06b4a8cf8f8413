import { newCommandId } from '../../../ui/client.ts'
import type { OutputOf } from '../../../kernel/endpoint.ts'
import type { CheckSheet, PasteField, PasteRow, quarantineApi, Said } from '../../../modules/quarantine/contract.ts'
import { indexOf, judgeRows, readPasted, toRows, type Judged, type Pasted } from '../../../modules/quarantine/rules/paste.ts'

type PasteAnswer = OutputOf<typeof quarantineApi.pasteChecks>

/** A row of the grid; `refused`: what the server said about it, until somebody touches it. */
export interface Line extends PasteRow {
  unused: Record<string, string>
  refused?: Said[]
}
/** What keeps itself: the rows, columns nobody took for anything, and the last rows recorded, so that they can be taken back. */
export interface Draft { lines: Line[]; unused: Pasted['unused']; last: Line[] }
export const nothing: Draft = { lines: [], unused: [], last: [] }

/** Cells that say who it is: touched, a choice made before no longer holds. */
const IDENTITY: readonly PasteField[] = ['name', 'document', 'phone', 'room']

export function takeIn(draft: Draft, text: string, people: CheckSheet['people']): Draft {
  const { rows, unused } = toRows(readPasted(text), people)
  const before = Math.max(0, ...draft.lines.map(({ line }) => line))
  const lines = rows.map((row): Line => ({ ...row, rowId: newCommandId(), line: row.line + before }))
  return { ...draft, lines: [...draft.lines, ...lines], unused: [...draft.unused, ...unused.filter(({ key }) => !draft.unused.some((one) => one.key === key))] }
}

const change = (draft: Draft, rowId: string, to: (line: Line) => Line): Draft => ({ ...draft, lines: draft.lines.map((line) => (line.rowId === rowId ? to(line) : line)) })

export const edit = (draft: Draft, rowId: string, field: PasteField, text: string): Draft => change(draft, rowId, ({ refused: _said, keep: _keep, episodeId, ...line }) => ({
  ...line, cells: { ...line.cells, [field]: text }, ...(episodeId !== undefined && !IDENTITY.includes(field) ? { episodeId } : {}),
}))
export const choose = (draft: Draft, rowId: string, episodeId: string): Draft => change(draft, rowId, ({ refused: _said, ...line }) => ({ ...line, episodeId }))
export const keep = (draft: Draft, rowId: string, wanted: boolean): Draft => change(draft, rowId, ({ refused: _said, ...line }) => ({ ...line, keep: wanted }))
export const drop = (draft: Draft, rowId: string): Draft => ({ ...draft, lines: draft.lines.filter((line) => line.rowId !== rowId) })

/** A block of cells pasted at one cell fills those below and to the right of it; the grid does not grow by it. */
export function fill(draft: Draft, rowId: string, field: PasteField, shown: readonly PasteField[], order: readonly string[], text: string): Draft {
  const block = readPasted(text)
  const [top, left] = [order.indexOf(rowId), shown.indexOf(field)]
  return block.reduce((all, cells, down) => cells.reduce((some, cell, right) => {
    const [row, column] = [order[top + down], shown[left + right]]
    return row === undefined || column === undefined ? some : edit(some, row, column, cell)
  }, all), draft)
}

/** A column nobody knew becomes one of ours; what stands in a cell already stays. */
export const assign = (draft: Draft, key: string, field: PasteField): Draft => ({
  ...draft, unused: draft.unused.filter((one) => one.key !== key),
  lines: draft.lines.map((line) => (line.unused[key] === undefined || line.cells[field] ? line : { ...line, cells: { ...line.cells, [field]: line.unused[key] } })),
})

/** Every row judged; what the server has said about one stands before our own opinion. */
export function judgeLines(lines: readonly Line[], sheet: CheckSheet, now: string): Judged[] {
  return judgeRows(lines, indexOf(sheet.people), sheet.rules, now).map((judged, i) => {
    const refused = lines[i]?.refused
    return refused ? { ...judged, state: 'wrong', says: refused } : judged
  })
}

/** Of two rows judged, whether the grid shows the same. */
export const sameJudged = (a: Judged, b: Judged): boolean =>
  a.state === b.state && a.may === b.may && a.person?.episodeId === b.person?.episodeId && JSON.stringify([a.says, a.offered.map((p) => p.episodeId)]) === JSON.stringify([b.says, b.offered.map((p) => p.episodeId)])

/** After a part was sent: what is recorded leaves the grid, what was refused says why. */
export function settle(draft: Draft, answer: PasteAnswer, saved: Line[]): Draft {
  const gone = new Set([...answer.saved, ...answer.known].map(({ rowId }) => rowId))
  const refused = new Map(answer.refused.map((one) => [one.rowId, one.says]))
  return {
    ...draft, last: saved,
    lines: draft.lines.filter(({ rowId }) => !gone.has(rowId)).map((line) => { const says = refused.get(line.rowId); return says ? { ...line, refused: says } : line }),
  }
}
