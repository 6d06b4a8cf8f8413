import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type * as z from 'zod'
import { symptoms as allSymptoms, type Symptom } from '../../modules/policies/contract.ts'
import { quarantineApi, type EpisodeCard, type temperatureSite } from '../../modules/quarantine/contract.ts'
import { Choices, ManyChoices, TemperatureInput } from '../../ui/choices.tsx'
import { Section } from '../../ui/card.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

type Site = z.infer<typeof temperatureSite>
const SITES: readonly Site[] = ['forehead', 'armpit', 'ear']
const FIRST: readonly Symptom[] = ['fever', 'dryCough', 'fatigue', 'soreThroat']

/** 测得: one reading, then the next person. Nothing is pre-selected: a default would be a falsified reading. */
export function CheckForm({ episode, onNext, autoFocus, visitId }: { episode: EpisodeCard; onNext: (() => void) | undefined; autoFocus: boolean; visitId?: string | undefined }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [temperature, setTemperature] = useState<number>()
  const [site, setSite] = useState<Site>()
  const [chosen, setChosen] = useState<Symptom[]>()
  const [all, setAll] = useState(false)
  const taken = {
    onDone: (done: { checkId: string | null; abnormal: boolean; deviceError: boolean }) => {
      const said = done.deviceError ? t('quarantine.card.deviceErrorSaid') : done.abnormal ? t('quarantine.card.abnormal') : t('quarantine.card.recorded')
      if (done.abnormal) say(said)
      // The next person’s card is open by then.
      else offerUndo(t('quarantine.card.saidOf', { name: episode.person.name, said }), () => takeBack(done.checkId))
      setTemperature(undefined)
      setChosen(undefined)
      setSite(undefined)
      if (!done.deviceError) onNext?.()
    },
    onRefused: (error: unknown) => say(tError(error)),
  }
  const undoCheck = useCommandOf(quarantineApi.undoCheck)
  const undoVisit = useCommandOf(quarantineApi.undoVisit)
  const takeBack = (checkId: string | null) => (visitId ? undoVisit.mutateAsync({ visitId }) : checkId ? undoCheck.mutateAsync({ checkId }) : undefined)
  const record = useCommandOf(quarantineApi.recordCheck, taken)
  const visit = useCommandOf(quarantineApi.recordVisit, taken)
  const busy = record.isPending || visit.isPending
  const ready = temperature !== undefined || (chosen?.length ?? 0) > 0
  const send = () => {
    if (!ready) return
    const reading = { temperature, site, symptoms: chosen ?? [] }
    if (visitId) visit.mutate({ visitId, result: 'made', ...reading })
    else record.mutate({ episodeId: episode.id, ...reading })
  }
  const shown = all ? allSymptoms : FIRST
  return (
    <Section title={t(visitId ? 'quarantine.card.visitTitle' : 'quarantine.card.checkTitle')}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); send() }}>
        <span className="row">
          <TemperatureInput value={temperature} onChange={setTemperature} label={t('quarantine.card.curve')} autoFocus={autoFocus} />
          <Choices label={t('quarantine.card.thermometer')} options={SITES.map((s) => ({ value: s, label: t(`quarantine.sites.${s}`) }))} value={site} onChange={setSite} />
        </span>
        <ManyChoices label={t('policies.page.symptom')} none={t('quarantine.card.noSymptoms')} options={shown.map((s) => ({ value: s, label: t(`policies.symptoms.${s}`) }))} value={chosen} onChange={setChosen} />
        <div className="row">
          <Button type="primary" size="large" htmlType="submit" disabled={!ready} loading={busy} className="grow">{onNext ? t('quarantine.card.recordNext') : t('quarantine.card.record')}</Button>
          {all ? null : <Button size="large" onClick={() => setAll(true)}>{t('quarantine.card.other')}</Button>}
          {visitId ? <NobodyHome name={episode.person.name} visitId={visitId} onNext={onNext} /> : null}
        </div>
      </form>
    </Section>
  )
}

/** The visit stays owed; the next door. */
function NobodyHome({ name, visitId, onNext }: { name: string; visitId: string; onNext: (() => void) | undefined }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const back = useCommandOf(quarantineApi.undoVisit)
  const visit = useCommandOf(quarantineApi.recordVisit, {
    onDone: () => { offerUndo(t('quarantine.card.saidOf', { name, said: t('quarantine.visitResults.nobodyHome') }), () => back.mutateAsync({ visitId })); onNext?.() },
    onRefused: (error) => say(tError(error)),
  })
  return <Button size="large" loading={visit.isPending} onClick={() => visit.mutate({ visitId, result: 'nobodyHome', symptoms: [] })}>{t('quarantine.visitResults.nobodyHome')}</Button>
}
