import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Endpoint } from '../kernel/endpoint.ts'
import { frameErrors, refuse } from '../kernel/errors.ts'
import { createMemory } from '../kernel/memory.ts'

/** A whole community declares in an hour through one code, a market's visitors scan another; nobody writes five times a second by hand. */
const PER_CODE = 300
/** Behind one address there may be an office, a market, half a town of a telephone company. */
const PER_ADDRESS = 600
/** Ten people of a family with every field full are a quarter of it. */
const KILOBYTES = 128
const REMEMBERED = 10_000
const MINUTE = 60_000

/** So many a minute for each key, as they come: all at once, then one by one as time goes on. */
export function createLimit(perMinute: number, clock = () => performance.now()): (key: string) => number {
  const step = MINUTE / perMinute
  const paidUntil = createMemory<string, number>(REMEMBERED)
  /** After how many seconds there is room again; 0 where there is. */
  return (key) => {
    const now = clock()
    const next = Math.max(paidUntil.get(key) ?? 0, now) + step
    if (next <= now + MINUTE) paidUntil.set(key, next)
    return Math.max(0, Math.ceil((next - now - MINUTE) / 1000))
  }
}

/** Also whom a proxy on this machine does not name: they are everybody. */
export const isThisMachine = (ip: string): boolean => /^(::ffff:)?127\.|^::1$/.test(ip)

/** Whose line it is: of an IPv6 address the first half, for the other is its holder's to choose. */
const lineOf = (ip: string): string => (/^[\da-f]+:/i.test(ip) ? ip.replace(/::.*$/, '').split(':').slice(0, 4).join(':') : ip)

/** What an endpoint takes of somebody without a session (`public`, `link`), looked at before anything of the body is read. */
export function limitStrangers(clock?: () => number) {
  const [ofCode, ofAddress] = [createLimit(PER_CODE, clock), createLimit(PER_ADDRESS, clock)]
  return ({ path, access, kilobytes }: Endpoint) => (access !== 'public' && access !== 'link' ? {} : {
    bodyLimit: (kilobytes ?? KILOBYTES) * 1024,
    onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
      const [code] = [linkIn(request), ...Object.values(request.params as Record<string, string>)].filter(Boolean)
      const seconds = (code && ofCode(`${path} ${code}`)) || (isThisMachine(request.ip) ? 0 : ofAddress(lineOf(request.ip)))
      if (seconds === 0) return
      reply.header('retry-after', seconds)
      throw refuse(frameErrors.tooMany, { seconds })
    },
  })
}

/** The token of a link a call comes by. */
export const linkIn = ({ headers: { authorization } }: FastifyRequest): string | undefined => (authorization?.startsWith('Link ') ? authorization.slice(5) : undefined)
