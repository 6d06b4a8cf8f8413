import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, instant, personName, reason, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'
import { departmentFigures, whistleKind } from './contract/whistle.ts'
import { exclusionGround, matter, matterCard, matterChannel, matterFigure, matterFigures, matterKind, matterState, matterTabs, ownMatter, satisfaction } from './contract/views.ts'

export * from './contract/views.ts'
export * from './contract/whistle.ts'

export const mattersErrors = declareErrors('matters', {
  notInState: { status: 409, params: z.object({ state: matterState }) },
  /** Somebody else's turn, or another role's. */
  notYours: { status: 409, params: z.object({ name: z.string() }) },
  onceOnly: { status: 409, params: z.object({ action: z.string() }) },
  cannotHold: { status: 422, params: z.object({ name: z.string() }) },
  wrongDeadline: { status: 422, params: z.object({ days: z.number().int() }) },
  nothingToUndo: { status: 409 },
  sayWhetherResolved: { status: 422 },
  /** 打分: of a department that has not come. */
  notReportedIn: { status: 409, params: z.object({ name: z.string() }) },
  phoneWrong: { status: 422 },
  notAPicture: { status: 422, params: z.object({ filename: z.string() }) },
  tooManyPhotos: { status: 409, params: z.object({ n: z.number().int() }) },
  /** Through one code in an hour, more than a place has troubles. */
  tooMany: { status: 409 },
  unknown: { status: 404 },
})

const view = { permission: 'matters.view' } as const
const work = { permission: 'matters.work' } as const
const assign = { permission: 'matters.assign' } as const
const approve = { permission: 'matters.approve' } as const
const one = z.object({ matterId: id() })
const change = { act: 'change' as const, subjects: (i: { matterId: string }) => [i.matterId] }
const withReason = { ...change, reason: (i: { reason: string }) => i.reason }
const refusals = [mattersErrors.notInState, mattersErrors.notYours, mattersErrors.onceOnly]
const outcome = text(500).min(2)
const period = { /** 登记日期, both included. */ from: day().optional(), to: day().optional() }
/** Which rows: by place, kind, whose turn, words, days, and the figure of the rates they stand for. */
const filter = {
  areaId: id().optional(), kind: matterKind.optional(),
  /** Whose turn it is: one's own, somebody else's; for an office above, of the communities: theirs or nobody's. */
  by: z.enum(['me', 'others', 'below']).optional(),
  holderId: id().optional(), text: text(40).optional(), ...period, figure: matterFigure.optional(),
}

export const mattersApi = {
  registerMatter: command({
    path: '/matters', access: work, summary: '登记事项: what, where, who, how it came; with `done` it is settled in the same press (能办即办)',
    input: z.object({
      kind: matterKind, words: text(500).min(2), place: text(80).optional(),
      /** Left out: where the person lives, else one's own area. */
      areaId: id().optional(),
      personId: id().optional(), callerName: personName().optional(), callerPhone: text(20).optional(), channel: matterChannel.exclude(['qr']), urgent: z.boolean().default(false),
      /** 办好了: what was done. */
      done: outcome.optional(),
    }),
    output: matterCard, errors: [mattersErrors.phoneWrong], audit: { act: 'change', subjects: (i, o) => [o.matterId, ...(i.personId ? [i.personId] : [])] },
  }),
  listMatters: query({
    path: '/matters', access: view, summary: '事项: by tab, the shortest deadline first',
    input: z.object({ tab: z.enum(matterTabs).default('active'), ...filter, order: orderBy('due', 'registered').optional(), ...pageInput }),
    output: pageOf(matter), audit: { act: 'view', subjects: (_, o) => o.items.flatMap((m) => [m.matterId, ...(m.personId ? [m.personId] : [])]) },
  }),
  matterCounts: query({
    path: '/matters/counts', access: view, summary: '事项数: how many stand in each tab, by the same filter',
    input: z.object(filter), output: z.object(Object.fromEntries(matterTabs.map((tab) => [tab, z.number().int()])) as Record<(typeof matterTabs)[number], z.ZodNumber>),
  }),
  matterRates: query({
    path: '/matters/rates', access: view, summary: '三率 of what was registered in these days: 响应率、解决率、满意率; a rate is null while there is nothing to divide by',
    input: z.object({ from: day(), to: day(), areaId: id().optional() }),
    output: z.object({
      figures: z.object(Object.fromEntries(matterFigures.map((name) => [name, z.number().int()])) as Record<(typeof matterFigures)[number], z.ZodNumber>),
      /** Parts of one. */
      response: z.number().nullable(), resolution: z.number().nullable(), satisfaction: z.number().nullable(),
      /** 报到及时率 */
      reportIn: z.number().nullable(), departments: z.array(departmentFigures),
    }),
  }),
  mattersAbout: query({
    path: '/matters/about', access: view, summary: '相关事项: of a person, newest first', input: z.object({ personId: id() }),
    output: z.object({ items: z.array(matter.pick({ matterId: true, number: true, kind: true, state: true, overdue: true, words: true, registeredAt: true, dueAt: true })) }),
    audit: { act: 'view', subjects: (i) => [i.personId] },
  }),
  getMatter: query({
    path: '/matters/:matterId', access: view, summary: '事项卡: one matter with its whole record', input: one, output: matterCard,
    audit: { act: 'view', subjects: (i, o) => [i.matterId, ...(o.personId ? [o.personId] : [])] },
  }),
  callerPhone: command({
    path: '/matters/:matterId/phone', access: work, summary: '查看诉求人电话: whoever has it in hand, sends it on or calls back, with a reason that the trail keeps', input: one.extend({ reason: reason() }), output: z.object({ phone: z.string().nullable() }),
    errors: [mattersErrors.notYours], audit: { act: 'reveal', subjects: (i) => [i.matterId], reason: (i) => i.reason },
  }),
  takeMatter: command({ path: '/matters/:matterId/take', access: work, summary: '接单: one’s own from now on', input: one, output: matterCard, errors: refusals, audit: change }),
  contactMatter: command({ path: '/matters/:matterId/contact', access: work, summary: '已联系诉求人: takes it as well, where nobody has', input: one, output: matterCard, errors: refusals, audit: change }),
  assignMatter: command({
    path: '/matters/:matterId/assign', access: assign, summary: '派单: to a colleague, with the deadline; whoever had it first answers for it until it is accepted',
    input: one.extend({ accountId: id(), note: text(300).optional(), dueAt: instant().optional() }), output: matterCard, errors: [...refusals, mattersErrors.cannotHold, mattersErrors.wrongDeadline], audit: change,
  }),
  objectMatter: command({ path: '/matters/:matterId/object', access: work, summary: '派单异议: not mine, and why; once', input: one.extend({ reason: reason() }), output: matterCard, errors: refusals, audit: withReason }),
  extendMatter: command({
    path: '/matters/:matterId/extend', access: work, summary: '延期: until when and why; once', input: one.extend({ dueAt: instant(), reason: reason() }), output: matterCard, errors: [...refusals, mattersErrors.wrongDeadline], audit: withReason,
  }),
  whistleMatter: command({
    path: '/matters/:matterId/whistle', access: assign, summary: '吹哨: the community cannot do it; the subdistrict is called in, and with it the departments, with a report-in clock by its kind',
    input: one.extend({ reason: reason(), kind: whistleKind, departments: z.array(text(40).min(2)).max(8).default([]) }), output: matterCard, errors: refusals, audit: withReason,
  }),
  reportInMatter: command({
    path: '/matters/:matterId/report-in', access: assign, summary: '报到: a department has come, who; the first of several leads (首接牵头) unless another is said to',
    input: one.extend({ department: text(40).min(2), who: text(40).optional(), lead: z.boolean().optional() }), output: matterCard, errors: refusals, audit: change,
  }),
  rateMatter: command({
    path: '/matters/:matterId/rate', access: assign, summary: '打分 (双考核): the subdistrict or the community rates a department that came, 1 to 5 with a word; the last one counts',
    input: one.extend({ department: text(40).min(2), score: z.number().int().min(1).max(5), word: text(200).optional() }), output: matterCard, errors: [...refusals, mattersErrors.notReportedIn], audit: change,
  }),
  handBackMatter: command({ path: '/matters/:matterId/hand-back', access: approve, summary: '退回社区: the subdistrict gives it back, with what is to be done', input: one.extend({ reason: reason() }), output: matterCard, errors: refusals, audit: withReason }),
  finishMatter: command({
    path: '/matters/:matterId/finish', access: work, summary: '办好: what was done; to be called back, or closed where nobody asked', input: one.extend({ outcome }), output: matterCard, errors: refusals, audit: change,
  }),
  callBackMatter: command({
    path: '/matters/:matterId/call-back', access: assign, summary: '回访: solved or not, how satisfied; not solved goes back to work once, two calls in vain close it',
    input: one.extend({ satisfaction: z.enum([...satisfaction.options, 'notReached']), /** Required when reached. */ resolved: z.boolean().optional(), note: text(300).optional() }),
    output: matterCard, errors: [...refusals, mattersErrors.sayWhetherResolved], audit: change,
  }),
  withdrawMatter: command({ path: '/matters/:matterId/withdraw', access: work, summary: '撤件: registered by mistake', input: one.extend({ reason: reason() }), output: matterCard, errors: refusals, audit: withReason }),
  askExclusion: command({
    path: '/matters/:matterId/exclusion', access: assign, summary: '申请剔除: not to count in the rates, and why', input: one.extend({ ground: exclusionGround, reason: reason() }), output: matterCard, errors: refusals, audit: withReason,
  }),
  ruleExclusion: command({ path: '/matters/:matterId/exclusion/rule', access: approve, summary: '批剔除: the office above approves or refuses', input: one.extend({ approve: z.boolean() }), output: matterCard, errors: refusals, audit: change }),
  undoMatterStep: command({
    path: '/matters/:matterId/undo', access: work, summary: '撤销上一步: by whoever took it, the same day; everything stands as before', input: one, output: matterCard, errors: [mattersErrors.nothingToUndo], audit: change,
  }),
  addMatterPhoto: command({
    path: '/matters/:matterId/photos', access: work, summary: '传事项照片 (JPEG, PNG, WebP)', input: one, output: matterCard, errors: [mattersErrors.notAPicture, mattersErrors.tooManyPhotos, ...refusals], upload: { megabytes: 15 }, audit: change,
  }),
  reportMatter: command({
    path: '/my/matters', access: 'link', summary: '居民扫码反映: what and where, with a telephone or without; answers with a number and the receipt this phone keeps',
    input: z.object({ kind: matterKind, words: text(500).min(2), place: text(80).optional(), callerName: personName().optional(), callerPhone: text(20).optional() }),
    output: ownMatter, errors: [mattersErrors.phoneWrong, mattersErrors.tooMany], audit: { act: 'change' },
  }),
  addOwnPhoto: command({
    path: '/my/matters/photos', access: 'link', summary: '居民传照片, made small by the phone', input: z.object({ receipt: text(64) }), output: ownMatter,
    errors: [mattersErrors.unknown, mattersErrors.notAPicture, mattersErrors.tooManyPhotos, mattersErrors.notInState], upload: { megabytes: 3 }, kilobytes: 3072, audit: { act: 'change' },
  }),
  myMatters: query({
    path: '/my/matters', access: 'link', summary: '我反映的事项: by the receipts a phone has kept', input: z.object({ /** Comma between. */ receipts: text(500).default('') }), output: z.object({ items: z.array(ownMatter) }),
  }),
  removeMatterPhoto: command({ path: '/matters/photos/:photoId/remove', access: work, summary: '删掉传错的照片', input: z.object({ photoId: id() }), output: matterCard, audit: { act: 'change', subjects: (i) => [i.photoId] } }),
  matterPhoto: query({ path: '/matters/photos/:photoId', access: view, summary: '事项照片', input: z.object({ photoId: id() }), output: z.object({}), download: true, audit: { act: 'view', subjects: (i) => [i.photoId] } }),
}
