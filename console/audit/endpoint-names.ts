import type { Endpoint } from '../../kernel/endpoint.ts'
import { endpoints } from '../../modules/access/rules.ts'

export { endpointSummary } from '../../modules/access/rules.ts'

/** The endpoint the trail and the register of exports know as `roster.exportPeople`, or `people.listPeople/export`: a list taken out as a file. */
export function endpointCalled(name: string): Endpoint | undefined {
  const list = endpoints.get(name.replace(/\/export$/, ''))
  return list && name.endsWith('/export') ? { ...list, path: `${list.path}/export`, download: true } : list
}

/** Names of all endpoints whose words contain a text, for searching the trail by what somebody did. */
export const endpointsSaying = (text: string): string[] =>
  [...endpoints].flatMap(([name, { summary }]) => (summary.includes(text) || name.includes(text) ? [name] : []))
