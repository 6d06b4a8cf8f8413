import * as z from 'zod'
import { declareErrors } from '../../../kernel/errors.ts'
import { gateState } from './gates.ts'

export const passageErrors = declareErrors('passage', {
  /** 这里已有同名的卡点. */
  nameTaken: { status: 409, params: z.object({ name: z.string() }) },
  notInState: { status: 409, params: z.object({ state: gateState }) },
  /** Not a place with gates: a unit has none. */
  notHere: { status: 422, params: z.object({ level: z.string() }) },
  hoursHalf: { status: 422 },
  /** 开放与关闭同一时刻: never open. */
  neverOpen: { status: 422 },
  startsOrder: { status: 422 },
  /** 不是这个卡点的班. */
  noSuchSlot: { status: 422, params: z.object({ slot: z.number().int() }) },
  keeperGone: { status: 409 },
  nothingToCopy: { status: 409, params: z.object({ from: z.string() }) },
  alreadyWorked: { status: 409 },
  /** 交班要先到岗. */
  notSignedOn: { status: 409 },
  notTheDay: { status: 409 },
  settledAlready: { status: 409 },
  notSettled: { status: 409 },
})
