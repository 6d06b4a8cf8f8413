import sql, { empty } from 'sql-template-tag'
import type { Instant } from '../../kernel/dates.ts'
import type { Scope, Sql } from '../../kernel/ctx.ts'
import type { PolicyAttachment, PolicyDocument, PolicyEdition } from './contract.ts'

const columns = sql`p.id, p.series, p.edition, p.state, p.order_no as "orderNo", p.issuer,
  json_build_object('zh', p.title_zh, 'en', p.title_en) as title, p.scope_area_id as "scopeAreaId", p.scope_path as "scopePath",
  p.in_force_from as "inForceFrom", p.in_force_to as "inForceTo", p.published_at as "publishedAt",
  p.published_by_name as "publishedByName", p.document, coalesce(a.name, '') as "scopeName"`
const from = sql`from policy p left join lateral (select name from area_above(p.scope_path) where area_path = p.scope_path) a on true`

export type PolicyRow = PolicyEdition & { scopeName: string }

/** Editions that hold for an area or stand below it; drafts only inside the caller's own territory. */
export const listEditions = (db: Sql, scope: Scope, ownPath: string, state: string | undefined): Promise<PolicyRow[]> =>
  db.rows<PolicyRow>(sql`select ${columns} ${from}
    where (starts_with(${ownPath}, p.scope_path) or (p.scope_path >= ${scope.lo} and p.scope_path < ${scope.hi}))
      and (p.state <> 'draft' or (p.scope_path >= ${scope.lo} and p.scope_path < ${scope.hi}))
      ${state === undefined ? empty : sql`and p.state = ${state}`}
    order by p.state, p.in_force_from desc`)

export const getEdition = (db: Sql, policyId: string): Promise<PolicyRow> =>
  db.get<PolicyRow>(sql`select ${columns} ${from} where p.id = ${policyId}`)

/** All published editions whose scope is the area or above it. */
export const candidatesFor = (db: Sql, areaPath: string): Promise<PolicyRow[]> =>
  db.rows<PolicyRow>(sql`select ${columns} ${from} where p.state <> 'draft' and starts_with(${areaPath}, p.scope_path)`)

export interface Draft {
  orderNo: string
  issuer: string
  title: { zh: string; en: string }
  scopeAreaId: string
  scopePath: string
  inForceFrom: Instant
  inForceTo: Instant | null
  document: PolicyDocument
}

export const insertDraft = (db: Sql, id: string, series: string, d: Draft, at: Instant, by: string | null): Promise<number> =>
  db.run(sql`insert into policy (id, series, edition, state, scope_area_id, scope_path, order_no, issuer, title_zh, title_en,
      in_force_from, in_force_to, document, created_at, created_by)
    values (${id}, ${series}, (select coalesce(max(edition), 0) + 1 from policy where series = ${series}), 'draft', ${d.scopeAreaId},
      ${d.scopePath}, ${d.orderNo}, ${d.issuer}, ${d.title.zh}, ${d.title.en}, ${d.inForceFrom}, ${d.inForceTo},
      ${JSON.stringify(d.document)}::jsonb, ${at}, ${by})`)

export const updateDraft = (db: Sql, id: string, d: Draft): Promise<number> =>
  db.run(sql`update policy set scope_area_id = ${d.scopeAreaId}, scope_path = ${d.scopePath}, order_no = ${d.orderNo}, issuer = ${d.issuer},
      title_zh = ${d.title.zh}, title_en = ${d.title.en}, in_force_from = ${d.inForceFrom}, in_force_to = ${d.inForceTo},
      document = ${JSON.stringify(d.document)}::jsonb where id = ${id} and state = 'draft'`)

export const deleteDraft = (db: Sql, id: string): Promise<number> => db.run(sql`delete from policy where id = ${id} and state = 'draft'`)

export const markPublished = (db: Sql, id: string, at: Instant, by: string | null, name: string): Promise<number> =>
  db.run(sql`update policy set state = 'published', published_at = ${at}, published_by = ${by}, published_by_name = ${name} where id = ${id}`)

/** The former edition of the series at the same scope ends when the new one begins. */
export const supersedeFormer = (db: Sql, next: PolicyRow): Promise<{ id: string } | undefined> =>
  db.find<{ id: string }>(sql`update policy set state = 'superseded', superseded_by = ${next.id},
      in_force_to = least(coalesce(in_force_to, ${next.inForceFrom}), ${next.inForceFrom})
    where series = ${next.series} and scope_path = ${next.scopePath} and state = 'published' and id <> ${next.id} returning id`)

/** Another order of the same office and number that was published already: two orders with one number cannot be told apart. */
export const sameNumber = (db: Sql, draft: PolicyRow): Promise<{ title: string } | undefined> =>
  db.find(sql`select title_zh as title from policy where state <> 'draft' and order_no = ${draft.orderNo} and issuer = ${draft.issuer}
    and scope_path = ${draft.scopePath} and id <> ${draft.id} limit 1`)

const attachmentColumns = sql`id, filename, content_type as "contentType", bytes, added_at as "addedAt", added_by_name as "addedByName"`

export const listAttachments = (db: Sql, policyId: string): Promise<PolicyAttachment[]> =>
  db.rows<PolicyAttachment>(sql`select ${attachmentColumns} from policy_attachment where policy_id = ${policyId} order by added_at, id`)

export const getAttachment = (db: Sql, policyId: string, id: string): Promise<PolicyAttachment & { fileId: string }> =>
  db.get(sql`select ${attachmentColumns}, file_id as "fileId" from policy_attachment where policy_id = ${policyId} and id = ${id}`)

export const insertAttachment = (db: Sql, policyId: string, fileId: string, a: PolicyAttachment, by: string | null): Promise<number> =>
  db.run(sql`insert into policy_attachment (id, policy_id, file_id, filename, content_type, bytes, added_at, added_by, added_by_name)
    values (${a.id}, ${policyId}, ${fileId}, ${a.filename}, ${a.contentType}, ${a.bytes}, ${a.addedAt}, ${by}, ${a.addedByName})`)

export const deleteAttachment = (db: Sql, id: string): Promise<number> => db.run(sql`delete from policy_attachment where id = ${id}`)
