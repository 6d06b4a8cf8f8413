import { useQuery } from '@tanstack/react-query'
import { setServerNow } from './now.ts'

/** What `/api/about` says to everybody. */
export interface About {
  name: string
  version: string
  engine: 'embedded' | 'postgres'
  demo: boolean
  /** 双因素: whether this installation asks for a second factor. */
  secondFactor: boolean
  demoLogins: { login: string; password: string; role: string; name: string; area: string }[]
  now: string
}

async function readAbout(): Promise<About> {
  const response = await fetch('/api/about')
  if (!response.ok) throw new Error(`about ${response.status}`)
  const about = (await response.json()) as About
  setServerNow(about.now)
  return about
}

/** Name, engine, demo logins; also sets the clock by the server's. */
export const useAbout = () => useQuery({ queryKey: ['about'], queryFn: readAbout, staleTime: 10 * 60_000 })
