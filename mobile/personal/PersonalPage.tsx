import { useState, type ReactNode } from 'react'
import { addDays, clockOf, daysBetween } from '../../kernel/dates.ts'
import type { OutputOf } from '../../kernel/endpoint.ts'
import { symptoms as allSymptoms, type Symptom } from '../../modules/policies/contract.ts'
import { quarantineApi } from '../../modules/quarantine/contract.ts'
import { ManyChoices, TemperatureInput } from '../../ui/choices.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { BigButton, Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'

type Mine = OutputOf<typeof quarantineApi.myEpisode>

/** The resident's own page: what is asked of me now, until when, why; three taps and it is done. */
export default function PersonalPage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const query = useQueryOf(quarantineApi.myEpisode, {}, { every: 60_000 })
  if (query.error && !query.data) return <Screen title={t('ui.phone.lostTitle')}><Notice tone="soon">{tError(query.error)}</Notice></Screen>
  if (!query.data) return <Screen title={t('ui.phone.loading')}><span /></Screen>
  return query.data.state === 'active' ? <Active mine={query.data} /> : <Over mine={query.data} />
}

function Over({ mine }: { mine: Mine }): ReactNode {
  const t = useWords()
  const measure = t(`quarantine.measures.${mine.measure}`)
  const title = mine.state === 'released' ? t('quarantine.my.released', { measure }) : t(`quarantine.my.${mine.state === 'active' ? 'over' : mine.state}`)
  return <Screen over={mine.areaName} title={title}><Notice tone="good">{t('quarantine.my.releasedText')}</Notice><Contacts mine={mine} /></Screen>
}

function Active({ mine }: { mine: Mine }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const language = useLanguage()
  const [temperature, setTemperature] = useState<number>()
  const [chosen, setChosen] = useState<Symptom[]>()
  const [fault, setFault] = useState<string>()
  const [done, setDone] = useState<{ abnormal: boolean; deviceError: boolean }>()
  const report = useCommandOf(quarantineApi.reportOwnCheck, {
    onDone: (answer) => { setDone(answer); setTemperature(undefined); if (!answer.deviceError) setChosen(undefined) },
    onRefused: (error) => setFault(error.status === 0 ? t('quarantine.my.cannotNow') : tError(error)),
  })
  const send = () => {
    if (temperature === undefined) return setFault(t('quarantine.my.noTemperature'))
    if (chosen === undefined) return setFault(t('quarantine.my.noSymptomsYet'))
    setFault(undefined)
    setDone(undefined)
    report.mutate({ temperature, symptoms: chosen })
  }
  const left = daysBetween(f2day(mine.now), mine.endsOn)
  const until = left > 0 ? t('quarantine.my.until', { day: f.day(mine.endsOn), left }) : left === 0 ? t('quarantine.my.lastDay') : t('quarantine.my.over')
  return (
    <Screen
      over={`${mine.areaName} · ${t(`quarantine.measures.${mine.measure}`)}`} title={t('quarantine.my.greeting', { name: mine.name, n: mine.dayNo })} under={until}
      foot={<BigButton onPress={send} busy={report.isPending}>{t('quarantine.my.report')}</BigButton>}
    >
      {done ? <Notice tone={done.deviceError ? 'soon' : done.abnormal ? 'bad' : 'good'} title={t('quarantine.my.thanks')}>{done.deviceError ? t('quarantine.my.errorThanks') : done.abnormal ? t('quarantine.my.abnormalThanks') : null}</Notice> : null}
      <Block title={<Asked mine={mine} />}>
        <Hint mine={mine} />
        <div style={{ margin: '12px 0' }}><TemperatureInput value={temperature} onChange={setTemperature} label={t('quarantine.my.temperature')} /></div>
        <p style={{ margin: '12px 0 8px' }}>{t('quarantine.my.symptoms')}</p>
        <Symptoms value={chosen} onChange={setChosen} />
        {fault ? <p className="fault" role="alert" style={{ marginTop: 10 }}>{fault}</p> : null}
      </Block>
      <Block title={t('quarantine.my.why', { measure: t(`quarantine.measures.${mine.measure}`) })}><p>{mine.because[language]}</p></Block>
      {mine.tests.some((test) => test.takenOn === null) ? <Block title={t('quarantine.my.tests')}>{mine.tests.filter((test) => test.takenOn === null).map((test) => <p key={test.dueOn}>{t('quarantine.my.testOn', { day: f.day(test.dueOn) })}</p>)}</Block> : null}
      <Contacts mine={mine} />
      <Past mine={mine} />
    </Screen>
  )
}

const f2day = (instant: string) => addDays(new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 10), 0)

/** The window that is open now, else the next one, else the last one of today. */
const windowNow = (mine: Mine) => mine.windows.find((w) => w.opensAt <= mine.now && mine.now < w.closesAt) ?? mine.windows.find((w) => w.opensAt > mine.now) ?? mine.windows.at(-1)

function Asked({ mine }: { mine: Mine }): ReactNode {
  const t = useWords()
  const w = windowNow(mine)
  if (!w) return t('quarantine.my.temperature')
  const window = t(`policies.windows.${w.window}`)
  if (w.state === 'done') return t('quarantine.my.windowDone', { window })
  if (w.state === 'missed') return t('quarantine.my.windowMissed', { window })
  return w.opensAt > mine.now ? t('quarantine.my.windowLater', { window, from: clockOf(w.opensAt) }) : t('quarantine.my.windowOpen', { window })
}

function Hint({ mine }: { mine: Mine }): ReactNode {
  const t = useWords()
  const w = windowNow(mine)
  if (!w || w.opensAt > mine.now || mine.now >= w.closesAt) return <p className="muted">{t('quarantine.my.extra')}</p>
  return <p className="muted">{w.reminded && w.state === 'open' ? <b>{t('quarantine.my.reminded')} · </b> : null}{t('quarantine.my.by', { to: clockOf(w.closesAt) })}</p>
}

const FIRST: readonly Symptom[] = ['fever', 'cough', 'fatigue']

function Symptoms({ value, onChange }: { value: Symptom[] | undefined; onChange: (value: Symptom[]) => void }): ReactNode {
  const t = useWords()
  const [all, setAll] = useState(false)
  const shown = all ? allSymptoms : FIRST
  return (
    <>
      <ManyChoices label={t('quarantine.my.symptoms')} none={t('quarantine.my.none')} options={shown.map((s) => ({ value: s, label: t(`policies.symptoms.${s}`) }))} value={value} onChange={onChange} />
      {all ? null : <button type="button" className="choice" style={{ marginTop: 8 }} onClick={() => setAll(true)}>{t('quarantine.my.more')}</button>}
    </>
  )
}

function Contacts({ mine }: { mine: Mine }): ReactNode {
  const t = useWords()
  const callable = mine.contacts.filter((c) => c.phone !== null)
  if (callable.length === 0) return null
  return <Block>{callable.map((c) => <p key={c.duty} style={{ display: 'flex', justifyContent: 'space-between', padding: '8px 0' }}><span>{t('quarantine.my.find', { duty: t(`quarantine.my.duties.${c.duty}`), name: c.name })}</span><a href={`tel:${c.phone ?? ''}`}>{t('quarantine.my.call')} ›</a></p>)}</Block>
}

function Past({ mine }: { mine: Mine }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (mine.readings.length === 0) return null
  return (
    <Block title={t('quarantine.my.past')}>
      {mine.readings.slice(0, 8).map((r) => <p key={r.takenAt} style={{ display: 'flex', justifyContent: 'space-between', padding: '4px 0' }}><span className="muted">{f.when(r.takenAt)}</span><b className={r.abnormal ? 'bad-ink' : ''}>{r.temperature === null ? '—' : `${r.temperature.toFixed(1)} ℃`}</b></p>)}
    </Block>
  )
}
