import * as z from 'zod'
import { day, id, instant } from '../../../kernel/fields.ts'

export const transportStates = ['planned', 'handedOver', 'cancelled'] as const
export const transportState = z.enum(transportStates)
export type TransportState = z.infer<typeof transportState>

/** 待上车 / 已上车 / 未准上车 / 未到 */
export const seatStates = ['seated', 'boarded', 'turnedAway', 'noShow'] as const
export const seatState = z.enum(seatStates)
export type SeatState = z.infer<typeof seatState>

/** 未准上车的原因: 发热 / 读数不可信 / 证明失效 / 本人或同住人隔离 / 线索未办结 / 别的单位的线索未办结 */
export const boardingFault = z.enum(['fever', 'deviceError', 'certificate', 'managed', 'lead', 'leadBeyond'])
export type BoardingFault = z.infer<typeof boardingFault>

/** 班次: one bus. */
export const transport = z.object({
  transportId: id(), destinationCode: z.string(), destinationName: z.string(), tripNo: z.string().nullable(), plate: z.string(), /** 座位数 */ seats: z.number().int(),
  company: z.string(), driverName: z.string().nullable(), driverPhoneMasked: z.string().nullable(), place: z.string(), departsAt: instant(), state: transportState,
  /** 实际发车 */ leftAt: instant().nullable(), handedAt: instant().nullable(), handedName: z.string().nullable(), receiverName: z.string().nullable(), cancelReason: z.string().nullable(),
  /** 人 */
  taken: z.number().int(), boarded: z.number().int(), noShow: z.number().int(), turnedAway: z.number().int(),
})
export type Transport = z.infer<typeof transport>

/** 乘客 */
export const passenger = z.object({
  seatId: id(), seatNo: z.number().int(), state: seatState, exitId: id(), personId: id(), name: z.string(), sex: z.string().nullable(), documentMasked: z.string().nullable(), phoneMasked: z.string().nullable(),
  address: z.string(), destinationName: z.string(), employer: z.string().nullable(), certificateNo: z.string().nullable(), /** 有效至 */ certifiedUntil: day().nullable(), certificateValid: z.boolean(),
  emergencyName: z.string().nullable(), emergencyMasked: z.string().nullable(), boardedAt: instant().nullable(), temperature: z.number().nullable(),
})
export type Passenger = z.infer<typeof passenger>

/** Other buses with room that go where this one goes. */
export const otherTransport = z.object({ transportId: id(), plate: z.string(), departsAt: instant(), free: z.number().int() })

export const transportCard = transport.extend({ communityName: z.string(), passengers: z.array(passenger), others: z.array(otherTransport), actions: z.array(z.enum(['board', 'handOver', 'undoHandOver', 'edit', 'cancel', 'revive', 'move'])) })
export type TransportCard = z.infer<typeof transportCard>

/** Passengers by where they go: 省 → 市 → 县. */
export interface DestinationNode { code: string; name: string; waiting: number; seated: number; gone: number; children: DestinationNode[] }
export const destinationNode: z.ZodType<DestinationNode> = z.object({
  code: z.string(), name: z.string(), /** Allowed, without a seat yet. */ waiting: z.number().int(), seated: z.number().int(), gone: z.number().int(), children: z.array(z.lazy(() => destinationNode)),
})

export const transportInput = {
  destinationCode: z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/), destinationName: z.string().trim().min(2).max(40), tripNo: z.string().trim().max(20).optional(), /** 车牌, every format of GA 36. */ plate: z.string().trim().min(5).max(12), seats: z.number().int().min(1).max(100),
  company: z.string().trim().min(2).max(60), driverName: z.string().trim().max(40).optional(), driverPhone: z.string().trim().max(20).optional(), place: z.string().trim().min(2).max(80), departsAt: instant(),
}
