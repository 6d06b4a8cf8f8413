import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'

/** Everything the environment may say; read here and nowhere else. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Where residents' phones reach us; printed into QR codes. */
  readonly publicUrl: string
  readonly dataDir: string
  /** `postgres://…`, or undefined for the embedded engine under `dataDir`. */
  readonly databaseUrl: string | undefined
  /** 32 bytes from which all keys are derived. */
  readonly masterKey: Buffer
  readonly crypto: 'aes' | 'sm'
  readonly idleMinutes: number
  readonly phoneIdleMinutes: number
  /** Make the demo community on first start; without being told so never on PostgreSQL, where real people are. */
  readonly demo: boolean
  /** The area 辖区 a first start without demo makes: its name and division code 区划代码. */
  readonly root?: { readonly name: string | undefined; readonly code: string | undefined }
  readonly logLevel: string
  /** With it `/metrics` is read from anywhere (`Authorization: Bearer …`), without it from this machine only. */
  readonly metricsToken?: string | undefined
  /** Where the built web clients stand. */
  readonly webDir: string
  readonly secureCookies: boolean
  /** Whose word is taken for where a caller comes from, besides this machine's. */
  readonly proxy?: string | undefined
  /** For training and tests on the demo: the clock starts here at each start and runs on. Never on PostgreSQL. */
  readonly startsAt?: number | undefined
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const dataDir = resolve(env.WANGGE_DATA ?? 'data')
  const port = Number(env.PORT ?? 8080)
  const publicUrl = (env.WANGGE_PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/$/, '')
  const crypto = env.WANGGE_CRYPTO ?? 'aes'
  if (crypto !== 'aes' && crypto !== 'sm') {
    throw new Error(`WANGGE_CRYPTO is "${crypto}"; it can be "aes" (AES-256-GCM, HMAC-SHA-256) or "sm" (SM4, HMAC-SM3).`)
  }
  return {
    host: env.HOST ?? '127.0.0.1',
    port,
    publicUrl,
    dataDir,
    databaseUrl: env.DATABASE_URL || undefined,
    masterKey: masterKey(dataDir, env.WANGGE_KEY),
    crypto,
    idleMinutes: Number(env.WANGGE_IDLE_MINUTES ?? 15),
    phoneIdleMinutes: Number(env.WANGGE_PHONE_IDLE_MINUTES ?? 14 * 60),
    demo: (env.WANGGE_DEMO ?? (env.DATABASE_URL ? '0' : '1')) !== '0',
    root: { name: env.WANGGE_ROOT_NAME || undefined, code: env.WANGGE_ROOT_CODE || undefined },
    logLevel: env.LOG_LEVEL ?? 'warn',
    metricsToken: env.WANGGE_METRICS_TOKEN || undefined,
    webDir: resolve(env.WANGGE_WEB ?? 'dist/web'),
    proxy: env.WANGGE_PROXY || undefined,
    secureCookies: publicUrl.startsWith('https:'),
    startsAt: trainingClock(env),
  }
}

function trainingClock(env: NodeJS.ProcessEnv): number | undefined {
  if (!env.WANGGE_NOW) return undefined
  const at = Date.parse(env.WANGGE_NOW)
  if (Number.isNaN(at) || env.DATABASE_URL) throw new Error('WANGGE_NOW is an instant such as 2020-02-26T15:41+08:00, for training on the embedded database only.')
  return at
}

/** The one clock of the program. */
export function clockOf({ startsAt }: Config): () => Date {
  if (startsAt === undefined) return () => new Date()
  const ahead = startsAt - Date.now()
  return () => new Date(Date.now() + ahead)
}

/** The key given, or the one in `data/key`, made on first start. Without it the sealed columns cannot be read. */
function masterKey(dataDir: string, given: string | undefined): Buffer {
  if (given) {
    const key = Buffer.from(given, 'base64')
    if (key.length !== 32) throw new Error('WANGGE_KEY must be 32 bytes in base64 (openssl rand -base64 32).')
    return key
  }
  const file = join(dataDir, 'key')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    // Whole or not at all: where the disk is full, half a key would seal everything.
    writeFileSync(`${file}.part`, randomBytes(32).toString('base64'), { mode: 0o600 })
    renameSync(`${file}.part`, file)
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== 32) throw new Error(`密钥文件 ${file} 不完整,没有它就读不出加密的号码。请从备份恢复这个文件;还没有任何数据时可以删除它再启动。\nThe key file ${file} is not whole; without it the sealed numbers cannot be read. Put it back from your backup; where there are no data yet, delete it and start again.`)
  return key
}
