import sql, { type Sql } from 'sql-template-tag'
import { addDays } from '../../kernel/dates.ts'
import { dutyApi } from '../../modules/duty/contract.ts'
import { quarantineApi } from '../../modules/quarantine/contract.ts'
import type { todayApi, TodayKind } from '../../modules/today/contract.ts'
import { clock, todayInTest } from '../world.ts'
import { aChangeAsked, newAccount } from './accounts.ts'
import { aParcel } from './field.ts'
import { aRequest } from './privacy.ts'
import { aKeeper } from './duty.ts'
import { formsApi } from '../../modules/forms/contract.ts'
import { aForm } from './forms.ts'
import { aLead } from './leads.ts'
import { aVehiclePass, aVisit } from './passes.ts'
import { aList } from './pushedlists.ts'
import { somebodyManaged } from './quarantine.ts'
import { aRecord } from './screening.ts'
import { mattersApi } from '../../modules/matters/contract.ts'
import { exitsApi } from '../../modules/exits/contract.ts'
import { aBus, anExit, certified } from './exits.ts'
import { aGate, aHeld, aPattern } from './passage.ts'
import { careApi } from '../../modules/care/contract.ts'
import { anElder } from './care.ts'
import { aCallForHands, aSignUp } from './volunteers.ts'
import { aPointLate, aTerminal } from './disinfection.ts'
import { anItem, asked as askedSupplies, sent as sentSupplies, stocked } from './supplies.ts'
import { aPosterToTakeDown, toBeTold } from './publicity.ts'
import { aBusiness, anApplication, aResumed } from './resumption.ts'
import { aDone, aMatter, anAssigned, anExclusion, aWhistle, reportedIn } from './matters.ts'
import { waitingCertificate } from './certificates.ts'
import { aGrade } from './zones.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

const change = (w: ExampleWorld, statement: Sql) => w.c.tx('system', (ctx) => ctx.sql.run(statement))
const yesterday = () => sql`(${todayInTest()}::date - 1)`

let orders = 0
/** One piece of work of every kind, so that the suite over all kinds covers it: a new kind stands here too. */
export const workOfKind: Record<TodayKind, (w: ExampleWorld) => Promise<unknown>> = {
  careAlone: async (w) => {
    const child = await anElder(w, { birthOn: '2014-05-01', careGroups: [] })
    const parent = await anElder(w, { room: `${700 + ++orders}甲`, birthOn: '1985-05-01', careGroups: [] })
    const { episodeId } = await somebodyManaged(w, {}, parent)
    return change(w, sql`with home as (select household_id, area_path from person where id = ${child.personId}), moved as (update person p set household_id = home.household_id from home where p.id = ${parent.personId})
      update episode set measure = 'centralQuarantine' where id = ${episodeId}`)
  },
  careCall: async (w) => {
    const { personId } = await anElder(w)
    for (const at of [0, 1]) await (await w.c.as('gridWorker')).call(careApi.recordCareVisit, { personId, result: 'notMet', ...(at === 0 ? { at: `${addDays(todayInTest(), -1)}T01:00:00.000Z` } : {}) })
  },
  careVisit: async (w) => {
    const { personId } = await anElder(w)
    return change(w, sql`update care_person set began_on = began_on - 30 where person_id = ${personId}`)
  },
  lead: aLead,
  declared: async (w) => {
    const { screeningId } = await aRecord(w, { verify: false })
    return change(w, sql`update screening set channel = 'declaration' where id = ${screeningId}`)
  },
  verify: (w) => aRecord(w, { verify: false }),
  list: async (w) => {
    const worker = await w.c.as('communityWorker')
    return aList(worker, '1,周敏,,19900005678,锦绣小区,途经武汉\n')
  },
  visit: async (w) => {
    const { episodeId } = await somebodyManaged(w)
    return change(w, sql`insert into visit (id, episode_id, area_path, visitor, purpose, state, due_at, created_at)
      select gen_random_uuid(), e.id, e.area_path, v, 'routine', 'owed', ${clock.now}::timestamptz + interval '1 hour', ${clock.now}::timestamptz
      from episode e cross join (values ('worker'), ('property')) as x (v) where e.id = ${episodeId}`)
  },
  // Measured in the morning; nobody calls at the door for it, and from noon on the next one is missing.
  check: async (w) => {
    const { episodeId } = await somebodyManaged(w)
    await w.caller.call(quarantineApi.recordCheck, { episodeId, temperature: 36.5 })
  },
  release: (w) => somebodyManaged(w, { arrivedOn: '2020-02-01' }),
  test: async (w) => {
    const { episodeId } = await somebodyManaged(w)
    return change(w, sql`insert into episode_test (id, episode_id, area_path, due_on) select gen_random_uuid(), id, area_path, ${yesterday()} from episode where id = ${episodeId}`)
  },
  gap: async (w) => {
    const { episodeId } = await somebodyManaged(w)
    return change(w, sql`insert into check_due (episode_id, due_on, check_window, area_path, opens_at, remind_at, closes_at, visit_by, state)
      select id, ${yesterday()}, 'morning', area_path, now(), now(), now(), now(), 'missed' from episode where id = ${episodeId}`)
  },
  form: async (w) => {
    const { worker, formId } = await aForm(w)
    await worker.call(formsApi.setFormFacts, { formId, name: '每日独居老人表', frequency: 'daily' })
  },
  // A community that has sent nothing yet owes its report of today.
  report: async () => undefined,
  // Whoever was registered without a document or a phone.
  baseData: async () => undefined,
  visitorToConfirm: aVisit,
  vehicleRecheck: async (w) => {
    const { passId } = await aVehiclePass(w)
    return change(w, sql`update pass set recheck_on = '2020-02-25' where id = ${passId}`)
  },
  zoneItem: (w) => aGrade(w, `指挥部通告第${++orders}号`),
  // To whoever looks; each test signs in anew, so whose they are is held in modules/matters/today.api.test.ts.
  matterMine: (w) => anAssigned(w, w.caller.accountId),
  matterUnassigned: async (w) => [await aMatter(w), await reportedIn(w)],
  // A car to hospital is late after a few hours.
  matterLate: (w) => anAssigned(w, undefined, { kind: 'transport', words: '透析要用车' }),
  matterCall: aDone,
  matterReportIn: (w) => aWhistle(w),
  matterRate: async (w) => (await w.c.as('subdistrictOfficer')).call(mattersApi.finishMatter, { ...(await reportedIn(w)), outcome: '石墩移走了' }),
  matterExclusion: anExclusion,
  certificate: (w) => anExit(w),
  // An escort is still to be named.
  exit: async (w) => {
    const { personId } = await somebodyManaged(w)
    const { exitId } = await anExit(w, 'medical', { personId })
    return (await w.c.as('healthCentreDoctor')).call(exitsApi.certifyExit, { exitId })
  },
  notBack: async (w) => {
    const { exitId } = await anExit(w, 'localWork')
    await (await w.c.as('communityWorker')).call(exitsApi.goOut, { exitId, temperature: 36.5 })
    return change(w, sql`update exit_trip set due_back_at = ${clock.now}::timestamptz - interval '1 hour' where exit_id = ${exitId}`)
  },
  departure: async (w) => {
    await certified(w)
    return (await w.c.as('communityWorker')).call(exitsApi.createTransport, { ...aBus(), departsAt: clock.now })
  },
  terminalDisinfection: aTerminal,
  disinfection: aPointLate,
  supplyLow: (w) => anItem(w),
  supplyCheck: (w) => stocked(w, 200, { expiresOn: '2020-02-20' }),
  supplyArrival: sentSupplies,
  supplyRequest: askedSupplies,
  announcement: toBeTold,
  poster: aPosterToTakeDown,
  resumptionCheck: anApplication,
  resumptionRecheck: async (w) => {
    const { businessId } = await aResumed(w)
    return change(w, sql`update business set look_on = ${yesterday()} where id = ${businessId}`)
  },
  resumptionReason: (w) => aBusiness(w),
  seal: async (w) => waitingCertificate(w, await w.c.as('communityWorker')),
  callOpen: (w) => aCallForHands(w, { from: new Date(Date.parse(clock.now) + 2 * 3_600_000).toISOString(), to: new Date(Date.parse(clock.now) + 12 * 3_600_000).toISOString() }),
  volunteerWaiting: aSignUp,
  gateEmpty: (w) => aGate(w),
  gateHeld: aHeld,
  gatePattern: aPattern,
  dutyGap: async (w) => {
    const { assignmentId } = await aKeeper(w)
    await (await w.c.as('communityWorker')).call(dutyApi.endDuty, { assignmentId, reason: '调离' })
  },
  parcel: (w) => aParcel(w),
  account: async (w) => change(w, sql`update account set locked_until = ${clock.now}::timestamptz + interval '1 day' where id = ${(await newAccount(w)).accountId}`),
  request: aRequest,
  asked: aChangeAsked,
  grant: newAccount,
  // Broken and mended in a test of its own: the chain is one for the whole database.
  chain: async () => undefined,
}

export const todayExamples: ExamplesOf<typeof todayApi> = {
  today: async (w) => {
    await somebodyManaged(w)
    return {}
  },
  workersToday: async (w) => {
    await somebodyManaged(w)
    return {}
  },
  communitiesToday: async (w) => {
    await somebodyManaged(w)
    return {}
  },
}
