import sql from 'sql-template-tag'
import { wholeTerritory, type Vault } from '../kernel/ctx.ts'
import { transact, type Database } from './db.ts'

const WORD = 'wangge'

/**
 * The data keep a word sealed at the first start; those older than that are proved by somebody's number. With another key, or another cipher, nobody
 * would be found by their number any more, and new rows would be sealed by what nothing else here is.
 */
export async function proveKey(db: Database, vault: Vault): Promise<void> {
  const own = vault.seal(WORD)
  await transact(db, wholeTerritory, async ({ sql: q }) => {
    const { sealed } = await q.get<{ sealed: string }>(sql`
      select coalesce((select value ->> 'sealed' from setting where key = 'key'),
                      (select document_sealed from person where document_sealed is not null limit 1), ${own}) as sealed`)
    prove(vault, sealed, suiteOf(own))
    await q.run(sql`insert into setting (key, value) values ('key', jsonb_build_object('sealed', ${own}::text)) on conflict (key) do nothing`)
  })
}

function prove(vault: Vault, sealed: string, suite: string): void {
  try {
    vault.open(sealed)
  } catch {
    throw new Error('密钥和数据对不上:这些数据是用另一把密钥加密的。请从备份找回原来的 data/key(或原来的 WANGGE_KEY),放回原处再启动;数据没有改动。\n' +
      'The key does not fit the data: they were sealed with another one. Put the former data/key (or WANGGE_KEY) back from your backup and start again; the data were not touched.')
  }
  if (suiteOf(sealed) !== suite) {
    throw new Error(`加密方式和数据对不上。请用 WANGGE_CRYPTO=${suiteOf(sealed)} 启动;数据没有改动。\n` +
      `The cipher does not fit the data. Start with WANGGE_CRYPTO=${suiteOf(sealed)}; the data were not touched.`)
  }
}

/** The first letter of a sealed text names the suite. */
const suiteOf = (sealed: string): string => (sealed.startsWith('a.') ? 'aes' : 'sm')
