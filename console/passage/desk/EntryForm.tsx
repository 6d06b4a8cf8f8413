import { Input, Select } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { ask, newCommandId } from '../../../ui/client.ts'
import { emergencies, passageApi, specialVehicles, type PassageDecision } from '../../../modules/passage/contract.ts'
import { decidePassage, factsOf, identitiesSaid, identityOwed, memberNames } from '../../../modules/passage/rules.ts'
import { checkDocument, plateText } from '../../../modules/people/rules.ts'
import { passagePurposes } from '../../../modules/policies/contract.ts'
import { Choices, TemperatureInput } from '../../../ui/choices.tsx'
import { StateTag } from '../../../ui/card.tsx'
import { Field } from '../../../ui/form.tsx'
import { useFormats } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'
import { useCommandOf } from '../../../ui/queries.ts'
import { offerUndo, say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { photoUrl } from '../../passes/portrait.ts'
import { beep } from './beep.ts'
import { Companions } from './Companions.tsx'
import { draftOf, emptyEntry, exitsOf, visitedOf, type Entry, type Standing } from './entry.ts'
import { Verdict } from './Verdict.tsx'

/** In or out, the temperature, and the answer stands there; everything else only where it is needed. */
export function EntryForm({ gateId, standing: first, onDone }: { gateId: string; standing: Standing; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const now = useNow()
  const [standing, setStanding] = useState(first)
  const [entry, setEntry] = useState<Entry>(() => emptyEntry(first))
  const [eventId] = useState(newCommandId)
  const set = <K extends keyof Entry>(name: K) => (value: Entry[K]) => setEntry((before) => ({ ...before, [name]: value }))
  const { found, home } = standing
  const draft = draftOf(standing, entry, now)
  const decided = draft && decidePassage(factsOf(draft, found.gate, home ?? visitedOf(found) ?? null, found.held), found.policy, now)
  // What stops somebody anyhow is said before anybody measures.
  const decision = decided?.reason.code === 'measureFirst' ? undefined : decided
  useSound(decision)
  const back = useCommandOf(passageApi.takeBackPassage, { onDone: (p) => say(t(p.leadStays ? 'passage.card.leadStays' : 'passage.desk.recordedUndo')) })
  const record = useCommandOf(passageApi.recordPassage, { onRefused: (error) => say(tError(error)), onDone: (p) => { offerUndo(t('passage.desk.recorded', { outcome: t(`passage.outcomes.${p.outcome}`) }), () => back.mutateAsync({ eventId: p.eventId })); onDone() } })
  /** A whole number tells who it is: somebody who lives here, or is in quarantine elsewhere. */
  const lookUp = async (document: string) => {
    setStanding((before) => ({ ...before, document }))
    if (checkDocument('residentId', document).fault !== undefined) return
    const answer = await ask(passageApi.findAtGate, { gateId, q: document.trim() }).catch(() => undefined)
    const [own] = answer?.found ?? []
    setStanding((before) => (!answer || before.document !== document ? before : own ? { ...before, found: answer, home: own, subject: 'person' } : { ...before, found: { ...before.found, held: answer.held } }))
    if (own) setEntry((before) => ({ ...before, personId: own.personId ?? undefined }))
  }
  const owed = decision !== undefined && identityOwed(decision)
  const compare = useRef<HTMLButtonElement>(null)
  const send = (happened?: 'allow' | 'refuse', identity = entry.identity) => {
    if (!draft || !decision) return
    if (owed && happened === undefined && identity === undefined) return compare.current?.focus()
    const { outcome, step, reason, policy } = decision
    record.mutate({ eventId, gateId, at: now, ...draft, ...(identity ? { identity } : {}), decision: { outcome, step, reason, policy }, ...(happened && happened !== outcome ? { happened } : {}) })
  }
  return (
    <form className="paper desk-entry" onSubmit={(event) => { event.preventDefault(); send() }}>
      <Who standing={standing} entry={entry} onChange={set('personId')} onName={(name) => setStanding({ ...standing, name })} onTold={(told) => setStanding({ ...standing, told })} onDocument={(document) => void lookUp(document)} />
      <div className="desk-fields">
        <Field label={t('passage.desk.way')} group><Choices label={t('passage.desk.way')} value={entry.direction} onChange={set('direction')} options={[{ value: 'out', label: t('passage.directions.out') }, { value: 'in', label: t('passage.directions.in') }]} /></Field>
        <Field label={t('passage.desk.temperature')} group><TemperatureInput label={t('passage.desk.temperature')} value={entry.temperature} onChange={set('temperature')} autoFocus /></Field>
        <Field label={t('passage.desk.purpose')}><Select size="large" allowClear value={entry.purpose} aria-label={t('passage.desk.purpose')} onChange={(value) => set('purpose')(value)} options={passagePurposes.map((value) => ({ value, label: t(`passage.purposes.${value}`) }))} /></Field>
        <Field label={t('passage.desk.identity')} group><Choices label={t('passage.desk.identity')} value={entry.identity} onChange={set('identity')} options={identitiesSaid.map((value) => ({ value, label: t(`passage.identities.${value}`) }))} /></Field>
        {found.vehicle && !found.vehicle.special ? <Field label={t('passage.desk.specialSeen')}><Select size="large" allowClear placeholder={t('passage.desk.specialNo')} aria-label={t('passage.desk.specialSeen')} value={entry.special} onChange={(value) => set('special')(value)} options={specialVehicles.map((value) => ({ value, label: t(`passage.specials.${value}`) }))} /></Field> : null}
        {standing.subject === 'visitor' && entry.direction === 'in' ? <Field label={t('passage.desk.visitorConfirmed')} group><Choices label={t('passage.desk.visitorConfirmed')} value={entry.visitorConfirmed === undefined ? undefined : entry.visitorConfirmed ? 'yes' : 'no'} onChange={(value) => set('visitorConfirmed')(value === 'yes')} options={[{ value: 'yes', label: t('passage.desk.visitorYes') }, { value: 'no', label: t('passage.desk.visitorNo') }]} /></Field> : null}
      </div>
      <Verdict decision={decision} policy={found.policy?.orderNo} missing={entry.direction === undefined ? t('passage.desk.wayFirst') : t('passage.desk.decideFirst')} busy={record.isPending} owed={owed} compare={compare} onSend={send} onNext={onDone} />
      <div className="desk-fields">
        <Field label={t('passage.desk.emergency')} group hint={t('passage.desk.emergencyHint')}><Choices label={t('passage.desk.emergency')} value={entry.emergency ?? 'none'} onChange={(value) => set('emergency')(value === 'none' ? undefined : value)} options={[{ value: 'none', label: t('passage.desk.notEmergency') }, ...emergencies.map((value) => ({ value, label: t(`passage.emergencies.${value}`) }))]} /></Field>
        <Field label={t('passage.desk.companions')} group><Companions value={entry.companions} onChange={set('companions')} /></Field>
        <Field label={t('passage.desk.code')} group><Choices label={t('passage.desk.code')} value={entry.code} onChange={set('code')} options={(['green', 'yellow', 'red'] as const).map((value) => ({ value, label: t(`passage.codes.${value}`) }))} /></Field>
        {entry.direction === 'out' && exitsOf(found, entry.personId).length === 0 ? <Field label={t('passage.desk.certificate')} group>
          <Choices label={t('passage.desk.certificate')} value={entry.certificate} onChange={set('certificate')} options={(['medical', 'migrantWork', 'localWork'] as const).map((value) => ({ value, label: t(`passage.certificates.${value}`) }))} />
          {entry.certificate ? <Input size="large" maxLength={60} placeholder={t('passage.desk.certificateNumber')} aria-label={t('passage.desk.certificateNumber')} value={entry.certificateNumber} onChange={(event) => set('certificateNumber')(event.target.value)} /> : null}
        </Field> : null}
      </div>
    </form>
  )
}

/** Heard when the answer changes, where the keeper wants it. */
function useSound(decision: PassageDecision | undefined): void {
  const before = useRef<string | undefined>(undefined)
  const outcome = decision?.outcome
  useEffect(() => {
    if (outcome !== undefined && outcome !== before.current && soundOn()) beep(outcome === 'allow')
    before.current = outcome
  }, [outcome])
}
const SOUND = 'wangge.gate.sound'
export const soundOn = (): boolean => { try { return localStorage.getItem(SOUND) === 'on' } catch { return false } }
export const keepSound = (on: boolean): void => { try { localStorage.setItem(SOUND, on ? 'on' : 'off') } catch { /* private window: no sound */ } }

interface WhoProps { standing: Standing; entry: Entry; onChange: (personId: string | undefined) => void; onName: (name: string) => void; onTold: (told: string) => void; onDocument: (document: string) => void }
function Who({ standing, entry, onChange, onName, onTold, onDocument }: WhoProps): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { found, home } = standing
  const names = memberNames(home?.members ?? [])
  const lines = [
    found.pass ? t('passage.desk.pass', { no: found.pass.no, state: t(`passage.passStates.${found.pass.state}`), until: f.day(found.pass.until) }) : '',
    found.vehicle ? t('passage.desk.vehicleSeen', { plate: plateText(found.vehicle.plate) }) : '', found.visitor ? t('passage.desk.visitor', { name: found.visitor.nameMasked, address: found.visitor.address }) : '',
  ].filter(Boolean)
  return (
    <header className="desk-who">
      {found.pass?.photoOf ? <img className="desk-face" src={photoUrl(found.pass.photoOf.passId, found.pass.photoOf.takenAt)} alt={t('passage.desk.face')} /> : null}
      <h2>{home?.address ?? t(`passage.subjects.${standing.subject}`)} {home ? <span className="muted small">{t('passage.desk.people', { n: home.members.length })}</span> : null}</h2>
      {lines.map((line) => <p key={line} className="muted">{line}</p>)}
      {found.held ? <p><StateTag tone={found.held.sure ? 'bad' : 'soon'}>{t(found.held.sure ? 'passage.desk.heldElsewhere' : 'passage.desk.sameName')}</StateTag> {t(found.held.sure ? 'passage.reasons.quarantineElsewhere' : 'passage.warnings.sameNameHeld', { call: found.held.call })}</p> : null}
      {home ? <Choices label={t('passage.desk.members')} value={entry.personId ?? 'any'} onChange={(value) => onChange(value === 'any' ? undefined : value)} options={[{ value: 'any', label: t('passage.desk.anyMember') }, ...home.members.map((m, i) => ({ value: m.personId, label: names[i], hint: m.managed ? t(`quarantine.measures.${m.managed.measure}`) : exitsOf(found, m.personId)[0] ? t('passage.desk.hasExit') : m.kind === 'adult' ? '' : t(`passage.ages.${m.kind}`) }))]} /> : null}
      {exitsOf(found, entry.personId).map((exit) => <p key={exit.exitId}><StateTag tone={exit.state === 'out' ? 'on' : exit.missing.length > 0 ? 'soon' : 'good'}>{t(`passage.certificates.${exit.kind}`)}</StateTag> {exit.number} · {exit.destinationName} · {exit.state === 'out' ? t('passage.desk.exitOut') : exit.missing.length > 0 ? t('passage.desk.exitMissing', { what: exit.missing.map((need) => t(`exits.needs.${need}`)).join('、') }) : t('passage.desk.exitGood')}</p>)}
      {home || found.visitor ? null : <div className="desk-fields"><Field label={t('passage.desk.name')}><Input size="large" maxLength={60} value={standing.name} onChange={(event) => onName(event.target.value)} /></Field><Field label={t('passage.desk.document')}><Input size="large" maxLength={20} autoComplete="off" value={standing.document} onChange={(event) => onDocument(event.target.value)} /></Field><Field label={t('passage.desk.told')}><Input size="large" maxLength={120} value={standing.told} onChange={(event) => onTold(event.target.value)} /></Field></div>}
    </header>
  )
}
