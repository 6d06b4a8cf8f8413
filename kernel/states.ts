/**
 * A state machine as one table: state → allowed actions, exhaustive by type.
 * The server refuses by it, the screens show only what will succeed.
 */
export type StateTable<S extends string, A extends string> = { readonly [state in S]: readonly A[] }

export const allows = <S extends string, A extends string>(table: StateTable<S, A>, state: S, action: A): boolean =>
  table[state].includes(action)
