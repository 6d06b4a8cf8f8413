import type { Ctx } from '../../../kernel/ctx.ts'
import type { OutputOf, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { peopleErrors, type peopleApi } from '../contract.ts'
import { choicesFor, chosenFor, differs, mergedRecord, mergeFields, proposeChoice, unmergedRecord } from '../rules.ts'
import { activeEpisodes, belongings, closeMerge, dropStay, insertMerge, leaveHome, lockMerge, lockWhole, moveBelongings, restoreHeads, returnBelongings, settleHeads, timelineSince, writeWhole, type Whole } from '../store.ts'
import { personCard } from './cards.ts'
import { rememberPair } from './doubles.ts'
import { recordTimeline } from './timeline.ts'

/** Two records beside each other, with what is proposed for each field and what hangs on each. */
export async function comparePeople(ctx: Ctx, { keptId, otherId }: ParsedInputOf<typeof peopleApi.comparePeople>): Promise<OutputOf<typeof peopleApi.comparePeople>> {
  const [kept, other] = await pairOf(ctx, keptId, otherId)
  const sides = [await personCard(ctx, keptId), await personCard(ctx, otherId)] as const
  return {
    kept: { ...sides[0], belongings: await belongings(ctx.sql, keptId) }, other: { ...sides[1], belongings: await belongings(ctx.sql, otherId) },
    fields: mergeFields.map((field) => ({ field, differs: differs(field, kept.whole, other.whole), proposed: proposeChoice(field, kept.whole, other.whole), choices: choicesFor(field) })),
  }
}

async function pairOf(ctx: Ctx, keptId: string, goneId: string): Promise<readonly [Whole, Whole]> {
  const rows = await lockWhole(ctx.sql, [keptId, goneId])
  const [kept, gone] = [rows.find((row) => row.id === keptId), rows.find((row) => row.id === goneId)]
  if (!kept || !gone || kept === gone) throw refuse(frameErrors.notFound)
  return [kept, gone]
}

/** 合并: the other record is kept aside, what belonged to it goes over; all of it can be taken back. */
export async function mergePeople(ctx: Ctx, { keptId, otherId, choices }: ParsedInputOf<typeof peopleApi.mergePeople>): Promise<OutputOf<typeof peopleApi.mergePeople>> {
  const [kept, gone] = await pairOf(ctx, keptId, otherId)
  if (kept.state === 'merged' || gone.state === 'merged') throw refuse(peopleErrors.mergedAlready, { name: String((kept.state === 'merged' ? kept : gone).whole['name']) })
  await refuseManaged(ctx, kept, gone)
  const after = mergedRecord(kept.whole, gone.whole, choices)
  // The home that was not chosen was theirs until now.
  await leaveHome(ctx.sql, kept.id, ctx.now, chosenFor('home', kept.whole, gone.whole, choices) === 'other' ? kept.id : gone.id)
  // The number must be free before the kept one takes it.
  await writeWhole(ctx.sql, gone.id, { ...gone.whole, state: 'merged' }, ctx.now)
  await writeWhole(ctx.sql, kept.id, after, ctx.now)
  const [moved, householders] = [await moveBelongings(ctx.sql, gone.id, kept.id), await settleHeads(ctx.sql, kept.id, gone.id)]
  await rememberPair(ctx, kept.id, gone.id, 'merged')
  const mergeId = ctx.newId()
  const by = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  await insertMerge(ctx.sql, {
    id: mergeId, areaPath: commonPath(kept.areaPath, gone.areaPath), keptId: kept.id, goneId: gone.id, keptBefore: kept.whole, keptAfter: after, goneBefore: gone.whole, moved, householders,
    at: ctx.now, by: by?.accountId ?? null, byName: by?.name ?? null,
  })
  await recordTimeline(ctx, { kind: 'people.merged', areaPath: String(after['area_path']), personId: kept.id, householdId: after['household_id'] as string | null, params: { name: gone.whole['name'] } })
  return { mergeId }
}

/** One order at a time holds somebody, and the community that keeps it must see the record. */
async function refuseManaged(ctx: Ctx, kept: Whole, gone: Whole): Promise<void> {
  const active = await activeEpisodes(ctx.sql, [kept.id, gone.id])
  const name = String(kept.whole['name'])
  if (active.length > 1) throw refuse(peopleErrors.bothManaged, { name })
  if (active[0]?.personId === gone.id && kept.whole['community_id'] !== gone.whole['community_id']) throw refuse(peopleErrors.managedStays, { name })
}

/** 拆开: both as they were; what came after the merge stays with the one that was kept. */
export async function unmergePeople(ctx: Ctx, { mergeId }: ParsedInputOf<typeof peopleApi.unmergePeople>): Promise<OutputOf<typeof peopleApi.unmergePeople>> {
  const merge = await lockMerge(ctx.sql, mergeId)
  const [kept, gone] = await pairOf(ctx, merge.keptId, merge.goneId)
  if (kept.state === 'merged') throw refuse(peopleErrors.mergedAlready, { name: String(kept.whole['name']) })
  const stayed = await timelineSince(ctx.sql, kept.id, merge.at)
  await writeWhole(ctx.sql, kept.id, unmergedRecord(merge.keptBefore, merge.keptAfter, kept.whole), ctx.now)
  await writeWhole(ctx.sql, gone.id, { ...gone.whole, ...merge.goneBefore }, ctx.now)
  const returned = await returnBelongings(ctx.sql, merge.moved, kept.id, gone.id)
  await restoreHeads(ctx.sql, merge.householders)
  await dropStay(ctx.sql, kept.id, merge.at)
  const by = ctx.actor.kind === 'staff' ? { id: ctx.actor.accountId, name: ctx.actor.name } : { id: null, name: null }
  await closeMerge(ctx.sql, mergeId, by, ctx.now)
  await rememberPair(ctx, kept.id, gone.id, 'different')
  for (const [one, other] of [[kept, merge.goneBefore], [gone, merge.keptBefore]] as const) {
    await recordTimeline(ctx, { kind: 'people.unmerged', areaPath: one.areaPath, personId: one.id, params: { name: other['name'] } })
  }
  return { keptId: kept.id, otherId: gone.id, returned, stayed }
}

/** The path of the smallest area that holds both. */
function commonPath(a: string, b: string): string {
  const [left, right] = [a.split('/'), b.split('/')]
  const until = left.findIndex((part, i) => part !== right[i])
  return until < 0 ? a : `${left.slice(0, until).join('/')}/`
}
