import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { day, id, instant, reason, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'
import { gateExit } from '../exits/contract/views.ts'
import { passageErrors } from './contract/errors.ts'
import { direction, heldElsewhere, identity, passState, specialVehicle } from './contract/facts.ts'
import { gate, gateFields, gateState, handedItem, pattern, post, present, shift } from './contract/gates.ts'
import { carriedHousehold, gateBrief, gateData, passage, passageRecord, recordedPassage } from './contract/records.ts'
import { ownWay, samePlace, samePlaceInput, whoseWay } from './contract/sameplace.ts'

export * from './contract/errors.ts'
export * from './contract/facts.ts'
export * from './contract/gates.ts'
export * from './contract/records.ts'
export * from './contract/sameplace.ts'

const view = { permission: 'passage.view' } as const
const record = { permission: 'passage.record' } as const
const trace = { permission: 'passage.trace' } as const
const edit = { permission: 'gates.edit' } as const
const aGate = z.object({ gateId: id() })
const anEvent = z.object({ eventId: id() })
const aPattern = z.object({ patternId: id() })
const onGate = { act: 'change', subjects: (i: { gateId: string }) => [i.gateId] } as const
const onEvent = { act: 'change', subjects: (i: { eventId: string }) => [i.eventId] } as const
const onPattern = { act: 'change', subjects: (i: { patternId: string }) => [i.patternId] } as const
const whose = (i: { personId?: string | undefined; householdId?: string | undefined }) => [i.personId ?? i.householdId ?? ''].filter(Boolean)
const n = z.number().int()

export const gateTabs = ['all', 'open', 'empty', 'closed', 'removed'] as const
/** 状态页签: all, 放行, 劝返, 转诊转办, 转办未处理, 与手机不同, 紧急, 补录 (arrived late). */
export const passageTabs = ['all', 'allowed', 'refused', 'referred', 'toSettle', 'differs', 'emergency', 'late'] as const
const period = { areaId: id().optional(), gateId: id().optional(), from: day().optional(), to: day().optional() }

export const passageApi = {
  // Gates
  listGates: query({
    path: '/gates', access: view, summary: '卡点: gates with who stands there and what passed today',
    input: z.object({ tab: z.enum(gateTabs).default('open'), areaId: id().optional(), ...pageInput }), output: pageOf(gate),
  }),
  gateCounts: query({
    path: '/gates/counts', access: view, summary: '卡点数', input: z.object({ areaId: id().optional() }),
    output: z.object({ all: n, open: n, empty: n, closed: n, removed: n }),
  }),
  getGate: query({
    path: '/gates/:gateId', access: view, summary: '卡点卡: one gate with the shifts around now and the hours of the day',
    input: aGate, output: gate.extend({ shifts: z.array(shift), hours: z.array(z.object({ hour: instant(), in: n, out: n, stopped: n })), /** 今天放行的人证核对: how many were compared, and of the others why not. */ compared: z.array(z.object({ identity, n })) }),
  }),
  createGate: command({
    path: '/gates', access: edit, summary: '新设卡点', input: z.object({ areaId: id(), ...gateFields }), output: gate,
    errors: [passageErrors.nameTaken, passageErrors.notHere, passageErrors.hoursHalf, passageErrors.neverOpen, passageErrors.startsOrder], audit: { act: 'change', subjects: (i, o) => [i.areaId, o.gateId] },
  }),
  editGate: command({
    path: '/gates/:gateId/edit', access: edit, summary: '修改卡点', input: aGate.extend(gateFields), output: gate,
    errors: [passageErrors.nameTaken, passageErrors.hoursHalf, passageErrors.neverOpen, passageErrors.startsOrder, passageErrors.notInState], audit: onGate,
  }),
  closeGate: command({
    path: '/gates/:gateId/close', access: edit, summary: '按令关闭: only emergencies pass; the order is said to whoever comes',
    input: aGate.extend({ orderNo: z.string().trim().min(1).max(60) }), output: gate, errors: [passageErrors.notInState], audit: onGate,
  }),
  reopenGate: command({ path: '/gates/:gateId/reopen', access: edit, summary: '重新开放', input: aGate, output: gate, errors: [passageErrors.notInState], audit: onGate }),
  removeGate: command({
    path: '/gates/:gateId/remove', access: edit, summary: '撤销卡点: taken down; what passed there stays', input: aGate.extend({ reason: reason() }), output: gate,
    errors: [passageErrors.notInState], audit: { ...onGate, reason: (i) => i.reason },
  }),
  restoreGate: command({ path: '/gates/:gateId/restore', access: edit, summary: '恢复卡点', input: aGate, output: gate, errors: [passageErrors.notInState, passageErrors.nameTaken], audit: onGate }),

  // Roster (form 16)
  listShifts: query({
    path: '/gates/shifts', access: view, summary: '值班表: every shift of the gates from a day on, filled or not',
    input: z.object({ areaId: id().optional(), gateId: id().optional(), from: day(), days: z.coerce.number().int().min(1).max(14).default(7), ...pageInput }), output: pageOf(shift),
    audit: { act: 'view', subjects: (i) => (i.gateId ? [i.gateId] : []) },
  }),
  setShift: command({
    path: '/gates/:gateId/shifts', access: edit, summary: '排班: who stands there in one shift; nobody empties it',
    input: aGate.extend({ on: day(), slot: z.number().int().min(0).max(3), keeperId: id().nullable().default(null), keeperName: text(60).optional(), leaderName: text(60).optional() }), output: shift,
    errors: [passageErrors.noSuchSlot, passageErrors.keeperGone, passageErrors.alreadyWorked], audit: onGate,
  }),
  copyShifts: command({
    path: '/gates/shifts/copy', access: edit, summary: '照抄上周: fills what is empty in the seven days from `to` as it was a week before',
    input: z.object({ areaId: id().optional(), gateId: id().optional(), to: day() }), output: z.object({ copyId: id(), filled: n, kept: n }),
    errors: [passageErrors.nothingToCopy], audit: { act: 'change', subjects: (i, o) => [o.copyId, ...(i.gateId ? [i.gateId] : [])] },
  }),
  undoCopyShifts: command({
    path: '/gates/shifts/copy/:copyId/undo', access: edit, summary: '撤销照抄: those it filled are empty again, where nobody has changed them or stood there',
    input: z.object({ copyId: id() }), output: z.object({ emptied: n }), audit: { act: 'change', subjects: (i) => [i.copyId] },
  }),
  signOn: command({
    path: '/gates/:gateId/sign-on', access: record, summary: '到岗签到: a fact; whoever it is stands there now, also instead of or beside somebody else; late from a phone with its own time',
    input: aGate.extend({ at: instant().optional(), slot: z.number().int().min(0).max(3).optional(), items: z.array(handedItem).max(30).default([]), remarks: text(500).optional() }), output: shift, audit: onGate,
  }),
  undoSignOn: command({
    path: '/gates/:gateId/sign-on/undo', access: record, summary: '撤销签到: one’s own of the running shift', input: aGate, output: shift, errors: [passageErrors.notSignedOn], audit: onGate,
  }),
  handOver: command({
    path: '/gates/:gateId/hand-over', access: record, summary: '交班: what is handed on and what happened; said again it replaces what was said',
    input: aGate.extend({ at: instant().optional(), items: z.array(handedItem).max(30).default([]), remarks: text(500).optional(), abnormal: z.boolean().default(false) }), output: shift,
    errors: [passageErrors.notSignedOn], audit: onGate,
  }),

  gatePost: query({ path: '/passage/gates/:gateId/post', access: record, summary: '值守交接: who stands there, who comes next, and what the last one handed over', input: aGate, output: post, audit: { act: 'view', subjects: (i) => [i.gateId] } }),

  // At the gate
  myGates: query({ path: '/passage/my-gates', access: record, summary: '我的卡点: where the caller may stand, where the roster names them first', input: z.object({}), output: z.object({ items: z.array(gateBrief.extend({ rostered: z.boolean(), onPost: z.boolean() })) }) }),
  gateData: query({
    path: '/passage/gates/:gateId/data', access: record, summary: '卡点数据: what a decision needs of the households behind this gate, masked; a phone carries it, and asks for what changed',
    input: aGate.extend({ /** `part:hash`, comma between, as somebody has them. */ known: z.string().max(4000).default('') }), output: gateData, audit: { act: 'view', subjects: (i) => [i.gateId] },
  }),
  findAtGate: query({
    path: '/passage/gates/:gateId/find', access: record, summary: '查人: by room, name, identity number, plate or the number of a pass; masked',
    input: aGate.extend({ q: z.string().trim().min(1).max(400) }),
    output: z.object({
      gate: gateBrief, policy: gateData.shape.policy,
      /** Of a visitor's code the household visited. `outside`: 不住在这个卡点里面. */
      found: z.array(carriedHousehold.extend({ personId: id().nullable(), outside: z.boolean() })),
      /** 外出证明 of the people found, good today or out; `exitId` the one that was scanned. */
      exits: z.array(gateExit), exitId: id().nullable(),
      /** 证: what was scanned, or typed as its number. */
      pass: z.object({ /** There where it has a photo to compare with. */ photoOf: z.object({ passId: id(), takenAt: instant() }).nullable(), no: z.string(), kind: z.enum(['household', 'person', 'vehicle', 'visitor']), state: passState, until: day() }).nullable(),
      /** 车: known by its plate, with the pass it has here. */
      vehicle: z.object({ plate: z.string(), pass: passState.nullable(), special: specialVehicle.nullable() }).nullable(),
      /** 访客 of a code, and whom they visit; masked. */
      visitor: z.object({ nameMasked: z.string(), visitsHouseholdId: id().nullable(), address: z.string(), confirmed: z.boolean() }).nullable(),
      /** 在别处隔离: nobody of those found, and not seen from here. */
      held: heldElsewhere.nullable(),
      /** 盲索引 of a whole number of which nobody is seen here: the trail keeps that it was asked, not what it is. */
      documentIndex: z.string().nullable(),
      more: z.boolean(),
    }),
    audit: { act: 'view', subjects: (_, o) => [...o.found.map((h) => h.householdId), ...(o.documentIndex ? [o.documentIndex] : [])] },
  }),
  recordPassages: command({
    path: '/passage/records', access: record, summary: '进出记录, 1–500 at once: each row for itself, kept once, with its own time; a row nobody can read comes back and costs its neighbours nothing',
    input: z.object({ items: z.array(z.record(z.string(), z.unknown())).min(1).max(500) }), output: z.object({ items: z.array(recordedPassage) }),
    audit: { act: 'change', subjects: (_, o) => o.items.flatMap((i) => (i.eventId === null ? [] : [i.eventId])) }, frequent: true, knownAgain: true, inTurn: 4,
  }),
  scanPassage: command({
    path: '/passage/scan', access: record, summary: '扫码进出: a signed code at the gate, proven, decided and kept before the answer; many gates’ at once',
    input: passageRecord.pick({ eventId: true, gateId: true, direction: true, purpose: true, emergency: true, identity: true, temperature: true, code: true, companions: true, certificate: true, note: true }).extend({
      /** What the scanner read. */
      scanned: z.string().min(1).max(400),
      /** When, where that is not now. */
      at: instant().optional(),
    }),
    output: recordedPassage, audit: { act: 'change', subjects: (i) => [i.eventId] }, together: { most: 30 },
  }),
  recordPassage: command({
    path: '/passage/record', access: record, summary: '登记一次进出 at the desk: decided here where nothing was decided before',
    input: passageRecord, output: passage, errors: [], audit: { act: 'change', subjects: (i) => [i.eventId, ...(i.householdId ? [i.householdId] : [])] },
  }),
  takeBackPassage: command({
    path: '/passage/records/:eventId/take-back', access: record, summary: '撤销登记: entered by mistake; the same day, kept but not counted',
    input: anEvent, output: passage.extend({ /** A fever it raised is with the health centre, which was told that this was a slip. */ leadStays: z.boolean() }), errors: [passageErrors.notTheDay], audit: onEvent,
  }),

  // What passed
  listPassages: query({
    path: '/passage/records', access: view, summary: '进出记录: newest first', input: z.object({
      tab: z.enum(passageTabs).default('all'), ...period, direction: direction.optional(), householdId: id().optional(), personId: id().optional(), q: text(60).optional(), ...pageInput,
    }), output: pageOf(passage), audit: { act: 'view', subjects: (_, o) => o.items.flatMap((p) => p.householdId ?? []) },
  }),
  passageCounts: query({
    path: '/passage/counts', access: view, summary: '进出数: how many stand where in these days', input: z.object(period),
    output: z.object({ all: n, allowed: n, refused: n, referred: n, toSettle: n, differs: n, emergency: n, late: n }),
  }),
  getPassage: query({
    path: '/passage/records/:eventId', access: view, summary: '进出卡: one passage, what was decided by which order, and the household’s others around it',
    input: anEvent, output: passage.extend({ around: z.array(passage) }), audit: { act: 'view', subjects: (i, o) => [i.eventId, ...(o.householdId ? [o.householdId] : [])] },
  }),
  settlePassage: command({
    path: '/passage/records/:eventId/settle', access: record, summary: '转办已处理: what became of whoever was held at the gate', input: anEvent.extend({ note: reason() }), output: passage,
    errors: [passageErrors.settledAlready], audit: { ...onEvent, reason: (i) => i.note },
  }),
  unsettlePassage: command({ path: '/passage/records/:eventId/unsettle', access: record, summary: '撤销处理', input: anEvent, output: passage, errors: [passageErrors.notSettled], audit: onEvent }),
  passageFlow: query({
    path: '/passage/flow', access: view, summary: '进出人次: by hour of a day, from the roll-up; who is out and which visitors are inside now',
    input: z.object({ areaId: id().optional(), gateId: id().optional(), on: day().optional() }),
    output: z.object({ hours: z.array(z.object({ hour: instant(), in: n, out: n, stopped: n })), in: n, out: n, stopped: n, /** Of a place; null of one gate, and above a few communities: each of them knows. */ outNow: n.nullable(), visitorsInside: n.nullable() }),
  }),
  listPresent: query({
    path: '/passage/present', access: view, summary: '在外、在内: who is out and not back, which visitors are still inside, longest first',
    input: z.object({ tab: z.enum(['out', 'visitors']).default('out'), areaId: id().optional(), ...pageInput }), output: pageOf(present),
    audit: { act: 'view', subjects: (_, o) => o.items.flatMap((p) => p.householdId ?? []) },
  }),

  // Who was there too
  ownWay: query({
    path: '/passage/own-way', access: trace, summary: '本人(户)进出: how often and where, before anybody else is looked at', input: z.object(whoseWay), output: ownWay,
    audit: { act: 'view', subjects: (i) => whose(i) },
  }),
  listSamePlace: query({
    path: '/passage/same-place', access: trace, summary: '同时同地: who passed the same gate or was in the same venue within so many minutes, nearest first; a fact of times and places and no judgement of contact',
    input: z.object(samePlaceInput), output: pageOf(samePlace), audit: { act: 'view', subjects: (i, o) => [...whose(i), ...o.items.flatMap((one) => one.householdId ?? one.personId ?? [])], reason: (i) => i.reason },
  }),

  // What looks wrong
  listPatterns: query({
    path: '/passage/patterns', access: view, summary: '异常: found in the rows, each said in words, newest first', input: z.object({ tab: z.enum(['open', 'settled']).default('open'), areaId: id().optional(), ...pageInput }),
    output: pageOf(pattern), audit: { act: 'view', subjects: (_, o) => o.items.flatMap((p) => p.householdId ?? []) },
  }),
  patternCounts: query({ path: '/passage/patterns/counts', access: view, summary: '异常数', input: z.object({ areaId: id().optional() }), output: z.object({ open: n, settled: n }) }),
  // Not by whoever stood at the gate.
  settlePattern: command({
    path: '/passage/patterns/:patternId/settle', access: edit, summary: '核实异常: what was found out', input: aPattern.extend({ note: reason() }), output: pattern,
    errors: [passageErrors.settledAlready], audit: { ...onPattern, reason: (i) => i.note },
  }),
  unsettlePattern: command({ path: '/passage/patterns/:patternId/unsettle', access: edit, summary: '撤销核实', input: aPattern, output: pattern, errors: [passageErrors.notSettled], audit: onPattern }),
}
