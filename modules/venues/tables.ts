import type { Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type * as z from 'zod'
import type { venueKind, VenueVisit } from './contract.ts'

export const venuesTables = {
  venue: { about: '公共场所: a place with a code at its door', scope: 'area', sealed: ['token_sealed', 'keeper_phone_sealed'] },
  venue_visit: { about: '进出场所: once in and out', scope: 'area', sealed: ['phone_sealed'] },
  venue_disinfection: { about: '消毒记录: where, with what, how strong', scope: 'area' },
} satisfies Tables

export interface VenueRow {
  venueId: string; areaId: string; areaPath: string; areaName: string; name: string; kind: z.infer<typeof venueKind>; address: string; squareMetres: number; ownCapacity: number | null; keeperName: string | null; keeperPhoneMasked: string | null
  tokenSealed: string; state: 'open' | 'closed'; disinfectedAt: Instant | null; inside: number; /** 门口所见: every scan that is not out, also one of a number already inside */ scanned: number; overstaying: number; visitsToday: number
}
export type VisitRow = VenueVisit
