import type { Day, Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { Measure } from '../policies/contract.ts'
import type { PassKind } from './contract.ts'

export const passesTables = {
  pass_key: { about: '签发密钥: keys codes are signed with; the private half sealed', scope: { open: 'keys of the installation; the public half is given to every gate' }, sealed: ['private_sealed'] },
  pass: { about: '通行证: of a household, a person, a vehicle or a visitor', scope: 'area', sealed: ['visitor_phone_sealed'] },
  pass_photo: { about: '出入证照片: the face on a pass; the picture itself lies sealed among the files', scope: 'area' },
  pass_event: { about: '通行证经过: issued, reprinted, suspended, restored, revoked…', scope: 'area' },
  pass_batch: { about: '整小区签发: one run over a compound', scope: 'area' },
  pass_skip: { about: '整小区签发时没有发的户, and why', scope: 'area' },
} satisfies Tables

export interface PassRow {
  passId: string; kind: PassKind; serial: number; areaId: string; areaPath: string; areaName: string; compound: string; compoundNo: number
  householdId: string | null; personId: string | null; holder: string | null; address: string; members: number | null
  state: 'waiting' | 'valid' | 'declined' | 'revoked'
  suspendedAt: Instant | null; cause: { measure: Measure; endsOn: Day; name: string } | null
  issue: number; validFrom: Instant; validUntil: Instant; purpose: string | null; note: string | null
  plate: string | null; vehicleKind: string | null; special: boolean; owner: string | null; driver: string | null; companions: number | null; route: string | null
  recheckDays: number | null; recheckOn: Day | null
  visitorName: string | null; visitorPhoneMasked: string | null; visitorFrom: string | null; announcedBy: 'household' | 'community' | null; confirmedAt: Instant | null; arrivedAt: Instant | null
  documentMasked: string | null; phoneMasked: string | null
  issuedAt: Instant; issuerName: string | null; endedAt: Instant | null; enderName: string | null; endReason: string | null
}

export interface KeyRow { keyId: number; publicKey: string; privateSealed: string; signsFrom: Instant; signsUntil: Instant; until: Instant }
export interface EventRow { id: string; at: Instant; kind: string; params: Record<string, unknown>; actorName: string | null }
