import type { Example } from './index.ts'
import type { Endpoint } from '../../kernel/endpoint.ts'

type Named = Record<string, Example<Endpoint>>
const named = (module: string, examples: Record<string, unknown>): Named =>
  Object.fromEntries(Object.entries(examples).map(([name, example]) => [`${module}.${name}`, example as Example<Endpoint>]))

/** All modules' examples under `<module>.<endpoint>`. */
export const examples: Named = { }
void named
