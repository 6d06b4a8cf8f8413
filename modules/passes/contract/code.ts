import * as z from 'zod'
import { id, instant } from '../../../kernel/fields.ts'

/** What a code stands for; its place here is the number in the code, so only ever add at the end. */
export const codeKinds = ['household', 'person', 'vehicle', 'visitor', 'certificate'] as const
export type CodeKind = (typeof codeKinds)[number]
/** 介质: on a phone's screen for minutes, on paper to its date. */
export const media = ['phone', 'paper'] as const
export type Medium = (typeof media)[number]

/** What a signed code says. Times in seconds since 1970. */
export interface PassClaims {
  kind: CodeKind
  medium: Medium
  keyId: number
  /** 编号 of the pass, without its letters. */
  serial: number
  /** How often it was issued: a reprint raises it, codes of a lower number are void. */
  issue: number
  /** Number of the compound or village group, the last in its area path. */
  areaNo: number
  householdId: string | null
  personId: string | null
  notBefore: number
  expires: number
}

/** Closed list; each has its sentence under `passes.reasons`. */
export const passReasons = ['notOurs', 'damaged', 'unknownKey', 'keyExpired', 'badSignature', 'notYetValid', 'expired', 'revoked', 'replaced'] as const
export type PassReason = (typeof passReasons)[number]
/** 停用 (somebody of the household is in quarantine) or 作废. */
export const stopKinds = ['suspended', 'revoked', 'used'] as const
export type StopKind = (typeof stopKinds)[number]

/** Shown beside the answer, never instead of it. */
export type PassWarning = { kind: 'clock'; minutes: number } | { kind: 'keysOld'; hours: number } | { kind: 'revocationsOld'; hours: number } | { kind: 'noRevocations' }

export type Verified =
  | { ok: true; claims: PassClaims; warnings: PassWarning[] }
  | { ok: false; reason: PassReason; /** For `revoked`: 停用, 作废, or the visit it was for was made. */ stop?: StopKind; /** There unless the code could not be read or is not proven to be ours. */ claims?: PassClaims; warnings: PassWarning[] }

/** 验码公钥: one of the keys codes are signed with. */
export const passKey = z.object({
  keyId: z.number().int().min(1).max(65_535),
  /** Ed25519, 32 bytes, base64url. */
  publicKey: z.string().length(43),
  from: instant(),
  /** The last paper signed with it has expired by then. */
  until: instant(),
})
export type PassKey = z.infer<typeof passKey>

/** What a gate carries to verify without network. */
export const passKeys = z.object({
  keys: z.array(passKey),
  /** The server's time of this answer. */
  at: instant(),
  /** Seconds two clocks may differ before a code is refused for it. */
  skewSeconds: z.number().int(),
  /** Hours without news after which a warning stands. */
  staleHours: z.number().int(),
})
export type PassKeys = z.infer<typeof passKeys>

/** One pass of which not every printed code is good. */
export const passStop = z.object({
  serial: z.number().int().min(1),
  /** Codes with a lower issue number were replaced by a reprint. */
  issue: z.number().int().min(1),
  /** null: the pass is good (again), only earlier prints are not. */
  stop: z.enum(stopKinds).nullable(),
  /** When the last code that was ever printed of it expires: from then on nobody needs to know. */
  until: instant(),
})
export type PassStop = z.infer<typeof passStop>

/** 停用名单 of the territory of `areaId`, whole or what changed since `since`. `count` is there so that half an answer is seen as one. */
export const passStops = z.object({ areaId: id().nullable(), since: instant().nullable(), at: instant(), count: z.number().int(), stops: z.array(passStop) })
export type PassStops = z.infer<typeof passStops>

/** The same as a phone keeps it, by serial; plain JSON. */
export interface Revocations {
  /** The server's time of the last good answer; asked with next time. */
  at: string
  /** Whose list it is: whoever is sent elsewhere needs that territory's from its beginning. */
  areaId?: string | null
  stops: Readonly<Record<string, PassStop>>
}

/** 车辆通行证, as a gate carries it: found by the plate on the car or by the number in the code, which has no plate. */
export const gateVehicle = z.object({ serial: z.number().int(), plate: z.string(), special: z.boolean(), householdId: id().nullable(), suspended: z.boolean(), until: instant() })
export type GateVehicle = z.infer<typeof gateVehicle>

export const codeColours = ['green', 'yellow', 'red'] as const
/** 官方健康码 as the bearer showed it: a fact somebody saw, never our own judgement. Recorded at a passage. */
export const officialCodeSeen = z.object({
  colour: z.enum(codeColours),
  seenAt: instant(),
  /** 扫码 / 目视 / 口述. */
  how: z.enum(['scanned', 'seen', 'told']),
})
export type OfficialCodeSeen = z.infer<typeof officialCodeSeen>

/** For whoever draws or prints one. */
export const shownCode = z.object({
  passId: id(), text: z.string(), qrSvg: z.string(),
  notBefore: instant(), expiresAt: instant(),
})
export type ShownCode = z.infer<typeof shownCode>
