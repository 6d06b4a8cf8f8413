import type { Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { Trade } from '../policies/contract.ts'
import type { BusinessKind, Standing } from './contract.ts'

export const resumptionTables = {
  business: { about: '企业和个体工商户: who does business where, and how far it has come with resuming work', scope: 'area', sealed: ['phone_sealed'] },
  business_step: { about: '复工经过: every step of a business, with what it was before', scope: 'area' },
} satisfies Tables

export interface BusinessRow extends Standing {
  businessId: string; areaId: string; areaPath: string; areaName: string; kind: BusinessKind; name: string; creditCode: string | null; trade: Trade; address: string; contactName: string | null; phoneMasked: string | null
  staff: number | null; toReturn: number | null; fromHighRisk: number | null
}
export interface StepRow { id: string; at: Instant; kind: string; params: Record<string, unknown>; actorName: string | null; undone: boolean; before: Standing | null }
/** 手机申请, as its receipt finds it. */
export interface AskedRow { stepId: string; businessId: string; areaPath: string; at: Instant; name: string; undone: boolean }
