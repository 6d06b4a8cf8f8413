import { createContext, use } from 'react'
import type { Me } from '../modules/accounts/contract.ts'

/** The signed-in account, on every page below the shell. */
export const MeContext = createContext<Me | undefined>(undefined)

export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('useMe stands outside the shell')
  return me
}

/** `const may = useMay(); may('people.reveal')`: to show only what will succeed; the server decides. */
export function useMay(): (permission: string) => boolean {
  const me = useMe()
  return (permission) => me.permissions.includes(permission)
}
