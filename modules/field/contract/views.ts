import * as z from 'zod'
import { id, instant, text } from '../../../kernel/fields.ts'

/** What a phone may record without signal: commands of our contracts, nothing else. */
export const fieldCommands = ['quarantine.recordCall', 'quarantine.recordVisit', 'screening.recordScreening', 'care.recordCareVisit', 'care.coverHome', 'passage.recordPassages', 'passage.signOn', 'passage.handOver', 'disinfection.recordDisinfection', 'publicity.recordPublicity'] as const
export const fieldCommand = z.enum(fieldCommands)
export type FieldCommand = z.infer<typeof fieldCommand>

/** 为什么转交: the duty was lost, its owner handed it over, the owner did not come back to this phone, the phone was wiped. */
export const parcelWhys = ['dutyLost', 'handedOver', 'left', 'wiped'] as const
export const parcelWhy = z.enum(parcelWhys)
export type ParcelWhy = z.infer<typeof parcelWhy>

export const parcelStates = ['waiting', 'accepted', 'filed', /** 本人交上: it came by itself after all. */ 'arrived'] as const
export const parcelState = z.enum(parcelStates)
export type ParcelState = z.infer<typeof parcelState>

/** AES-256-GCM, base64url: 12 bytes nonce, then text and tag. */
export const sealedText = z.string().regex(/^[\w-]+$/).max(60_000)

/** 一条记录, as the phone keeps it: a command with its id and own time, and what it was in words. */
export const fieldRecord = z.object({
  id: id(),
  command: fieldCommand,
  input: z.record(z.string(), z.unknown()),
  /** When it happened, by the phone’s clock set right. */
  at: instant(),
  /** The same by the phone’s clock as it stood, and how many seconds the server was ahead of it. */
  phoneAt: instant(), clockOff: z.number().int(),
  /** 时间待核对: recorded by a clock that could not be right, so no earlier than it says; `open` until the server was heard of. */
  doubtful: z.enum(['open', 'stays']).optional(),
  /** Said when it was recorded, in the language of whoever recorded it. */
  words: z.object({ title: text(120), lines: z.array(text(300)).max(20) }),
})
export type FieldRecord = z.infer<typeof fieldRecord>

/** What an installation has set for its phones; told at every contact, kept until the next. */
export const phoneLimits = z.object({
  /** 代交时限: hours after which what an absent owner left waiting is handed over. */
  handOverHours: z.number().int(),
  /** 同步间隔, minutes. */
  syncMinutes: z.number().int(),
  /** 已到的记录保留, days on the phone. */
  keptDays: z.number().int(),
  /** 钟差容许, seconds. */
  clockSeconds: z.number().int(),
})
export type PhoneLimits = z.infer<typeof phoneLimits>

/** 来自手机的一条 */
export const parcelLine = z.object({
  parcelId: id(), state: parcelState, command: fieldCommand, why: parcelWhy, title: z.string(), authorName: z.string(), areaName: z.string(),
  recordedAt: instant(), receivedAt: instant(), clockOffSeconds: z.number().int(), settledAt: instant().nullable(), settlerName: z.string().nullable(), reason: z.string().nullable(),
})
export type ParcelLine = z.infer<typeof parcelLine>
export const parcelCard = parcelLine.extend({ receiptNo: z.string(), deviceName: z.string(), lines: z.array(z.string()), /** 时间待核对 */ doubtful: z.boolean(), /** Whether the reader’s role may record such a thing at all. */ mayAccept: z.boolean() })
export type ParcelCard = z.infer<typeof parcelCard>

/** 手机 */
export const ownDevice = z.object({
  deviceId: id(), name: z.string(), openedAt: instant(), seenAt: instant(),
  /** As last reported: records that wait, since when its data are from, how wrong its clock is. */
  waiting: z.number().int(), carryMadeAt: instant().nullable(), clockOffSeconds: z.number().int(),
  wipeOrderedAt: instant().nullable(), wipeOrdererName: z.string().nullable(), wipedAt: instant().nullable(),
})
export type OwnDevice = z.infer<typeof ownDevice>
export const device = ownDevice.extend({ accountName: z.string(), areaName: z.string(), role: z.string().nullable() })
export type Device = z.infer<typeof device>
