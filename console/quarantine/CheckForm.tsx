import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { symptoms as allSymptoms, type Symptom } from '../../modules/policies/contract.ts'
import { quarantineApi, type EpisodeCard } from '../../modules/quarantine/contract.ts'
import { ManyChoices, TemperatureInput } from '../../ui/choices.tsx'
import { Section } from '../../ui/card.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

const FIRST: readonly Symptom[] = ['fever', 'dryCough', 'fatigue', 'soreThroat']

/** 测得: one reading, then the next person. Nothing is pre-selected: a default would be a falsified reading. */
export function CheckForm({ episode, onNext }: { episode: EpisodeCard; onNext: (() => void) | undefined }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [temperature, setTemperature] = useState<number>()
  const [chosen, setChosen] = useState<Symptom[]>()
  const [all, setAll] = useState(false)
  const record = useCommandOf(quarantineApi.recordCheck, {
    onDone: (done) => {
      say(done.deviceError ? t('quarantine.card.deviceErrorSaid') : done.abnormal ? t('quarantine.card.abnormal') : t('quarantine.card.recorded'))
      setTemperature(undefined)
      setChosen(undefined)
      if (!done.deviceError) onNext?.()
    },
    onRefused: (error) => say(tError(error)),
  })
  const ready = temperature !== undefined || (chosen?.length ?? 0) > 0
  const send = () => { if (ready) record.mutate({ episodeId: episode.id, temperature, symptoms: chosen ?? [] }) }
  const shown = all ? allSymptoms : FIRST
  return (
    <Section title={t('quarantine.card.checkTitle')}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); send() }}>
        <TemperatureInput value={temperature} onChange={setTemperature} label={t('quarantine.card.curve')} />
        <ManyChoices label={t('policies.page.symptom')} none={t('quarantine.card.noSymptoms')} options={shown.map((s) => ({ value: s, label: t(`policies.symptoms.${s}`) }))} value={chosen} onChange={setChosen} />
        <div className="row">
          <Button type="primary" size="large" htmlType="submit" disabled={!ready} loading={record.isPending} className="grow">{onNext ? t('quarantine.card.recordNext') : t('quarantine.card.record')}</Button>
          {all ? null : <Button size="large" onClick={() => setAll(true)}>{t('quarantine.card.other')}</Button>}
        </div>
      </form>
    </Section>
  )
}
