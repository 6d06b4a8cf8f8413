import type { ReactNode } from 'react'
import { rosterApi } from '../../modules/roster/contract.ts'
import { ExportForm as Export } from '../../ui/ExportForm.tsx'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

/** Out goes what may be seen, masked; every export leaves its reason, a large one waits for somebody else's yes. */
export function ExportForm({ areaId, onClose }: { areaId: string | undefined; onClose: () => void }): ReactNode {
  const t = useWords()
  const may = useMay()
  return (
    <div className="paper roster-block">
      <h2>{t('roster.page.export')}</h2>
      {areaId === undefined ? null : <Export endpoint={rosterApi.exportPeople} input={{ areaId }} mayClear={may('people.reveal')} onClose={onClose} />}
    </div>
  )
}
