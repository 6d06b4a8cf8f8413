import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, instant, reason, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'
import { donations, itemFacts, movement, movementKind, newItem, quantity, recipient, recipientKind, requestCard, requestState, requestStates, source, supplyCard, supplyLine, supplyPlace, supplyRequest, supplyTab } from './contract/views.ts'

export * from './contract/views.ts'

export const suppliesErrors = declareErrors('supplies', {
  notOwn: { status: 409, params: z.object({ area: z.string() }) },
  nameTaken: { status: 409, params: z.object({ name: z.string() }) },
  notTheDay: { status: 409 },
  notReversible: { status: 409 },
  nothingExpired: { status: 409 },
  nobodyAbove: { status: 409 },
  askedAlready: { status: 409, params: z.object({ n: z.number().int() }) },
  requestSettled: { status: 409, params: z.object({ state: z.enum(requestStates) }) },
})
const errors = suppliesErrors

const view = { permission: 'supplies.view' } as const
const keep = { permission: 'supplies.keep' } as const
const answer = { permission: 'supplies.answer' } as const
const n = z.number().int()
const anItem = z.object({ itemId: id() })
const aMovement = z.object({ movementId: id() })
const aRequest = z.object({ requestId: id() })
const onItem = { act: 'change' as const, subjects: (i: { itemId: string }) => [i.itemId] }
const onItems = { act: 'change' as const, subjects: (_: unknown, o: { itemIds: string[] }) => o.itemIds }
const onRequest = { act: 'change' as const, subjects: (i: { requestId: string }) => [i.requestId] }
/** Every movement answers with itself and with how the item stands then. */
const moved = z.object({ movementId: id(), movement, item: supplyLine })
const onMoved = { act: 'change' as const, subjects: (_: unknown, o: { movementId: string; item: { itemId: string } }) => [o.movementId, o.item.itemId] }
/** 什么时候: now, where nothing is said; what is copied from the paper book has its own. */
const when = { at: instant().optional(), note: text(300).optional() }

export const suppliesApi = {
  listSupplies: query({
    path: '/supplies', access: view, summary: '物资: what there is, how long it lasts, what expires first; of one’s own office where no area is named',
    input: z.object({ tab: supplyTab.default('all'), areaId: id().optional(), text: text(40).optional(), /** 快用完, not asked for yet */ toAsk: z.stringbool().default(false), order: orderBy('name', 'balance', 'days', 'expiresOn').optional(), ...pageInput }), output: pageOf(supplyLine),
  }),
  supplyCounts: query({ path: '/supplies/counts', access: view, summary: '物资种数 by state, and 申领 under way', input: z.object({ areaId: id().optional() }), output: z.object({ low: n, expiring: n, expired: n, mismatch: n, all: n, closed: n, /** 待答复 / 待签收 */ asked: n, sent: n }) }),
  supplyPlaces: query({ path: '/supplies/places', access: view, summary: '各社区物资: where something is short, for the offices above', input: z.object({}), output: z.object({ items: z.array(supplyPlace) }) }),
  getSupply: query({ path: '/supplies/items/:itemId', access: view, summary: '物资卡: batches, movements, whom it is usually given to', input: anItem, output: supplyCard, audit: { act: 'view', subjects: (_, o) => o.movements.flatMap((one) => one.householdId ?? []) } }),
  addSupplies: command({ path: '/supplies/items', access: keep, summary: '登记物资: one line, or the usual ones in one press; one that is there already is not added', input: z.object({ items: z.array(newItem).min(1).max(100) }), output: z.object({ itemIds: z.array(id()) }), audit: onItems }),
  editSupply: command({ path: '/supplies/items/:itemId/edit', access: keep, summary: '修改物资', input: anItem.extend(itemFacts), output: supplyLine, errors: [errors.notOwn, errors.nameTaken], audit: onItem }),
  closeSupply: command({ path: '/supplies/items/:itemId/close', access: keep, summary: '停用物资', input: anItem, output: supplyLine, errors: [errors.notOwn], audit: onItem }),
  reopenSupply: command({ path: '/supplies/items/:itemId/reopen', access: keep, summary: '恢复物资', input: anItem, output: supplyLine, errors: [errors.notOwn], audit: onItem }),
  removeSupplies: command({ path: '/supplies/items/remove', access: keep, summary: '撤销登记: what was moved since stays', input: z.object({ itemIds: z.array(id()).min(1).max(100) }), output: z.object({ itemIds: z.array(id()), kept: n }), errors: [errors.notOwn], audit: onItems }),

  receiveSupplies: command({
    path: '/supplies/items/:itemId/receive', access: keep, summary: '入库: 配发, 采购 or 捐赠', input: anItem.extend({ quantity, source, expiresOn: day().optional(), /** 谁配发、哪里买的、谁捐的 */ donor: text(60).optional(), /** 愿意公示姓名 */ donorNamed: z.boolean().default(false), ...when }),
    output: moved, errors: [errors.notOwn], audit: onMoved,
  }),
  giveSupplies: command({
    path: '/supplies/items/:itemId/give', access: keep, summary: '出库、领用: of the batch that expires first; a fact, marked where it is more than there was', input: anItem.extend({ quantity, recipientKind: recipientKind.exclude(['office']), recipientId: id().optional(), recipient: text(80).min(1), purpose: text(60).optional(), ...when }),
    output: moved, errors: [errors.notOwn], audit: onMoved,
  }),
  countSupplies: command({ path: '/supplies/items/:itemId/count', access: keep, summary: '盘点: as many as are there; what differs is a movement with its reason', input: anItem.extend({ countedAs: n.min(0).max(10_000_000), ...when }), output: moved, errors: [errors.notOwn], audit: onMoved }),
  disposeSupplies: command({ path: '/supplies/items/:itemId/dispose', access: keep, summary: '报废: all that has expired, or so many that are of no use', input: anItem.extend({ quantity: quantity.optional(), reason: reason(), at: instant().optional() }), output: moved, errors: [errors.notOwn, errors.nothingExpired], audit: { ...onMoved, reason: (i) => i.reason } }),
  undoMovement: command({ path: '/supplies/movements/:movementId/undo', access: keep, summary: '撤销, on the day it was written', input: aMovement, output: moved, errors: [errors.notOwn, errors.notTheDay], audit: onMoved }),
  reverseMovement: command({ path: '/supplies/movements/:movementId/reverse', access: keep, summary: '冲正: on a later day, with the reason', input: aMovement.extend({ reason: reason() }), output: moved, errors: [errors.notOwn, errors.notReversible], audit: { ...onMoved, reason: (i) => i.reason } }),
  listMovements: query({
    path: '/supplies/movements', access: view, summary: '物资出入库登记表 (form 18)', input: z.object({ from: day().optional(), to: day().optional(), areaId: id().optional(), itemId: id().optional(), kind: movementKind.optional(), source: source.optional(), /** What stood by then, without what was reversed: the rows behind a figure of the work report */ asOf: instant().optional(), ...pageInput }), output: pageOf(movement),
    audit: { act: 'view', subjects: (_, o) => o.items.flatMap((one) => one.householdId ?? []) },
  }),
  findRecipients: query({
    path: '/supplies/recipients', access: keep, summary: '找领用人: duty holders, gates, households and businesses by what is typed', input: z.object({ text: text(40).min(1) }), output: z.object({ items: z.array(recipient.extend({ householdId: id().nullable(), /** 户主, 辖区 or address */ who: z.string() })) }),
    audit: { act: 'view', subjects: (_, o) => o.items.flatMap((one) => one.householdId ?? []) },
  }),
  donations: query({ path: '/supplies/donations', access: view, summary: '捐赠物资接收使用公示: who does not want to be named is not told', input: z.object({ from: day(), to: day(), areaId: id().optional() }), output: donations }),

  listRequests: query({ path: '/supplies/requests', access: view, summary: '申领', input: z.object({ tab: requestState.default('asked'), areaId: id().optional(), ...pageInput }), output: pageOf(supplyRequest) }),
  requestCounts: query({ path: '/supplies/requests/counts', access: view, summary: '申领数', input: z.object({ areaId: id().optional() }), output: z.object({ asked: n, sent: n, arrived: n, refused: n, withdrawn: n }) }),
  getRequest: query({ path: '/supplies/requests/:requestId', access: view, summary: '申领单', input: aRequest, output: requestCard }),
  askSupplies: command({ path: '/supplies/items/:itemId/ask', access: keep, summary: '申领: of the office above', input: anItem.extend({ quantity, why: text(200).optional() }), output: requestCard, errors: [errors.notOwn, errors.nobodyAbove, errors.askedAlready], audit: { act: 'change', subjects: (i, o) => [i.itemId, o.requestId] } }),
  withdrawRequest: command({ path: '/supplies/requests/:requestId/withdraw', access: keep, summary: '撤回申领', input: aRequest, output: requestCard, errors: [errors.notOwn, errors.requestSettled], audit: onRequest }),
  sendSupplies: command({ path: '/supplies/requests/:requestId/send', access: answer, summary: '下发: out of the cupboard of the office that sends it', input: aRequest.extend({ quantity, answer: text(200).optional() }), output: requestCard, errors: [errors.requestSettled], audit: onRequest }),
  refuseRequest: command({ path: '/supplies/requests/:requestId/refuse', access: answer, summary: '不批, with why', input: aRequest.extend({ reason: reason() }), output: requestCard, errors: [errors.requestSettled], audit: { ...onRequest, reason: (i) => i.reason } }),
  takeBackAnswer: command({ path: '/supplies/requests/:requestId/answer/undo', access: answer, summary: '收回答复, while nothing has arrived', input: aRequest, output: requestCard, errors: [errors.requestSettled], audit: onRequest }),
  confirmSupplies: command({ path: '/supplies/requests/:requestId/arrive', access: keep, summary: '签收: as many as came; a difference is said on both sides', input: aRequest.extend({ quantity: n.min(0).max(10_000_000) }), output: requestCard, errors: [errors.notOwn, errors.requestSettled], audit: onRequest }),
  takeBackArrival: command({ path: '/supplies/requests/:requestId/arrive/undo', access: keep, summary: '撤销签收, on its day', input: aRequest, output: requestCard, errors: [errors.notOwn, errors.requestSettled, errors.notTheDay], audit: onRequest }),
}
