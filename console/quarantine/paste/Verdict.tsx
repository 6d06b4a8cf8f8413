import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Said, SheetPerson } from '../../../modules/quarantine/contract.ts'
import { isFault, type Judged } from '../../../modules/quarantine/rules/paste.ts'
import { StateTag, type Tone } from '../../../ui/card.tsx'
import { useFormats, type Formats } from '../../../ui/format.ts'
import { useWords, type Say } from '../../../ui/words.ts'

const toneOf: Record<Judged['state'], Tone> = { good: 'on', left: 'off', blank: 'off', wrong: 'bad' }
/** Said before anything is recorded, loudest first: somebody must see these. */
const LOUD: ReadonlySet<string> = new Set(['fever', 'symptoms'])

interface Props { judged: Judged; onChoose: (episodeId: string) => void; onKeep: (keep: boolean) => void }

/** What becomes of a row: a word, whom it was taken for, and why; where somebody has to decide, the decision as buttons. */
export function Verdict({ judged, onChoose, onKeep }: Props): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { state, person, says, offered } = judged
  return (
    <>
      <StateTag tone={toneOf[state]}>{t(`quarantine.paste.states.${state}`)}</StateTag>
      {person ? <span className="paste-who"> <b>{person.name}</b> <span className="dim">{placeOf(person)}</span></span> : null}
      {says.map((one) => <p key={one.code} className={isFault(one) || LOUD.has(one.code) ? 'bad-ink' : one.code === 'second' || one.code === 'outsideWindow' || one.code === 'same' ? 'soon-ink' : 'dim'}>{sentence(t, f, one)}</p>)}
      {offered.length > 0 ? <Offered people={offered} onChoose={onChoose} /> : null}
      {judged.may === undefined ? null : <Button size="small" onClick={() => onKeep(judged.may === true)}>{t(`quarantine.paste.keep.${keepWord(judged)}`)}</Button>}
    </>
  )
}

const placeOf = ({ roomName, address }: SheetPerson): string => roomName ?? address

/** The button that decides otherwise than the rules do. */
function keepWord({ state, says }: Judged): 'reading' | 'again' | 'leave' | 'take' {
  if (state === 'wrong') return 'reading'
  if (state === 'good') return 'leave'
  return says.some(({ code }) => code === 'same') ? 'again' : 'take'
}

function Offered({ people, onChoose }: { people: readonly SheetPerson[]; onChoose: (episodeId: string) => void }): ReactNode {
  const t = useWords()
  return (
    <span className="paste-offered" role="group" aria-label={t('quarantine.paste.who')}>
      {people.map((person) => (
        <Button key={person.episodeId} size="small" onClick={() => onChoose(person.episodeId)}>
          {person.name} {placeOf(person)}{person.documentMasked ? ` · ${t('quarantine.paste.tail', { tail: person.documentMasked.slice(-4) })}` : ''}
        </Button>
      ))}
    </span>
  )
}

/** A code in words; a row of the same paste is named by its line, a reading of the record by its hour. */
export function sentence(t: Say, f: Formats, { code, params }: Said): string {
  const key = (code === 'same' || code === 'second') && Number(params['line']) > 0 ? `${code}Line` : code
  const window = params['window'] === undefined ? {} : { window: t(`ui.window.${params['window']}`) }
  const day = params['day'] === undefined ? {} : { day: f.day(String(params['day'])) }
  return t(`quarantine.paste.says.${key}`, { ...params, ...window, ...day })
}
