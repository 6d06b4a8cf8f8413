import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { volunteersApi } from '../../modules/volunteers/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Loaded } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { PaperView } from '../documents/PaperView.tsx'
import { useMay } from '../me.ts'
import { RulesForm } from './RulesForm.tsx'
import './volunteers.css'

/** 积分公示 of a month on A4, and the edition of the points it is counted by. */
export default function HonoursPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const [at, go] = useAddress()
  const [editing, setEditing] = useState(false)
  const month = at['month'] && /^\d{4}-(0[1-9]|1[0-2])$/.test(at['month']) ? at['month'] : f.today.slice(0, 7)
  const paper = useQueryOf(volunteersApi.honoursPaper, { month }, { keep: true })
  const rules = useQueryOf(volunteersApi.pointRulesNow, {}, { keep: true })
  return (
    <Page title={t('volunteers.honours.title')} sub={paper.data && paper.data.unnamed > 0 ? t('volunteers.honours.unnamed', { n: paper.data.unnamed }) : t('volunteers.honours.sub')} actions={<>
      <Input type="month" style={{ width: 160 }} aria-label={t('volunteers.honours.month')} max={f.today.slice(0, 7)} value={month} onChange={(event) => go({ month: event.target.value || undefined })} />
      <Link to={'/volunteers' as never}><Button>{t('volunteers.page.people')}</Button></Link>
      {may('volunteers.keep') ? <Button aria-pressed={editing} onClick={() => setEditing(!editing)}>{t('volunteers.page.rules')}</Button> : null}
      <Button type="primary" disabled={!paper.data || paper.data.n === 0} onClick={() => window.print()}>{t('volunteers.honours.print')}</Button>
    </>}>
      <Loaded of={rules}>{(now) => (
        <div className="not-on-paper">
          <p className="muted small">{now.publishedAt ? t('volunteers.rules.sub', { office: now.officeName ?? '', n: now.version, day: f.at(now.publishedAt), name: now.publisherName ?? '' }) : t('volunteers.rules.example')}</p>
          {editing ? <RulesForm key={now.version} rules={now.rules} shipped={now.publishedAt === null} onDone={() => setEditing(false)} /> : null}
        </div>
      )}</Loaded>
      <Loaded of={paper}>{({ paper: sheet, n }) => (n === 0 ? <div className="paper empty"><b>{t('volunteers.honours.empty')}</b><span>{t('volunteers.honours.emptyHint')}</span></div> : <div className="desk-of-paper"><PaperView paper={sheet} counted /></div>)}</Loaded>
    </Page>
  )
}
