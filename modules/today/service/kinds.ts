import type { Ctx } from '../../../kernel/ctx.ts'
import { may } from '../../accounts/rules.ts'
import type { Places } from '../../quarantine/service.ts'
import { todayKinds, type TodayItem, type TodayKind, type TodayPage } from '../contract.ts'
import { visitorOf } from '../rules.ts'
import { askedChanges, brokenChain, lockedAccounts, withoutRole } from './administration.ts'
import { careAlone, careCalls, careVisits, careVisitTab } from './care.ts'
import { certificates, departures, exitsWaiting, notBack } from './exits.ts'
import { baseData } from './base-data.ts'
import { declarations, leads, pushedLists, reports, verifications } from './desk.ts'
import { checks, visits } from './doors.ts'
import { forms } from './forms.ts'
import { rechecks, visitors } from './passes.ts'
import { sealsWaiting } from './certificates.ts'
import { matterList, matters } from './matters.ts'
import { parcels } from './parcels.ts'
import { gateEmpty, gateHeld, gatePattern } from './gates.ts'
import { requests } from './requests.ts'
import { resumptionChecks, resumptionReasons, resumptionRechecks } from './resumption.ts'
import { gaps, releases, tests } from './ending.ts'
import { dutyGaps, zoneItems } from './standing.ts'
import { disinfections, terminals } from './disinfection.ts'
import { suppliesLow, suppliesToCheck, supplyArrivals, supplyRequests } from './supplies.ts'
import { announcements, posters } from './publicity.ts'
import { callsOpen, signUps } from './volunteers.ts'

/** Who looks; `above`: granted above the communities, which do their own work first. */
export interface Viewer { role: string; above: boolean }
/** `of`: only work in these places, each with the account it is assigned to. */
export interface Wanted extends Viewer { limit: number; of?: Places | undefined }
/** `total` and `overdue` count all of it, `items` are the first `limit`, the overdue before the others. */
export interface Collected { items: TodayItem[]; total: number; overdue: number; done?: number }

/** A kind of work: whose it is, where it comes from, and which list elsewhere shows the same. Nothing of it is stored here. */
export interface Kind {
  /** Only what this role can do something about. */
  whose: (viewer: Viewer) => boolean
  collect: (ctx: Ctx, wanted: Wanted) => Promise<Collected>
  list?: (viewer: Viewer) => TodayPage | undefined
}

const handles = (role: string) => may(role, 'leads.handle')
/** A health centre serves several communities and walks all the same. */
const atDoors = ({ role, above }: Viewer) => !above || visitorOf(role) !== undefined
const tab = (page: string, name: string): TodayPage => ({ page, search: { tab: name } })

/** Every kind of work, in the order of `todayKinds`; "Recipe: add a kind of work to Today" in CONTRIBUTING.md. */
export const kinds: Record<TodayKind, Kind> = {
  careAlone: { whose: (one) => may(one.role, 'care.visit') && atDoors(one), collect: careAlone },
  // Whoever cannot take a lead over can still ring the health centre.
  lead: { whose: ({ role }) => handles(role) || (may(role, 'leads.view') && may(role, 'dashboard.view')), collect: leads, list: ({ role }) => tab('/leads', handles(role) ? 'active' : 'overdue') },
  declared: { whose: ({ role }) => may(role, 'screening.verify'), collect: declarations },
  verify: { whose: ({ role }) => may(role, 'screening.verify'), collect: verifications },
  list: { whose: ({ role }) => may(role, 'screening.verify') || may(role, 'pushedlists.push'), collect: pushedLists },
  visit: { whose: (one) => may(one.role, 'quarantine.visit') && visitorOf(one.role) !== undefined && atDoors(one), collect: visits },
  // Who does not report is the community's to find; the doctor has the own rounds.
  check: { whose: (one) => may(one.role, 'quarantine.check') && visitorOf(one.role) === 'worker' && atDoors(one), collect: checks },
  careCall: { whose: (one) => may(one.role, 'care.visit') && atDoors(one), collect: careCalls, list: () => tab('/care', 'missed') },
  careVisit: { whose: (one) => may(one.role, 'care.visit') && atDoors(one), collect: careVisits, list: ({ role }) => tab('/care', careVisitTab(role)) },
  release: { whose: (one) => may(one.role, 'quarantine.release') || (may(one.role, 'quarantine.manage') && atDoors(one)), collect: releases },
  test: { whose: (one) => may(one.role, 'quarantine.check') && atDoors(one), collect: tests },
  gap: { whose: (one) => may(one.role, 'quarantine.manage') && atDoors(one), collect: gaps },
  // Who adds up has nothing to send where there is a community's own report.
  report: { whose: ({ role, above }) => may(role, 'reporting.view') && (above || !may(role, 'reporting.addUp')), collect: reports },
  // Whoever is at the gate waits; the community rings the household.
  // Each office fills its own forms.
  form: { whose: (one) => may(one.role, 'forms.fill') && !one.above, collect: forms },
  visitorToConfirm: { whose: (one) => may(one.role, 'passes.issue') && !one.above, collect: visitors },
  vehicleRecheck: { whose: (one) => may(one.role, 'passes.issue') && !one.above, collect: rechecks },
  zoneItem: { whose: ({ role }) => may(role, 'zones.work'), collect: zoneItems },
  // Only professionals do it: whoever asked, and whoever answers for the place, sees to it that they come.
  terminalDisinfection: { whose: ({ role }) => may(role, 'disinfection.terminal'), collect: terminals, list: () => tab('/disinfection/terminal', 'asked') },
  // The property goes, the community rings the property.
  disinfection: { whose: (one) => may(one.role, 'disinfection.keep') && !one.above, collect: disinfections, list: ({ role }) => (may(role, 'dashboard.view') ? undefined : tab('/disinfection', 'late')) },
  // Each community keeps its own cupboard; the office above answers what it asks for.
  supplyLow: { whose: (one) => may(one.role, 'supplies.keep') && !one.above, collect: suppliesLow, list: () => ({ page: '/supplies', search: { tab: 'low', toAsk: 'true' } }) },
  supplyCheck: { whose: (one) => may(one.role, 'supplies.keep') && !one.above, collect: suppliesToCheck },
  supplyArrival: { whose: (one) => may(one.role, 'supplies.keep') && !one.above, collect: supplyArrivals, list: () => tab('/supplies/requests', 'sent') },
  supplyRequest: { whose: ({ role }) => may(role, 'supplies.answer'), collect: supplyRequests, list: () => tab('/supplies/requests', 'asked') },
  announcement: { whose: (one) => may(one.role, 'publicity.record') && atDoors(one), collect: announcements, list: () => tab('/publicity', 'toTell') },
  poster: { whose: (one) => may(one.role, 'publicity.record') && atDoors(one), collect: posters, list: () => tab('/publicity/records', 'takeDown') },
  matterMine: { whose: ({ role }) => may(role, 'matters.work'), collect: matters('matterMine'), list: (viewer) => matterList('matterMine', viewer) },
  // At the subdistrict: what the communities have called it in for, once the departments are there.
  matterUnassigned: { whose: ({ role }) => may(role, 'matters.assign'), collect: matters('matterUnassigned'), list: (viewer) => matterList('matterUnassigned', viewer) },
  matterLate: { whose: ({ role }) => may(role, 'matters.assign'), collect: matters('matterLate'), list: (viewer) => matterList('matterLate', viewer) },
  matterCall: { whose: (one) => may(one.role, 'matters.assign') && !one.above, collect: matters('matterCall'), list: (viewer) => matterList('matterCall', viewer) },
  // Both sides see who has come: the subdistrict that was whistled for, and the community on the spot; each says of the department what it thinks.
  matterReportIn: { whose: ({ role }) => may(role, 'matters.assign'), collect: matters('matterReportIn'), list: (viewer) => matterList('matterReportIn', viewer) },
  matterRate: { whose: ({ role }) => may(role, 'matters.assign'), collect: matters('matterRate'), list: (viewer) => matterList('matterRate', viewer) },
  matterExclusion: { whose: ({ role }) => may(role, 'matters.approve'), collect: matters('matterExclusion'), list: (viewer) => matterList('matterExclusion', viewer) },
  seal: { whose: ({ role }) => may(role, 'certificates.approve'), collect: sealsWaiting, list: () => ({ page: '/certificates', search: { tab: 'waiting', by: 'others' } }) },
  volunteerWaiting: { whose: (one) => may(one.role, 'volunteers.keep') && !one.above, collect: signUps, list: () => tab('/volunteers', 'waiting') },
  certificate: { whose: ({ role }) => may(role, 'exits.certify'), collect: certificates, list: () => tab('/exits', 'certificateDue') },
  exit: { whose: (one) => may(one.role, 'exits.decide') && atDoors(one), collect: exitsWaiting, list: () => tab('/exits', 'toDecide') },
  notBack: { whose: (one) => may(one.role, 'exits.apply') && atDoors(one), collect: notBack, list: () => tab('/exits', 'late') },
  departure: { whose: (one) => may(one.role, 'exits.transport') && atDoors(one), collect: departures },
  resumptionCheck: { whose: (one) => may(one.role, 'resumption.keep') && atDoors(one), collect: resumptionChecks, list: () => tab('/resumption', 'toCheck') },
  resumptionRecheck: { whose: (one) => may(one.role, 'resumption.keep') && atDoors(one), collect: resumptionRechecks, list: () => tab('/resumption', 'recheck') },
  resumptionReason: { whose: (one) => may(one.role, 'resumption.keep') && atDoors(one), collect: resumptionReasons, list: () => tab('/resumption', 'noReason') },
  gateEmpty: { whose: ({ role }) => may(role, 'gates.edit'), collect: gateEmpty, list: ({ above }) => (above ? undefined : tab('/gates', 'empty')) },
  callOpen: { whose: (one) => may(one.role, 'volunteers.keep') && !one.above, collect: callsOpen, list: () => tab('/volunteers/calls', 'soon') },
  gateHeld: { whose: (one) => may(one.role, 'gates.edit') && !one.above, collect: gateHeld, list: () => tab('/passages', 'toSettle') },
  // A broken quota or a stopped pass is no suspicion of illness: the community asks. Who is out of quarantine is with the health centre besides.
  gatePattern: { whose: (one) => may(one.role, 'gates.edit') && !one.above, collect: gatePattern, list: () => tab('/passages/patterns', 'open') },
  dutyGap: { whose: ({ role }) => may(role, 'duty.edit'), collect: dutyGaps },
  parcel: { whose: (one) => may(one.role, 'field.parcels') && !one.above, collect: parcels, list: () => tab('/field', 'waiting') },
  request: { whose: ({ role }) => may(role, 'privacy.answer'), collect: requests, list: () => tab('/privacy', 'open') },
  // No order sets a time for it; it stands last of the work at doors.
  baseData: { whose: (one) => may(one.role, 'people.edit') && visitorOf(one.role) === 'worker' && atDoors(one), collect: baseData },
  account: { whose: ({ role }) => may(role, 'accounts.manage'), collect: lockedAccounts },
  asked: { whose: ({ role }) => may(role, 'accounts.manage'), collect: askedChanges },
  grant: { whose: ({ role }) => may(role, 'accounts.grant'), collect: withoutRole },
  chain: { whose: ({ role }) => may(role, 'audit.read'), collect: brokenChain },
}

export const kindsFor = (viewer: Viewer): TodayKind[] => todayKinds.filter((kind) => kinds[kind].whose(viewer))
