import type { Api, Endpoint } from '../../kernel/endpoint.ts'

const contracts = import.meta.glob<Record<string, unknown>>('../../modules/*/contract.ts', { eager: true })

const called = new Map<string, Endpoint>(Object.entries(contracts).flatMap(([path, contract]) => {
  const module = path.split('/').at(-2) ?? ''
  const api = Object.entries(contract).find(([name]) => name.endsWith('Api'))?.[1] as Api | undefined
  return Object.entries(api ?? {}).map(([name, endpoint]): [string, Endpoint] => [`${module}.${name}`, endpoint])
}))

/** The endpoint the trail and the register of exports know as `roster.exportPeople`. */
export const endpointCalled = (name: string): Endpoint | undefined => called.get(name)

/** `people.revealPerson` → the first clause of what its contract says it does, so that an auditor need not read code names. A list taken away as a file goes by the list's name. */
export const endpointSummary = (name: string): string => called.get(name.replace(/\/export$/, ''))?.summary.split(/[;:,]/)[0]?.trim() ?? name

/** Names of all endpoints whose words contain a text, for searching the trail by what somebody did. */
export const endpointsSaying = (text: string): string[] =>
  [...called].flatMap(([name, { summary }]) => (summary.includes(text) || name.includes(text) ? [name] : []))
