import type { Instant } from '../../../kernel/dates.ts'
import { allows, type StateTable } from '../../../kernel/states.ts'
import type { ImportState } from '../contract.ts'

export type ImportAction = 'map' | 'check' | 'run' | 'answer' | 'undo'

/** What can be done with a batch, by its state; the screens show only this. */
export const importActions: StateTable<ImportState, ImportAction> = {
  uploaded: ['map', 'check', 'run'],
  checking: [],
  checked: ['map', 'check', 'run', 'answer'],
  importing: [],
  imported: ['answer', 'undo'],
  undoing: [],
  undone: ['map', 'check', 'run'],
  failed: ['map', 'check', 'run', 'undo'],
}

/** What reads the uploaded file again. */
export const importReads: readonly ImportAction[] = ['map', 'check', 'run']
/** What can be done with this batch: once its file has gone, what does not need it. */
export const mayImport = ({ state, fileRemovedAt }: { state: ImportState; fileRemovedAt: Instant | null }, action: ImportAction): boolean =>
  allows(importActions, state, action) && (fileRemovedAt === null || !importReads.includes(action))
