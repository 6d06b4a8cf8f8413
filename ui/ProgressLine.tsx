import type { ReactNode } from 'react'
import { number } from './format.ts'
import { useWords } from './words.ts'

/** Work of more than a second: `<ProgressLine label="正在导入" done={1200} total={5000} />`; without a total it only moves. */
export function ProgressLine({ label, done, total }: { label?: ReactNode; done?: number; total?: number }): ReactNode {
  const t = useWords()
  const known = done !== undefined && total !== undefined && total > 0
  const percent = known ? Math.min(100, (done / total) * 100) : undefined
  return (
    <div className="progress-line">
      <div className="row"><span className="grow">{label ?? t('ui.work.working')}</span>
        {known ? <span className="muted">{t('ui.work.percent', { done: number(done), total: number(total) })}</span> : null}</div>
      <div className={known ? 'bar' : 'bar unknown'} role="progressbar" aria-label={typeof label === 'string' ? label : t('ui.work.working')}
        aria-valuemin={0} aria-valuemax={100} {...(percent === undefined ? {} : { 'aria-valuenow': Math.round(percent) })}>
        <i style={percent === undefined ? {} : { width: `${percent}%` }} />
      </div>
    </div>
  )
}
