import type { Instant } from '../../kernel/dates.ts'
import type { BothLanguages } from '../../kernel/fields.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { DutyRole } from '../duty/contract.ts'
import type { Level } from '../territory/contract.ts'
import type { ItemState, ZoneKind, ZoneValue } from './contract.ts'

export const zonesTables = {
  zone_state: { about: '社区疫情状态、小区等级: what an order put an area into, since when; superseded, never overwritten', scope: 'area' },
  zone_checklist: { about: '措施清单 of an office for a state or grade: versions, one in force', scope: 'area' },
  zone_item: { about: '措施清单: one measure with owner and deadline', scope: 'area' },
  zone_photo: { about: '佐证照片: evidence that a measure is in place; the picture itself lies sealed among the files', scope: 'area' },
} satisfies Tables

export interface ZoneRow {
  zoneId: string
  areaId: string
  areaPath: string
  areaName: string
  level: Level
  kind: ZoneKind
  value: ZoneValue
  fromAt: Instant
  orderNo: string
  issuer: string
  scopeNote: string | null
  reason: string | null
  setAt: Instant
  setterName: string | null
  supersededAt: Instant | null
  undoneAt: Instant | null
}

export interface ItemRow {
  itemId: string
  areaId: string
  areaPath: string
  areaName: string
  kind: ZoneKind
  openedBy: string
  closedBy: string | null
  measureKey: string | null
  title: BothLanguages
  source: BothLanguages | null
  sort: number
  ownerRole: DutyRole | null
  ownerAccountId: string | null
  ownerName: string | null
  dueAt: Instant
  state: ItemState
  note: string | null
  settledAt: Instant | null
  settlerName: string | null
  createdAt: Instant
  creatorName: string | null
}

export interface PhotoRow { photoId: string; itemId: string; areaPath: string; fileId: string; contentType: string; bytes: number; takenAt: Instant; takerName: string | null }
