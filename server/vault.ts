import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomFillSync, timingSafeEqual } from 'node:crypto'
import type { Vault } from '../kernel/ctx.ts'

/**
 * Two suites behind one interface: AES-256-GCM with HMAC-SHA-256, or the national SM4-CTR with HMAC-SM3
 * (encrypt-then-MAC, since OpenSSL has no SM4-GCM). What one suite sealed the other program setting still opens:
 * the first letter of the sealed text names the suite.
 */
export type CryptoSuite = 'aes' | 'sm'

export function createVault(masterKey: Buffer, suite: CryptoSuite): Vault {
  const key = (label: string, bytes: number) => Buffer.from(hkdfSync('sha256', masterKey, 'wangge', label, bytes))
  const aesKey = key('aes-256-gcm', 32)
  const smKey = key('sm4-ctr', 16)
  const macKey = key('sm4-mac', 32)
  const indexKey = key('blind-index', 32)
  const digest = suite === 'aes' ? 'sha256' : 'sm3'
  const nonces = noncePool()

  const sealAes = (clear: string): string => {
    const nonce = nonces(12)
    const cipher = createCipheriv('aes-256-gcm', aesKey, nonce)
    const body = cipher.update(clear, 'utf8')
    return `a.${Buffer.concat([nonce, body, cipher.final(), cipher.getAuthTag()]).toString('base64url')}`
  }
  const openAes = (bytes: Buffer): string => {
    const cipher = createDecipheriv('aes-256-gcm', aesKey, bytes.subarray(0, 12))
    cipher.setAuthTag(bytes.subarray(-16))
    return cipher.update(bytes.subarray(12, -16), undefined, 'utf8') + cipher.final('utf8')
  }
  const macOf = (bytes: Buffer) => createHmac('sm3', macKey).update(bytes).digest()
  const sealSm = (clear: string): string => {
    const nonce = nonces(16)
    const cipher = createCipheriv('sm4-ctr', smKey, nonce)
    const body = Buffer.concat([nonce, cipher.update(clear, 'utf8'), cipher.final()])
    return `s.${Buffer.concat([body, macOf(body)]).toString('base64url')}`
  }
  const openSm = (bytes: Buffer): string => {
    const body = bytes.subarray(0, -32)
    if (!timingSafeEqual(macOf(body), bytes.subarray(-32))) throw new Error('sealed text was changed')
    const cipher = createDecipheriv('sm4-ctr', smKey, body.subarray(0, 16))
    return cipher.update(body.subarray(16), undefined, 'utf8') + cipher.final('utf8')
  }
  return {
    seal: suite === 'aes' ? sealAes : sealSm,
    open(sealed) {
      const bytes = Buffer.from(sealed.slice(2), 'base64url')
      return sealed.startsWith('a.') ? openAes(bytes) : openSm(bytes)
    },
    index: (kind, clear) =>
      createHmac(digest, indexKey).update(`${kind}:${clear}`).digest('base64url').slice(0, 32),
  }
}

/** Random bytes drawn 8 kB at a time: one call to the system per 600 nonces. */
function noncePool(): (bytes: number) => Buffer {
  const pool = Buffer.alloc(8192)
  let used = pool.length
  return (bytes) => {
    if (used + bytes > pool.length) {
      randomFillSync(pool)
      used = 0
    }
    const nonce = Buffer.from(pool.subarray(used, used + bytes))
    used += bytes
    return nonce
  }
}
