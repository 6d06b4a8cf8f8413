import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** What the address bar holds: filter, tab, open card. Plain strings, so that an address can be read and sent to a colleague. */
export type Address = Record<string, string | undefined>

/**
 * `const [at, go] = useAddress()`: `at.state`, `go({ state: 'waiting', open: undefined })`.
 * Opening a card makes a step back possible; everything else replaces the entry.
 */
export function useAddress(): [Address, (change: Address) => void] {
  const at = useSearch({ strict: false }) as Address
  const navigate = useNavigate()
  const go = useCallback((change: Address) => {
    const opens = 'open' in change && change['open'] !== undefined
    void navigate({
      to: '.', replace: !opens,
      search: ((before: Address) => withoutEmpty({ ...before, ...change })) as never,
    })
  }, [navigate])
  return [at, go]
}

export const withoutEmpty = (address: Address): Address =>
  Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined && value !== ''))
