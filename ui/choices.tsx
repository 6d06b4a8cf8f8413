import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { readDegrees } from '../modules/quarantine/rules/degrees.ts'
import { useWords } from './words.ts'

export interface ChoiceOption<V extends string> { value: V; label: ReactNode; hint?: ReactNode }

interface OneProps<V extends string> {
  options: readonly ChoiceOption<V>[]
  /** Undefined until somebody answers: nothing is pre-selected that a person must say. */
  value: V | undefined
  onChange: (value: V) => void
  label: string
}

/** Up to five answers side by side, one of them: `<Choices label="从哪来" options={origins} value={origin} onChange={setOrigin} />`. */
export function Choices<V extends string>({ options, value, onChange, label }: OneProps<V>): ReactNode {
  const group = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent, index: number) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = (index + step + options.length) % options.length
    const next = options[at]
    if (!next) return
    onChange(next.value)
    group.current?.querySelectorAll('button')[at]?.focus()
  }
  return (
    <div className="choices" role="radiogroup" aria-label={label} ref={group}>
      {options.map((option, i) => (
        <button
          key={option.value} type="button" role="radio" className="choice" aria-checked={option.value === value}
          tabIndex={option.value === value || (value === undefined && i === 0) ? 0 : -1}
          onClick={() => onChange(option.value)} onKeyDown={(event) => walk(event, i)}
        >
          {option.label}{option.hint ? <small>{option.hint}</small> : null}
        </button>
      ))}
    </div>
  )
}

interface ManyProps<V extends string> {
  options: readonly ChoiceOption<V>[]
  value: readonly V[] | undefined
  onChange: (value: V[]) => void
  label: string
  /** An answer that excludes the others: 「没有」, given as an empty list. */
  none?: ReactNode
}

/** Several answers, with an explicit 「没有」: `<ManyChoices label="症状" none="没有" options={symptoms} value={…} onChange={…} />`. */
export function ManyChoices<V extends string>({ options, value, onChange, label, none }: ManyProps<V>): ReactNode {
  const toggle = (one: V) => onChange(value?.includes(one) ? value.filter((v) => v !== one) : [...(value ?? []), one])
  return (
    <div className="choices" role="group" aria-label={label}>
      {none ? <button type="button" className="choice" aria-pressed={value?.length === 0} onClick={() => onChange([])}>{none}</button> : null}
      {options.map((option) => (
        <button key={option.value} type="button" className="choice" aria-pressed={value?.includes(option.value) ?? false} onClick={() => toggle(option.value)}>
          {option.label}{option.hint ? <small>{option.hint}</small> : null}
        </button>
      ))}
    </div>
  )
}

/** A reading as it is on the thermometer; never a default: `<TemperatureInput value={t} onChange={setT} />`. `365` is read as 36.5. */
export function TemperatureInput({ value, onChange, label, faulty, autoFocus }: {
  value: number | undefined
  onChange: (value: number | undefined) => void
  label?: string
  faulty?: boolean
  autoFocus?: boolean
}): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState(value === undefined ? '' : value.toFixed(1))
  const [last, setLast] = useState(value)
  if (value !== last) {
    // Emptied or replaced from outside (next person): show that, not what was typed before.
    setLast(value)
    if (value !== readDegrees(typed)) setTyped(value === undefined ? '' : value.toFixed(1))
  }
  const type = (text: string) => {
    setTyped(text)
    const read = readDegrees(text)
    setLast(read)
    onChange(read)
  }
  return (
    <span className={faulty ? 'temperature faulty' : 'temperature'}>
      <input
        inputMode="decimal" autoComplete="off" placeholder="__._" maxLength={5} aria-label={label ?? t('ui.form.temperature')} aria-invalid={faulty ?? false}
        value={typed} onChange={(event) => type(event.target.value.replace(/\p{L}/gu, ''))} onBlur={() => { if (value !== undefined) setTyped(value.toFixed(1)) }} autoFocus={autoFocus ?? false}
      />
      <span className="dim">℃</span>
    </span>
  )
}
