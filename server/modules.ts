import type { Api, Endpoint } from '../kernel/endpoint.ts'
import type { Ctx, Jobs } from '../kernel/ctx.ts'
import type { FileReply } from '../kernel/endpoint.ts'
import type { Tables } from '../kernel/tables.ts'
import { accessApi } from '../modules/access/contract.ts'
import { accessService } from '../modules/access/service.ts'
import { accountsApi } from '../modules/accounts/contract.ts'
import { accountsJobs, accountsService } from '../modules/accounts/service.ts'
import { accountsTables } from '../modules/accounts/tables.ts'
import { auditApi } from '../modules/audit/contract.ts'
import { auditJobs, auditService } from '../modules/audit/service.ts'
import { auditTables } from '../modules/audit/tables.ts'
import { careApi } from '../modules/care/contract.ts'
import { careService } from '../modules/care/service.ts'
import { careTables } from '../modules/care/tables.ts'
import { dutyApi } from '../modules/duty/contract.ts'
import { dutyJobs, dutyService } from '../modules/duty/service.ts'
import { dutyTables } from '../modules/duty/tables.ts'
import { exitsApi } from '../modules/exits/contract.ts'
import { exitsService } from '../modules/exits/service.ts'
import { exitsTables } from '../modules/exits/tables.ts'
import { exportsApi } from '../modules/exports/contract.ts'
import { exportsService } from '../modules/exports/service.ts'
import { exportsTables } from '../modules/exports/tables.ts'
import { certificatesApi } from '../modules/certificates/contract.ts'
import { certificatesService } from '../modules/certificates/service.ts'
import { certificatesTables } from '../modules/certificates/tables.ts'
import { dashboardApi } from '../modules/dashboard/contract.ts'
import { dashboardService } from '../modules/dashboard/service.ts'
import { dashboardTables } from '../modules/dashboard/tables.ts'
import { documentsApi } from '../modules/documents/contract.ts'
import { documentsService } from '../modules/documents/service.ts'
import { documentsTables } from '../modules/documents/tables.ts'
import { fieldApi } from '../modules/field/contract.ts'
import { fieldJobs, fieldService } from '../modules/field/service.ts'
import { fieldTables } from '../modules/field/tables.ts'
import { formsApi } from '../modules/forms/contract.ts'
import { formsJobs, formsService } from '../modules/forms/service.ts'
import { formsTables } from '../modules/forms/tables.ts'
import { leadsApi } from '../modules/leads/contract.ts'
import { leadsJobs, leadsService } from '../modules/leads/service.ts'
import { leadsTables } from '../modules/leads/tables.ts'
import { linksApi } from '../modules/links/contract.ts'
import { linksJobs, linksService } from '../modules/links/service.ts'
import { linksTables } from '../modules/links/tables.ts'
import { listsApi } from '../modules/lists/contract.ts'
import { listsService } from '../modules/lists/service.ts'
import { listsTables } from '../modules/lists/tables.ts'
import { disinfectionApi } from '../modules/disinfection/contract.ts'
import { disinfectionService } from '../modules/disinfection/service.ts'
import { disinfectionTables } from '../modules/disinfection/tables.ts'
import { suppliesApi } from '../modules/supplies/contract.ts'
import { suppliesService } from '../modules/supplies/service.ts'
import { suppliesTables } from '../modules/supplies/tables.ts'
import { publicityApi } from '../modules/publicity/contract.ts'
import { publicityService } from '../modules/publicity/service.ts'
import { publicityTables } from '../modules/publicity/tables.ts'
import { mattersApi } from '../modules/matters/contract.ts'
import { mattersJobs, mattersService } from '../modules/matters/service.ts'
import { mattersTables } from '../modules/matters/tables.ts'
import { peopleApi } from '../modules/people/contract.ts'
import { peopleJobs, peopleService } from '../modules/people/service.ts'
import { peopleTables } from '../modules/people/tables.ts'
import { passageApi } from '../modules/passage/contract.ts'
import { passageJobs, passageService } from '../modules/passage/service.ts'
import { passageTables } from '../modules/passage/tables.ts'
import { passesApi } from '../modules/passes/contract.ts'
import { passesJobs, passesService } from '../modules/passes/service.ts'
import { passesTables } from '../modules/passes/tables.ts'
import { policiesApi } from '../modules/policies/contract.ts'
import { policiesService } from '../modules/policies/service.ts'
import { policiesTables } from '../modules/policies/tables.ts'
import { pushedlistsApi } from '../modules/pushedlists/contract.ts'
import { pushedlistsJobs, pushedlistsService } from '../modules/pushedlists/service.ts'
import { pushedlistsTables } from '../modules/pushedlists/tables.ts'
import { privacyApi } from '../modules/privacy/contract.ts'
import { privacyJobs, privacyService } from '../modules/privacy/service.ts'
import { privacyTables } from '../modules/privacy/tables.ts'
import { quarantineApi } from '../modules/quarantine/contract.ts'
import { quarantineJobs, quarantineService } from '../modules/quarantine/service.ts'
import { quarantineTables } from '../modules/quarantine/tables.ts'
import { reasonsApi } from '../modules/reasons/contract.ts'
import { reasonsJobs, reasonsService } from '../modules/reasons/service.ts'
import { reportingApi } from '../modules/reporting/contract.ts'
import { reportingService } from '../modules/reporting/service.ts'
import { reportingTables } from '../modules/reporting/tables.ts'
import { resumptionApi } from '../modules/resumption/contract.ts'
import { resumptionService } from '../modules/resumption/service.ts'
import { resumptionTables } from '../modules/resumption/tables.ts'
import { rosterApi } from '../modules/roster/contract.ts'
import { rosterJobs, rosterService } from '../modules/roster/service.ts'
import { rosterTables } from '../modules/roster/tables.ts'
import { screeningApi } from '../modules/screening/contract.ts'
import { screeningJobs, screeningService } from '../modules/screening/service.ts'
import { screeningTables } from '../modules/screening/tables.ts'
import { settingsApi } from '../modules/settings/contract.ts'
import { settingsService } from '../modules/settings/service.ts'
import { territoryApi } from '../modules/territory/contract.ts'
import { territoryJobs, territoryService } from '../modules/territory/service.ts'
import { territoryTables } from '../modules/territory/tables.ts'
import { todayApi } from '../modules/today/contract.ts'
import { todayService } from '../modules/today/service.ts'
import { exportsOf } from './exports.ts'
import { frameJobs } from './jobs.ts'
import { venuesApi } from '../modules/venues/contract.ts'
import { venuesService } from '../modules/venues/service.ts'
import { venuesTables } from '../modules/venues/tables.ts'
import { volunteersApi } from '../modules/volunteers/contract.ts'
import { volunteersService } from '../modules/volunteers/service.ts'
import { volunteersTables } from '../modules/volunteers/tables.ts'
import { zonesApi } from '../modules/zones/contract.ts'
import { zonesJobs, zonesService } from '../modules/zones/service.ts'
import { zonesTables } from '../modules/zones/tables.ts'
import { frameTables } from './tables.ts'

/** What a module gives the frame. A new module is one line in `modules` below. */
export interface Module {
  readonly name: string
  readonly api: Api
  readonly service: Record<string, Handler>
  readonly tables: Tables
  readonly jobs: Jobs
}
export type Handler = (ctx: Ctx, input: never) => Promise<unknown>

const module = (name: string, api: Api, service: Record<string, Handler>, tables: Tables = {}, jobs: Jobs = {}): Module => ({
  name, api, service, tables, jobs,
})

/** In the order in which they may depend on each other. */
export const modules: readonly Module[] = [
  module('settings', settingsApi, settingsService),
  module('territory', territoryApi, territoryService, territoryTables, territoryJobs),
  module('accounts', accountsApi, accountsService, accountsTables, accountsJobs),
  module('exports', exportsApi, exportsService, exportsTables),
  module('lists', listsApi, listsService, listsTables),
  module('people', peopleApi, peopleService, peopleTables, peopleJobs),
  module('audit', auditApi, auditService, auditTables, auditJobs),
  module('roster', rosterApi, rosterService, rosterTables, rosterJobs),
  module('policies', policiesApi, policiesService, policiesTables),
  module('links', linksApi, linksService, linksTables, linksJobs),
  module('leads', leadsApi, leadsService, leadsTables, leadsJobs),
  module('quarantine', quarantineApi, quarantineService, quarantineTables, quarantineJobs),
  module('screening', screeningApi, screeningService, screeningTables, screeningJobs),
  module('reasons', reasonsApi, reasonsService, {}, reasonsJobs),
  module('pushedlists', pushedlistsApi, pushedlistsService, pushedlistsTables, pushedlistsJobs),
  module('privacy', privacyApi, privacyService, privacyTables, privacyJobs),
  module('reporting', reportingApi, reportingService, reportingTables),
  module('duty', dutyApi, dutyService, dutyTables, dutyJobs),
  module('access', accessApi, accessService),
  module('resumption', resumptionApi, resumptionService, resumptionTables),
  module('matters', mattersApi, mattersService, mattersTables, mattersJobs),
  module('care', careApi, careService, careTables),
  module('forms', formsApi, formsService, formsTables, formsJobs),
  module('documents', documentsApi, documentsService, documentsTables),
  module('certificates', certificatesApi, certificatesService, certificatesTables),
  module('exits', exitsApi, exitsService, exitsTables),
  module('venues', venuesApi, venuesService, venuesTables),
  module('zones', zonesApi, zonesService, zonesTables, zonesJobs),
  module('disinfection', disinfectionApi, disinfectionService, disinfectionTables),
  module('supplies', suppliesApi, suppliesService, suppliesTables),
  module('publicity', publicityApi, publicityService, publicityTables),
  module('passes', passesApi, passesService, passesTables, passesJobs),
  module('passage', passageApi, passageService, passageTables, passageJobs),
  module('volunteers', volunteersApi, volunteersService, volunteersTables),
  module('field', fieldApi, fieldService, fieldTables, fieldJobs),
  module('today', todayApi, todayService),
  module('dashboard', dashboardApi, dashboardService, dashboardTables),
]

export const allTables: Tables = Object.assign({}, frameTables, ...modules.map((m) => m.tables))
export const allJobs: Jobs = Object.assign({}, frameJobs, ...modules.map((m) => m.jobs))

export interface Mounted {
  /** `people.listPeople`: the name under which the audit trail and the API document know it. */
  readonly name: string
  readonly module: string
  readonly endpoint: Endpoint
  readonly handler: (ctx: Ctx, input: unknown) => Promise<unknown>
}

const declared: readonly Mounted[] = modules.flatMap((m) =>
  Object.entries(m.api).map(([name, endpoint]) => {
    const handler = m.service[name]
    if (!handler) throw new Error(`${m.name}/service.ts lacks ${name}`)
    return { name: `${m.name}.${name}`, module: m.name, endpoint, handler: handler as Mounted['handler'] }
  }),
)

export const mounted: readonly Mounted[] = [...declared, ...exportsOf(declared)]

export const isFileReply = (value: unknown): value is FileReply =>
  typeof value === 'object' && value !== null && 'filename' in value && 'body' in value
