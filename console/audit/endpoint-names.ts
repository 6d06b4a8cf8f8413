import type { Endpoint } from '../../kernel/endpoint.ts'
import { endpoints } from '../../modules/access/rules.ts'

export { endpointSummary } from '../../modules/access/rules.ts'

/** The endpoint the trail and the register of exports know as `roster.exportPeople`. */
export const endpointCalled = (name: string): Endpoint | undefined => endpoints.get(name)

/** Names of all endpoints whose words contain a text, for searching the trail by what somebody did. */
export const endpointsSaying = (text: string): string[] =>
  [...endpoints].flatMap(([name, { summary }]) => (summary.includes(text) || name.includes(text) ? [name] : []))
