import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { dutyApi, type DutySummary } from '../../modules/duty/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { number } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.ts'
import { Chips, Page, type StateChip } from '../../ui/ListPage.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { DutyPanel } from './DutyPanel.tsx'
import { DutyTree } from './DutyTree.tsx'
import { Gaps, Loads } from './lists.tsx'
import { StandardForm } from './StandardForm.tsx'
import './duty.css'

/** 辖区 · 挂联: who answers for which area, where nobody does, and who carries too much; the card of one area at the right. */
export default function DutyPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const navigate = useNavigate()
  const may = useMay()
  const summary = useQueryOf(dutyApi.dutySummary, {}, { keep: true }).data
  const open = (areaId: string | undefined) => go({ open: areaId, take: undefined })
  useKeys(at['open'] ? [{ key: 'Escape', words: 'ui.keys.close', run: () => open(undefined), always: true }] : [])
  const chips: StateChip[] = [
    { id: '', label: t('duty.page.all') }, { id: 'gaps', label: t('duty.page.gaps'), count: summary?.gaps, tone: 'bad' }, { id: 'loads', label: t('duty.page.loads'), count: summary?.overloaded, tone: 'soon' },
  ]
  return (
    <Page title={t('duty.title')} sub={summary ? <Staffing summary={summary} /> : t('duty.sub')}
      actions={<>{may('duty.edit') ? <Button onClick={() => void navigate({ to: '/duty/list' as never })}>{t('duty.list.title')}</Button> : null}<Button onClick={() => void navigate({ to: '/duty/board' as never, search: (at['open'] ? { area: at['open'] } : {}) as never })}>{t('duty.card.board')}</Button></>}>
      <div className={at['open'] ? 'with-panel open' : 'with-panel'}>
        <div>
          <div className="list-tools">
            <Chips label={t('duty.title')} on={at['tab'] ?? ''} onPick={(tab) => go({ tab, open: undefined })} chips={chips} />
            <div className="area-search"><AreaPicker label={t('duty.page.search')} size="middle" value={undefined} onChange={open} /></div>
          </div>
          {at['tab'] === 'gaps' ? <Gaps openId={at['open']} onOpen={open} /> : at['tab'] === 'loads' ? <Loads openId={at['open']} onOpen={open} to={summary?.standard.to} /> : <DutyTree openId={at['open']} onOpen={open} />}
        </div>
        {at['open'] ? <Panel onClose={() => open(undefined)}><DutyPanel key={at['open']} areaId={at['open']} onOpen={open} /></Panel> : null}
      </div>
    </Page>
  )
}

/** Whether there are hands enough: households against the standard, said as one sentence. */
function Staffing({ summary }: { summary: DutySummary }): ReactNode {
  const t = useWords()
  const [editing, setEditing] = useState(false)
  const { households, workers, needed, standard } = summary
  const short = needed.least - workers
  return (
    <>
      <span title={standard.source}>{t('duty.page.staffing', { households: number(households), workers, from: standard.from, to: standard.to, least: needed.least, best: needed.best })}</span>
      {' · '}{short > 0 ? <b className="bad-ink">{t('duty.page.short', { n: short })}</b> : <span>{t('duty.page.enough')}</span>}
      {summary.maySetStandard ? <Button type="link" size="small" onClick={() => setEditing(!editing)}>{t('duty.page.standard')}</Button> : null}
      {editing ? <StandardForm standard={standard} onDone={() => setEditing(false)} /> : null}
    </>
  )
}
