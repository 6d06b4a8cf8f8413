import type { ReactNode } from 'react'
import { useAddress } from '../../ui/address.ts'
import { BatchPage } from './BatchPage.tsx'
import { StartPage } from './StartPage.tsx'
import './roster.css'

/** `/roster` begins an import and lists the former ones; `?batch=…` is one of them. */
export default function RosterPage(): ReactNode {
  const [at, go] = useAddress()
  const open = (batch: string | undefined) => go({ batch, tab: undefined, open: undefined })
  return at['batch'] ? <BatchPage key={at['batch']} batchId={at['batch']} onLeave={() => open(undefined)} /> : <StartPage onOpen={open} />
}
