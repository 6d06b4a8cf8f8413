import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { bothLanguages, day, id, instant, personName, reason, temperature, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'
import { exportsErrors } from '../exports/contract.ts'
import { exitKind, symptom } from '../policies/contract.ts'
import { exitList } from './contract/list.ts'
import { boardingFault, destinationNode, seatState, transport, transportCard, transportInput } from './contract/transport.ts'
import { exitCard, exitChannel, exitLine, exitState, exitTab, exitTabs, finding, ownExit } from './contract/views.ts'

export * from './contract/list.ts'
export * from './contract/transport.ts'
export * from './contract/views.ts'

export const exitsErrors = declareErrors('exits', {
  notInState: { status: 409, params: z.object({ state: exitState }) },
  alreadyAsked: { status: 409, params: z.object({ name: z.string(), state: exitState }) },
  notPresent: { status: 409, params: z.object({ name: z.string() }) },
  /** The data speak against a certificate. */
  notHealthy: { status: 409, params: z.object({ finding: finding.shape.id, name: z.string() }) },
  noEscort: { status: 409, params: z.object({ name: z.string() }) },
  keptIn: { status: 409, params: z.object({ name: z.string(), finding: z.enum(['managed', 'householdManaged']) }) },
  askCommunity: { status: 409 },
  notTheDay: { status: 409 },
  handedBefore: { status: 409 },
  tripSettled: { status: 409 },
  wrongTime: { status: 422 },
  wrongDay: { status: 422 },
  /** Whoever goes by a bus says which county: without its code no bus is found. */
  noDivision: { status: 422 },
  /** 去哪里 stands neither in the list nor beside it. */
  noDestination: { status: 422 },
  notFound: { status: 409 },
  tooManyMisses: { status: 429 },
  noOneFits: { status: 409 },
  busFull: { status: 409, params: z.object({ plate: z.string(), seats: z.number().int() }) },
  wrongWay: { status: 409, params: z.object({ plate: z.string(), destination: z.string() }) },
  tooFewSeats: { status: 409, params: z.object({ seats: z.number().int(), taken: z.number().int() }) },
  busNotPlanned: { status: 409, params: z.object({ plate: z.string() }) },
  alreadyBoarded: { status: 409, params: z.object({ name: z.string() }) },
  plateWrong: { status: 422 },
  departsPast: { status: 422 },
  leavesLater: { status: 422 },
  listUnreadable: { status: 422 },
  listTooLong: { status: 422, params: z.object({ most: z.number().int() }) },
  listHeadings: { status: 422, params: z.object({ headings: z.string() }) },
  nobodyBoarded: { status: 409, params: z.object({ plate: z.string() }) },
})

/** What the order in force says of each reason; empty where it says nothing. */
const ruleList = z.object({ items: z.array(z.object({ kind: exitKind, says: bothLanguages })) })
const view = { permission: 'exits.view' } as const
const apply = { permission: 'exits.apply' } as const
const decide = { permission: 'exits.decide' } as const
const certify = { permission: 'exits.certify' } as const
const move = { permission: 'exits.transport' } as const
const anExit = z.object({ exitId: id() })
const change = { act: 'change' as const, subjects: (i: { exitId: string }) => [i.exitId] }
const aBus = z.object({ transportId: id() })
const onBus = { act: 'change' as const, subjects: (i: { transportId: string }) => [i.transportId] }
const aSeat = z.object({ seatId: id() })
const onSeat = { act: 'change' as const, subjects: (i: { seatId: string }) => [i.seatId] }
const state = exitsErrors.notInState
/** What is asked for, however it comes in. */
const asked = {
  kind: exitKind, destinationCode: z.string().regex(/^\d{6}$/).optional(), destinationName: text(80).min(2), employer: text(60).optional(), note: text(300).optional(), leavesOn: day(), untilOn: day().optional(),
  escortName: text(40).optional(), emergencyName: text(40).optional(), emergencyPhone: text(20).optional(),
}
const health = { temperature: temperature().optional(), symptoms: z.array(symptom).default([]) }
/** So many at once. */
export const MOST_EXITS = 1000
const many = z.array(id()).min(1).max(MOST_EXITS)

export const exitsApi = {
  listExits: query({
    path: '/exits', access: view, summary: '外出申请: who asks to go out, by how far it has come',
    input: z.object({ tab: exitTab.default('toDecide'), kind: exitKind.optional(), areaId: id().optional(), personId: id().optional(), /** Beginning of a name; whoever looks for somebody wants them however far it has come. */ text: text(40).optional(), order: orderBy('leaves', 'applied').optional(), ...pageInput }),
    output: pageOf(exitLine), audit: { act: 'view', subjects: (_, o) => o.items.map((e) => e.personId) },
  }),
  exitCounts: query({
    path: '/exits/counts', access: view, summary: '外出申请数: how many stand where, and how many people of each reason have left, by how many requests',
    input: z.object({ areaId: id().optional(), kind: exitKind.optional() }),
    output: z.object({ tabs: z.record(z.enum(exitTabs), z.number().int()), gone: z.record(exitKind, z.object({ /** 人, as the work report counts them. */ persons: z.number().int(), /** 件, as the tab lists them: whoever left twice is one person. */ requests: z.number().int() })) }),
  }),
  exitRules: query({ path: '/exits/rules', access: view, summary: '外出规定: what the order in force asks for each reason', input: z.object({}), output: ruleList }),
  getExit: query({ path: '/exits/:exitId', access: view, summary: '外出申请卡', input: anExit, output: exitCard, audit: { act: 'view', subjects: (i, o) => [i.exitId, o.personId] } }),
  revealEmergency: command({
    path: '/exits/:exitId/reveal', access: { permission: 'people.reveal' }, summary: '查看紧急联系人电话: whom to call when somebody is taken ill or does not come back, with a reason',
    input: anExit.extend({ reason: reason() }), output: z.object({ personId: id(), phone: z.string().nullable() }), audit: { act: 'reveal', subjects: (i, o) => [i.exitId, o.personId], reason: (i) => i.reason },
  }),
  applyForExit: command({
    path: '/exits', access: apply, summary: '登记外出申请: at the desk, or from paper with its day; the order decides at once what it can decide',
    input: z.object({ personId: id(), channel: exitChannel.exclude(['phone']).default('desk'), askedOn: day().optional(), ...asked, ...health }), output: exitCard,
    errors: [exitsErrors.alreadyAsked, exitsErrors.notPresent, exitsErrors.wrongDay, exitsErrors.noDivision], audit: { act: 'change', subjects: (i, o) => [i.personId, o.exitId] },
  }),
  applyForMany: command({
    path: '/exits/many', access: apply, summary: '登记一份名单: many people to the same place, as an employer’s or a group’s list comes in on paper',
    input: z.object({
      ...asked, channel: exitChannel.exclude(['phone']).default('paper'), askedOn: day().optional(),
      people: z.array(z.object({ personId: id(), temperature: temperature().optional(), employer: text(60).optional(), destinationCode: z.string().regex(/^\d{6}$/).optional(), destinationName: text(80).optional(), emergencyName: text(40).optional(), emergencyPhone: text(20).optional() })).min(1).max(MOST_EXITS),
    }),
    output: z.object({ exitIds: z.array(id()), refused: z.array(z.object({ personId: id(), name: z.string().nullable(), reason: z.enum(['alreadyAsked', 'notPresent', 'notFound']) })) }),
    errors: [exitsErrors.wrongDay, exitsErrors.noDivision], audit: { act: 'change', subjects: (_, o) => o.exitIds },
  }),
  exitListTemplate: query({ path: '/exits/list/template', access: apply, summary: '下载外出名单模板', input: z.object({}), output: z.object({}), download: true }),
  importExits: command({
    path: '/exits/list', access: apply, summary: '登记外出名单: a file of people, with where they go in a column or for all of them; those found ask, the others come back with row and reason',
    input: z.object({ kind: asked.kind, destinationCode: asked.destinationCode, destinationName: asked.destinationName.optional(), employer: asked.employer, leavesOn: asked.leavesOn, untilOn: asked.untilOn, askedOn: day().optional() }),
    output: exitList, upload: { megabytes: 2 }, errors: [exitsErrors.wrongDay, exitsErrors.noDivision, exitsErrors.listUnreadable, exitsErrors.listTooLong, exitsErrors.listHeadings, exitsErrors.noDestination], audit: { act: 'change', subjects: (_, o) => o.exitIds },
  }),
  withdrawExits: command({
    path: '/exits/withdraw', access: apply, summary: '撤回多件: those of a list that was entered by mistake; what has gone further stays', input: z.object({ exitIds: many }),
    output: z.object({ withdrawn: z.array(id()), kept: z.number().int() }), audit: { act: 'change', subjects: (_, o) => o.withdrawn },
  }),
  allowExit: command({ path: '/exits/:exitId/allow', access: decide, summary: '准许', input: anExit.extend({ escortName: text(40).optional(), reason: text(300).optional() }), output: exitCard, errors: [state, exitsErrors.noEscort], audit: { ...change, reason: (i) => i.reason } }),
  nameExitEscort: command({ path: '/exits/:exitId/escort', access: decide, summary: '填写陪同人: of somebody allowed before the household went into quarantine', input: anExit.extend({ escortName: text(40).min(2) }), output: exitCard, errors: [state], audit: change }),
  refuseExit: command({ path: '/exits/:exitId/refuse', access: decide, summary: '不批准, with the reason', input: anExit.extend({ reason: reason() }), output: exitCard, errors: [state, exitsErrors.alreadyBoarded], audit: { ...change, reason: (i) => i.reason } }),
  withdrawExit: command({ path: '/exits/:exitId/withdraw', access: apply, summary: '撤回: the person no longer wants to go, or it was entered by mistake', input: anExit, output: exitCard, errors: [state, exitsErrors.alreadyBoarded], audit: change }),
  reopenExit: command({ path: '/exits/:exitId/reopen', access: decide, summary: '撤销准许、不批准或撤回: it stands as it stood before', input: anExit, output: exitCard, errors: [state, exitsErrors.alreadyAsked], audit: change }),
  reviveExit: command({ path: '/exits/:exitId/revive', access: apply, summary: '撤销撤回', input: anExit, output: exitCard, errors: [state, exitsErrors.alreadyAsked], audit: change }),

  certifyExit: command({
    path: '/exits/:exitId/certify', access: certify, summary: '出具健康证明: made from the data; refused with the reason where they speak against it',
    input: anExit.extend(health), output: z.object({ batchId: id(), exit: exitCard }), errors: [state, exitsErrors.notHealthy], audit: { act: 'export', subjects: (i) => [i.exitId] },
  }),
  certifyMany: command({
    path: '/exits/certify', access: certify, summary: '批量出具健康证明: for all whose data are clean; the others are named with the reason',
    input: z.object({ exitIds: many }), output: z.object({ batchId: id().nullable(), certified: z.array(id()), refused: z.array(z.object({ exitId: id(), name: z.string(), finding: finding.shape.id })) }),
    audit: { act: 'export', subjects: (_, o) => o.certified },
  }),
  undoCertificates: command({
    path: '/exits/uncertify', access: certify, summary: '撤销健康证明: the same day, before anybody boarded; the numbers are void', input: z.object({ exitIds: many }), output: z.object({ undone: z.number().int() }),
    errors: [exitsErrors.notTheDay], audit: { act: 'change', subjects: (i) => i.exitIds },
  }),

  goOut: command({
    path: '/exits/:exitId/out', access: apply, summary: '登记外出: a temperature is taken; a fever keeps the person in and goes to the health centre',
    input: anExit.extend({ temperature: temperature(), symptoms: z.array(symptom).default([]), at: instant().optional() }), output: z.object({ left: z.boolean(), exit: exitCard }), errors: [state, exitsErrors.noEscort, exitsErrors.keptIn], audit: change,
  }),
  comeBack: command({ path: '/exits/:exitId/back', access: apply, summary: '登记返回: always taken, with the time it happened', input: anExit.extend({ temperature: temperature().optional(), symptoms: z.array(symptom).default([]), at: instant().optional() }), output: exitCard, errors: [state, exitsErrors.wrongTime], audit: change }),
  noteNotBack: command({ path: '/exits/:exitId/not-back', access: apply, summary: '登记未返回: what is known of why', input: anExit.extend({ reason: reason() }), output: exitCard, errors: [state], audit: { ...change, reason: (i) => i.reason } }),
  undoTrip: command({ path: '/exits/:exitId/undo-trip', access: apply, summary: '撤销外出或返回: the last of it, until the day after it was written down', input: anExit, output: exitCard, errors: [state, exitsErrors.tripSettled, exitsErrors.alreadyAsked], audit: change }),

  askToGoOut: command({
    path: '/my/exits', access: 'link', summary: '本人申请外出: by the personal link, by the household’s code for any of its people, or by the community’s declaration code with name and document number',
    input: z.object({ /** 谁, by the household’s code. */ personId: id().optional(), name: personName().optional(), documentNo: text(30).optional(), ...asked, ...health }), output: ownExit, errors: [exitsErrors.notFound, exitsErrors.tooManyMisses, exitsErrors.alreadyAsked, exitsErrors.notPresent, exitsErrors.wrongDay, exitsErrors.noDivision], audit: { act: 'change' },
  }),
  ownExitRules: query({ path: '/my/exits/rules', access: 'link', summary: '外出规定, for residents', input: z.object({}), output: ruleList }),
  myExits: query({
    path: '/my/exits', access: 'link', summary: '我的外出申请: by the receipts a phone has kept, then the others of a personal link; by the household’s code those of its people', input: z.object({ /** Comma between. */ receipts: z.string().max(500).default('') }),
    output: z.object({ items: z.array(ownExit), /** 家里的人, by the household’s code: who may ask. */ people: z.array(z.object({ personId: id(), name: z.string() })) }),
  }),
  withdrawOwnExit: command({
    path: '/my/exits/withdraw', access: 'link', summary: '本人撤回申请', input: z.object({ receipt: z.string().max(64) }), output: ownExit, errors: [exitsErrors.notFound, state, exitsErrors.alreadyBoarded], audit: { act: 'change' },
  }),
  reportOwnTrip: command({
    path: '/my/exits/trip', access: 'link', summary: '本人报告外出或返回, with the temperature', input: z.object({ receipt: z.string().max(64), way: z.enum(['out', 'back']), temperature: temperature(), symptoms: z.array(symptom).default([]) }),
    output: z.object({ left: z.boolean(), exit: ownExit }), errors: [exitsErrors.notFound, state, exitsErrors.noEscort, exitsErrors.keptIn, exitsErrors.askCommunity], audit: { act: 'change' },
  }),

  destinations: query({ path: '/transport/destinations', access: view, summary: '去向: passengers of group transport by province, city, county', input: z.object({ areaId: id().optional() }), output: z.object({ items: z.array(destinationNode) }) }),
  listTransports: query({
    path: '/transport', access: view, summary: '班次: buses, the next to leave first', input: z.object({ tab: z.enum(['coming', 'gone', 'cancelled']).default('coming'), areaId: id().optional(), ...pageInput }), output: pageOf(transport),
  }),
  getTransport: query({ path: '/transport/:transportId', access: view, summary: '班次卡: the bus with its passengers', input: aBus, output: transportCard, audit: { act: 'view', subjects: (i, o) => [i.transportId, ...o.passengers.map((p) => p.personId)] } }),
  createTransport: command({ path: '/transport', access: move, summary: '加一个班次', input: z.object(transportInput), output: transportCard, errors: [exitsErrors.plateWrong, exitsErrors.departsPast], audit: { act: 'change', subjects: (_, o) => [o.transportId] } }),
  editTransport: command({ path: '/transport/:transportId/edit', access: move, summary: '改班次', input: aBus.extend(transportInput), output: transportCard, errors: [exitsErrors.busNotPlanned, exitsErrors.tooFewSeats, exitsErrors.wrongWay, exitsErrors.plateWrong, exitsErrors.departsPast], audit: onBus }),
  cancelTransport: command({ path: '/transport/:transportId/cancel', access: move, summary: '取消班次: its passengers wait again', input: aBus.extend({ reason: reason() }), output: transportCard, errors: [exitsErrors.busNotPlanned], audit: { ...onBus, reason: (i) => i.reason } }),
  reviveTransport: command({ path: '/transport/:transportId/revive', access: move, summary: '撤销取消', input: aBus, output: transportCard, errors: [exitsErrors.busNotPlanned], audit: onBus }),
  assignSeats: command({
    path: '/transport/assign', access: move, summary: '自动排座: families and workmates together, never more than there are seats', input: z.object({ transportIds: z.array(id()).max(100).optional() }),
    output: z.object({ seatIds: z.array(id()), stillWaiting: z.number().int() }), errors: [exitsErrors.noOneFits], audit: { act: 'change', subjects: (_, o) => o.seatIds },
  }),
  releaseSeats: command({ path: '/transport/release', access: move, summary: '退座: whoever has not boarded waits again', input: z.object({ seatIds: z.array(id()).min(1).max(2000) }), output: z.object({ released: z.number().int() }), audit: { act: 'change', subjects: (i) => i.seatIds } }),
  retakeSeats: command({ path: '/transport/retake', access: move, summary: '撤销退座: the same seats, where nobody has them by now', input: z.object({ seatIds: z.array(id()).min(1).max(2000) }), output: z.object({ taken: z.number().int() }), audit: { act: 'change', subjects: (i) => i.seatIds } }),
  moveSeat: command({
    path: '/transport/seats/:seatId/move', access: move, summary: '换车: to another bus that goes the same way', input: aSeat.extend({ toTransportId: id() }), output: z.object({ seatId: id(), fromTransportId: id() }),
    errors: [exitsErrors.busFull, exitsErrors.wrongWay, exitsErrors.busNotPlanned, exitsErrors.alreadyBoarded], audit: onSeat,
  }),
  boardPassenger: command({
    path: '/transport/seats/:seatId/board', access: move, summary: '上车核验: certificate and temperature; who may not board is told why, a fever goes to the health centre',
    input: aSeat.extend({ temperature: temperature() }), output: z.object({ state: seatState, why: boardingFault.nullable() }), errors: [exitsErrors.busNotPlanned, exitsErrors.alreadyBoarded], audit: onSeat,
  }),
  boardMany: command({
    path: '/transport/:transportId/board', access: move, summary: '录入核验单: a whole bus as it was measured at the door; each stands for itself',
    input: aBus.extend({ measured: z.array(z.object({ seatId: id(), temperature: temperature() })).min(1).max(100) }), output: z.object({ boarded: z.number().int(), turnedAway: z.array(z.object({ seatId: id(), name: z.string(), why: boardingFault })) }),
    errors: [exitsErrors.busNotPlanned], audit: onBus,
  }),
  undoBoarding: command({ path: '/transport/seats/:seatId/unboard', access: move, summary: '撤销上车核验', input: aSeat, output: z.object({ state: seatState }), errors: [exitsErrors.busNotPlanned], audit: onSeat }),
  handOver: command({ path: '/transport/:transportId/hand-over', access: move, summary: '移交客运公司: whoever has not boarded did not come, and waits again', input: aBus.extend({ receiverName: text(40).min(2), /** 实际发车; the planned time where that is past, else now. */ leftAt: instant().optional() }), output: transportCard, errors: [exitsErrors.busNotPlanned, exitsErrors.nobodyBoarded, exitsErrors.leavesLater], audit: onBus }),
  undoHandOver: command({ path: '/transport/:transportId/undo-hand-over', access: move, summary: '撤销移交, the same day', input: aBus, output: transportCard, errors: [exitsErrors.busNotPlanned, exitsErrors.handedBefore], audit: onBus }),
  exportManifest: query({
    path: '/transport/:transportId/manifest', access: move, summary: '乘客名单 (.xlsx) for the transport company, through the gate of all exports', download: true,
    input: aBus.extend({ format: z.enum(['xlsx', 'csv']), reason: reason(), clear: z.stringbool().default(false) }), output: z.object({}), errors: [exportsErrors.waitsForRows, exportsErrors.waitsForClear],
    audit: { act: 'export', subjects: (i) => [i.transportId], reason: (i) => i.reason },
  }),
}
