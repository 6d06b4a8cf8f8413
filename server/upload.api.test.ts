import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { rosterApi } from '../modules/roster/contract.ts'
import { aCommunity, testApp, type Caller } from '../testing/world.ts'
import { createFiles } from './files.ts'
import { mounted } from './modules.ts'
import { answer } from './request.ts'
import { receiveUpload } from './upload.ts'

const upload = mounted.find((mount) => mount.name === 'roster.uploadImport')
const sheet = Buffer.from('姓名,身份证号\n李桂兰,\n')

/** An upload whose body is whatever the test lets it be. */
async function send(caller: Caller, areaId: string, body: AsyncIterable<Uint8Array>) {
  const { db, frame } = await testApp()
  if (!upload) throw new Error('no upload endpoint')
  return answer(db, frame, upload, {
    input: { areaId }, commandId: uuidv7(), cookie: caller.credentials.cookie, link: undefined, from: { ip: '', device: '' },
    upload: { filename: '花名册.csv', contentType: 'text/csv', body },
  })
}

test('while a roster comes in over a slow line, everybody else goes on working', async () => {
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  async function* slow(): AsyncIterable<Uint8Array> {
    yield sheet.subarray(0, 10)
    await worker.call(rosterApi.listImports, {})
    yield sheet.subarray(10)
  }
  expect((await send(worker, c.community.id, slow())).output).toMatchObject({ filename: '花名册.csv', bytes: sheet.length })
})

test('not one byte is read from somebody who may not import', async () => {
  const c = await aCommunity()
  let read = 0
  async function* body(): AsyncIterable<Uint8Array> { read += 1; yield sheet }
  await expect(send(await c.as('gatekeeper'), c.community.id, body())).rejects.toMatchObject({ spec: { code: 'frame.wrongPermission' } })
  expect(read).toBe(0)
})

test('nor from anybody without a session, whatever the file says it is', async () => {
  const { app } = await testApp()
  for (const type of ['application/json', 'text/plain', 'text/csv']) {
    let read = 0
    const payload = new Readable({ read() { this.push((read += 1) > 20 ? null : Buffer.alloc(1024 * 1024, '1')) } })
    const response = await app.inject({ method: 'POST', url: `/api${rosterApi.uploadImport.path}?areaId=${uuidv7()}`, payload, headers: { 'content-type': type, 'idempotency-key': uuidv7() } })
    expect([type, response.statusCode, read]).toEqual([type, 401, 0])
  }
})

test('a file that says it is too large is refused at once, with the limit', async () => {
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const { app } = await testApp()
  const response = await app.inject({
    method: 'POST', url: `/api${rosterApi.uploadImport.path}?areaId=${c.community.id}`, payload: sheet,
    headers: { cookie: `wangge_session=${worker.credentials.cookie ?? ''}`, 'idempotency-key': uuidv7(), 'content-type': 'text/csv', 'content-length': String(900 * 1024 * 1024) },
  })
  expect(response.statusCode).toBe(413)
  expect(response.json()).toEqual({ error: { code: 'frame.tooLarge', params: { limitMegabytes: rosterApi.uploadImport.upload?.megabytes } } })
})

test('a file that turns out too large, or breaks off, leaves nothing behind', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'wangge-upload-'))
  const files = createFiles(dir, Buffer.alloc(32, 7))
  async function* megabytes(n: number): AsyncIterable<Uint8Array> { for (let i = 0; i < n; i++) yield Buffer.alloc(1024 * 1024) }
  async function* breaking(): AsyncIterable<Uint8Array> { yield* megabytes(1); throw new Error('aborted') }
  const incoming = { filename: 'a.csv', contentType: 'text/csv' }
  await expect(receiveUpload(files, { ...incoming, body: megabytes(3) }, 2)).rejects.toMatchObject({ spec: { code: 'frame.tooLarge' } })
  await expect(receiveUpload(files, { ...incoming, body: breaking() }, 2)).rejects.toThrow('aborted')
  expect(readdirSync(dir)).toEqual([])
})
