import type { ReactNode } from 'react'
import { reportingApi } from '../../modules/reporting/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'

/** 历次日报: which days were sent and which are missing; one press away. */
export function Days({ areaId, day, onPick }: { areaId: string; day: string; onPick: (day: string | undefined) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { data } = useQueryOf(reportingApi.listDailyReports, { areaId, days: 10 })
  return (
    <nav className="chips days" aria-label={t('reporting.page.days')}>
      {data?.items.map((one) => (
        <button key={one.day} type="button" className="chip" aria-pressed={one.day === day} onClick={() => onPick(one.day === f.today ? undefined : one.day)} title={one.sentAt ? t('reporting.page.sent', { name: one.senderName ?? '', at: f.when(one.sentAt) }) : undefined}>
          {one.day === f.today ? t('screening.list.today') : f.day(one.day)} {one.state === 'sent' ? one.corrected ? t('reporting.page.corrected') : '✓' : <StateTag tone={one.state === 'missing' ? 'bad' : 'soon'}>{t(one.state === 'missing' ? 'reporting.page.missing' : 'reporting.page.due')}</StateTag>}
        </button>
      ))}
    </nav>
  )
}
