import type { Ctx } from '../../../kernel/ctx.ts'
import type { FileReply } from '../../../kernel/endpoint.ts'
import { writeTemplate, xlsxType } from '../../sheets/service.ts'
import { areaById } from '../../territory/service.ts'
import { templateColumns, templateNotes, type ColumnLayout } from '../rules/layout.ts'
import { placesOf } from './register.ts'

/** The empty roster (导入模板): headings, how to fill them, drop-downs with the names of this community. */
export async function downloadTemplate(ctx: Ctx, input: { areaId?: string | undefined }): Promise<FileReply> {
  const areaId = input.areaId ?? (ctx.actor.kind === 'staff' ? ctx.actor.areaId : undefined)
  const area = areaId === undefined ? undefined : await areaById(ctx, areaId)
  const { places } = area ? await placesOf(ctx, area.id) : { places: [] }
  const names = (levels: readonly string[]) => [...new Set(places.filter((p) => levels.includes(p.level)).map((p) => p.name))]
  const columns = templateColumns.map((column): ColumnLayout =>
    column.field === 'compound' ? { ...column, choices: names(['compound', 'villageGroup']) }
    : column.field === 'grid' ? { ...column, choices: names(['grid']) } : column)
  return {
    filename: `花名册导入模板${area ? `-${area.name}` : ''}.xlsx`,
    contentType: xlsxType,
    body: await writeTemplate('花名册', columns, templateNotes),
  }
}
