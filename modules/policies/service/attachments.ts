import type { Ctx } from '../../../kernel/ctx.ts'
import type { FileReply } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { policiesErrors, type PolicyAttachment } from '../contract.ts'
import { deleteAttachment, getAttachment, insertAttachment, listAttachments } from '../store.ts'
import { own, visible } from './visible.ts'

/** What a file is, by its first bytes: a name proves nothing, and what is sent to a browser must be what it says. */
const kinds: readonly { magic: readonly number[]; contentType: string; extension: string }[] = [
  { magic: [0x25, 0x50, 0x44, 0x46], contentType: 'application/pdf', extension: 'pdf' },
  { magic: [0x89, 0x50, 0x4e, 0x47], contentType: 'image/png', extension: 'png' },
  { magic: [0xff, 0xd8, 0xff], contentType: 'image/jpeg', extension: 'jpg' },
  { magic: [0x50, 0x4b, 0x03, 0x04], contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], contentType: 'application/msword', extension: 'doc' },
]

/** 附上文件: to a draft before it is published, or later, where the paper came after the order. */
export async function attachOrder(ctx: Ctx, policyId: string): Promise<PolicyAttachment> {
  await own(ctx, policyId)
  const { upload } = ctx
  if (!upload) throw refuse(policiesErrors.attachmentKind, { filename: '' })
  const kind = await kindOf(ctx, upload.fileId)
  if (!kind) throw refuse(policiesErrors.attachmentKind, { filename: upload.filename })
  const [by, name] = ctx.actor.kind === 'staff' ? [ctx.actor.accountId, ctx.actor.name] : [null, null]
  const attachment = { id: ctx.newId(), filename: upload.filename.slice(-120), contentType: kind.contentType, bytes: upload.bytes, addedAt: ctx.now, addedByName: name }
  await insertAttachment(ctx.sql, policyId, upload.fileId, attachment, by)
  return attachment
}

async function kindOf(ctx: Ctx, fileId: string): Promise<(typeof kinds)[number] | undefined> {
  for await (const chunk of ctx.files.read(fileId)) return kinds.find(({ magic }) => magic.every((byte, i) => chunk[i] === byte))
  return undefined
}

export async function removeAttachment(ctx: Ctx, policyId: string, attachmentId: string): Promise<void> {
  const edition = await own(ctx, policyId)
  if (edition.state !== 'draft') throw refuse(policiesErrors.attachmentKept, { orderNo: edition.orderNo })
  const { fileId } = await getAttachment(ctx.sql, policyId, attachmentId)
  await deleteAttachment(ctx.sql, attachmentId)
  await ctx.files.remove(fileId)
}

/** The file itself, for whoever may read the order. */
export async function fileOf(ctx: Ctx, policyId: string, attachmentId: string): Promise<FileReply> {
  await visible(ctx, policyId)
  const { fileId, filename, contentType } = await getAttachment(ctx.sql, policyId, attachmentId)
  return { filename, contentType, body: ctx.files.read(fileId) }
}

/** A withdrawn draft takes its files along. */
export async function removeAll(ctx: Ctx, policyId: string): Promise<void> {
  for (const { id } of await listAttachments(ctx.sql, policyId)) await removeAttachment(ctx, policyId, id)
}
