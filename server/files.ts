import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from '../kernel/ctx.ts'

const FRAME = 256 * 1024
const OVERHEAD = 12 + 16

/** Files on disk, sealed in frames of 256 kB (length, nonce, AES-256-GCM, tag), so that a file of any size needs no memory. */
export function createFiles(dir: string, masterKey: Buffer): Files {
  const key = Buffer.from(hkdfSync('sha256', masterKey, 'wangge', 'files', 32))
  const pathOf = (fileId: string) => {
    if (!/^[0-9a-f-]{36}$/.test(fileId)) throw new Error('a file id is a UUID')
    return join(dir, fileId)
  }
  return {
    async save(fileId, body) {
      await mkdir(dir, { recursive: true })
      const temporary = `${pathOf(fileId)}.part`
      const file = await open(temporary, 'w', 0o600)
      let bytes = 0
      try {
        for await (const frame of framesOf(body)) {
          bytes += frame.length
          await file.appendFile(sealFrame(key, frame))
        }
        await file.sync()
      } catch (error) {
        await file.close()
        await rm(temporary, { force: true })
        throw error
      }
      await file.close()
      await rename(temporary, pathOf(fileId))
      return bytes
    },
    async *read(fileId) {
      let rest = Buffer.alloc(0)
      for await (const chunk of createReadStream(pathOf(fileId), { highWaterMark: FRAME })) {
        rest = Buffer.concat([rest, chunk as Buffer])
        while (rest.length >= 4 && rest.length >= 4 + rest.readUInt32BE(0)) {
          const length = rest.readUInt32BE(0)
          yield openFrame(key, rest.subarray(4, 4 + length))
          rest = rest.subarray(4 + length)
        }
      }
      if (rest.length > 0) throw new Error('the stored file ends in the middle of a frame')
    },
    remove: (fileId) => rm(pathOf(fileId), { force: true }),
  }
}

async function* framesOf(body: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  let parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    parts.push(chunk)
    size += chunk.length
    if (size >= FRAME) {
      yield Buffer.concat(parts)
      parts = []
      size = 0
    }
  }
  if (size > 0) yield Buffer.concat(parts)
}

function sealFrame(key: Buffer, clear: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(clear), cipher.final()])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length + OVERHEAD)
  return Buffer.concat([length, nonce, body, cipher.getAuthTag()])
}

function openFrame(key: Buffer, frame: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, frame.subarray(0, 12))
  cipher.setAuthTag(frame.subarray(-16))
  return Buffer.concat([cipher.update(frame.subarray(12, -16)), cipher.final()])
}
