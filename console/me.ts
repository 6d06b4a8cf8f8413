import { createContext, use } from 'react'
import type { Me } from '../modules/accounts/contract.ts'
import { privacyApi, type Mode } from '../modules/privacy/contract.ts'
import { useQueryOf } from '../ui/queries.ts'

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

/** 平战结合: how one's own area stands; unknown until it is told. */
export const useMode = (): Mode | undefined => useQueryOf(privacyApi.modeHere, {}).data?.mode
