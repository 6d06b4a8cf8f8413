import type { ReactNode } from 'react'
import { addDays, instantAt, type Instant } from '../../kernel/dates.ts'
import { Field } from '../../ui/form.tsx'
import { ClockInput, DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'

export interface Times { day: string; from: string; to: string }
/** What ends no later than it began ends on the next day. */
export const overNight = ({ from, to }: Times): boolean => from !== '' && to !== '' && to <= from
export const spanOf = (times: Times): { from: Instant; to: Instant } | undefined =>
  times.day && times.from && times.to ? { from: instantAt(times.day, times.from), to: instantAt(overNight(times) ? addDays(times.day, 1) : times.day, times.to) } : undefined

/** 哪天、从几点到几点, on one line. */
export function TimeFields({ times, onChange, fault, earliest, latest }: { times: Times; onChange: (times: Times) => void; fault?: string | undefined; earliest?: string; latest?: string }): ReactNode {
  const t = useWords()
  return (
    <Field label={t('volunteers.calls.list.when')} fault={fault} group hint={overNight(times) ? t('volunteers.calls.form.over') : undefined}>
      <div className="volunteer-times">
        <DayInput size="large" aria-label={t('volunteers.calls.form.day')} value={times.day} min={earliest} max={latest} onChange={(day) => onChange({ ...times, day })} />
        <ClockInput size="large" aria-label={t('volunteers.calls.form.from')} value={times.from} onChange={(from) => onChange({ ...times, from })} /><span>—</span>
        <ClockInput size="large" aria-label={t('volunteers.calls.form.to')} value={times.to} onChange={(to) => onChange({ ...times, to })} />
      </div>
    </Field>
  )
}
