import sql, { empty } from 'sql-template-tag'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Sql } from '../../../kernel/ctx.ts'
import type { BatchKind, Contents, NoticeKind } from '../contract.ts'
import { address, home } from './people.ts'

/** `count` further numbers at once; the row stays locked until the transaction ends, so that none is skipped or given twice. */
export const takeNumbers = async (db: Sql, c: { officeId: string; areaPath: string; kind: NoticeKind | 'communityCertificate'; year: number; count: number }): Promise<number> =>
  (await db.get<{ last: number }>(sql`
    insert into notice_counter as n (office_id, area_path, kind, year, last) values (${c.officeId}, ${c.areaPath}, ${c.kind}, ${c.year}, ${c.count})
    on conflict (office_id, kind, year) do update set last = n.last + excluded.last returning last`)).last

export interface NoticeRow { id: string; kind: NoticeKind; number: string; episodeId: string; issuedOn: Day; issuerName: string | null; codeSealed: string }
export const noticesOf = (db: Sql, kind: NoticeKind, episodeIds: readonly string[]): Promise<NoticeRow[]> => db.rows(sql`
  select id, kind, number, episode_id as "episodeId", issued_on as "issuedOn", issuer_name as "issuerName", code_sealed as "codeSealed"
  from notice where kind = ${kind} and withdrawn_at is null and episode_id = any(${[...episodeIds]}::uuid[])`)

/** Two people issuing for the same episode come one after the other, and the second finds the number of the first. */
export const lockEpisodes = (db: Sql, ids: readonly string[]): Promise<unknown[]> => db.rows(sql`select id from episode where id = any(${[...ids]}::uuid[]) order by id for update`)

export interface NewNotice {
  id: string; officeId: string; areaPath: string; kind: NoticeKind; year: number; no: number; number: string; episodeId: string; personId: string; issuedOn: Day; issuerName: string | null
  codeIndex: string; codeSealed: string
}
export const insertNotices = (db: Sql, all: readonly NewNotice[]): Promise<number> => db.run(sql`
  insert into notice (id, office_id, area_path, kind, year, no, number, episode_id, person_id, issued_on, issuer_name, code_index, code_sealed)
  select * from unnest(${all.map((n) => n.id)}::uuid[], ${all.map((n) => n.officeId)}::uuid[], ${all.map((n) => n.areaPath)}::text[], ${all.map((n) => n.kind)}::text[], ${all.map((n) => n.year)}::int[],
    ${all.map((n) => n.no)}::int[], ${all.map((n) => n.number)}::text[], ${all.map((n) => n.episodeId)}::uuid[], ${all.map((n) => n.personId)}::uuid[], ${all.map((n) => n.issuedOn)}::date[],
    ${all.map((n) => n.issuerName)}::text[], ${all.map((n) => n.codeIndex)}::text[], ${all.map((n) => n.codeSealed)}::text[])`)

export interface NewIssue { id: string; areaPath: string; noticeId: string | null; episodeId: string | null; personId: string; contents: Contents }
export async function insertBatch(db: Sql, b: { id: string; areaPath: string; kind: BatchKind; at: Instant; by: string | null; name: string | null }, all: readonly NewIssue[]): Promise<void> {
  await db.run(sql`insert into document_batch (id, area_path, kind, at, account_id, account_name) values (${b.id}, ${b.areaPath}, ${b.kind}, ${b.at}, ${b.by}, ${b.name})`)
  await db.run(sql`
    insert into document_issue (id, batch_id, position, area_path, notice_id, episode_id, person_id, contents)
    select x.id, ${b.id}::uuid, x.position, x.area_path, x.notice_id, x.episode_id, x.person_id, x.contents
    from unnest(${all.map((i) => i.id)}::uuid[], ${all.map((_, n) => n)}::int[], ${all.map((i) => i.areaPath)}::text[], ${all.map((i) => i.noticeId)}::uuid[], ${all.map((i) => i.episodeId)}::uuid[],
      ${all.map((i) => i.personId)}::uuid[], ${all.map((i) => JSON.stringify(i.contents))}::jsonb[]) as x (id, position, area_path, notice_id, episode_id, person_id, contents)`)
}

export const getBatch = (db: Sql, batchId: string): Promise<{ batchId: string; kind: BatchKind; at: Instant; accountName: string | null; areaPath: string; total: number }> => db.get(sql`
  select b.id as "batchId", b.kind, b.at, b.account_name as "accountName", b.area_path as "areaPath", (select count(*) from document_issue i where i.batch_id = b.id)::int as total
  from document_batch b where b.id = ${batchId}`)

export interface IssueRow { position: number; episodeId: string | null; personId: string; number: string | null; contents: Contents; areaPath: string }
export const issuesOf = (db: Sql, batchId: string, from: number, limit: number): Promise<IssueRow[]> => db.rows(sql`
  select i.position, i.episode_id as "episodeId", i.person_id as "personId", n.number, i.contents, i.area_path as "areaPath"
  from document_issue i left join notice n on n.id = i.notice_id where i.batch_id = ${batchId} and i.position >= ${from} order by i.position limit ${limit}`)

/** A notice of a release that was undone, or of a management that was cancelled, says nothing true any more. */
const valid = (today: Day) => sql`(n.withdrawn_at is null and case n.kind when 'releaseNotice' then e.state = 'released' when 'healthCertificate' then certificate_holds(n, ${today}::date) else e.state <> 'cancelled' end)`

export interface NoticeLine {
  noticeId: string; kind: NoticeKind; number: string; episodeId: string | null; exitId: string | null; personId: string; name: string; address: string; issuedOn: Day; issuerName: string | null; made: number; lastMadeAt: Instant | null
  withdrawnAt: Instant | null; withdrawerName: string | null; withdrawReason: string | null; valid: boolean
}
export const listNotices = (db: Sql, f: { text: string | undefined; kind: NoticeKind | undefined; episodeId: string | undefined; today: Day; after: [Day, string] | undefined; limit: number }): Promise<NoticeLine[]> => db.rows(sql`
  select n.id as "noticeId", n.kind, n.number, n.episode_id as "episodeId", n.exit_id as "exitId", n.person_id as "personId", p.name, ${address} as address, n.issued_on as "issuedOn", n.issuer_name as "issuerName",
    (select count(*) from document_issue i where i.notice_id = n.id)::int as made, (select max(b.at) from document_issue i join document_batch b on b.id = i.batch_id where i.notice_id = n.id) as "lastMadeAt",
    n.withdrawn_at as "withdrawnAt", n.withdrawer_name as "withdrawerName", n.withdraw_reason as "withdrawReason", ${valid(f.today)} as valid
  from notice n left join episode e on e.id = n.episode_id join person p on p.id = n.person_id ${home}
  where true ${f.kind ? sql`and n.kind = ${f.kind}` : empty} ${f.episodeId ? sql`and n.episode_id = ${f.episodeId}` : empty}
    ${f.text ? sql`and (strpos(n.number, ${f.text}) > 0 or p.name = ${f.text})` : empty}
    ${f.after ? sql`and (n.issued_on, n.id) < (${f.after[0]}::date, ${f.after[1]}::uuid)` : empty}
  order by n.issued_on desc, n.id desc limit ${f.limit + 1}`)

export const lockNotice = (db: Sql, noticeId: string): Promise<{ number: string; kind: NoticeKind; areaPath: string; personId: string; episodeId: string | null; withdrawnAt: Instant | null }> => db.get(sql`
  select number, kind, area_path as "areaPath", person_id as "personId", episode_id as "episodeId", withdrawn_at as "withdrawnAt" from notice where id = ${noticeId} for update`)
export const withdraw = (db: Sql, noticeId: string, at: Instant, name: string | null, reason: string): Promise<number> =>
  db.run(sql`update notice set withdrawn_at = ${at}, withdrawer_name = ${name}, withdraw_reason = ${reason} where id = ${noticeId}`)

export const verify = (db: Sql, codeIndex: string, today: Day): Promise<{ number: string; kind: NoticeKind; officeName: string; issuedOn: Day; validTo: Day | null; valid: boolean }> => db.get(sql`
  select n.number, n.kind, o.name as "officeName", n.issued_on as "issuedOn", n.valid_to as "validTo", ${valid(today)} as valid
  from notice n left join episode e on e.id = n.episode_id join area o on o.id = n.office_id where n.code_index = ${codeIndex}`)

/** Certificates that hold a number already, by request. */
export const certificatesOf = (db: Sql, exitIds: readonly string[]): Promise<(Omit<NoticeRow, 'episodeId'> & { exitId: string })[]> => db.rows(sql`
  select id, kind, number, exit_id as "exitId", issued_on as "issuedOn", issuer_name as "issuerName", code_sealed as "codeSealed"
  from notice where exit_id = any(${[...exitIds]}::uuid[]) and withdrawn_at is null`)

export interface NewCertificate extends Omit<NewNotice, 'episodeId'> { exitId: string; validTo: Day; issuedAt: Instant }
export const insertCertificates = (db: Sql, all: readonly NewCertificate[]): Promise<number> => db.run(sql`
  insert into notice (id, office_id, area_path, kind, year, no, number, exit_id, person_id, issued_on, issuer_name, code_index, code_sealed, valid_to, issued_at)
  select * from unnest(${all.map((n) => n.id)}::uuid[], ${all.map((n) => n.officeId)}::uuid[], ${all.map((n) => n.areaPath)}::text[], ${all.map((n) => n.kind)}::text[], ${all.map((n) => n.year)}::int[],
    ${all.map((n) => n.no)}::int[], ${all.map((n) => n.number)}::text[], ${all.map((n) => n.exitId)}::uuid[], ${all.map((n) => n.personId)}::uuid[], ${all.map((n) => n.issuedOn)}::date[],
    ${all.map((n) => n.issuerName)}::text[], ${all.map((n) => n.codeIndex)}::text[], ${all.map((n) => n.codeSealed)}::text[], ${all.map((n) => n.validTo)}::date[], ${all.map((n) => n.issuedAt)}::timestamptz[])`)

export const withdrawCertificates = (db: Sql, exitIds: readonly string[], at: Instant, name: string | null, reason: string): Promise<number> => db.run(sql`
  update notice set withdrawn_at = ${at}, withdrawer_name = ${name}, withdraw_reason = ${reason} where exit_id = any(${[...exitIds]}::uuid[]) and withdrawn_at is null`)
