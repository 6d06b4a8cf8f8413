import type { Instant } from '../../../kernel/dates.ts'
import type { FieldRecord } from '../../../modules/field/contract.ts'
import type { OwnDuty } from '../../../modules/field/rules.ts'
import { passageRecord, type CarriedHousehold, type GateBrief, type PassageDecision, type PassageRecord, type Post } from '../../../modules/passage/contract.ts'
import { homesOf, type GateHomes, type GateKept } from '../../../modules/passage/rules/carried.ts'
import { personsOf } from '../../../modules/passage/rules/stops.ts'
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

const NOBODY: GateHomes = { households: [], vehicles: [], exits: [], passes: [] }
export const homesAt = ({ data }: GateCarried): GateHomes => (data ? homesOf(data) : NOBODY)

interface Recorded { record: PassageRecord; decision: PassageDecision }
/** `knownAt`: since when the server has it; null while it waits, has come back, or was handed over. */
export interface OwnPassage extends Recorded { knownAt: Instant | null }
/** Read once each: a day at a gate is hundreds, and every key that is pressed asks for them. */
const read = new WeakMap<FieldRecord, Recorded[]>()
function passageOf(kept: FieldRecord): Recorded[] {
  const known = read.get(kept)
  if (known) return known
  const { items: [item], decided } = kept.input as { items: unknown[]; decided?: PassageDecision }
  const parsed = passageRecord.safeParse(item)
  const made = parsed.success && decided ? [{ record: parsed.data, decision: decided }] : []
  read.set(kept, made)
  return made
}
/** What passed here, as this phone recorded it. */
export const ownPassages = (records: readonly BoxRecord[]): OwnPassage[] => records.flatMap(({ record, state, answer }) =>
  record.command === 'passage.recordPassages' ? passageOf(record).map((one) => ({ ...one, knownAt: state === 'arrived' ? answer?.at ?? record.at : null })) : [])
/** Let through here, and nothing what the server said then can have known of. */
export const isNews = ({ record, decision, knownAt }: OwnPassage, saidAt: Instant): boolean => decision.outcome === 'allow' && (knownAt === null || knownAt > saidAt || record.at > saidAt)
/** 签到和交班 of this phone; one that came back is none. */
export const ownDuties = (records: readonly BoxRecord[]): OwnDuty[] => records.flatMap(({ record: { command, input, at }, state }) =>
  (command === 'passage.signOn' || command === 'passage.handOver') && state !== 'needsYou' ? [{ on: command === 'passage.signOn', gateId: String(input['gateId']), at, known: state !== 'waiting' }] : [])

/** What passed here and the data cannot know of counts too, or a household went out twice without a signal. */
export function withOwn(household: CarriedHousehold, own: readonly OwnPassage[], madeAt: Instant): CarriedHousehold {
  const mine = own.filter(({ record }) => record.householdId === household.householdId)
  // An exit of two stands there twice. One whose answer was lost may be in the data, though it waits here.
  const counted = mine.filter((one) => one.decision.counted && isNews(one, madeAt) && !household.exits.includes(one.record.at)).flatMap(({ record }) => Array.from({ length: personsOf(record.companions) }, () => record.at))
  const last = mine.findLast(({ decision }) => decision.outcome === 'allow')
  const isLatest = last !== undefined && isNews(last, madeAt) && (household.outSince === null || household.outSince <= last.record.at)
  return { ...household, exits: [...counted, ...household.exits].toSorted().toReversed(), outSince: !isLatest ? household.outSince : last.record.direction === 'out' ? last.record.at : null }
}
