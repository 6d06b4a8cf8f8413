import { useState } from 'react'
import type * as z from 'zod'
import type { InputOf } from '../../kernel/endpoint.ts'
import type { documentKind } from '../../modules/people/contract.ts'
import { checkDocument, isPhone } from '../../modules/people/rules.ts'
import type { ContactKind, Symptom } from '../../modules/policies/contract.ts'
import type { Origin, Purpose, screeningApi, ToldBy } from '../../modules/screening/contract.ts'
import type { Say } from '../../ui/words.ts'

type DocumentKind = z.infer<typeof documentKind>

export interface Person {
  name: string; phone: string; documentKind: DocumentKind; documentNo: string
  contact: Extract<ContactKind, 'none' | 'general'> | undefined; lastExposureOn: string
  symptoms: Symptom[] | undefined; temperature: number | undefined
}
/** 代填人: a child or an old person has no telephone of their own. */
export interface Proxy { name: string; relation: ToldBy['relation'] | undefined; phone: string }
export interface Draft {
  step: number
  /** Set while somebody fills it in for others. */
  proxy: Proxy | undefined
  /** Sent and not answered yet: the same command goes again, also after the page was closed. */
  submission: { of: string; id: string } | undefined
  privacyRead: boolean
  origin: Origin | undefined; originName: string; originPlace: string
  arrivedOn: string; purpose: Purpose | undefined
  transport: InputOf<typeof screeningApi.declare>['transport']; tripNo: string
  areaId: string | undefined; building: string; unit: string; room: string
  people: Person[]
  signedBy: string
}

export const nobody: Person = { name: '', phone: '', documentKind: 'residentId', documentNo: '', contact: undefined, lastExposureOn: '', symptoms: undefined, temperature: undefined }
const empty: Draft = {
  step: 0, proxy: undefined, submission: undefined, privacyRead: false, origin: undefined, originName: '', originPlace: '', arrivedOn: '', purpose: undefined, transport: undefined, tripNo: '',
  areaId: undefined, building: '', unit: '', room: '', people: [nobody], signedBy: '',
}

/** One screen each, two answers at most; those about a person come once for everybody who travels along. */
export type Step = { at: 'start' | 'proxy' | 'from' | 'when' | 'how' | 'live' | 'another' | 'check' } | { at: 'who' | 'contact' | 'health'; person: number }
export const stepsOf = (draft: Draft): Step[] => [
  { at: 'start' }, ...(draft.proxy ? [{ at: 'proxy' as const }] : []), { at: 'from' }, { at: 'when' }, { at: 'how' }, { at: 'live' },
  ...draft.people.flatMap((_, person): Step[] => [{ at: 'who', person }, { at: 'contact', person }, { at: 'health', person }]),
  { at: 'another' }, { at: 'check' },
]

/** What was typed stays on this phone until it has arrived: a call, a lost signal or a closed page costs nothing. */
export function useKept(key: string) {
  const [draft, setDraft] = useState<Draft>(() => read(key) ?? empty)
  const set = (change: Partial<Draft>) => setDraft((before) => {
    const after = { ...before, ...change }
    try { localStorage.setItem(key, JSON.stringify(after)) } catch { /* a full or private store costs only the draft */ }
    return after
  })
  const drop = () => {
    try { localStorage.removeItem(key) } catch { /* nothing was kept */ }
    setDraft(empty)
  }
  return { draft, set, drop }
}

function read(key: string): Draft | undefined {
  try {
    const kept = localStorage.getItem(key)
    if (kept === null) return undefined
    const draft = { ...empty, ...(JSON.parse(kept) as Partial<Draft>) }
    return { ...draft, people: draft.people.map((person) => ({ ...nobody, ...person })) }
  } catch {
    return undefined
  }
}

export type Faults = Record<string, string>

/** What this screen still needs, at its field. Everything else may stay open; the community asks when it calls. */
export function faultsOf(step: Step, draft: Draft, t: Say, today: string): Faults {
  const need = (key: string, missing: boolean, say = 'required'): Faults => (missing ? { [key]: t(`screening.declaration.${say}`) } : {})
  switch (step.at) {
    case 'start': return need('privacyRead', !draft.privacyRead, 'choose')
    case 'proxy': return { ...need('proxyName', !draft.proxy?.name.trim()), ...need('relation', !draft.proxy?.relation, 'choose'), ...(isPhone(draft.proxy?.phone ?? '') ? {} : need('proxyPhone', true, 'phoneWrong')) }
    case 'from': return need('origin', !draft.origin)
    case 'when': return { ...need('arrivedOn', !draft.arrivedOn || draft.arrivedOn > today, 'choose'), ...need('purpose', !draft.purpose, 'choose') }
    case 'live': return need('room', !draft.room.trim() && !draft.areaId)
    case 'check': return need('signedBy', !draft.signedBy.trim())
    case 'who': case 'contact': case 'health': return personFaults(step.at, draft.people[step.person] ?? nobody, step.person === 0 && !draft.proxy, t, today)
    default: return {}
  }
}

function personFaults(at: 'who' | 'contact' | 'health', person: Person, needsPhone: boolean, t: Say, today: string): Faults {
  const say = (key: string) => t(`screening.declaration.${key}`)
  if (at === 'health') return person.symptoms === undefined ? { symptoms: say('choose') } : {}
  if (at === 'contact') return person.contact === undefined ? { contact: say('choose') } : person.contact === 'general' && !person.lastExposureOn ? { lastExposureOn: say('required') } : {}
  const number = person.documentNo.trim()
  return {
    ...(person.name.trim() ? {} : { name: say('required') }),
    ...(needsPhone && !person.phone.trim() ? { phone: say('required') } : person.phone.trim() && !isPhone(person.phone) ? { phone: say('phoneWrong') } : {}),
    ...(person.documentKind !== 'none' && number && checkDocument(person.documentKind, number, today).fault ? { documentNo: person.documentKind === 'residentId' ? say('documentWrong') : t('screening.form.documentShape') } : {}),
  }
}

export function inputOf(draft: Draft): InputOf<typeof screeningApi.declare> {
  const { building, unit, room } = draft
  return {
    origin: draft.origin ?? 'unknown', originName: draft.originName, arrivedOn: draft.arrivedOn, companions: draft.people.length - 1, signedBy: draft.signedBy.trim(), privacyRead: true,
    ...(draft.proxy?.relation ? { toldBy: { name: draft.proxy.name.trim(), relation: draft.proxy.relation, phone: draft.proxy.phone.trim() } } : {}),
    ...(draft.originPlace.trim() ? { originPlace: draft.originPlace.trim() } : {}), ...(draft.purpose ? { purpose: draft.purpose } : {}), ...(draft.transport ? { transport: draft.transport } : {}),
    ...(draft.tripNo.trim() ? { tripNo: draft.tripNo.trim() } : {}), ...(draft.areaId ? { areaId: draft.areaId } : {}),
    people: draft.people.map((p) => ({
      name: p.name.trim(), building, unit, room, symptoms: p.symptoms ?? [], symptomsAsked: p.symptoms !== undefined, contact: p.contact ?? 'none', contactAsked: p.contact !== undefined,
      ...(p.documentNo.trim() && p.documentKind !== 'none' ? { documentKind: p.documentKind, documentNo: p.documentNo.trim() } : { documentKind: 'none' as const }),
      ...(p.phone.trim() ? { phone: p.phone.trim() } : {}), ...(p.contact === 'general' && p.lastExposureOn ? { lastExposureOn: p.lastExposureOn } : {}), ...(p.temperature === undefined ? {} : { temperature: p.temperature }),
    })),
  }
}
