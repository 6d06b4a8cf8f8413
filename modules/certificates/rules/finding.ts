import type { CertificateItem, ItemInForce } from '../contract.ts'
import { notIssuedItems, shippedItems } from '../data.ts'

export interface Findable { code: string; name: string; said: readonly string[]; keys?: readonly string[] }

const plain = (text: string): string => text.toLowerCase().replace(/[\s,。、,.!?!?“”"'()()]/g, '')

/**
 * 居民怎么说: the items meant, the likeliest first. Typed letters are pinyin or initials; a few characters are part of a name;
 * a whole sentence counts by the longest thing in it that people call an item.
 */
export function findItems<T extends Findable>(all: readonly T[], text: string): T[] {
  const wanted = plain(text)
  if (wanted === '') return []
  const scored = all.map((item, i) => ({ item, i, score: scoreOf(item, wanted) })).filter(({ score }) => score > 0)
  return scored.sort((a, b) => b.score - a.score || a.i - b.i).map(({ item }) => item)
}

const WHOLE_NAME = 100
const NAME_PART = 50
const PINYIN = 40
function scoreOf({ name, said, keys }: Findable, wanted: string): number {
  const called = [plain(name).replace(/证明$/, ''), ...said.map(plain)]
  if (plain(name) === wanted || called[0] === wanted) return WHOLE_NAME
  if (/^[a-z]+$/.test(wanted)) return (keys ?? []).some((key) => key.startsWith(wanted)) ? PINYIN : 0
  const within = Math.max(0, ...called.filter((one) => one.length >= 2 && wanted.includes(one)).map((one) => one.length))
  const part = wanted.length >= 2 ? Math.max(plain(name).includes(wanted) ? NAME_PART : 0, called.some((one) => one.includes(wanted)) ? NAME_PART / 2 : 0) : plain(name).startsWith(wanted) ? 1 : 0
  return Math.max(within, part)
}

export const notIssuedBy = (code: string) => notIssuedItems.find((item) => item.code === code)

/** A version as an office above put it in force. */
export interface SavedItem { id: string; code: string; version: number; document: Omit<CertificateItem, 'example'>; stopped: boolean; officeName: string; savedAt: string; saverName: string | null }

/** 现行清单: what is shipped, with what the offices above say in its place, the nearest last; what is stopped is kept in view but issued to nobody. */
export function itemsInForce(saved: readonly SavedItem[]): ItemInForce[] {
  const found = new Map(shippedItems.map((item): [string, ItemInForce] => [item.code, { ...item, itemId: null, version: 0, stopped: false, officeName: null, savedAt: null, saverName: null }]))
  for (const { id, code, version, document, stopped, officeName, savedAt, saverName } of saved) found.set(code, { ...document, code, example: false, itemId: id, version, stopped, officeName, savedAt, saverName })
  return [...found.values()]
}
