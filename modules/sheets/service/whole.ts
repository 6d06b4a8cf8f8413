import type { Ctx } from '../../../kernel/ctx.ts'
import { openSheet, recogniseFile, type SheetRow } from './sheet.ts'

/** All rows of a small file that came with the request and is not kept; undefined where it cannot be read, so that the caller says what to bring instead. */
export async function wholeSheet({ upload, files }: Pick<Ctx, 'upload' | 'files'>): Promise<SheetRow[] | undefined> {
  const file = upload && (await recogniseFile(files, upload))
  if (!upload || !file || typeof file === 'string') return undefined
  const rows: SheetRow[] = []
  try {
    const sheet = await openSheet(files, file)
    for await (const batch of sheet.rows()) rows.push(...batch)
  } catch {
    return undefined
  }
  await files.remove(upload.fileId)
  return rows
}
