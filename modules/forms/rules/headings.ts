import { headingKey } from '../../sheets/rules.ts'
import type { FormKind, Way } from '../contract.ts'
import { books, elementOf } from './elements.ts'

/** 是否独居, 有无残疾, 是否为在管人员, 独居(是/否): the same thing asked with yes and no. */
const ASKED = /^(是否有|是否为|是否属于|是否是|是否在|是否患有|是否|有无|是不是)/
/** Below these stand name and telephone of somebody else than the person of the row. */
const OTHERS = /监护|联系人|子女|配偶|父母|家属|赡养|志愿|医生|干部|楼长|楼栋长|房东|党员|包保|网格|责任|户主|照护|照料/
const TAIL = /(人员|情况|对象)$/

/** What a heading means: by itself, under the heading above it (户主 over 姓名), or as a question with yes and no. */
export function elementFor(kind: FormKind, heading: string, above = ''): string | null {
  const known = books[kind]
  const own = headingKey(heading)
  const over = headingKey(above)
  const keys = own === '' ? [over] : over === '' ? [own] : [over + own, ...(OTHERS.test(over) ? [] : [own])]
  for (const key of keys) {
    const found = key === '' ? undefined : known.get(key)
    if (found !== undefined) return found
  }
  for (const key of keys) {
    const asked = key.replace(ASKED, '')
    for (const bare of asked === key ? [key.replace(TAIL, '')] : [asked, asked.replace(TAIL, ''), asked.replace(/^在/, ''), asked.replace(/(老人|老年人|人|患者)$/, '')]) {
      const found = known.get(bare)
      if (found === undefined || bare === '') continue
      if (asked !== key && !isYesNo(kind, found)) continue
      return found
    }
  }
  return null
}
const isYesNo = (kind: FormKind, id: string): boolean => elementOf(kind, id)?.ways?.includes('yesNo') === true

/** How such a column is written, by what its heading and what stands in it already look like; the first of its ways otherwise. */
export function wayFor(kind: FormKind, id: string | null, heading: string, samples: readonly string[]): Way | null {
  const ways = elementOf(kind, id)?.ways
  if (!ways) return null
  const text = heading.normalize('NFKC').replace(/\s/g, '')
  const seen = (pattern: RegExp) => pattern.test(text) || samples.some((sample) => pattern.test(sample))
  const likely: Way | undefined = ways.includes('yesNo')
    ? seen(/[√✓]|打勾|打钩/) ? 'tick' : samples.some((sample) => /^(是|否)$/.test(sample)) || /[((]是[/、或]?否[))]/.test(heading) ? 'yesNo' : undefined
    : ways.includes('dash') ? (samples.some((sample) => /\d年\d/.test(sample)) ? 'han' : samples.some((sample) => /^\d{4}\.\d{1,2}\.\d/.test(sample)) ? 'dots' : /出生年月$/.test(text.replace(/\([^()]*\)/g, '')) || samples.some((sample) => /^\d{4}\.\d{1,2}$/.test(sample)) ? 'month' : undefined) : undefined
  return likely ?? ways[0] ?? null
}
