import type { Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { FieldCommand, ParcelState, ParcelWhy } from './contract.ts'

export const fieldTables = {
  field_device: { about: '手机: a phone as one account of the staff uses it, with the key that seals what it keeps', scope: { open: 'a phone comes without a session, and goes along when its owner’s duty moves; lists are filtered by the service to the caller’s range' }, sealed: ['key_sealed'] },
  field_parcel: { about: '来自手机: a record its author could not send any more, until somebody takes it over or files it', scope: 'area', sealed: ['content_sealed'] },
} satisfies Tables

export interface DeviceRow {
  deviceId: string; phoneId: string; accountId: string; accountName: string; areaPath: string; areaName: string; role: string | null; name: string; keySealed: string; sessionId: string | null
  openedAt: Instant; seenAt: Instant; waiting: number; carryMadeAt: Instant | null; clockOffSeconds: number
  wipeOrderedAt: Instant | null; wipeOrdererName: string | null; wipedAt: Instant | null
}

export interface ParcelRow {
  parcelId: string; deviceId: string; deviceName: string; accountId: string; authorName: string; areaPath: string; areaName: string; command: FieldCommand; contentSealed: string; why: ParcelWhy
  recordedAt: Instant; receivedAt: Instant; clockOffSeconds: number; state: ParcelState; settledAt: Instant | null; settlerName: string | null; reason: string | null
}
