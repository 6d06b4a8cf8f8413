import type { Api } from '../../kernel/endpoint.ts'

const contracts = import.meta.glob<Record<string, unknown>>('../../modules/*/contract.ts', { eager: true })

/** `people.revealPerson` → the first clause of what its contract says it does, so that an auditor need not read code names. */
const said = new Map<string, string>(Object.entries(contracts).flatMap(([path, contract]) => {
  const module = path.split('/').at(-2) ?? ''
  const api = Object.entries(contract).find(([name]) => name.endsWith('Api'))?.[1] as Api | undefined
  return Object.entries(api ?? {}).map(([name, { summary }]): [string, string] => [`${module}.${name}`, summary.split(/[;:,]/)[0]?.trim() ?? name])
}))

/** A list taken away as a file goes by the list's name. */
export const endpointSummary = (endpoint: string): string => said.get(endpoint.replace(/\/export$/, '')) ?? endpoint
