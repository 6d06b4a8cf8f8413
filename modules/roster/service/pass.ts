import type { Ctx, Runner } from '../../../kernel/ctx.ts'
import { isInstructionRow } from '../rules/headings.ts'
import { PlaceFinder } from '../rules/places.ts'
import { readRow, type IncomingPerson, type RowIssue, type RowReader } from '../rules/row.ts'
import { twiceInFile, type SeenBefore } from '../rules/twice.ts'
import { SeenRows } from '../rules/seen.ts'
import { addCounts, endPass, failBatch, getBatch } from '../store/batches.ts'
import { clearIssues, clearOpenMatches, hasAnswers, insertIssues, insertMatches, markApplied } from '../store/findings.ts'
import { noCounts, type BatchRow, type Counts, type IssueRow } from '../tables.ts'
import { hasOthers, lookOver, refreshStatistics } from '../../people/service/roster.ts'
import { sealIdentity } from '../../people/service.ts'
import { judgeAgainstRegister, type Known } from './judge.ts'
import { addPeople, changePeople, newDoors, placesOf } from './register.ts'
import { isWatermark } from '../../exports/rules.ts'
import { openSheet, type Sheet, type SheetRow } from '../../sheets/service.ts'

/** Rows per transaction: the next one follows from how long the last one took, on whatever machine and engine this runs. */
const CHUNK = { first: 400, least: 100, most: 1500 }
const FIRST_REFRESH = 2000

export type Mode = 'check' | 'run'

interface Chunk {
  people: IncomingPerson[]
  issues: { rowNo: number; issue: RowIssue }[]
  wrongRows: number
  lastRow: number
}
const emptyChunk = (): Chunk => ({ people: [], issues: [], wrongRows: 0, lastRow: 0 })

/** One pass over the file: reads, judges, and (unless it is only a check) carries out, chunk by chunk. */
export async function passOver(runner: Runner, batchId: string, mode: Mode): Promise<void> {
  const { reader, ...prepared } = await runner.tx((ctx) => prepare(ctx, batchId)).catch(async (error: unknown) => {
    await runner.tx((ctx) => failBatch(ctx.sql, batchId, 'fileBroken', ctx.now))
    throw error
  })
  const pass = new Pass(runner, prepared, mode)
  try {
    for await (const rows of prepared.sheet.rows()) await pass.take(rows, reader)
    await pass.finish()
  } catch (error) {
    await pass.settle()
    await runner.tx((ctx) => failBatch(ctx.sql, batchId, mode === 'check' ? 'checkInterrupted' : 'importInterrupted', ctx.now))
    throw error
  }
}

interface Prepared {
  batch: BatchRow
  sheet: Sheet
  known: Known
  vault: Ctx['vault']
}

async function prepare(ctx: Ctx, batchId: string): Promise<Prepared & { reader: RowReader }> {
  const batch = await getBatch(ctx.sql, batchId)
  const { root, places } = await placesOf(ctx, batch.areaId)
  const sheet = await openSheet(ctx.files, batch)
  if (batch.rowReached === 0) {
    await clearIssues(ctx.sql, batchId)
    await clearOpenMatches(ctx.sql, batchId)
  }
  const columns = new Array<RowReader['columns'][number]>()
  for (const column of batch.columns) columns[column.index] = column.field
  return {
    batch, sheet, vault: ctx.vault,
    known: { others: await hasOthers(ctx, batch.areaId, batch.id), answers: await hasAnswers(ctx.sql, batch.id) },
    reader: { columns: Array.from(columns, (c) => c ?? null), places: new PlaceFinder(root, places), today: ctx.today, days1904: sheet.days1904 },
  }
}

class Pass {
  private readonly runner: Runner
  private readonly batch: BatchRow
  private readonly mode: Mode
  private readonly sheet: Sheet
  private readonly known: Known
  /** Numbers are sealed here, while the database is busy with the rows before. */
  readonly vault: Ctx['vault']
  private readonly seen: SeenBefore = { documents: new SeenRows(), likely: new SeenRows() }
  private readonly doors = new SeenRows()
  private chunk = emptyChunk()
  private inFlight: Promise<void> = Promise.resolve()
  private size = CHUNK.first
  private written = 0
  private nextRefresh = FIRST_REFRESH

  constructor(runner: Runner, { batch, sheet, known, vault }: Prepared, mode: Mode) {
    this.runner = runner
    this.batch = batch
    this.mode = mode
    this.sheet = sheet
    this.known = known
    this.vault = vault
  }

  async take(rows: readonly SheetRow[], reader: RowReader): Promise<void> {
    for (const { rowNo, cells } of rows) {
      if (rowNo <= this.batch.headerRow || cells.every((cell) => cell.trim() === '')) continue
      if (isWatermark(cells) || (rowNo === this.batch.headerRow + 1 && isInstructionRow(cells))) continue
      this.judge(rowNo, cells, reader)
      if (this.chunk.people.length + this.chunk.wrongRows >= this.size) await this.hand()
    }
  }

  private judge(rowNo: number, cells: readonly string[], reader: RowReader): void {
    const read = readRow(rowNo, cells, reader)
    const twice = 'person' in read ? twiceInFile(read.person, this.seen) : undefined
    // Settled before an interruption; read again only so that doubles are known.
    if (rowNo <= this.batch.rowReached) return
    const { chunk } = this
    chunk.lastRow = rowNo
    if ('person' in read && twice === undefined) {
      const { person } = read
      if (this.mode === 'run') person.sealed = sealIdentity(this, { documentKind: person.documentKind ?? 'none', documentNo: person.documentNo, phone: person.phone })
      chunk.people.push(person)
      return
    }
    chunk.wrongRows += 1
    for (const issue of 'issues' in read ? read.issues : twice ? [twice] : []) chunk.issues.push({ rowNo, issue })
  }

  /** Gives the chunk to the database and goes on reading meanwhile; at most one is under way. */
  private async hand(): Promise<void> {
    const full = this.chunk
    this.chunk = emptyChunk()
    await this.inFlight
    const progress = this.sheet.progress()
    this.inFlight = this.store(full, progress).then(() => this.refresh(full.people.length))
    // A failure is met at the next await; until then it must not count as unhandled.
    this.inFlight.catch(() => {})
  }

  async finish(): Promise<void> {
    if (this.chunk.lastRow > 0) await this.hand()
    await this.inFlight
    await this.runner.tx(async (ctx) => {
      if (this.mode === 'run' && this.written > 0) await lookOver(ctx)
      await endPass(ctx.sql, this.batch.id, this.mode === 'check' ? 'checked' : 'imported', ctx.now)
    })
  }

  /** A register that has grown fivefold is planned for anew. */
  private async refresh(rows: number): Promise<void> {
    this.written += rows
    if (this.mode !== 'run' || this.written < this.nextRefresh) return
    this.nextRefresh = this.written * 5
    await this.runner.tx(refreshStatistics)
  }

  settle(): Promise<void> {
    return this.inFlight.catch(() => {})
  }

  /** One bad row must not cost its neighbours: what the database refuses is halved until the row is found. */
  private async store(chunk: Chunk, progress: number): Promise<void> {
    try {
      const from = performance.now()
      await this.runner.tx((ctx) => this.carryOut(ctx, chunk, progress))
      const pace = Math.min(1.5, Math.max(0.5, this.runner.patienceMs / (performance.now() - from)))
      this.size = Math.round(Math.min(CHUNK.most, Math.max(CHUNK.least, this.size * pace)))
    } catch (error) {
      if (!isDataError(error) || chunk.people.length === 0) throw error
      const [only] = chunk.people
      if (chunk.people.length === 1 && only) {
        const issue: RowIssue = { field: null, code: 'refusedByRegister', params: { code: (error as { code: string }).code } }
        await this.store({ ...chunk, people: [], issues: [...chunk.issues, { rowNo: only.rowNo, issue }], wrongRows: chunk.wrongRows + 1 }, progress)
        return
      }
      const half = Math.ceil(chunk.people.length / 2)
      const middle = chunk.people[half - 1]?.rowNo ?? chunk.lastRow
      await this.store({
        people: chunk.people.slice(0, half), issues: chunk.issues.filter((i) => i.rowNo <= middle), lastRow: middle,
        wrongRows: new Set(chunk.issues.filter((i) => i.rowNo <= middle).map((i) => i.rowNo)).size,
      }, progress)
      await this.store({
        people: chunk.people.slice(half), issues: chunk.issues.filter((i) => i.rowNo > middle), lastRow: chunk.lastRow,
        wrongRows: new Set(chunk.issues.filter((i) => i.rowNo > middle).map((i) => i.rowNo)).size,
      }, progress)
    }
  }

  private async carryOut(ctx: Ctx, chunk: Chunk, progress: number): Promise<void> {
    const { batch, mode } = this
    const verdicts = await judgeAgainstRegister(ctx, batch, chunk.people, this.known)
    const added = mode === 'run' ? await addPeople(ctx, batch, verdicts.add, verdicts.apart) : await this.wouldAdd(ctx, verdicts.add)
    const changed = await changePeople(ctx, batch, verdicts.change, mode === 'check')
    await insertMatches(ctx.sql, { batchId: batch.id, areaPath: batch.areaPath }, verdicts.ask)
    if (mode === 'run' && verdicts.answered.length > 0) await markApplied(ctx.sql, batch.id, verdicts.answered, ctx.now)
    await insertIssues(ctx.sql, { batchId: batch.id, areaPath: batch.areaPath }, chunk.issues.map((i) => this.issueRow(ctx, i)))
    const counts: Counts = {
      ...noCounts,
      rowsDone: chunk.people.length + chunk.wrongRows,
      personsAdded: verdicts.add.length, householdsAdded: added.households + changed.households,
      personsChanged: changed.changed, personsUnchanged: changed.unchanged,
      rowsWrong: chunk.wrongRows, rowsInQuestion: verdicts.ask.length, rowsSkipped: verdicts.skipped,
    }
    await addCounts(ctx.sql, batch.id, counts, { progress, rowReached: mode === 'run' ? chunk.lastRow : 0 })
  }

  private async wouldAdd(ctx: Ctx, rows: readonly IncomingPerson[]): Promise<{ households: number }> {
    const fresh = (await newDoors(ctx, this.batch, rows)).filter(({ key, rowNo }) => this.doors.claim(key, rowNo) === undefined)
    return { households: fresh.length }
  }

  private issueRow(ctx: Ctx, { rowNo, issue }: Chunk['issues'][number]): IssueRow {
    const column = this.batch.columns.find((c) => c.field === issue.field)
    return { id: ctx.newId(), rowNo, columnIndex: column?.index ?? null, ...issue }
  }
}

/** Classes 22 (data) and 23 (constraint): the row's fault, not the connection's. */
const isDataError = (error: unknown): boolean => /^2[23]/.test((error as { code?: string }).code ?? '')
