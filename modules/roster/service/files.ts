import type { Job } from '../../../kernel/ctx.ts'
import { addMinutes } from '../../../kernel/dates.ts'
import { settingOf } from '../../settings/service.ts'
import { filesOutOfTerm } from '../store/batches.ts'

/** 花名册原件到期删除: so many days after the last work with it the uploaded file goes; what was imported, what came back and the undo stay. */
export const filesJob: Job = {
  everyMinutes: 24 * 60,
  run: (runner) => runner.tx(async (ctx) => {
    const days = await settingOf(ctx, 'roster.fileDays')
    for (const { fileId } of await filesOutOfTerm(ctx.sql, addMinutes(ctx.now, -days * 24 * 60), ctx.now)) await ctx.files.remove(fileId)
  }),
}
