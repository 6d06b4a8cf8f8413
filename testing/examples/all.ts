import type { Example } from './index.ts'
import type { Endpoint } from '../../kernel/endpoint.ts'
import { mounted } from '../../server/modules.ts'
import { accountsExamples } from './accounts.ts'
import { auditExamples } from './audit.ts'
import { dutyExamples } from './duty.ts'
import { leadsExamples } from './leads.ts'
import { linksExamples } from './links.ts'
import { listsExamples } from './lists.ts'
import { peopleExamples } from './people.ts'
import { policiesExamples } from './policies.ts'
import { quarantineExamples } from './quarantine.ts'
import { reasonsExamples } from './reasons.ts'
import { reportingExamples } from './reporting.ts'
import { rosterExamples } from './roster.ts'
import { screeningExamples } from './screening.ts'
import { territoryExamples } from './territory.ts'
import { todayExamples } from './today.ts'

type Named = Record<string, Example<Endpoint>>
const named = (module: string, examples: Record<string, unknown>): Named =>
  Object.fromEntries(Object.entries(examples).map(([name, example]) => [`${module}.${name}`, example as Example<Endpoint>]))

const declared: Named = {
  ...named('territory', territoryExamples),
  ...named('accounts', accountsExamples),
  ...named('audit', auditExamples),
  ...named('lists', listsExamples),
  ...named('people', peopleExamples),
  ...named('roster', rosterExamples),
  ...named('policies', policiesExamples),
  ...named('links', linksExamples),
  ...named('leads', leadsExamples),
  ...named('quarantine', quarantineExamples),
  ...named('screening', screeningExamples),
  ...named('reasons', reasonsExamples),
  ...named('reporting', reportingExamples),
  ...named('duty', dutyExamples),
  ...named('today', todayExamples),
}

/** A list that can be exported is exported as its example is listed. */
const exported: Named = Object.fromEntries(mounted.filter(({ name }) => name.endsWith('/export')).map(({ name }) => [
  name, (async (world) => { const { limit: _limit, ...input } = (await declared[name.replace('/export', '')]?.(world)) as Record<string, unknown>; return { ...input, format: 'csv' } }) as Example<Endpoint>,
]))

/** All modules' examples under `<module>.<endpoint>`. */
export const examples: Named = { ...declared, ...exported }
