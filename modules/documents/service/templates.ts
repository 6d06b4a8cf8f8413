import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { FileReply, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { repacked, type Repacked } from '../../sheets/service.ts'
import { templateKinds, type documentsApi, type Paper, type TemplateKind, type TemplateProblem } from '../contract.ts'
import { kinds } from '../data.ts'
import { listed, sampleContents } from '../rules.ts'
import * as store from '../store.ts'
import { zh } from '../words.zh.ts'
import { checkDocx, fillDocx, paperOfDocx } from './docx.ts'
import { checkXlsx, fillXlsx, paperOfXlsx } from './xlsx.ts'

type Input<K extends keyof typeof documentsApi> = ParsedInputOf<(typeof documentsApi)[K]>

const shippedDir = (): string => (existsSync('modules/documents/templates') ? 'modules/documents/templates' : join(import.meta.dirname, '../../modules/documents/templates'))
const shipped = (kind: TemplateKind): Buffer => readFileSync(join(shippedDir(), `${kind}.${kinds[kind].format}`))

export const contentTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const

/** The office whose templates a caller works with. */
function officeOf(ctx: Ctx): { officeId: string; areaPath: string } {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notFound)
  return { officeId: ctx.actor.areaId, areaPath: ctx.actor.areaPath }
}

/** The file in force for an area: own, of the nearest office above, or the one that comes with the program. */
export async function templateFor(ctx: Ctx, areaPath: string, kind: TemplateKind): Promise<Buffer> {
  const row = await store.templateInForce(ctx.sql, areaPath, kind)
  return row ? Buffer.from(row.content, 'base64') : shipped(kind)
}

async function inForce(ctx: Ctx, kind: TemplateKind) {
  const { officeId, areaPath } = officeOf(ctx)
  const { format } = kinds[kind]
  const row = await store.templateInForce(ctx.sql, areaPath, kind)
  const versions = (await store.listVersions(ctx.sql, officeId, kind)).length
  if (!row) return { kind, format, origin: 'shipped' as const, templateId: null, version: null, filename: `${zh.kinds[kind]}.${format}`, officeName: null, uploadedAt: null, uploaderName: null, versions }
  const origin = row.officeId === officeId ? ('own' as const) : ('inherited' as const)
  return { kind, format, origin, templateId: origin === 'own' ? row.id : null, version: row.version, filename: row.filename, officeName: row.officeName, uploadedAt: row.uploadedAt, uploaderName: row.uploaderName, versions }
}

/** The version asked for, or the one in force. */
async function fileOf(ctx: Ctx, { kind, templateId }: { kind: TemplateKind; templateId?: string | undefined }): Promise<{ filename: string; bytes: Buffer }> {
  if (!templateId) return { filename: (await inForce(ctx, kind)).filename, bytes: await templateFor(ctx, officeOf(ctx).areaPath, kind) }
  const row = await store.getTemplate(ctx.sql, templateId, kind)
  return { filename: row.filename, bytes: Buffer.from(row.content, 'base64') }
}

async function filledSample(kind: TemplateKind, bytes: Buffer): Promise<{ bytes: Uint8Array; paper: Paper }> {
  const { format, placeholders } = kinds[kind]
  if (format === 'docx') {
    const filled = await fillDocx(bytes, placeholders, sampleContents(placeholders))
    return { bytes: filled, paper: await paperOfDocx(filled) }
  }
  const filled = await fillXlsx(bytes, placeholders, sampleContents(placeholders))
  return { bytes: new Uint8Array(await filled.book.xlsx.writeBuffer()), paper: paperOfXlsx(filled) }
}

export async function listTemplates(ctx: Ctx) {
  const items = []
  for (const kind of templateKinds) items.push(await inForce(ctx, kind))
  return { items }
}

export async function getTemplate(ctx: Ctx, input: Input<'getTemplate'>) {
  const { kind } = input
  const { placeholders, format } = kinds[kind]
  const file = await fileOf(ctx, input)
  return {
    inForce: await inForce(ctx, kind), versions: await store.listVersions(ctx.sql, officeOf(ctx).officeId, kind), placeholders: listed(placeholders, format),
    sample: { filename: file.filename, paper: (await filledSample(kind, file.bytes)).paper },
  }
}

const ZIP = Buffer.from([0x50, 0x4b])
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** What a file is before anybody opens it: an old .doc and a picture renamed to .docx deserve words of their own. */
function shapeProblem(bytes: Buffer, filename: string, format: 'docx' | 'xlsx'): TemplateProblem | undefined {
  if (bytes.subarray(0, 4).equals(OLD_OFFICE)) return { id: 'oldFormat', params: { format } }
  if (!bytes.subarray(0, 2).equals(ZIP)) return { id: 'notAnOfficeFile', params: {} }
  const other = format === 'docx' ? /\.xls[xm]?$/i : /\.docx?$/i
  return other.test(filename) ? { id: 'wrongFormat', params: { format } } : undefined
}

const MOST_MEGABYTES = 32

/** What is wrong with an uploaded file, and what of it is kept: packed anew, so that whatever reads it later reads what was checked. */
async function checkTemplate(kind: TemplateKind, filename: string, bytes: Buffer): Promise<{ problems: TemplateProblem[]; file: Buffer }> {
  const { placeholders, format } = kinds[kind]
  const shape = shapeProblem(bytes, filename, format)
  const refused = (id: TemplateProblem['id'], params: TemplateProblem['params'] = {}) => ({ problems: [{ id, params }], file: bytes })
  if (shape) return { problems: [shape], file: bytes }
  let anew: Repacked | undefined
  try {
    anew = repacked(bytes, MOST_MEGABYTES * 1024 ** 2)
  } catch {
    return refused('notAnOfficeFile')
  }
  if (!anew) return refused('tooLarge', { megabytes: String(MOST_MEGABYTES) })
  const problems = format === 'docx' ? await checkDocx(anew.file, placeholders, sampleContents(placeholders)) : await checkXlsx(anew, placeholders)
  return { problems, file: anew.file }
}

export async function uploadTemplate(ctx: Ctx, { kind }: Input<'uploadTemplate'>) {
  if (!ctx.upload) throw refuse(frameErrors.notFound)
  const { fileId, filename } = ctx.upload
  const parts: Uint8Array[] = []
  for await (const part of ctx.files.read(fileId)) parts.push(part)
  await ctx.files.remove(fileId)
  const { problems, file } = await checkTemplate(kind, filename, Buffer.concat(parts))
  if (problems.length > 0) return { templateId: null, problems }
  const templateId = ctx.newId()
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  await store.insertTemplate(ctx.sql, { id: templateId, ...officeOf(ctx), kind, filename, content: file.toString('base64'), bytes: file.length, at: ctx.now, by: staff?.accountId ?? null, name: staff?.name ?? null })
  return { templateId, problems }
}

export async function useTemplate(ctx: Ctx, { kind, templateId }: Input<'useTemplate'>) {
  const { officeId } = officeOf(ctx)
  // A version of an office below may be seen, but it is that office's.
  if (templateId && (await store.getTemplate(ctx.sql, templateId, kind)).officeId !== officeId) throw refuse(frameErrors.notFound)
  await store.putInForce(ctx.sql, officeId, kind, templateId)
  return inForce(ctx, kind)
}

export async function downloadTemplate(ctx: Ctx, input: Input<'downloadTemplate'>): Promise<FileReply> {
  const { filename, bytes } = await fileOf(ctx, input)
  return { filename, contentType: contentTypes[kinds[input.kind].format], body: bytes }
}

export async function downloadSample(ctx: Ctx, input: Input<'downloadSample'>): Promise<FileReply> {
  const { format } = kinds[input.kind]
  const { bytes } = await fileOf(ctx, input)
  return { filename: `${zh.kinds[input.kind]}-${zh.sampleName}.${format}`, contentType: contentTypes[format], body: (await filledSample(input.kind, bytes)).bytes }
}
