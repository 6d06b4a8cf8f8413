import type { Instant } from '../../../kernel/dates.ts'
import type { FieldRecord } from '../../../modules/field/contract.ts'
import type { OwnDuty } from '../../../modules/field/rules.ts'
import { passageRecord, type CarriedHousehold, type GateBrief, type PassageDecision, type PassageRecord, type Post } from '../../../modules/passage/contract.ts'
import { homesOf, type GateHomes, type GateKept } from '../../../modules/passage/rules/carried.ts'
import type { PassKeys, Revocations } from '../../../modules/passes/contract.ts'
import { plateKind } from '../../../modules/people/rules/plates.ts'
import type { BoxRecord } from '../state.ts'

/** 卡点随身数据: what is decided with, sealed on the phone with the rest. */
export interface GateCarried {
  gates: (GateBrief & { rostered: boolean; onPost: boolean })[]
  /** Of the gate somebody stands at. */
  gateId: string
  data: GateKept | null
  post: Post | null
  keys: PassKeys | null
  revocations: Revocations | null
}

export const isPlate = (typed: string): boolean => plateKind(typed) !== undefined

const NOBODY: GateHomes = { households: [], vehicles: [], exits: [] }
export const homesAt = ({ data }: GateCarried): GateHomes => (data ? homesOf(data) : NOBODY)

export interface OwnPassage { record: PassageRecord; decision: PassageDecision }
/** Read once each: a day at a gate is hundreds, and every key that is pressed asks for them. */
const read = new WeakMap<FieldRecord, OwnPassage[]>()
function passageOf(kept: FieldRecord): OwnPassage[] {
  const known = read.get(kept)
  if (known) return known
  const { items: [item], decided } = kept.input as { items: unknown[]; decided?: PassageDecision }
  const parsed = passageRecord.safeParse(item)
  const made = parsed.success && decided ? [{ record: parsed.data, decision: decided }] : []
  read.set(kept, made)
  return made
}
/** What passed here, as this phone recorded it. */
export const ownPassages = (records: readonly BoxRecord[]): OwnPassage[] => records.flatMap(({ record }) => (record.command === 'passage.recordPassages' ? passageOf(record) : []))
/** 签到和交班 of this phone; one that came back is none. */
export const ownDuties = (records: readonly BoxRecord[]): OwnDuty[] => records.flatMap(({ record: { command, input, at }, state }) =>
  (command === 'passage.signOn' || command === 'passage.handOver') && state !== 'needsYou' ? [{ on: command === 'passage.signOn', gateId: String(input['gateId']), at, known: state !== 'waiting' }] : [])

/** What passed here since the data were made counts too, or a household went out twice without a signal. */
export function withOwn(household: CarriedHousehold, own: readonly OwnPassage[], madeAt: Instant): CarriedHousehold {
  const mine = own.filter(({ record, decision }) => record.householdId === household.householdId && record.at > madeAt && decision.outcome === 'allow')
  const counted = mine.filter(({ decision }) => decision.counted).map(({ record }) => record.at).toReversed()
  const last = mine.at(-1)?.record
  return { ...household, exits: [...counted, ...household.exits], outSince: last === undefined ? household.outSince : last.direction === 'out' ? last.at : null }
}
