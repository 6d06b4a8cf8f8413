import type { Instant } from '../../../kernel/dates.ts'
import type { CarriedHousehold, GateBrief, GateData, PassageDecision, PassageRecord } from '../../../modules/passage/contract.ts'
import type { PassKeys, Revocations } from '../../../modules/passes/contract.ts'
import { plateKind } from '../../../modules/people/rules/plates.ts'

/** 卡点随身数据: what is decided with, sealed on the phone with the rest. */
export interface GateCarried {
  gates: (GateBrief & { rostered: boolean; onPost: boolean })[]
  /** Of the gate somebody stands at. */
  gateId: string
  data: GateData | null
  keys: PassKeys | null
  revocations: Revocations | null
}

export const isPlate = (typed: string): boolean => plateKind(typed) !== undefined

/** What passed here since the data were made counts too, or a household went out twice without a signal. */
export function withOwn(household: CarriedHousehold, own: readonly { record: PassageRecord; decision: PassageDecision }[], madeAt: Instant): CarriedHousehold {
  const mine = own.filter(({ record, decision }) => record.householdId === household.householdId && record.at > madeAt && decision.outcome === 'allow')
  const counted = mine.filter(({ decision }) => decision.counted).map(({ record }) => record.at).toReversed()
  const last = mine.at(-1)?.record
  return { ...household, exits: [...counted, ...household.exits], outSince: last === undefined ? household.outSince : last.direction === 'out' ? last.at : null }
}
