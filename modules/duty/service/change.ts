import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { staffAccounts } from '../../accounts/service.ts'
import { areaById, type Area } from '../../territory/service.ts'
import { dutyErrors as errors, type Assignment, type dutyApi, type DutyRole } from '../contract.ts'
import { mayAssign, phoneFault, rolesAt } from '../rules.ts'
import * as store from '../store.ts'
import type { AssignmentRow } from '../tables.ts'
import { callerOf } from './actor.ts'
import { handOverWork, undoHandOver } from './hand-over.ts'
import { toAssignments } from './read.ts'

type Input<K extends keyof typeof dutyApi> = ParsedInputOf<(typeof dutyApi)[K]>
type Holder = Omit<Input<'assignDuty'>, 'areaId' | 'dutyRole'>

export async function shown(ctx: Ctx, assignmentId: string): Promise<Assignment> {
  const [one] = await toAssignments(ctx, [await store.getAssignment(ctx.sql, assignmentId)])
  return one as Assignment
}

function allowed(ctx: Ctx, area: { areaPath: string; level: Area['level'] }, dutyRole: DutyRole): void {
  if (!mayAssign(callerOf(ctx), area.areaPath, dutyRole)) throw refuse(errors.officeAbove)
  if (!rolesAt(area.level).includes(dutyRole)) throw refuse(errors.roleNotHere, { dutyRole, level: area.level })
}

/** Refused are numbers that are somebody's own: what stands here hangs in the street. */
export function checkPhone(phone: string | undefined): string | null {
  const fault = phoneFault(phone)
  if (fault) throw refuse(errors[fault])
  return phone || null
}

async function holderOf(ctx: Ctx, h: Holder) {
  const phone = checkPhone(h.officePhone)
  const rest = { office: h.office || null, title: h.title || null, onBoard: h.onBoard, orderNo: h.orderNo || null, startsOn: h.startsOn ?? ctx.today, endsOn: h.endsOn ?? null }
  if (rest.endsOn !== null && rest.endsOn < rest.startsOn) throw refuse(errors.endsBefore)
  if (h.accountId === undefined) {
    if (!h.name) throw refuse(errors.nobodyNamed)
    return { ...rest, accountId: null, name: h.name, officePhone: phone }
  }
  const [account] = await staffAccounts(ctx, [h.accountId])
  if (!account || account.state !== 'active' || account.role === null) throw refuse(errors.accountGone, { name: account?.name ?? h.name ?? '' })
  const own = account.officePhone !== null && phoneFault(account.officePhone) === undefined ? account.officePhone : null
  return { ...rest, accountId: account.id, name: account.name, officePhone: phone ?? own }
}

async function put(ctx: Ctx, area: { id: string; areaPath: string }, dutyRole: DutyRole, h: Holder, follows?: { id: string; handoverId: string | null }): Promise<string> {
  const holder = await holderOf(ctx, h)
  if (await store.findSame(ctx.sql, { areaId: area.id, dutyRole, ...holder }, ctx.today)) throw refuse(errors.already, { name: holder.name })
  const { accountId: by, name: byName } = callerOf(ctx)
  const id = ctx.newId()
  await store.insertAssignment(ctx.sql, { ...holder, id, areaId: area.id, areaPath: area.areaPath, dutyRole, at: ctx.now, by, byName, followsId: follows?.id ?? null, handoverId: follows?.handoverId ?? null })
  return id
}

export async function assignDuty(ctx: Ctx, { areaId, dutyRole, ...holder }: Input<'assignDuty'>): Promise<Assignment> {
  const area = await areaById(ctx, areaId)
  allowed(ctx, area, dutyRole)
  return shown(ctx, await put(ctx, area, dutyRole, holder))
}

async function forAction(ctx: Ctx, assignmentId: string): Promise<AssignmentRow> {
  await store.lockAssignment(ctx.sql, assignmentId)
  const row = await store.getAssignment(ctx.sql, assignmentId)
  if (!mayAssign(callerOf(ctx), row.areaPath, row.dutyRole)) throw refuse(errors.officeAbove)
  return row
}

/** 换人: the former's duty ends, the other's begins, and the open work of the area goes over in the same moment. */
export async function changeDuty(ctx: Ctx, { assignmentId, reason, handOver, ...holder }: Input<'changeDuty'>): Promise<Assignment> {
  const row = await forAction(ctx, assignmentId)
  if (row.endedAt !== null) throw refuse(errors.ended)
  await store.end(ctx.sql, assignmentId, { at: ctx.now, name: callerOf(ctx).name, reason, undone: false })
  const both = row.accountId !== null && holder.accountId !== undefined && row.accountId !== holder.accountId
  const handed = handOver && both
    ? await handOverWork(ctx, { fromAccountId: row.accountId ?? '', toAccountId: holder.accountId ?? '', areaPath: row.areaPath, reason })
    : undefined
  return shown(ctx, await put(ctx, { id: row.areaId, areaPath: row.areaPath }, row.dutyRole, holder, { id: assignmentId, handoverId: handed?.handoverId ?? null }))
}

export async function endDuty(ctx: Ctx, { assignmentId, reason }: Input<'endDuty'>): Promise<Assignment> {
  const row = await forAction(ctx, assignmentId)
  if (row.endedAt !== null) throw refuse(errors.ended)
  await store.end(ctx.sql, assignmentId, { at: ctx.now, name: callerOf(ctx).name, reason, undone: false })
  return shown(ctx, assignmentId)
}

/** 撤销, the same day only: an end is lifted; an assignment counts as never given, and whoever it followed is back with the work. */
export async function undoDuty(ctx: Ctx, { assignmentId }: Input<'undoDuty'>): Promise<Assignment> {
  const row = await forAction(ctx, assignmentId)
  if (row.undone || dayOf(row.endedAt ?? row.createdAt) !== ctx.today) throw refuse(errors.notTheDay)
  if (row.endedAt !== null) {
    if (await store.findFollower(ctx.sql, assignmentId)) throw refuse(errors.followed)
    await store.reopen(ctx.sql, assignmentId)
    return shown(ctx, assignmentId)
  }
  await store.end(ctx.sql, assignmentId, { at: ctx.now, name: callerOf(ctx).name, reason: '', undone: true })
  if (row.followsId !== null) await store.reopen(ctx.sql, row.followsId)
  if (row.handoverId !== null) await undoHandOver(ctx, row.handoverId)
  return shown(ctx, assignmentId)
}
