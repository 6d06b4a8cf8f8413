import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { testApp } from '../testing/app.ts'
import { fromPool, openDatabase, valueTypes } from './db.ts'
import { foundInstallation } from './first-start.ts'
import { migrate, migrationsDir } from './migrate.ts'
import { allTables } from './modules.ts'
import { moveAll } from './move.ts'

const template = inject('postgresUrl')

/** An empty database whose owner is no superuser, as a data centre hands it out. */
async function handedOut(name: string) {
  const admin = new pg.Client({ connectionString: template.replace(/[^/]+$/, 'postgres') })
  await admin.connect()
  await admin.query(`create role ${name} login`)
  await admin.query(`grant wangge_app to ${name} with admin option`)
  await admin.query(`create database ${name} owner ${name}`)
  await admin.end()
  const url = template.replace('//wangge@', `//${name}@`).replace(/[^/]+$/, name)
  return fromPool(new pg.Pool({ connectionString: url, types: valueTypes, options: '-c timezone=UTC' }), 'postgres')
}

const onePass = `insert into pass (id, kind, area_id, area_path, community_id, state, valid_from, valid_until, issued_at)
  select gen_random_uuid(), 'vehicle', id, area_path, id, 'valid', now(), now(), now() from area limit 1 returning no`

test('everything moves from the embedded engine to PostgreSQL, proved row for row, once; what is numbered goes on there', async () => {
  const from = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'wangge-move-')) })
  await migrate(from, migrationsDir(), allTables)
  await foundInstallation({ ...(await testApp()).frame, db: from }, { code: '532601' })
  await from.pool.query(`update setting set value = '{"from": 200, "to": 400}' where key = 'territory.gridHouseholds'`)
  for (let n = 0; n < 3; n++) await from.pool.query(onePass)
  const to = await handedOut(`mover_${Date.now()}`)
  const said: string[] = []
  expect(await moveAll(from, to, (line) => said.push(line))).toBe(true)
  expect(said.join('\n')).toMatch(/account +3/)
  expect((await to.pool.query(`select value from setting where key = 'territory.gridHouseholds'`)).rows).toEqual([{ value: { from: 200, to: 400 } }])
  await expect(to.pool.query("insert into session (id, token_index, account_id, created_at, seen_at) values (gen_random_uuid(), 'x', gen_random_uuid(), now(), now())")).rejects.toThrow('foreign key')
  expect((await to.pool.query("select nextval(pg_get_serial_sequence('area', 'no')) as n")).rows).toEqual([{ n: 2 }])
  expect((await to.pool.query(onePass)).rows).toEqual([{ no: 4 }])
  await expect(moveAll(from, to, () => {})).rejects.toThrow('already has rows')
  await from.close()
  await to.close()
})
