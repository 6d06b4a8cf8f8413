import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { day, id, instant, personName, reason, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'
import { paper } from '../documents/contract/paper.ts'
import { passageErrors } from '../passage/contract/errors.ts'
import { volunteersErrors } from './contract/errors.ts'
import { ownHelpApi, told } from './contract/own.ts'
import { callCard, callLine, callTab, honourLine, lineFault, pointRules, skill, unitLine, volunteerCard, volunteerKind, volunteerLine, volunteerState, volunteerTab, workKind } from './contract/views.ts'

export * from './contract/errors.ts'
export * from './contract/own.ts'
export * from './contract/views.ts'

const errors = volunteersErrors

const view = { permission: 'volunteers.view' } as const
const keep = { permission: 'volunteers.keep' } as const
const one = z.object({ volunteerId: id() })
const aCall = z.object({ callId: id() })
const n = z.number().int()
const on = { act: 'change' as const, subjects: (i: { volunteerId: string }) => [i.volunteerId] }
const onCall = { act: 'change' as const, subjects: (i: { callId: string }) => [i.callId] }
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const cut = { kind: volunteerKind.optional(), skill: skill.optional(), unit: text(60).optional(), areaId: id().optional() }
const tellErrors = [errors.phoneWrong, errors.unitMissing, errors.already]
const recorded = { /** 签到、签退; as asked where nothing is said */ from: instant().optional(), to: instant().optional(), note: text(200).optional(), rating: n.min(1).max(5).optional() }

export const volunteersApi = {
  listVolunteers: query({
    path: '/volunteers', access: view, summary: '志愿者: who helps, by what they can do now', input: z.object({ tab: volunteerTab.default('ready'), ...cut, /** Part of a name or unit; in whatever state. */ text: text(40).optional(), /** Instead of a tab: who served from then until then. */ since: instant().optional(), until: instant().optional(), ...pageInput }),
    output: pageOf(volunteerLine), audit: { act: 'view', subjects: (_, o) => o.items.map((row) => row.personId ?? row.volunteerId) },
  }),
  volunteerCounts: query({ path: '/volunteers/counts', access: view, summary: '志愿者数, by state; hours of this month', input: z.object(cut), output: z.object({ tabs: z.record(volunteerTab, n), /** 本月 */ persons: n, minutes: n, units: z.array(z.string()) }) }),
  listUnits: query({ path: '/volunteers/units', access: view, summary: '单位报到: who reported in, who served, how long', input: z.object({ areaId: id().optional(), ...pageInput }), output: pageOf(unitLine) }),
  unitPaper: query({ path: '/volunteers/units/paper', access: view, summary: '致单位的函 (A4): reported in, served, hours, by name', input: z.object({ unit: text(60).min(1) }), output: z.object({ paper, people: n }), audit: { act: 'export', subjects: (i) => [i.unit] } }),
  listHonours: query({ path: '/volunteers/honours', access: view, summary: '积分公示: of a month, only who consented', input: z.object({ month, areaId: id().optional(), ...pageInput }), output: pageOf(honourLine), audit: { act: 'view', subjects: (_, o) => o.items.map((row) => row.volunteerId) } }),
  honoursPaper: query({ path: '/volunteers/honours/paper', access: view, summary: '积分公示 (A4)', input: z.object({ month }), output: z.object({ paper, n, /** 没有同意公开的 */ unnamed: n }), audit: { act: 'export', subjects: (i) => [i.month] } }),
  pointRulesNow: query({ path: '/volunteers/rules', access: view, summary: '积分办法: the edition in force and who published it', input: z.object({}), output: z.object({ rules: pointRules, officeName: z.string().nullable(), version: n, publishedAt: instant().nullable(), publisherName: z.string().nullable() }) }),
  publishPointRules: command({ path: '/volunteers/rules', access: keep, summary: '公布积分办法: from now on; what was counted stays', input: pointRules, output: z.object({ version: n }), errors: [errors.itemTwice], audit: { act: 'change' } }),

  listCalls: query({ path: '/volunteers/calls', access: view, summary: '招募: calls with open places first', input: z.object({ tab: callTab.default('open'), areaId: id().optional(), ...pageInput }), output: pageOf(callLine) }),
  callCounts: query({ path: '/volunteers/calls/counts', access: view, summary: '招募数', input: z.object({ areaId: id().optional() }), output: z.record(callTab, n) }),
  callForHands: command({
    path: '/volunteers/calls', access: keep, summary: '招募: hands for a place and time; of a shift of the roster its place and time are the roster’s',
    input: z.object({ shift: z.object({ gateId: id(), on: day(), slot: n.min(0).max(9) }).optional(), areaId: id().optional(), kind: workKind.default('gate'), place: text(60).optional(), from: instant().optional(), to: instant().optional(), wanted: n.min(1).max(200).default(1), skill: skill.optional(), note: text(200).optional() }),
    output: callCard, errors: [errors.timesWrong, errors.nameMissing, errors.shiftFilled, passageErrors.noSuchSlot], audit: { act: 'change', subjects: (_, o) => [o.callId] },
  }),
  getCall: query({ path: '/volunteers/calls/:callId', access: view, summary: '招募卡: who comes, and who might be rung, best first', input: aCall, output: callCard, audit: { act: 'view', subjects: (i, o) => [i.callId, ...o.takers.map((row) => row.volunteerId), ...o.proposals.map((row) => row.volunteerId)] } }),
  withdrawCall: command({ path: '/volunteers/calls/:callId/withdraw', access: keep, summary: '撤回招募', input: aCall, output: callCard, errors: [errors.callWithdrawn], audit: onCall }),
  reopenCall: command({ path: '/volunteers/calls/:callId/reopen', access: keep, summary: '恢复招募', input: aCall, output: callCard, errors: [errors.shiftFilled], audit: onCall }),
  takePlace: command({
    path: '/volunteers/calls/:callId/take', access: keep, summary: '答应来: stands on the call, and of a shift on the roster', input: aCall.extend({ volunteerId: id() }), output: callCard,
    errors: [errors.cannotServe, errors.callFull, errors.callWithdrawn, errors.already, errors.shiftFilled, passageErrors.alreadyWorked, passageErrors.noSuchSlot], audit: { act: 'change', subjects: (i) => [i.callId, i.volunteerId] },
  }),
  dropPlace: command({ path: '/volunteers/services/:serviceId/drop', access: keep, summary: '不来了: off the call and off the roster', input: z.object({ serviceId: id() }), output: callCard, errors: [errors.notRecorded, passageErrors.alreadyWorked], audit: { act: 'change', subjects: (i) => [i.serviceId] } }),
  recordServices: command({
    path: '/volunteers/calls/:callId/record', access: keep, summary: '登记服务: of all who stand on a call in one press; hours and points follow',
    input: aCall.extend({ items: z.array(z.object({ serviceId: id(), came: z.boolean(), ...recorded })).min(1).max(200) }), output: callCard, errors: [errors.timesWrong, errors.notRecorded], audit: { act: 'change', subjects: (i) => [i.callId, ...i.items.map((row) => row.serviceId)] },
  }),
  recordService: command({
    path: '/volunteers/:volunteerId/services', access: keep, summary: '补记服务: nobody was called for it', input: one.extend({ kind: workKind, place: text(60).min(1), from: instant(), to: instant(), note: text(200).optional(), rating: n.min(1).max(5).optional() }),
    output: z.object({ serviceId: id(), minutes: n, points: n }), errors: [errors.timesWrong, errors.notInState], audit: { act: 'change', subjects: (i, o) => [i.volunteerId, o.serviceId] },
  }),
  undoServices: command({ path: '/volunteers/services/undo', access: keep, summary: '撤销服务登记, the same day: points are taken back by a line of their own', input: z.object({ serviceIds: z.array(id()).min(1).max(200) }), output: z.object({ undone: n }), errors: [errors.notTheDay], audit: { act: 'change', subjects: (i) => i.serviceIds } }),

  addVolunteer: command({
    path: '/volunteers', access: keep, summary: '登记志愿者: somebody of the register, or a name of a unit', input: z.object({ personId: id().optional(), name: personName().optional(), areaId: id().optional(), ...told }), output: volunteerCard, errors: [...tellErrors, errors.nameMissing, errors.phoneMissing],
    audit: { act: 'change', subjects: (_, o) => [o.volunteerId] },
  }),
  enterVolunteers: command({
    path: '/volunteers/lines', access: keep, summary: '按行登记: name, unit and telephone of one a line, as a unit sent them; wrong lines come back, whoever is there already is not added',
    input: z.object({ kind: volunteerKind.exclude(['resident']), /** Where a line names none. */ unit: text(60).optional(), lines: z.string().trim().min(2).max(40_000), reportedOn: day().optional() }), output: z.object({ volunteerIds: z.array(id()), left: z.array(z.object({ line: n, text: z.string(), fault: lineFault })) }),
    errors: [errors.tooManyLines], audit: { act: 'change', subjects: (_, o) => o.volunteerIds },
  }),
  removeVolunteers: command({
    path: '/volunteers/remove', access: keep, summary: '撤销登记: of one or of all lines; who has taken a place or served since stays', input: z.object({ volunteerIds: z.array(id()).min(1).max(500) }), output: z.object({ removed: z.array(id()), kept: n }), audit: { act: 'change', subjects: (i) => i.volunteerIds },
  }),
  getVolunteer: query({ path: '/volunteers/:volunteerId', access: view, summary: '志愿者卡: services, hours, points', input: one, output: volunteerCard, audit: { act: 'view', subjects: (i, o) => [i.volunteerId, ...(o.personId ? [o.personId] : [])] } }),
  editVolunteer: command({ path: '/volunteers/:volunteerId/edit', access: keep, summary: '修改志愿者; an empty telephone keeps the former', input: one.extend({ personId: id().optional(), ...told }), output: volunteerCard, errors: tellErrors, audit: on }),
  turnVolunteer: command({ path: '/volunteers/:volunteerId/turn', access: keep, summary: '接收、暂停、退出、恢复', input: one.extend({ /** `waiting`: taken back, of a sign-up nothing has come of yet. */ to: volunteerState, reason: reason().optional() }), output: volunteerCard, errors: [errors.notInState, errors.gone, errors.already], audit: { ...on, reason: (i) => i.reason } }),
  revealVolunteerPhone: command({ path: '/volunteers/:volunteerId/reveal', access: keep, summary: '查看志愿者电话明文: to ring, with a reason', input: one.extend({ reason: reason() }), output: z.object({ phone: z.string().nullable() }), audit: { act: 'reveal', subjects: (i) => [i.volunteerId], reason: (i) => i.reason } }),
  exchangePoints: command({ path: '/volunteers/:volunteerId/exchange', access: keep, summary: '积分兑换: for what', input: one.extend({ points: n.min(1).max(100_000), what: text(60).min(2) }), output: z.object({ entryId: id(), balance: n }), errors: [errors.notEnough], audit: on }),
  undoExchange: command({ path: '/volunteers/points/:entryId/undo', access: keep, summary: '撤销兑换, the same day: a line of its own', input: z.object({ entryId: id() }), output: z.object({ balance: n }), errors: [errors.notTheDay], audit: { act: 'change', subjects: (i) => [i.entryId] } }),

  ...ownHelpApi,
}
