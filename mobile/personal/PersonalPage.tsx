import { lazy, useState, type ReactNode } from 'react'
import { dayOf, daysBetween } from '../../kernel/dates.ts'
import { quarantineApi } from '../../modules/quarantine/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { BigButton, Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { currentLink } from '../../ui/link.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { Contacts, Past, TestsDue } from './Blocks.tsx'
import type { Mine } from './mine.ts'
import { ReportForm, useReport } from './ReportForm.tsx'
import './personal.css'

const MyData = lazy(async () => ({ default: (await import('../privacy/MyData.tsx')).MyData }))
const MyPass = lazy(async () => ({ default: (await import('../passes/MyPass.tsx')).MyPass }))

/** The resident's own page: what is asked of me now, until when, why; three taps and it is done. */
export default function PersonalPage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [own, setOwn] = useState<'data' | 'pass'>()
  const query = useQueryOf(quarantineApi.myEpisode, {}, { every: 60_000 })
  if (query.error && !query.data) return <Screen title={t('ui.phone.lostTitle')} foot={<BigButton onPress={() => void query.refetch()}>{t('ui.phone.reload')}</BigButton>}><Notice tone="soon">{tError(query.error)}</Notice></Screen>
  if (!query.data) return <Screen title={t('ui.phone.loading')}><span /></Screen>
  if (own === 'data') return <MyData onBack={() => setOwn(undefined)} />
  if (own === 'pass') return <MyPass onBack={() => setOwn(undefined)} onObject={() => setOwn('data')} />
  const open = <p className="row"><a className="plain-button" href={`/m/e/${currentLink() ?? ''}`}>{t('links.goOut')} ›</a><button type="button" className="plain-button" onClick={() => setOwn('pass')}>{t('quarantine.my.pass')} ›</button><button type="button" className="plain-button" onClick={() => setOwn('data')}>{t('quarantine.my.data')} ›</button></p>
  return query.data.state === 'active' ? <Active mine={query.data} open={open} /> : <Over mine={query.data} open={open} />
}

function Over({ mine, open }: { mine: Mine; open: ReactNode }): ReactNode {
  const t = useWords()
  const title = mine.state === 'released' ? t('quarantine.my.released', { measure: t(`quarantine.measures.${mine.measure}`) }) : t(`quarantine.my.${mine.state}`)
  return <Screen over={mine.areaName} title={title}><Notice tone="good">{t('quarantine.my.releasedText')}</Notice><Contacts mine={mine} /><Past mine={mine} />{open}</Screen>
}

function Active({ mine, open }: { mine: Mine; open: ReactNode }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const report = useReport()
  const left = daysBetween(dayOf(mine.now), mine.endsOn)
  const until = left > 0 ? t('quarantine.my.until', { day: f.day(mine.endsOn), left }) : left === 0 ? t('quarantine.my.lastDay') : t('quarantine.my.over')
  const measure = t(`quarantine.measures.${mine.measure}`)
  return (
    <Screen
      over={`${mine.areaName} · ${measure}`} title={t('quarantine.my.greeting', { name: mine.name, n: mine.dayNo })} under={until}
      foot={<BigButton onPress={report.send} busy={report.busy}>{t('quarantine.my.report')}</BigButton>}
    >
      <ReportForm mine={mine} report={report} />
      <Block title={t('quarantine.my.why', { measure })}><p>{mine.because[language]}</p></Block>
      <TestsDue mine={mine} />
      <Contacts mine={mine} />
      <Past mine={mine} />
      {open}
    </Screen>
  )
}
