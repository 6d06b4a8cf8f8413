import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { IssueRow, MatchRow } from '../tables.ts'

interface Owner {
  batchId: string
  areaPath: string
}

export async function insertIssues(sql_: Sql, owner: Owner, issues: readonly IssueRow[]): Promise<void> {
  if (issues.length === 0) return
  await sql_.run(sql`
    insert into import_issue (id, batch_id, area_path, row_no, column_index, field, code, params)
    select i, ${owner.batchId}, ${owner.areaPath}, r, c, f, k, p
    from unnest(${issues.map((x) => x.id)}::uuid[], ${issues.map((x) => x.rowNo)}::int[], ${issues.map((x) => x.columnIndex)}::int[],
      ${issues.map((x) => x.field)}::text[], ${issues.map((x) => x.code)}::text[],
      ${issues.map((x) => JSON.stringify(x.params))}::jsonb[]) as t (i, r, c, f, k, p)`)
}

export const clearIssues = (sql_: Sql, batchId: string): Promise<number> =>
  sql_.run(sql`delete from import_issue where batch_id = ${batchId}`)

/** Questions nobody has answered; answers stay for the next pass. */
export const clearOpenMatches = (sql_: Sql, batchId: string): Promise<number> =>
  sql_.run(sql`delete from import_match where batch_id = ${batchId} and answer is null`)

export function listIssues(sql_: Sql, batchId: string, after: [number, string] | undefined, limit: number): Promise<IssueRow[]> {
  const from = after ? sql`and (row_no, id) > (${after[0]}::int, ${after[1]}::uuid)` : sql``
  return sql_.rows(sql`
    select id, row_no as "rowNo", column_index as "columnIndex", field, code, params
    from import_issue where batch_id = ${batchId} ${from} order by row_no, id limit ${limit + 1}`)
}

/** All issues of a batch in order, a thousand at a time. */
export async function* issuesFrom(sql_: Sql, batchId: string): AsyncGenerator<IssueRow, undefined> {
  let after: [number, string] | undefined
  for (;;) {
    const page = (await listIssues(sql_, batchId, after, 1000)).slice(0, 1000)
    yield* page
    const last = page.at(-1)
    if (page.length < 1000 || !last) return undefined
    after = [last.rowNo, last.id]
  }
}

export async function insertMatches(
  sql_: Sql, owner: Owner, matches: readonly Omit<MatchRow, 'answer' | 'appliedAt'>[],
): Promise<void> {
  if (matches.length === 0) return
  await sql_.run(sql`
    insert into import_match (id, batch_id, area_path, row_no, person_id, score, reasons, incoming_sealed, incoming)
    select i, ${owner.batchId}, ${owner.areaPath}, r, p, s, string_to_array(w, ','), z, j
    from unnest(${matches.map((m) => m.id)}::uuid[], ${matches.map((m) => m.rowNo)}::int[], ${matches.map((m) => m.personId)}::uuid[],
      ${matches.map((m) => m.score)}::int[], ${matches.map((m) => m.reasons.join(','))}::text[],
      ${matches.map((m) => m.incomingSealed)}::text[], ${matches.map((m) => JSON.stringify(m.incoming))}::jsonb[])
      as t (i, r, p, s, w, z, j)
    on conflict (batch_id, row_no) do nothing`)
}

const matchColumns = sql`id, row_no as "rowNo", person_id as "personId", score, reasons, incoming_sealed as "incomingSealed",
  incoming, answer, applied_at as "appliedAt"`

export function listMatches(
  sql_: Sql, batchId: string, filter: { open: boolean; after: number | undefined; limit: number },
): Promise<MatchRow[]> {
  return sql_.rows(sql`
    select ${matchColumns} from import_match
    where batch_id = ${batchId} and (not ${filter.open}::boolean or answer is null) and row_no > ${filter.after ?? 0}
    order by row_no limit ${filter.limit + 1}`)
}

export const matchesById = (sql_: Sql, batchId: string, ids: readonly string[]): Promise<MatchRow[]> =>
  sql_.rows(sql`select ${matchColumns} from import_match where batch_id = ${batchId} and id = any(${[...ids]}::uuid[]) for update`)

export const hasAnswers = async (sql_: Sql, batchId: string): Promise<boolean> =>
  (await sql_.get<{ there: boolean }>(sql`select exists (select from import_match where batch_id = ${batchId} and answer is not null) as there`)).there

/** Answers given before, by row; the same question must still be asked about the same person. */
export const answersOf = (sql_: Sql, batchId: string, rowNos: readonly number[]): Promise<MatchRow[]> =>
  sql_.rows(sql`
    select ${matchColumns} from import_match
    where batch_id = ${batchId} and answer is not null and row_no = any(${[...rowNos]}::int[])`)

export const answerMatches = (
  sql_: Sql, batchId: string, answers: readonly { matchId: string; answer: string }[], by: { accountId: string | null; at: string },
): Promise<number> =>
  sql_.run(sql`
    update import_match m set answer = t.a, answered_by = ${by.accountId}::uuid, answered_at = ${by.at}
    from unnest(${answers.map((x) => x.matchId)}::uuid[], ${answers.map((x) => x.answer)}::text[]) as t (i, a)
    where m.batch_id = ${batchId} and m.id = t.i and m.applied_at is null`)

export const markApplied = (sql_: Sql, batchId: string, rowNos: readonly number[], at: string): Promise<number> =>
  sql_.run(sql`update import_match set applied_at = ${at} where batch_id = ${batchId} and row_no = any(${[...rowNos]}::int[])`)

export const unapplyMatches = (sql_: Sql, batchId: string): Promise<number> =>
  sql_.run(sql`update import_match set applied_at = null where batch_id = ${batchId}`)

export interface ChangeRow {
  id: string
  personId: string
  rowNo: number
  before: Record<string, unknown>
  versionAfter: number
}

export async function insertChanges(sql_: Sql, owner: Owner, changes: readonly ChangeRow[]): Promise<void> {
  if (changes.length === 0) return
  await sql_.run(sql`
    insert into import_change (id, batch_id, area_path, person_id, row_no, before, version_after)
    select i, ${owner.batchId}, ${owner.areaPath}, p, r, b, v
    from unnest(${changes.map((c) => c.id)}::uuid[], ${changes.map((c) => c.personId)}::uuid[], ${changes.map((c) => c.rowNo)}::int[],
      ${changes.map((c) => JSON.stringify(c.before))}::jsonb[], ${changes.map((c) => c.versionAfter)}::int[]) as t (i, p, r, b, v)`)
}

export const listChanges = (sql_: Sql, batchId: string, limit: number): Promise<ChangeRow[]> =>
  sql_.rows(sql`
    select id, person_id as "personId", row_no as "rowNo", before, version_after as "versionAfter"
    from import_change where batch_id = ${batchId} order by id desc limit ${limit}`)

export const removeChanges = (sql_: Sql, ids: readonly string[]): Promise<number> =>
  sql_.run(sql`delete from import_change where id = any(${[...ids]}::uuid[])`)
