import { expect, test } from 'vitest'
import sql from 'sql-template-tag'
import { wholeTerritory } from '../kernel/ctx.ts'
import { clock, testApp } from '../testing/world.ts'
import { transact } from './db.ts'
import { takeOverJobs } from './jobs.ts'
import { enter } from './presence.ts'

test('a process knows whether another one works on the same database', async () => {
  const { db } = await testApp()
  const first = await enter(db)
  const second = await enter(db)
  expect([first.alone, second.alone]).toEqual([true, db.engine === 'embedded'])
  await first.leave()
  await second.leave()
})

test('work left running by a process that is gone is taken up at the next start, that of a living one is not', async () => {
  const { db } = await testApp()
  const left = async () => transact(db, wholeTerritory, async ({ sql: q }) => {
    await q.run(sql`delete from job where name = 'test.left'`)
    await q.run(sql`insert into job (id, name, actor, run_at, state, held_until) values (gen_random_uuid(), 'test.left', '{}', ${clock.now}, 'running', now() + interval '1 minute')`)
  })
  const state = () => transact(db, wholeTerritory, ({ sql: q }) => q.get<{ state: string }>(sql`select state from job where name = 'test.left'`))
  await left()
  await takeOverJobs(db)
  expect(await state()).toEqual({ state: 'running' })
  await takeOverJobs(db, true)
  expect(await state()).toEqual({ state: 'waiting' })
  await transact(db, wholeTerritory, ({ sql: q }) => q.run(sql`delete from job where name = 'test.left'`))
})
