import type { Api, Endpoint, InputOf } from '../../kernel/endpoint.ts'
import type { Caller, Community } from '../world.ts'

/** What an example may stand on: a community of its own. */
export interface ExampleWorld {
  c: Community
  /** Somebody who may call the endpoint. */
  caller: Caller
}

export interface Example<E extends Endpoint> {
  /** A valid input, after whatever had to exist was made. */
  (w: ExampleWorld): Promise<InputOf<E>>
}

/** One valid input for every endpoint of an API, so that the generic suites cover it before anybody thinks of it. */
export type ExamplesOf<A extends Api> = { readonly [K in keyof A]: Example<A[K]> }
