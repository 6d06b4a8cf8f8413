import type { Ctx, Jobs } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { refuse } from '../../kernel/errors.ts'
import { withdrawReports } from '../screening/service.ts'
import { pushedlistsErrors, type ListCard, type PushedList, type pushedlistsApi } from './contract.ts'
import { acceptProposals, answerRow, assignRows, handOverRow, undoAnswer } from './service/answering.ts'
import { downloadFeedback, downloadWrongRows } from './service/feedback.ts'
import { cardOf, listLists, rowOf, rowsOf } from './service/reading.ts'
import { giveUpList, takeList } from './service/taking.ts'
import { openList, uploadList } from './service/upload.ts'
import { followHandedOver, lockList, removeRows, reportsOf, setUndone } from './store.ts'

/** 协查名单 with rows that still wait in the caller's territory, the nearest deadline first. */
export async function listsOwed(ctx: Ctx): Promise<PushedList[]> {
  return (await listLists(ctx)).items.filter((list) => list.state === 'open' && list.waiting + list.unassigned > 0)
}

async function undoList(ctx: Ctx, { listId }: { listId: string }): Promise<ListCard> {
  const list = await lockList(ctx.sql, listId)
  if (list.state !== 'open' && list.state !== 'uploaded') throw refuse(pushedlistsErrors.listNotInState, { state: list.state })
  const reports = (await reportsOf(ctx.sql, listId)).map((row) => row.reportId)
  await removeRows(ctx.sql, listId)
  const removed = await withdrawReports(ctx, reports)
  await setUndone(ctx.sql, listId, { removed, kept: reports.length - removed })
  return cardOf(ctx, listId)
}

export const pushedlistsService: Service<typeof pushedlistsApi, Ctx> = {
  uploadList, openList, listLists, undoList,
  getList: (ctx, { listId }) => cardOf(ctx, listId),
  listRows: rowsOf,
  getRow: (ctx, { rowId }) => rowOf(ctx, rowId),
  assignRows, answerRow, acceptProposals, undoAnswer, handOverRow, downloadFeedback, downloadWrongRows,
}

export const pushedlistsJobs: Jobs = {
  'pushedlists.take': { long: true, run: (runner, payload) => takeList(runner, String(payload.listId)), givenUp: (ctx, payload) => giveUpList(ctx, String(payload.listId)) },
  'pushedlists.follow': { everyMinutes: 1, run: async (runner) => { await runner.tx((ctx) => followHandedOver(ctx.sql)) } },
}
