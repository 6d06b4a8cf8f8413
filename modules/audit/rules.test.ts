import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AuditEvent } from './contract.ts'
import { canonical, firstBroken, nextHash, type Link, hintsFor } from './rules.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const event = (n: number): AuditEvent => ({
  id: `0190b6a8-0000-7000-8000-00000000000${n}`, at: '2020-02-26T06:00:00.000Z', actorKind: 'staff', accountId: null,
  accountName: '刘敏', role: 'communityWorker', sessionId: null, linkId: null, ip: '127.0.0.1', device: '', act: 'reveal',
  endpoint: 'people.revealNumber', subjects: [`p${n}`], reason: '核对身份', areaPath: '/1/', detail: { b: 1, a: { d: 2, c: 3 } },
})

function chain(count: number): Link[] {
  let previous = ''
  return Array.from({ length: count }, (_, i) => {
    const e = event(i + 1)
    previous = nextHash(hash, previous, canonical(e))
    return { no: i + 1, eventId: e.id, hash: previous, event: e }
  })
}
const changed = (links: Link[], at: number, change: (link: Link) => Link): Link[] =>
  links.map((link) => (link.no === at ? change(link) : link))

test('an untouched chain has no broken link', () => {
  expect(firstBroken(hash, chain(5))).toBeUndefined()
})

test('an event whose reason was rewritten breaks its own link, whoever wrote the hash of the next', () => {
  const links = changed(chain(5), 3, (link) => ({ ...link, event: { ...event(3), reason: '例行' } }))
  expect(firstBroken(hash, links)).toEqual({ no: 3, eventId: event(3).id, kind: 'changed' })
})

test('a forged event with a forged hash breaks the link after it', () => {
  const links = chain(5)
  const forged = { ...event(3), reason: '例行' }
  const broken = changed(links, 3, (link) => ({ ...link, event: forged, hash: nextHash(hash, links[1]?.hash ?? '', canonical(forged)) }))
  expect(firstBroken(hash, broken)?.no).toBe(4)
})

test('a missing event and a missing link are told apart', () => {
  expect(firstBroken(hash, changed(chain(5), 2, (link) => ({ ...link, event: undefined })))?.kind).toBe('missing')
  expect(firstBroken(hash, chain(5).filter((link) => link.no !== 4))).toMatchObject({ no: 5, kind: 'gap' })
})

test('a check can go on from a link that was checked before', () => {
  const links = chain(5)
  expect(firstBroken(hash, links.slice(3), { no: 3, hash: links[2]?.hash ?? '' })).toBeUndefined()
})

test('the order in which a database gives keys back does not matter', () => {
  expect(canonical({ ...event(1), detail: { a: { c: 3, d: 2 }, b: 1 } })).toBe(canonical(event(1)))
})

test('what stands out about a look: outside the hours set, or one of very many people in the same hour; a change never', () => {
  const watch = { from: '07:00', to: '22:00', peoplePerHour: 120 }
  const at = (clock: string) => `2020-02-26T${clock}:00+08:00`
  const utc = (clock: string) => new Date(at(clock)).toISOString()
  expect(hintsFor(utc('07:00'), 'view', 120, watch)).toEqual([])
  expect(hintsFor(utc('06:59'), 'view', 0, watch)).toEqual(['offHours'])
  expect(hintsFor(utc('22:00'), 'reveal', 121, watch)).toEqual(['offHours', 'manyPeople'])
  expect(hintsFor(utc('23:00'), 'change', 500, watch)).toEqual([])
})
