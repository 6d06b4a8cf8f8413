import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { careApi, careWays, type CareCard, type CareResult, type CareWay } from '../../modules/care/contract.ts'
import { mustCall } from '../../modules/care/rules.ts'
import { matterKinds, type MatterKind } from '../../modules/matters/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useOfferVisit } from './acts.ts'

/** What people at home ask for first stands first. */
const needKinds: readonly MatterKind[] = [...new Set<MatterKind>(['errand', 'transport', 'hardship', ...matterKinds])]
/** In quarantine to the door without meeting; missed twice by telephone; else to the door. */
const usualWay = (c: Pick<CareCard, 'measure' | 'missed'>): CareWay => (mustCall(c.missed) ? 'phone' : c.measure === null ? 'door' : 'threshold')

/** 记一次走访: 都好 and 没见到人 are one press; a need becomes a matter. */
export function VisitForm({ person: c }: { person: CareCard }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const offer = useOfferVisit()
  const [way, setWay] = useState<CareWay>(() => usualWay(c))
  const [asked, setAsked] = useState<'need' | 'changed'>()
  const [note, setNote] = useState('')
  const [kind, setKind] = useState<MatterKind>()
  const [urgent, setUrgent] = useState(false)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const send = useCommandOf(careApi.recordCareVisit, {
    onDone: ({ visitId, matterNumber }, { result }) => {
      offer(matterNumber ? t('care.act.savedNeed', { name: c.name, number: matterNumber }) : t('care.act.saved', { name: c.name, result: t(`care.results.${result}`) }), visitId)
      setAsked(undefined); setNote(''); setKind(undefined); setFaults({})
    },
    onRefused: (error) => setFaults({ note: tError(error) }),
  })
  const record = (result: CareResult) => {
    const words = note.trim()
    if (result === 'need' && kind) send.mutate({ personId: c.personId, way, result, need: { kind, words, urgent } })
    else send.mutate({ personId: c.personId, way, result, ...(words ? { note: words } : {}) })
  }
  const submit = () => {
    if (!asked) return
    const found = { ...(asked === 'need' && !kind ? { kind: t('care.act.whatNeed') } : {}), ...(note.trim().length >= 2 ? {} : { note: t(asked === 'need' ? 'care.act.wordsNeed' : 'care.act.changedNeed') }) }
    setFaults(found)
    if (Object.keys(found).length === 0) record(asked)
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('care.act.way')} group><Choices label={t('care.act.way')} value={way} onChange={setWay} options={careWays.map((value) => ({ value, label: t(`care.ways.${value}`) }))} /></Field>
      {asked === 'need' ? <Field label={t('care.act.what')} fault={faults['kind']} group><Choices label={t('care.act.what')} value={kind} onChange={setKind} options={needKinds.map((value) => ({ value, label: t(`matters.kinds.${value}`) }))} /></Field> : null}
      <Field label={asked === 'need' ? t('care.act.words') : t('care.act.note')} fault={faults['note']} optional={!asked}>
        <Input size="large" maxLength={300} placeholder={t(asked === 'need' ? 'care.act.wordsHint' : asked === 'changed' ? 'care.act.changedHint' : 'care.act.noteHint')} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      {asked === 'need' ? <Field label={t('care.act.urgentAsk')} group><Choices label={t('care.act.urgentAsk')} value={urgent ? 'yes' : 'no'} onChange={(value) => setUrgent(value === 'yes')} options={[{ value: 'no', label: t('care.act.urgentNo') }, { value: 'yes', label: t('care.act.urgent') }]} /></Field> : null}
      {asked ? <FormFoot go={t(asked === 'need' ? 'care.act.saveNeed' : 'care.act.save')} busy={send.isPending} onBack={() => { setAsked(undefined); setFaults({}) }} /> : (
        <div className="care-results">
          <Button type="primary" size="large" loading={send.isPending} onClick={() => record('fine')}>{t('care.act.fine')}</Button>
          <Button size="large" onClick={() => setAsked('need')}>{t('care.act.need')}</Button>
          <Button size="large" disabled={send.isPending} onClick={() => record('notMet')}>{t('care.act.notMet')}</Button>
          <Button size="large" onClick={() => setAsked('changed')}>{t('care.act.changed')}</Button>
        </div>
      )}
    </Guided>
  )
}
