import { isPhone, normalName } from '../../people/rules.ts'
import type { LineFault } from '../contract.ts'

export interface EnteredLine { line: number; name: string; unit: string; phone: string }
export interface LeftLine { line: number; text: string; fault: LineFault }

/** A number before the name, as lists have it: 1、 2. (3) */
const NUMBERED = /^\s*[((]?\d{1,3}[))、..]\s*/
const NAME = /^\p{Script=Han}{2,4}(·\p{Script=Han}{1,8})?$/u
/** 姓名、单位、电话 of one a line, in whatever order and with whatever between them; the first that looks like a name is one. */
export function readLines(text: string, unit: string): { entered: EnteredLine[]; left: LeftLine[] } {
  const entered: EnteredLine[] = []
  const left: LeftLine[] = []
  for (const [i, whole] of text.split(/\r?\n/).entries()) {
    if (whole.trim() === '') continue
    const line = i + 1
    const parts = whole.replace(NUMBERED, '').split(/[\s,,、;;|::]+/).filter(Boolean)
    const phone = parts.find(isPhone)
    const name = parts.find((part) => part !== phone && NAME.test(part))
    const rest = parts.filter((part) => part !== phone && part !== name && !/^\d{1,3}$/.test(part)).join('') || unit
    const fault: LineFault | undefined = !name ? 'noName' : !phone ? 'noPhone' : !rest ? 'noUnit' : undefined
    if (fault || !name || !phone) left.push({ line, text: whole.trim().slice(0, 80), fault: fault ?? 'noName' })
    else entered.push({ line, name: normalName(name), unit: rest.slice(0, 60), phone })
  }
  return { entered, left }
}
