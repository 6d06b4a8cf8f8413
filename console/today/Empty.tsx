import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { familyOf } from '../../modules/today/rules.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import type { Shown, Today } from './groups.ts'

/** All done, in green; `of`: of what the chips pick only. */
export function AllDone({ today, of }: { today: Today; of?: Shown }): ReactNode {
  const t = useWords()
  const done = today.counts.filter(({ kind }) => of === undefined || of === 'all' || of === 'overdue' || kind === of || familyOf[kind] === of).reduce((sum, c) => sum + c.done, 0)
  return (
    <div className="todo-done" role="status">
      <b>{t(of === undefined ? 'today.page.allDone' : of === 'overdue' ? 'today.page.nothingLate' : 'today.page.nothingHere')}</b>
      {done > 0 ? <span>{t('today.page.doneAtAll', { n: done })}</span> : null}
      {of === undefined ? <span>{t('today.page.allDoneHint')}</span> : null}
    </div>
  )
}

/** A role whose work is not on this page. */
export function NoWork(): ReactNode {
  const t = useWords()
  const may = useMay()
  return (
    <div className="paper empty">
      <b>{t('today.page.noWork')}</b><span>{t('today.page.noWorkHint')}</span>
      {may('passage.record') ? <Link to={'/passages/gate' as never}><Button type="primary" size="large">{t('ui.nav.gateDesk')}</Button></Link> : null}
      {may('screening.record') ? <Link to={'/screening/new' as never}><Button {...(may('passage.record') ? {} : { type: 'primary' })} size="large">{t('screening.list.register')}</Button></Link> : null}
    </div>
  )
}
