import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/errors.ts'
import { documentsErrors, type Contents, type Paper, type TemplateKind } from '../contract.ts'
import { kinds } from '../data.ts'
import type { OfficeFacts } from '../rules/facts.ts'
import * as store from '../store.ts'
import { zh } from '../words.zh.ts'
import { fillDocx, paperOfDocx } from './docx.ts'
import { templateFor } from './templates.ts'

/** One paper of another module in the template in force for an area, as a file. */
export async function oneDocx(ctx: Ctx, areaPath: string, kind: TemplateKind, contents: Contents): Promise<Buffer> {
  return fillDocx(await templateFor(ctx, areaPath, kind), kinds[kind].placeholders, contents).catch(() => { throw refuse(documentsErrors.templateUnusable, { kind: zh.kinds[kind] }) })
}

/** The same for screen and printer. */
export const onePaper = async (ctx: Ctx, areaPath: string, kind: TemplateKind, contents: Contents): Promise<Paper> => paperOfDocx(await oneDocx(ctx, areaPath, kind, contents))

/** The office that answers for a community. */
export const officeOf = async (ctx: Ctx, communityId: string): Promise<OfficeFacts | undefined> => (await store.offices(ctx.sql, [communityId]))[0]
