import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { accountsApi } from '../modules/accounts/contract.ts'
import { useAbout } from '../ui/about.ts'
import { whenSignedOut } from '../ui/client.ts'
import { Failed, Skeleton } from '../ui/Failed.tsx'
import { useQueryOf } from '../ui/queries.ts'
import { MeContext } from './me.ts'
import { SignIn } from './SignIn.tsx'

/** What a session may still lack, each a page of its own before anything else. */
const steps = {
  password: lazy(async () => ({ default: (await import('./ChangePassword.tsx')).FirstPassword })),
  factor: lazy(async () => ({ default: (await import('./factor/PassFactor.tsx')).PassFactor })),
  enrol: lazy(async () => ({ default: (await import('./factor/EnrolFactor.tsx')).EnrolFactor })),
}

/** Nobody gets past without a session; the address stays as it is, so that signing in leads back to the page asked for. */
export function Door({ children }: { children: ReactNode }): ReactNode {
  const queries = useQueryClient()
  const [out, setOut] = useState<'never' | 'again'>()
  const session = useQueryOf(accountsApi.me, {}, { staleTime: 60_000 })
  useAbout()
  useEffect(() => whenSignedOut(() => setOut((before) => before ?? (queries.getQueryData(['accounts', '/accounts/me', {}]) ? 'again' : 'never'))), [queries])
  const signedIn = () => {
    queries.clear()
    setOut(undefined)
    void session.refetch()
  }
  if (out !== undefined) return <SignIn again={out === 'again'} onDone={signedIn} />
  const Step = session.data?.step && steps[session.data.step]
  if (Step) return <Suspense fallback={<Skeleton rows={6} />}><Step onDone={() => void session.refetch()} /></Suspense>
  if (session.data) return <MeContext value={session.data.me}>{children}</MeContext>
  if (session.error && session.error.status !== 401) return <Failed error={session.error} retry={() => void session.refetch()} />
  return <Skeleton rows={6} />
}
