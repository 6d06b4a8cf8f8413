import type { Tables } from '../../kernel/tables.ts'
import type { Movement, SentLot, SupplyLine, SupplyRequest } from './contract.ts'

export const suppliesTables = {
  supply_item: { about: '物资: what an office keeps in its cupboard, by name and specification', scope: 'area' },
  supply_request: { about: '申领: asked of the office above, sent or refused with why, confirmed on arrival', scope: 'area' },
  supply_movement: { about: '出入库: received, given, counted, disposed of or reversed', scope: 'area' },
  supply_part: { about: '出入库按批次: how a movement falls on the batches', scope: 'area' },
} satisfies Tables

export type ItemRow = Omit<SupplyLine, 'days'> & { areaPath: string }
export type MovementRow = Omit<Movement, 'mayUndo' | 'mayReverse' | 'householdId' | 'door'> & { recipientId: string | null; areaPath: string; areaId: string; receivedAt: string; accountId: string | null }
export type RequestRow = Omit<SupplyRequest, 'own'> & { areaPath: string; sentLots: SentLot[] | null }
