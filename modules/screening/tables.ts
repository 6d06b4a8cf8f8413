import type { Day, Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { ContactKind, Decision, Measure, Symptom } from '../policies/contract.ts'
import type { PersonBrief } from '../people/contract.ts'
import type { AsTold, Channel, DismissReason, Origin, Purpose, ScreeningCard, ScreeningState, ToldBy } from './contract.ts'

export const screeningTables = {
  screening: {
    about: '排查记录: three questions and one measurement, by whatever channel', scope: 'area', sealed: ['document_sealed', 'phone_sealed', 'told_by_phone_sealed'],
  },
  tip: { about: '邻里协查: what an anonymous neighbour saw', scope: 'area', sealed: ['phone_sealed'] },
} satisfies Tables

/** A record as it stands in the table. */
export interface ScreeningRow {
  id: string
  receiptNo: string
  areaId: string
  areaPath: string
  communityId: string
  channel: Channel
  state: ScreeningState
  personId: string | null
  householdId: string | null
  name: string
  sex: string | null
  birthOn: Day | null
  documentKind: ScreeningCard['documentKind']
  documentSealed: string | null
  documentIndex: string | null
  documentMasked: string | null
  documentWrong: boolean
  phoneSealed: string | null
  phoneIndex: string | null
  phoneMasked: string | null
  building: string
  unit: string
  room: string
  origin: Origin
  originName: string
  originPlace: string | null
  leftOn: Day | null
  arrivedOn: Day
  transport: ScreeningCard['transport']
  tripNo: string | null
  via: string | null
  companions: number | null
  purpose: Purpose | null
  purposeNote: string | null
  occupation: string | null
  closeContacts: string | null
  contact: ContactKind
  contactAsked: boolean
  lastExposureOn: Day | null
  symptoms: Symptom[]
  symptomsAsked: boolean
  temperature: number | null
  temperatureSite: ScreeningCard['temperatureSite']
  deviceError: boolean
  reportedAt: Instant
  receivedAt: Instant
  reportedBy: string | null
  reporterName: string | null
  verifiedAt: Instant | null
  verifiedBy: string | null
  verifierName: string | null
  decision: Decision | null
  policyId: string | null
  originClass: string | null
  measure: Measure | null
  outcomeReason: DismissReason | null
  note: string | null
  verifyBy: Instant | null
  episodeId: string | null
  episodeExtended: boolean
  joinedTo: string | null
  handedToAreaId: string | null
  handedToName: string | null
  deliveredAt: Instant | null
  handedFromId: string | null
  handedFromName: string | null
  linkId: string | null
  toldByName: string | null
  toldByRelation: ToldBy['relation'] | null
  toldByPhoneSealed: string | null
  toldByPhoneMasked: string | null
  dayTold: boolean
  asTold: AsTold | null
  /** 问过,没有: fields that were asked about in vain. */
  confirmed: string[]
}

export type FoundPerson = PersonBrief
