import type { ReactNode } from 'react'
import type { Part } from '../../modules/people/rules.ts'

/** One thing found: what it is, why it was found, where it is. */
export const FoundLine = ({ name, why, under, tag }: { name: ReactNode; why: ReactNode; under: string; tag?: string | undefined }): ReactNode => (
  <span className="found-line">
    <span className="found-name">{name}{tag ? <span className="tag on">{tag}</span> : null}</span>
    <span className="found-why">{why}</span>
    <span className="found-under">{under}</span>
  </span>
)

/** A text with the part that matched marked: `<Marked text="李桂兰" part={{ from: 1, length: 2 }} strong />`. */
export function Marked({ text, part, strong }: { text: string; part: Part; strong?: boolean }): ReactNode {
  const letters = [...text]
  const [from, to] = [part.from, part.from + part.length]
  const whole = <>{letters.slice(0, from).join('')}<mark>{letters.slice(from, to).join('')}</mark>{letters.slice(to).join('')}</>
  return strong ? <b>{whole}</b> : <span>{whole}</span>
}
