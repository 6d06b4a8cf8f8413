import sql from 'sql-template-tag'
import type { Instant } from '../../../kernel/dates.ts'
import type { Sql } from '../../../kernel/ctx.ts'
import type { TemplateKind } from '../contract.ts'

export interface InForceRow { id: string; officeId: string; officeName: string; version: number; filename: string; content: string; uploadedAt: Instant; uploaderName: string | null }
/** Of the office or the nearest above it that has one. */
export const templateInForce = (db: Sql, areaPath: string, kind: TemplateKind): Promise<InForceRow | undefined> => db.find(sql`
  select id, office_id as "officeId", office_name as "officeName", version, filename, content, uploaded_at as "uploadedAt", uploader_name as "uploaderName" from template_in_force(${areaPath}, ${kind})`)

export interface VersionRow { templateId: string; version: number; filename: string; bytes: number; inForce: boolean; uploadedAt: Instant; uploaderName: string | null }
export const listVersions = (db: Sql, officeId: string, kind: TemplateKind): Promise<VersionRow[]> => db.rows(sql`
  select id as "templateId", version, filename, bytes, in_force as "inForce", uploaded_at as "uploadedAt", uploader_name as "uploaderName"
  from document_template where office_id = ${officeId} and kind = ${kind} order by version desc`)

export const getTemplate = (db: Sql, templateId: string, kind: TemplateKind): Promise<{ id: string; officeId: string; filename: string; content: string }> => db.get(sql`
  select id, office_id as "officeId", filename, content from document_template where id = ${templateId} and kind = ${kind}`)

export interface NewTemplate { id: string; officeId: string; areaPath: string; kind: TemplateKind; filename: string; content: string; bytes: number; at: Instant; by: string | null; name: string | null }
export const insertTemplate = (db: Sql, t: NewTemplate): Promise<number> => db.run(sql`
  insert into document_template (id, office_id, area_path, kind, version, filename, content, bytes, uploaded_at, uploaded_by, uploader_name)
  select ${t.id}, ${t.officeId}, ${t.areaPath}, ${t.kind}, coalesce(max(version), 0) + 1, ${t.filename}, ${t.content}, ${t.bytes}, ${t.at}::timestamptz, ${t.by}::uuid, ${t.name}
  from document_template where office_id = ${t.officeId} and kind = ${t.kind}`)

/** At most one of an office is in force; none means what is inherited. */
export async function putInForce(db: Sql, officeId: string, kind: TemplateKind, templateId: string | null): Promise<void> {
  await db.run(sql`update document_template set in_force = false where office_id = ${officeId} and kind = ${kind} and in_force`)
  if (templateId) await db.run(sql`update document_template set in_force = true where id = ${templateId}`)
}
