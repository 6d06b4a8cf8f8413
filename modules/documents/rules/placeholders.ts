import type { Contents, Placeholder, TemplateProblem } from '../contract.ts'

/** A tag as it stands in an uploaded template. */
export interface FoundTag { name: string; opens?: boolean; closes?: boolean }

export interface Listed { name: string; written: string; about: { zh: string; en: string }; example: string; required: boolean; within: string | null }

/** All placeholders of a kind as the page lists them; Excel has no marks around its repeated row. */
export function listed(placeholders: readonly Placeholder[], format: 'docx' | 'xlsx', within: string | null = null): Listed[] {
  return placeholders.flatMap((one): Listed[] => [
    { name: one.name, written: one.rows ? (format === 'docx' ? `{#${one.name}}…{/${one.name}}` : '') : `{${one.name}}`, about: one.about, example: typeof one.example === 'string' ? one.example : '', required: one.required === true, within },
    ...(one.rows ? listed(one.rows, format, one.name) : []),
  ]).filter((one) => one.written !== '')
}

/** An invented person, for samples: nothing of anybody who is registered. */
export const sampleContents = (placeholders: readonly Placeholder[]): Contents => Object.fromEntries(placeholders.map((one) => [one.name, one.example]))

const namesOf = (placeholders: readonly Placeholder[]): string[] => placeholders.flatMap((one) => [one.name, ...(one.rows ? namesOf(one.rows) : [])])

/** Unknown names with the nearest that is meant, required ones that are missing; each name once. */
export function problemsOf(tags: readonly FoundTag[], placeholders: readonly Placeholder[], format: 'docx' | 'xlsx'): TemplateProblem[] {
  const known = namesOf(placeholders)
  const found = [...new Set(tags.map((tag) => tag.name))]
  const unknown = found.filter((name) => !known.includes(name)).map((name): TemplateProblem => {
    const near = nearest(name, known)
    return near === undefined ? { id: 'unknown', params: { name } } : { id: 'unknownNear', params: { name, near } }
  })
  return [...unknown, ...missing(found, placeholders, format)]
}

/** A repeated part needs its required row fields; in Excel it is there when any of its fields is. */
function missing(found: readonly string[], placeholders: readonly Placeholder[], format: 'docx' | 'xlsx'): TemplateProblem[] {
  return placeholders.flatMap((one): TemplateProblem[] => {
    if (!one.rows) return one.required && !found.includes(one.name) ? [{ id: 'missing', params: { name: one.name } }] : []
    const there = format === 'docx' ? found.includes(one.name) : one.rows.some((row) => found.includes(row.name))
    if (!there) return one.required ? [format === 'docx' ? { id: 'missing', params: { name: `#${one.name}` } } : { id: 'noRepeatedRow', params: {} }] : []
    return missing(found, one.rows, format)
  })
}

/** The known name fewest changes away, when most of it is right. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known.map((one) => ({ one, away: distance(name, one) })).sort((a, b) => a.away - b.away)
  return best && best.away <= Math.max(1, Math.floor(name.length / 2)) ? best.one : undefined
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
