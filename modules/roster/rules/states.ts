import type { StateTable } from '../../../kernel/states.ts'
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
