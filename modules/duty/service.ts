import type { Ctx, Jobs } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { refuse } from '../../kernel/errors.ts'
import { dutyErrors, type dutyApi } from './contract.ts'
import { dutyBoard, dutyBoardOf, saveDutyBoard } from './service/board.ts'
import { assignDuty, changeDuty, endDuty, undoDuty } from './service/change.ts'
import { handOverWork, workInHand, type HandOverOrder } from './service/hand-over.ts'
import { confirmDutySheet, dutySheet, dutySheetErrors, dutySheetTemplate, listDutySheets, readDutySheet, undoDutySheet } from './service/list.ts'
import { dutyAreas, dutyCandidates, dutyCard, dutyGaps, dutyLoads, dutySummary } from './service/read.ts'
import * as store from './store.ts'

export { handOverWork, undoHandOver, workInHand, type HandedOver, type HandOverOrder } from './service/hand-over.ts'
export { answererFor, answerersFor, dutyGapsOpen } from './service/read.ts'

export const dutyService: Service<typeof dutyApi, Ctx> = {
  dutyAreas, dutySummary, dutyGaps, dutyLoads, dutyCard, dutyCandidates, assignDuty, changeDuty, endDuty, undoDuty, dutyBoardOf, saveDutyBoard, dutyBoard,
  dutySheetTemplate, readDutySheet, listDutySheets, dutySheet, confirmDutySheet, undoDutySheet, dutySheetErrors,
  async workToHandOver(ctx, { assignmentId }) {
    const { accountId, areaPath } = await store.getAssignment(ctx.sql, assignmentId)
    return accountId === null ? { asDoctor: 0, asWorker: 0, visits: 0, leads: 0, matters: 0 } : workInHand(ctx, accountId, areaPath)
  },
  async setDutyStandard(ctx, standard) {
    if (standard.from > standard.to) throw refuse(dutyErrors.standardWrong)
    await store.writeStandard(ctx.sql, standard)
    return standard
  },
}

export const dutyJobs: Jobs = {
  /** For a module that may not depend on this one: `ctx.enqueue('duty.handOver', { fromAccountId, toAccountId, areaPath, reason })`. */
  'duty.handOver': { run: (runner, payload) => runner.tx(async (ctx) => { await handOverWork(ctx, payload as unknown as HandOverOrder) }) },
}
