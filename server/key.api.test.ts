import { expect, test } from 'vitest'
import { freshApp } from '../testing/app.ts'
import { foundInstallation } from './first-start.ts'
import { proveKey } from './key.ts'
import { createVault } from './vault.ts'

const [ours, another] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)]

test('data know the key and the cipher they were sealed with: another is refused with what to do, and theirs goes on', async () => {
  const { db } = await freshApp()
  await proveKey(db, createVault(ours, 'aes'))
  for (const suite of ['aes', 'sm'] as const) await expect(proveKey(db, createVault(another, suite))).rejects.toThrow('data/key')
  await expect(proveKey(db, createVault(ours, 'sm'))).rejects.toThrow('WANGGE_CRYPTO=aes')
  await proveKey(db, createVault(ours, 'aes'))
})

test('data from before a word was kept are proved by a number in them, which is not kept a second time', async () => {
  const { db, frame } = await freshApp()
  await foundInstallation(frame, {})
  await db.pool.query(`insert into person (id, area_id, area_path, community_id, name, document_sealed, created_at, updated_at)
    select gen_random_uuid(), id, area_path, id, '李桂兰', $1, now(), now() from area limit 1`, [createVault(ours, 'sm').seal('999001195001010088')])
  await expect(proveKey(db, createVault(another, 'sm'))).rejects.toThrow('data/key')
  await expect(proveKey(db, createVault(ours, 'aes'))).rejects.toThrow('WANGGE_CRYPTO=sm')
  await proveKey(db, createVault(ours, 'sm'))
  const { rows: [kept] } = await db.pool.query<{ sealed: string }>(`select value ->> 'sealed' as sealed from setting where key = 'key'`)
  expect(createVault(ours, 'sm').open(kept?.sealed ?? '')).toBe('wangge')
})
