import { addMinutes, dayOf, type Day, type Instant } from '../../../kernel/dates.ts'
import type { ContactKind, PolicyDocument, ScreeningFacts, Symptom } from '../../policies/contract.ts'
import { readTemperature } from '../../policies/rules.ts'
import type { Gap, Origin } from '../contract.ts'

/** What a record says, as far as a decision or its completeness is concerned. */
export interface Said {
  origin: Origin
  originName: string
  originPlace: string | null
  arrivedOn: Day
  dayTold: boolean
  purpose: string | null
  contact: ContactKind
  lastExposureOn: Day | null
  symptoms: Symptom[]
  symptomsAsked: boolean
  temperature: number | null
  deviceError: boolean
  reportedAt: Instant
}

/** The facts as the policy reads them. A device error or a blank is no reading, so it is not among them. */
export const factsFor = (said: Said, homeCode: string): ScreeningFacts => ({
  homeCode,
  originCode: /^\d{6}$/.test(said.origin) ? said.origin : null,
  originAbroad: said.origin === 'abroad',
  originName: said.originName,
  arrivedOn: said.arrivedOn,
  contact: said.contact,
  symptoms: said.symptoms,
  reportedAt: said.reportedAt,
  ...(said.originPlace !== null ? { originPlace: said.originPlace } : {}),
  ...(said.lastExposureOn !== null ? { lastExposureOn: said.lastExposureOn } : {}),
  ...(said.temperature !== null && !said.deviceError ? { temperature: said.temperature } : {}),
})

/** A reading that cannot be one under this order; without an order nothing can be said, so the reading stands. */
export const isDeviceError = (document: PolicyDocument | undefined, celsius: number | undefined): boolean =>
  celsius !== undefined && document !== undefined && readTemperature(document, celsius) === 'deviceError'

export interface Papers {
  documentKind: string
  hasDocument: boolean
  documentWrong: boolean
  hasPhone: boolean
  hasAddress: boolean
}

/** What is missing or cannot be so. Facts are taken with gaps; the gaps are shown until somebody fills them. */
export function gapsOf(said: Said, papers: Papers): Gap[] {
  const found: [boolean, Gap][] = [
    [said.origin === 'unknown', 'originUnknown'],
    [!said.dayTold, 'arrivalUnknown'],
    [said.purpose === null, 'purposeMissing'],
    [!said.symptomsAsked && said.symptoms.length === 0, 'symptomsNotAsked'],
    [said.temperature === null, 'temperatureMissing'],
    [said.deviceError, 'deviceError'],
    [said.contact !== 'none' && said.lastExposureOn === null, 'exposureDateMissing'],
    [!papers.hasDocument && papers.documentKind !== 'none', 'documentMissing'],
    [papers.documentWrong, 'documentWrong'],
    [!papers.hasPhone, 'phoneMissing'],
    [!papers.hasAddress, 'addressMissing'],
  ]
  return found.filter(([is]) => is).map(([, gap]) => gap)
}

/** 核实时限 of a report that waits. */
export const verifyByOf = (document: PolicyDocument | undefined, receivedAt: Instant): Instant | null =>
  document ? addMinutes(receivedAt, document.deadlines.verifyMinutes) : null

// Without 0/O and 1/I: it is read out over the telephone.
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** 回执号: the day and five letters out of the random end of the id: 0226-K7XQ2. */
export function receiptNoOf(screeningId: string, reportedAt: Instant): string {
  const day = dayOf(reportedAt)
  const tail = parseInt(screeningId.replaceAll('-', '').slice(-7), 16)
  const letters = [0, 5, 10, 15, 20].map((shift) => LETTERS[(tail >>> shift) & 31]).join('')
  return `${day.slice(5, 7)}${day.slice(8)}-${letters}`
}
