import { useState, type ReactNode } from 'react'
import { specialVehicles, type Direction, type PassageDecision } from '../../../modules/passage/contract.ts'
import { withoutBlanks } from '../../../modules/field/rules.ts'
import { identitiesSaid, identityOwed, memberNames } from '../../../modules/passage/rules.ts'
import { passagePurposes } from '../../../modules/policies/contract.ts'
import { usePassageWords } from '../../../ui/passage-words.ts'
import { Choice, PhoneField, TextField } from '../../../ui/phone/fields.tsx'
import { BigButton, Notice, Screen } from '../../../ui/phone/Screen.tsx'
import { useWords } from '../../../ui/words.ts'
import { fieldNow } from '../outbox/box.ts'
import { Restored } from '../parts/Restored.tsx'
import { degreesOf, Keypad } from '../parts/Keypad.tsx'
import { Companions } from './Companions.tsx'
import { Certificates } from './Certificates.tsx'
import type { GateCarried } from './known.ts'
import { decideAtGate, going, warningsOf, withExit, type Standing } from './passing.ts'

interface Props { gate: GateCarried; standing: Standing; /** What was typed of a reading before the page was lost. */ typed: string; ms: number | undefined; from: string | undefined; onKeep: (standing: Standing, typed: string) => void; onPass: (standing: Standing) => void; onEmergency: (standing: Standing) => void; onBack: () => void }
const measuring = (decision: PassageDecision) => decision.reason.code === 'measureFirst' || decision.reason.code === 'measureCompanions' || decision.reason.code === 'measureAgain'

/** Who stands there and what is known already; a temperature, then out or in. What stops somebody anyhow is said before anybody measures. */
export function Who({ gate, standing: known, typed: before, ms, from, onKeep, onPass, onEmergency, onBack }: Props): ReactNode {
  const t = useWords()
  const [draft, setDraft] = useState(known.draft)
  const [typed, setTyped] = useState(before)
  const [fault, setFault] = useState<string>()
  const [owing, setOwing] = useState<Direction>()
  const put = (next: typeof draft, reading = typed) => { setFault(undefined); setOwing(undefined); setDraft(next); setTyped(reading); onKeep({ ...known, draft: next }, reading) }
  const set = (change: Partial<typeof draft>) => put({ ...draft, ...change })
  const temperature = degreesOf(typed)
  const standing: Standing = { ...known, draft: withoutBlanks({ ...draft, ...(temperature === undefined ? {} : { temperature }) }) }
  const go = (direction: Direction, identity = draft.identity) => {
    const one = going({ ...standing, draft: { ...standing.draft, ...(identity ? { identity } : {}) } }, direction, gate)
    const decision = decideAtGate(one, gate)
    if (measuring(decision)) setFault(decision.reason.code)
    else if (identityOwed(decision)) setOwing(direction)
    else onPass(one)
  }
  return (
    <Screen over={known.verified ? t(`passage.passStates.${draft.passState ?? draft.vehiclePass ?? 'valid'}`) : ''} title={nameOf(standing, t)} under={[known.household?.address, known.household ? t('field.phone.gate.people', { n: known.household.members.length }) : ''].filter(Boolean).join(' · ')}
      foot={owing ? <Identity onPick={(identity) => go(owing, identity)} onBack={() => setOwing(undefined)} /> : <>
        <div className="pair even"><BigButton onPress={() => go('out')}>{t('field.phone.gate.out')}</BigButton><BigButton onPress={() => go('in')}>{t('field.phone.gate.in')}</BigButton></div>
        <div className="pair even"><BigButton kind="danger" onPress={() => onEmergency(standing)}>{t('field.phone.gate.emergency')}</BigButton><BigButton kind="second" onPress={onBack}>{t('field.phone.gate.cancel')}</BigButton></div>
      </>}>
      <Restored kept={{ from, restart: onBack }} />
      <Before gate={gate} standing={standing} />
      {warningsOf(known).map(([key, params]) => <Notice key={key} tone="soon">{t(key, params)}</Notice>)}
      {known.verified ? <p className="dim small" data-verified={ms}>{t('field.phone.gate.verified', { ms: ms ?? 0 })}</p> : null}
      {fault ? <Fault code={fault} celsius={temperature} /> : null}
      <Certificates gate={gate} standing={standing} onPick={(exit) => put(withExit({ ...standing, draft: { ...draft, personId: exit.personId, subject: ofPerson(draft) } }, gate).draft)} />
      {draft.passState !== undefined || known.household ? <div className="identity"><Choice label={t('field.phone.gate.identity')} value={draft.identity === 'notCompared' ? undefined : draft.identity} onChange={(identity) => set({ identity })} options={identitiesSaid.map((value) => ({ value, label: t(`passage.identities.${value}`) }))} /></div> : null}
      <Keypad label={t('field.phone.gate.temperature')} typed={typed} onType={(next) => put(draft, next)} faulty={fault !== undefined} />
      <Member standing={standing} onPick={(personId) => put(withExit({ ...standing, draft: personId ? { ...draft, personId, subject: ofPerson(draft) } : withoutPerson(draft) }, gate).draft)} />
      <Told standing={standing} set={set} />
      <details className="block more" open={draft.purpose !== undefined || (draft.companions?.length ?? 0) > 0}>
        <summary>{t('field.phone.gate.more')}</summary>
        <PhoneField label={t('field.phone.gate.purpose')} group><Choice label={t('field.phone.gate.purpose')} value={draft.purpose} onChange={(purpose) => set({ purpose })} options={passagePurposes.map((value) => ({ value, label: t(`passage.purposes.${value}`) }))} /></PhoneField>
        <Companions all={draft.companions ?? []} onChange={(companions) => set({ companions })} />
        <PhoneField label={t('field.phone.gate.code')} group><Choice label={t('field.phone.gate.code')} value={draft.code?.colour ?? undefined} onChange={(colour) => set({ code: { colour, seenAt: fieldNow(), how: 'seen' } })} options={(['green', 'yellow', 'red'] as const).map((value) => ({ value, label: t(`passage.codes.${value}`) }))} /></PhoneField>
      </details>
    </Screen>
  )
}

/** 人和证对上了吗: asked where it was not said, in place of what was pressed; one tap lets them through. */
function Identity({ onPick, onBack }: { onPick: (identity: (typeof identitiesSaid)[number]) => void; onBack: () => void }): ReactNode {
  const t = useWords()
  const button = (one: (typeof identitiesSaid)[number], kind: 'second' | 'danger' | undefined) => <BigButton {...(kind ? { kind } : {})} onPress={() => onPick(one)}>{t(`passage.identities.${one}`)}</BigButton>
  return (
    <div className="identity-owed" role="group" aria-label={t('field.phone.gate.identity')}>
      <p role="alert">{t('field.phone.gate.identity')}</p>
      <div className="pair even">{button('same', undefined)}{button('known', 'second')}</div>
      <div className="pair even">{button('noDocument', 'second')}{button('differs', 'danger')}</div>
      <button type="button" className="plain-button" onClick={onBack}>{t('field.phone.back')}</button>
    </div>
  )
}

type Draft = Standing['draft']
/** Whoever sits in it, a car stays one. */
const ofPerson = ({ subject }: Draft): Draft['subject'] => (subject === 'vehicle' ? subject : 'person')
const withoutPerson = ({ personId: _p, certificate: _c, ...draft }: Draft): Draft => ({ ...draft, subject: draft.subject === 'vehicle' ? 'vehicle' : 'household' })
type Say = ReturnType<typeof useWords>
const nameOf = ({ draft, household }: Standing, t: Say): string => {
  const member = household?.members.find((one) => one.personId === draft.personId)
  return member?.nameMasked ?? draft.plate ?? draft.name ?? (household ? household.members.map((one) => one.nameMasked).join('、') : t(draft.subject === 'vehicle' ? 'field.phone.gate.asVehicle' : 'field.phone.gate.asVisitor', { plate: '' }))
}

/** What is known without a reading: stops at once, or lets somebody be measured. */
function Before({ gate, standing }: { gate: GateCarried; standing: Standing }): ReactNode {
  const t = useWords()
  const say = usePassageWords()
  return (['out', 'in'] as const).map((direction) => {
    const decision = decideAtGate(going(standing, direction, gate), gate)
    if (direction === 'in' && decision.outcome === 'allow') return null
    const word = t(`field.phone.gate.${direction}`)
    return decision.outcome === 'allow' || measuring(decision)
      ? direction === 'in' ? null : <Notice key={direction} tone="good" title={t('field.phone.gate.may', { direction: word })}>{measuring(decision) ? t('field.phone.gate.first') : say.reason(decision.reason)}</Notice>
      : <Notice key={direction} tone="bad" title={t('field.phone.gate.mayNot', { direction: word })}>{say.reason(decision.reason)}</Notice>
  })
}

function Fault({ code, celsius }: { code: string; celsius: number | undefined }): ReactNode {
  const say = usePassageWords()
  return <p className="fault" role="alert">{say.reason({ code: code as 'measureFirst', params: { celsius: celsius ?? '' } })}</p>
}

/** 是哪一位: in a household where one is managed it makes a difference. */
function Member({ standing: { household, draft }, onPick }: { standing: Standing; onPick: (personId: string | undefined) => void }): ReactNode {
  const t = useWords()
  if (!household || household.members.length < 2) return null
  const names = memberNames(household.members)
  const options = household.members.map((m, i) => ({ value: m.personId, label: [names[i], m.kind === 'adult' ? '' : t(`passage.ages.${m.kind}`)].filter(Boolean).join(' ') }))
  return (
    <PhoneField label={t('field.phone.gate.who')} group>
      <Choice label={t('field.phone.gate.who')} value={draft.personId ?? 'anybody'} onChange={(one) => onPick(one === 'anybody' ? undefined : one)} options={[...options, { value: 'anybody', label: t('field.phone.gate.anybody') }]} />
    </PhoneField>
  )
}

/** Somebody without papers: a name, where from and to whom; a vehicle: whether it is one that always passes. */
function Told({ standing: { draft, household }, set }: { standing: Standing; set: (change: Partial<Draft>) => void }): ReactNode {
  const t = useWords()
  if (draft.subject === 'vehicle') {
    return (
      <PhoneField label={t('field.phone.gate.special')} group>
        <Choice label={t('field.phone.gate.special')} value={draft.specialVehicle} onChange={(specialVehicle) => set({ specialVehicle })} options={specialVehicles.map((value) => ({ value, label: t(`passage.specials.${value}`) }))} />
      </PhoneField>
    )
  }
  if (household || draft.subject === 'person' || draft.subject === 'household') return null
  return (
    <>
      <TextField label={t('field.phone.gate.name')} value={draft.name ?? ''} onChange={(name) => set({ name })} maxLength={40} />
      <TextField label={t('field.phone.gate.document')} optional value={draft.document ?? ''} onChange={(document) => set({ document })} maxLength={20} />
      <TextField label={t('field.phone.gate.from')} optional value={draft.told ?? ''} onChange={(told) => set({ told })} maxLength={100} />
    </>
  )
}
