import { useState, type ReactNode } from 'react'
import { clockOf } from '../../kernel/dates.ts'
import { symptoms as allSymptoms, type Symptom } from '../../modules/policies/contract.ts'
import { quarantineApi } from '../../modules/quarantine/contract.ts'
import { ManyChoices, TemperatureInput } from '../../ui/choices.tsx'
import { Block, Notice } from '../../ui/phone/Screen.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { windowNow, type Mine } from './mine.ts'

interface Answer { abnormal: boolean; deviceError: boolean }

/** What is being reported. Nothing stands there before the person says it; what was typed stays until it has arrived. */
export function useReport() {
  const t = useWords()
  const tError = useErrorWords()
  const [temperature, setTemperature] = useState<number>()
  const [chosen, setChosen] = useState<Symptom[]>()
  const [fault, setFault] = useState<{ at: 'temperature' | 'symptoms' | 'sending'; text: string }>()
  const [answer, setAnswer] = useState<Answer>()
  const command = useCommandOf(quarantineApi.reportOwnCheck, {
    onDone: (done) => {
      setAnswer(done)
      setTemperature(undefined)
      if (!done.deviceError) setChosen(undefined)
      window.scrollTo({ top: 0 })
    },
    onRefused: (error) => setFault({ at: 'sending', text: error.status === 0 ? t('quarantine.my.cannotNow') : tError(error) }),
  })
  const send = () => {
    setAnswer(undefined)
    // Who feels ill says so also without a thermometer.
    if (temperature === undefined && !chosen?.length) return setFault({ at: 'temperature', text: t('quarantine.my.noTemperature') })
    if (chosen === undefined) return setFault({ at: 'symptoms', text: t('quarantine.my.noSymptomsYet') })
    setFault(undefined)
    command.mutate({ temperature, symptoms: chosen })
  }
  return { temperature, setTemperature, chosen, setChosen, fault, answer, send, busy: command.isPending }
}
type Report = ReturnType<typeof useReport>

export function ReportForm({ mine, report }: { mine: Mine; report: Report }): ReactNode {
  const t = useWords()
  const { fault } = report
  return (
    <>
      {report.answer ? <Thanks answer={report.answer} /> : null}
      <Block title={<Asked mine={mine} />}>
        <Hint mine={mine} />
        <TemperatureInput value={report.temperature} onChange={report.setTemperature} label={t('quarantine.my.temperature')} faulty={fault?.at === 'temperature'} />
        {fault?.at === 'temperature' ? <p className="fault" role="alert">{fault.text}</p> : null}
        <p>{t('quarantine.my.symptoms')}</p>
        <Symptoms value={report.chosen} onChange={report.setChosen} />
        {fault && fault.at !== 'temperature' ? <p className="fault" role="alert">{fault.text}</p> : null}
      </Block>
    </>
  )
}

function Thanks({ answer }: { answer: Answer }): ReactNode {
  const t = useWords()
  if (answer.deviceError) return <Notice tone="soon" title={t('quarantine.my.errorThanks')} />
  return <Notice tone={answer.abnormal ? 'bad' : 'good'} title={t('quarantine.my.thanks')}>{answer.abnormal ? t('quarantine.my.abnormalThanks') : null}</Notice>
}

function Asked({ mine }: { mine: Mine }): ReactNode {
  const t = useWords()
  const w = windowNow(mine)
  if (!w) return t('quarantine.my.temperature')
  const window = t(`quarantine.my.windows.${w.window}`)
  if (w.state === 'done') return t('quarantine.my.windowDone', { window })
  if (w.state === 'missed') return t('quarantine.my.windowMissed', { window })
  return w.opensAt > mine.now ? t('quarantine.my.windowLater', { window, from: clockOf(w.opensAt) }) : t('quarantine.my.windowOpen', { window })
}

function Hint({ mine }: { mine: Mine }): ReactNode {
  const t = useWords()
  const w = windowNow(mine)
  if (!w || w.opensAt > mine.now || mine.now >= w.closesAt) return <p className="muted">{t('quarantine.my.extra')}</p>
  if (w.state === 'done') return <p className="muted">{t('quarantine.my.again')}</p>
  return <p className="muted">{w.reminded ? <b>{t('quarantine.my.reminded')} · </b> : null}{t('quarantine.my.by', { to: clockOf(w.closesAt) })}</p>
}

const FIRST: readonly Symptom[] = ['fever', 'cough', 'fatigue']

function Symptoms({ value, onChange }: { value: Symptom[] | undefined; onChange: (value: Symptom[]) => void }): ReactNode {
  const t = useWords()
  const [all, setAll] = useState(false)
  const shown = all ? allSymptoms : FIRST
  return (
    <>
      <ManyChoices label={t('quarantine.my.symptoms')} none={t('quarantine.my.none')} options={shown.map((s) => ({ value: s, label: t(`policies.symptoms.${s}`) }))} value={value} onChange={onChange} />
      {all ? null : <button type="button" className="choice more" onClick={() => setAll(true)}>{t('quarantine.my.more')}</button>}
    </>
  )
}
