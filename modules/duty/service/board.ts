import QRCode from 'qrcode'
import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { areaById } from '../../territory/service.ts'
import { dutyErrors, type Board, type dutyApi } from '../contract.ts'
import { boardLines, inBoardOrder, partOf } from '../rules.ts'
import * as store from '../store.ts'
import { callerOf } from './actor.ts'
import { checkPhone } from './change.ts'

type Input<K extends keyof typeof dutyApi> = ParsedInputOf<(typeof dutyApi)[K]>

/** What everybody may read, and whether they may: built field by field, so that nothing rides along. */
async function boardAt(ctx: Ctx, areaId: string): Promise<{ board: Board; published: boolean } | undefined> {
  const head = await store.findBoardHead(ctx.sql, areaId)
  if (!head) return undefined
  const rows = boardLines(await store.boardRows(ctx.sql, areaId, ctx.today), head)
  const newest = rows.map((row) => row.changedAt).concat(head.at ?? []).toSorted().at(-1)
  return {
    published: head.published,
    board: {
      areaName: head.name, fullName: head.fullName, level: head.level, supervisionPhone: head.supervisionPhone, officePhone: head.officePhone, updatedOn: newest ? dayOf(newest) : ctx.today,
      lines: inBoardOrder(rows, head.areaPath).map(({ place, dutyRole, name, title, office, officePhone, areaPath }) => ({ part: partOf({ dutyRole, areaPath }, head.areaPath), place, dutyRole, name, title, office, officePhone })),
    },
  }
}

export async function dutyBoard(ctx: Ctx, { areaId }: Input<'dutyBoard'>): Promise<Board> {
  const found = await boardAt(ctx, areaId)
  if (!found?.published) throw refuse(dutyErrors.noBoard)
  return found.board
}

export async function dutyBoardOf(ctx: Ctx, { areaId }: Input<'dutyBoardOf'>) {
  await areaById(ctx, areaId)
  const found = await boardAt(ctx, areaId)
  if (!found) throw refuse(frameErrors.notFound)
  const url = `${ctx.settings.publicUrl}/m/b/${areaId}`
  return {
    ...found, url, withoutPhone: found.board.lines.filter(({ officePhone }) => officePhone === null).length,
    // Level M survives a board that has hung in the rain.
    qrSvg: await QRCode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
  }
}

export async function saveDutyBoard(ctx: Ctx, { areaId, supervisionPhone, published }: Input<'saveDutyBoard'>) {
  const area = await areaById(ctx, areaId)
  const { accountId: by, name: byName } = callerOf(ctx)
  await store.insertBoard(ctx.sql, { id: ctx.newId(), areaId, areaPath: area.areaPath, supervisionPhone: checkPhone(supervisionPhone), published, at: ctx.now, by, byName })
  return dutyBoardOf(ctx, { areaId })
}
