import * as z from 'zod'
import { declareErrors } from '../../../kernel/errors.ts'
import { misfit, volunteerState } from './views.ts'

export const volunteersErrors = declareErrors('volunteers', {
  phoneWrong: { status: 422 },
  phoneMissing: { status: 422 },
  unitMissing: { status: 422 },
  nameMissing: { status: 422 },
  /** In the register of helpers already. */
  already: { status: 409, params: z.object({ name: z.string() }) },
  /** Moved out or died, by the register. */
  gone: { status: 409, params: z.object({ name: z.string() }) },
  notInState: { status: 409, params: z.object({ name: z.string(), state: volunteerState }) },
  cannotServe: { status: 409, params: z.object({ name: z.string(), why: misfit }) },
  timesWrong: { status: 422 },
  callFull: { status: 409, params: z.object({ n: z.number().int() }) },
  callWithdrawn: { status: 409 },
  /** The roster names somebody there by now. */
  shiftFilled: { status: 409, params: z.object({ name: z.string() }) },
  notRecorded: { status: 409 },
  notTheDay: { status: 409 },
  notEnough: { status: 422, params: z.object({ balance: z.number().int() }) },
  /** Points are counted for a community or whoever stands above it. */
  itemTwice: { status: 422 },
  tooManyLines: { status: 422, params: z.object({ most: z.number().int() }) },
  tooMany: { status: 429 },
})
