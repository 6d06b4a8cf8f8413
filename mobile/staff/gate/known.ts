import type { Instant } from '../../../kernel/dates.ts'
import type { CarriedHousehold, GateBrief, GateData, PassageDecision, PassageRecord } from '../../../modules/passage/contract.ts'
import type { PassKeys, Revocations } from '../../../modules/passes/contract.ts'
import { doorTyped as plain } from '../../../modules/people/rules/addresses.ts'
import { normalPlate, plateKind } from '../../../modules/people/rules/plates.ts'

/** 卡点随身数据: what is decided with, sealed on the phone with the rest. */
export interface GateCarried {
  gates: (GateBrief & { rostered: boolean; onPost: boolean })[]
  /** Of the gate somebody stands at. */
  gateId: string
  data: GateData | null
  keys: PassKeys | null
  revocations: Revocations | null
}

/** By room (`3-2-501`, `3幢501`), by the beginning of a name or its letters (`lgl`), by plate. Masked names are found by what is shown of them. */
export function findAtGate(data: GateData, typed: string): CarriedHousehold[] {
  const text = plain(typed)
  if (text === '') return []
  const owner = data.vehicles.find((one) => one.plate === normalPlate(typed))?.householdId
  const parts = text.split('-').filter(Boolean)
  const isDoor = /^\d[\d-]*$/.test(text)
  return data.households.filter((one) => one.householdId === owner || (isDoor ? doorFits(one.doorKey, parts) : plain(one.address).includes(text) || one.members.some((m) => m.initials.startsWith(text) || m.nameMasked.startsWith(typed.trim())))).slice(0, 20)
}

/** `501` is any 501; `3-501` building 3, whatever unit; `3-2-501` the door itself. */
function doorFits(doorKey: string, parts: readonly string[]): boolean {
  const [building = '', unit = '', room = ''] = plain(`${doorKey} `).split('-').map((one) => one.trim())
  const [last] = parts.slice(-1)
  if (parts.length === 1) return room === last || (room === '' && building === last)
  if (parts.length === 2) return building === parts[0] && room === last
  return building === parts[0] && unit === parts[1] && room === parts[2]
}

export const isPlate = (typed: string): boolean => plateKind(typed) !== undefined

/** What passed here since the data were made counts too, or a household went out twice without a signal. */
export function withOwn(household: CarriedHousehold, own: readonly { record: PassageRecord; decision: PassageDecision }[], madeAt: Instant): CarriedHousehold {
  const mine = own.filter(({ record, decision }) => record.householdId === household.householdId && record.at > madeAt && decision.outcome === 'allow')
  const counted = mine.filter(({ decision }) => decision.counted).map(({ record }) => record.at).toReversed()
  const last = mine.at(-1)?.record
  return { ...household, exits: [...counted, ...household.exits], outSince: last === undefined ? household.outSince : last.direction === 'out' ? last.at : null }
}
