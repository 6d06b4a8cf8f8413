import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { zonesApi, zoneValues, type Checklist } from '../../modules/zones/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useLanguage } from '../../ui/language.ts'
import { ChecklistForm } from './ChecklistForm.tsx'
import { toneOf } from './tones.ts'
import './zones.css'

/** 措施清单: what each state and grade opens here; read at a glance, changed in place. */
export default function ChecklistsPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const query = useQueryOf(zonesApi.zoneChecklists, {}, { keep: true })
  const value = zoneValues.find((one) => one === at['value']) ?? 'control'
  const list = query.data?.items.find((one) => one.value === value)
  return (
    <Page title={t('zones.checklists.title')} sub={t('zones.checklists.sub')} actions={<Link to="/zones">{t('zones.checklists.back')}</Link>}>
      {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : !query.data || !list ? <div className="paper"><Skeleton rows={8} /></div> : (
        <div className="checklist-desk">
          <ul className="paper checklist-values">{query.data.items.map((one) => (
            <li key={one.value}>
              <button type="button" {...(one.value === value ? { 'aria-current': true } : {})} onClick={() => go({ value: one.value })}>
                <StateTag tone={toneOf[one.value]}>{t(`zones.value.${one.value}`)}</StateTag> <span className="dim small nowrap">{t('zones.checklists.n', { n: one.measures.length })}</span>
              </button>
            </li>
          ))}</ul>
          <One key={value} list={list} mayChange={query.data.mayChange} />
        </div>
      )}
    </Page>
  )
}

function One({ list, mayChange }: { list: Checklist; mayChange: boolean }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [changing, setChanging] = useState(false)
  const from = t(`zones.checklists.from.${list.from}`, { office: list.officeName ?? '', when: list.savedAt ? f.when(list.savedAt) : '', name: list.saverName ?? '' })
  return (
    <section className="paper checklist" aria-label={t(`zones.value.${list.value}`)}>
      <div className="row"><h2 className="grow">{t(`zones.value.${list.value}`)}</h2>{mayChange && !changing ? <Button onClick={() => setChanging(true)}>{t('zones.checklists.edit')}</Button> : null}</div>
      <p className="dim small">{t(`zones.valueHint.${list.value}`)} · {from}</p>
      {changing ? <ChecklistForm list={list} onDone={() => setChanging(false)} /> : <Measures list={list} />}
      {!changing && list.versions.length > 0 ? <Versions list={list} mayChange={mayChange} /> : null}
    </section>
  )
}

function Measures({ list }: { list: Checklist }): ReactNode {
  const t = useWords()
  const language = useLanguage()
  if (list.measures.length === 0) return <p className="dim">{t('zones.checklists.none')}</p>
  return (
    <ol className="checklist-measures">{list.measures.map((m) => (
      <li key={m.key}>
        <b>{m.title[language]}</b> <span className="muted small nowrap">{t(`duty.roles.${m.ownerRole}`)} · {t('zones.checklists.hoursOf', { n: m.dueHours })}</span>
        {m.source ? <><br /><span className="dim small">{m.source[language]}</span></> : null}
      </li>
    ))}</ol>
  )
}

function Versions({ list, mayChange }: { list: Checklist; mayChange: boolean }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const use = useCommandOf(zonesApi.useZoneChecklist, { onRefused: (error) => say(tError(error)) })
  const current = list.versions.find((one) => one.inForce)?.checklistId ?? null
  const change = (checklistId: string | null) => use.mutateAsync({ value: list.value, checklistId })
    .then(() => offerUndo(t('zones.checklists.dropped', { value: t(`zones.value.${list.value}`) }), () => use.mutateAsync({ value: list.value, checklistId: current }))).catch(() => {})
  return (
    <details className="zone-closed">
      <summary>{t('zones.checklists.versions', { n: list.versions.length })}</summary>
      {list.versions.map((one) => (
        <div key={one.checklistId} className="row">
          <span className="grow">{t('zones.checklists.version', { n: one.version })} · {t('zones.checklists.n', { n: one.n })} <span className="dim small">{f.when(one.savedAt)} {one.saverName ?? ''}</span></span>
          {one.inForce ? <StateTag tone="good">{t('zones.checklists.inForce')}</StateTag> : mayChange ? <Button size="small" onClick={() => void change(one.checklistId)}>{t('zones.checklists.use')}</Button> : null}
        </div>
      ))}
      {mayChange && list.from === 'own' ? <Button type="link" onClick={() => void change(null)}>{t('zones.checklists.drop')}</Button> : null}
    </details>
  )
}
