import type { Api, Endpoint } from '../../../kernel/endpoint.ts'

// Found by their file names, so that a new module stands here by itself; a contract imports nothing that could lead back.
const contracts = import.meta.glob<Record<string, unknown>>('../../*/contract.ts', { eager: true })

/** Every endpoint by the name the trail knows it by: `roster.exportPeople`. */
export const endpoints: ReadonlyMap<string, Endpoint> = new Map(Object.entries(contracts).flatMap(([path, contract]) => {
  const module = path.split('/').at(-2) ?? ''
  const api = Object.entries(contract).find(([name]) => name.endsWith('Api'))?.[1] as Api | undefined
  return Object.entries(api ?? {}).map(([name, endpoint]): [string, Endpoint] => [`${module}.${name}`, endpoint])
}))

/** `people.revealPerson` → the first clause of what its contract says it does, so that nobody has to read code names. A list taken away as a file goes by the list's name. */
export const endpointSummary = (name: string): string => endpoints.get(name.replace(/\/export$/, ''))?.summary.split(/[;:,]/)[0]?.trim() ?? name
