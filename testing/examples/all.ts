import type { Example } from './index.ts'
import type { Endpoint } from '../../kernel/endpoint.ts'
import { mounted } from '../../server/modules.ts'
import { accessExamples } from './access.ts'
import { accountsExamples } from './accounts.ts'
import { auditExamples } from './audit.ts'
import { careExamples } from './care.ts'
import { disinfectionExamples } from './disinfection.ts'
import { suppliesExamples } from './supplies.ts'
import { publicityExamples } from './publicity.ts'
import { dutyExamples } from './duty.ts'
import { exitsExamples } from './exits.ts'
import { exportsExamples } from './exports.ts'
import { dashboardExamples } from './dashboard.ts'
import { documentsExamples } from './documents.ts'
import { fieldExamples } from './field.ts'
import { formsExamples } from './forms.ts'
import { leadsExamples } from './leads.ts'
import { linksExamples } from './links.ts'
import { listsExamples } from './lists.ts'
import { certificatesExamples } from './certificates.ts'
import { mattersExamples } from './matters.ts'
import { passageExamples } from './passage.ts'
import { passesExamples } from './passes.ts'
import { peopleExamples } from './people.ts'
import { policiesExamples } from './policies.ts'
import { pushedlistsExamples } from './pushedlists.ts'
import { privacyExamples } from './privacy.ts'
import { quarantineExamples } from './quarantine.ts'
import { reasonsExamples } from './reasons.ts'
import { reportingExamples } from './reporting.ts'
import { resumptionExamples } from './resumption.ts'
import { rosterExamples } from './roster.ts'
import { screeningExamples } from './screening.ts'
import { settingsExamples } from './settings.ts'
import { territoryExamples } from './territory.ts'
import { todayExamples } from './today.ts'
import { venuesExamples } from './venues.ts'
import { volunteersExamples } from './volunteers.ts'
import { zonesExamples } from './zones.ts'

type Named = Record<string, Example<Endpoint>>
const named = (module: string, examples: Record<string, unknown>): Named =>
  Object.fromEntries(Object.entries(examples).map(([name, example]) => [`${module}.${name}`, example as Example<Endpoint>]))

const declared: Named = {
  ...named('territory', territoryExamples),
  ...named('access', accessExamples),
  ...named('accounts', accountsExamples),
  ...named('audit', auditExamples),
  ...named('settings', settingsExamples),
  ...named('exports', exportsExamples),
  ...named('lists', listsExamples),
  ...named('people', peopleExamples),
  ...named('roster', rosterExamples),
  ...named('policies', policiesExamples),
  ...named('links', linksExamples),
  ...named('leads', leadsExamples),
  ...named('quarantine', quarantineExamples),
  ...named('screening', screeningExamples),
  ...named('reasons', reasonsExamples),
  ...named('pushedlists', pushedlistsExamples),
  ...named('privacy', privacyExamples),
  ...named('reporting', reportingExamples),
  ...named('duty', dutyExamples),
  ...named('resumption', resumptionExamples),
  ...named('forms', formsExamples),
  ...named('documents', documentsExamples),
  ...named('exits', exitsExamples),
  ...named('venues', venuesExamples),
  ...named('zones', zonesExamples),
  ...named('certificates', certificatesExamples),
  ...named('disinfection', disinfectionExamples),
  ...named('supplies', suppliesExamples),
  ...named('publicity', publicityExamples),
  ...named('matters', mattersExamples),
  ...named('care', careExamples),
  ...named('volunteers', volunteersExamples),
  ...named('field', fieldExamples),
  ...named('passage', passageExamples),
  ...named('passes', passesExamples),
  ...named('today', todayExamples),
  ...named('dashboard', dashboardExamples),
}

/** A list that can be exported is exported as its example is listed. */
const exported: Named = Object.fromEntries(mounted.filter(({ name }) => name.endsWith('/export')).map(({ name }) => [
  name, (async (world) => { const { limit: _limit, ...input } = (await declared[name.replace('/export', '')]?.(world)) as Record<string, unknown>; return { reason: '核对台账', ...input, format: 'csv' } }) as Example<Endpoint>,
]))

/** All modules' examples under `<module>.<endpoint>`. */
export const examples: Named = { ...declared, ...exported }
