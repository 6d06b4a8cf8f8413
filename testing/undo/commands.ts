import type { accessApi } from '../../modules/access/contract.ts'
import type { accountsApi } from '../../modules/accounts/contract.ts'
import type { auditApi } from '../../modules/audit/contract.ts'
import type { careApi } from '../../modules/care/contract.ts'
import type { dashboardApi } from '../../modules/dashboard/contract.ts'
import type { disinfectionApi } from '../../modules/disinfection/contract.ts'
import type { publicityApi } from '../../modules/publicity/contract.ts'
import type { documentsApi } from '../../modules/documents/contract.ts'
import type { dutyApi } from '../../modules/duty/contract.ts'
import type { exitsApi } from '../../modules/exits/contract.ts'
import type { exportsApi } from '../../modules/exports/contract.ts'
import type { fieldApi } from '../../modules/field/contract.ts'
import type { formsApi } from '../../modules/forms/contract.ts'
import type { leadsApi } from '../../modules/leads/contract.ts'
import type { linksApi } from '../../modules/links/contract.ts'
import type { listsApi } from '../../modules/lists/contract.ts'
import type { certificatesApi } from '../../modules/certificates/contract.ts'
import type { mattersApi } from '../../modules/matters/contract.ts'
import type { passageApi } from '../../modules/passage/contract.ts'
import type { passesApi } from '../../modules/passes/contract.ts'
import type { peopleApi } from '../../modules/people/contract.ts'
import type { policiesApi } from '../../modules/policies/contract.ts'
import type { privacyApi } from '../../modules/privacy/contract.ts'
import type { pushedlistsApi } from '../../modules/pushedlists/contract.ts'
import type { quarantineApi } from '../../modules/quarantine/contract.ts'
import type { reasonsApi } from '../../modules/reasons/contract.ts'
import type { reportingApi } from '../../modules/reporting/contract.ts'
import type { resumptionApi } from '../../modules/resumption/contract.ts'
import type { rosterApi } from '../../modules/roster/contract.ts'
import type { suppliesApi } from '../../modules/supplies/contract.ts'
import type { screeningApi } from '../../modules/screening/contract.ts'
import type { settingsApi } from '../../modules/settings/contract.ts'
import type { territoryApi } from '../../modules/territory/contract.ts'
import type { todayApi } from '../../modules/today/contract.ts'
import type { venuesApi } from '../../modules/venues/contract.ts'
import type { volunteersApi } from '../../modules/volunteers/contract.ts'
import type { zonesApi } from '../../modules/zones/contract.ts'

/** Every api by the name of its module; undo.test.ts holds that none of server/modules.ts is missing. */
interface Apis {
  access: typeof accessApi; care: typeof careApi; volunteers: typeof volunteersApi
  settings: typeof settingsApi; territory: typeof territoryApi; accounts: typeof accountsApi; exports: typeof exportsApi; lists: typeof listsApi; people: typeof peopleApi
  audit: typeof auditApi; roster: typeof rosterApi; policies: typeof policiesApi; links: typeof linksApi; leads: typeof leadsApi; quarantine: typeof quarantineApi
  screening: typeof screeningApi; reasons: typeof reasonsApi; pushedlists: typeof pushedlistsApi; privacy: typeof privacyApi; reporting: typeof reportingApi; duty: typeof dutyApi
  resumption: typeof resumptionApi; documents: typeof documentsApi; forms: typeof formsApi; zones: typeof zonesApi; disinfection: typeof disinfectionApi; supplies: typeof suppliesApi; publicity: typeof publicityApi; matters: typeof mattersApi; certificates: typeof certificatesApi; field: typeof fieldApi; passes: typeof passesApi; exits: typeof exitsApi; venues: typeof venuesApi; passage: typeof passageApi; today: typeof todayApi; dashboard: typeof dashboardApi
}
type CommandsOf<A> = { [K in keyof A]: A[K] extends { kind: 'command' } ? K : never }[keyof A] & string
export type CommandName = { [M in keyof Apis]: `${M}.${CommandsOf<Apis[M]>}` }[keyof Apis]

/**
 * How a command is taken back (撤销): by another command, which `by` the same person may call; or
 * `again`: recorded anew, the former value stays in the history · `superseded`: a new edition or version takes its place ·
 * `own`: touches only the caller's own session or view · `never`: and why not.
 */
export type Undo = CommandName | 'again' | 'superseded' | 'own' | `never: ${string}`

/** Undone by somebody else than whoever slipped, and why that is right. */
export const byOthers: Partial<Readonly<Record<CommandName, string>>> = {
  'accounts.enrolFactor': 'whoever could switch it off with the password alone would have no second factor',
  'accounts.confirmFactor': 'as enrolFactor',
  'screening.recordScreening': 'what was said at the gate or on the stairs stands until the community has looked at it',
  'pushedlists.assignRows': 'the community that got a row by mistake hands it on; the sender assigns what comes back',
  'reporting.answerReturn': 'the office above has read it; it asks once more',
  'privacy.approveEvent': 'the office that asked for the approval holds the event; whoever approved tells it',
}
