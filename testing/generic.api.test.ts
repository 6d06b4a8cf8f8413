import { describe, expect, inject, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import * as z from 'zod'
import { isNamed, keepsReceipt } from '../kernel/endpoint.ts'
import { rolePermissions, roles, type Role } from '../modules/accounts/rules.ts'
import { mounted, type Mounted } from '../server/modules.ts'
import { parseOutput } from '../server/request.ts'
import { examples } from './examples/all.ts'
import { exampleFile } from './examples/files.ts'
import type { Example } from './examples/index.ts'
import { aCommunity, Caller, type Community } from './world.ts'

/**
 * What must hold for every endpoint there is, made from the contracts before anybody thinks of it. Each part is asked on one engine: what is refused before the
 * database is reached on PostgreSQL; the examples on the embedded one, on which the whole run asks few modules more (docs/decisions/0104).
 */
const onPostgres = inject('postgresUrl') !== ''
const staffed = mounted.filter((m) => typeof m.endpoint.access === 'object')
const permissionOf = (m: Mounted) => (m.endpoint.access as { permission: string }).permission
const rolesWith = (m: Mounted): Role[] => roles.filter((r) => (rolePermissions[r] as readonly string[]).includes(permissionOf(m)))
const rolesWithout = (m: Mounted): Role[] => roles.filter((r) => !rolesWith(m).includes(r))

/** The role an example is made for: the one nearest to the work. */
const order: readonly Role[] = ['communityWorker', 'subdistrictOfficer', 'healthCentreDoctor', 'districtCommand', 'cdc', 'gridWorker', 'systemAdmin', 'securityAdmin', 'auditor']
const callerRole = (m: Mounted): Role => order.find((r) => rolesWith(m).includes(r)) ?? 'communityWorker'
const exampleOf = (m: Mounted) => examples[m.name] as Example<Mounted['endpoint']>

async function prepared(m: Mounted): Promise<{ c: Community; caller: Caller; input: Record<string, unknown> }> {
  const c = await aCommunity()
  const caller = await c.as(typeof m.endpoint.access === 'object' ? callerRole(m) : 'communityWorker')
  return { c, caller, input: (await exampleOf(m)({ c, caller })) as Record<string, unknown> }
}
const withFile = (m: Mounted) => (m.endpoint.upload ? { upload: exampleFile(m.name) } : {})
/** Where nothing is written and nothing is found, all may ask in one place: building one costs more than the question. */
let place: Promise<Community> | undefined
const somewhere = (): Promise<Community> => (place ??= aCommunity())
const callers = new Map<Role, Promise<Caller>>()
const someone = (role: Role): Promise<Caller> => {
  const known = callers.get(role) ?? somewhere().then((c) => c.as(role))
  callers.set(role, known)
  return known
}
const fillIn = (m: Mounted): Record<string, unknown> => Object.fromEntries([...m.endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, uuidv7()]))

describe.skipIf(!onPostgres)('without a session', () => {
  test.for(mounted.filter((m) => m.endpoint.access !== 'public').map((m) => [m.name, m] as const))('%s answers 401', async ([, m]) => {
    const response = await new Caller().send(m.endpoint, fillIn(m), withFile(m))
    expect(response.status).toBe(401)
  })
})

describe.skipIf(!onPostgres)('with a role that has not the permission', () => {
  test.for(staffed.map((m) => [m.name, m] as const))('%s answers 403', async ([, m]) => {
    for (const role of rolesWithout(m).slice(0, 2)) {
      const response = await (await someone(role)).send(m.endpoint, fillIn(m), withFile(m))
      expect([role, response.status]).toEqual([role, 403])
    }
  })
})

describe.skipIf(!onPostgres)('malformed input', () => {
  const wrong = mounted.filter((m) => m.endpoint.access !== 'link' && !m.endpoint.upload && Object.keys(m.endpoint.input.shape).length > 0)
  test.for(wrong.map((m) => [m.name, m] as const))('%s answers 422 and names the field', async ([, m]) => {
    const caller = m.endpoint.access === 'public' ? new Caller() : await someone(typeof m.endpoint.access === 'object' ? callerRole(m) : 'communityWorker')
    const nonsense = Object.fromEntries(Object.keys(m.endpoint.input.shape).map((key) => [key, m.endpoint.kind === 'query' ? '\u0000bad'.repeat(900) : { no: ['sense'] }]))
    const input = { ...nonsense, ...Object.fromEntries(Object.keys(fillIn(m)).map((key) => [key, 'not-an-id'])) }
    if (m.endpoint.input.safeParse(input).success) return
    const response = await caller.send(m.endpoint, input)
    expect(response.status).toBe(422)
    expect((response.body as { error: { code: string; params: { issues: unknown[] } } }).error.params.issues.length).toBeGreaterThan(0)
  })
})

/** Commands whose answer is kept. What is answered together, and what carries ids of its own, is known by them: its own test says that it adds nothing twice (docs/decisions/0070). */
const isCommand = (m: Mounted) => isNamed(m.endpoint) && typeof m.endpoint.access !== 'string' && !m.endpoint.upload && !m.endpoint.download
const hasStrangers = (m: Mounted) => typeof m.endpoint.access === 'object' && /:\w+Id/.test(m.endpoint.path)

// One community for each endpoint, and all that must hold of it asked there: making the place costs more than the questions.
describe.skipIf(onPostgres)('the example goes through; a stranger does not see it, without an id it is refused, sent twice it has one effect', () => {
  test.for(mounted.filter((m) => m.endpoint.access !== 'link').map((m) => [m.name, m] as const))('%s', async ([, m]) => {
    const { c, caller, input } = await prepared(m)
    if (hasStrangers(m)) await unseenByStranger(m, await c.stranger(callerRole(m)), input)
    if (isCommand(m)) await refusedWithoutId(m, caller, input)
    const commandId = uuidv7()
    const first = await caller.send(m.endpoint, input, { ...withFile(m), commandId })
    expect([first.status, first.status === 200 ? '' : first.body]).toEqual([200, ''])
    if (isCommand(m) && keepsReceipt(m.endpoint)) await answeredAgain(m, caller, input, commandId, first.body)
  })
})

async function unseenByStranger(m: Mounted, stranger: Caller, input: Record<string, unknown>): Promise<void> {
  const response = await stranger.send(m.endpoint, input, withFile(m))
  expect([404, 403, 409], 'the same role in another community').toContain(response.status)
  if (response.status !== 404) expect((response.body as { error: { code: string } }).error.code).not.toMatch(/failed/)
}

async function refusedWithoutId(m: Mounted, caller: Caller, input: Record<string, unknown>): Promise<void> {
  const response = await caller.send(m.endpoint, input, { commandId: 'none' })
  expect([response.status, (response.body as { error: { code: string } }).error.code]).toEqual([422, 'frame.commandIdMissing'])
}

async function answeredAgain(m: Mounted, caller: Caller, input: Record<string, unknown>, commandId: string, body: unknown): Promise<void> {
  const second = await caller.send(m.endpoint, input, { commandId })
  expect([second.status, second.headers['x-replayed']]).toEqual([200, '1'])
  expect(second.body).toEqual(body)
}

test('an answer with a field that its contract does not declare is refused', () => {
  const endpoint = { ...mounted[0]?.endpoint, output: z.object({ items: z.array(z.object({ id: z.string() })) }) } as Mounted['endpoint']
  expect(() => parseOutput(endpoint, { items: [{ id: '1', documentSealed: 'x' }] }, 'people.list')).toThrow('items[0].documentSealed')
})
