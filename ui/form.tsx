import { Button } from 'antd'
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useWords } from './words.ts'

interface GuidedProps {
  /** Enter in any field comes here as well. */
  onSubmit: () => void
  /** Faults by field name; the first faulty field is focused whenever they change. */
  faults?: Readonly<Record<string, string>>
  wide?: boolean
  children: ReactNode
}

/** One column, large fields, Enter goes on: `<Guided onSubmit={save} faults={faults}><Field …/>…<FormFoot …/></Guided>`. */
export function Guided({ onSubmit, faults, wide, children }: GuidedProps): ReactNode {
  const t = useWords()
  const form = useRef<HTMLFormElement>(null)
  const count = Object.keys(faults ?? {}).length
  useEffect(() => { if (count > 0) focusFirstFault(form.current) }, [faults, count])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const unread = [...form.current?.querySelectorAll('input') ?? []].find((input) => input.validity.customError)
    if (!unread) return onSubmit()
    // Left, it says what is wrong (ui/when.tsx).
    unread.focus()
    unread.blur()
    unread.focus()
  }
  return (
    <form ref={form} className={wide ? 'guided wide' : 'guided'} onSubmit={submit} noValidate>
      {count > 1 ? <p className="fault-summary" role="alert">{t('ui.form.fix', { n: count })}</p> : null}
      {children}
    </form>
  )
}

function focusFirstFault(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[data-faulty] :is(input, textarea, select, button, [tabindex])')?.focus()
}

interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  fault?: string | undefined
  optional?: boolean
  /** A group of choices is a fieldset with a legend. */
  group?: boolean
  children: ReactNode
}

/** A field with its label above and its fault below: `<Field label="姓名" fault={faults.name}><Input size="large" …/></Field>`. */
export function Field({ label, hint, fault, optional, group, children }: FieldProps): ReactNode {
  const t = useWords()
  const Outer = group ? 'fieldset' : 'label'
  const Label = group ? 'legend' : 'span'
  return (
    <Outer className="field" {...(fault ? { 'data-faulty': '' } : {})}>
      <Label className="label">{label}{optional ? <span className="dim small"> {t('ui.form.optional')}</span> : null}</Label>
      {children}
      {hint ? <span className="hint">{hint}</span> : null}
      {fault ? <span className="fault" role="alert">{fault}</span> : null}
    </Outer>
  )
}

/** Foot of a form: `<FormFoot go="登记" busy={command.isPending} onBack={…} />`. */
export function FormFoot({ go, busy, back, onBack, children }: { go: ReactNode; busy?: boolean; back?: ReactNode; onBack?: () => void; children?: ReactNode }): ReactNode {
  const t = useWords()
  return (
    <div className="form-foot">
      <Button type="primary" size="large" htmlType="submit" loading={busy ?? false}>{go}</Button>
      {onBack ? <Button size="large" onClick={onBack}>{back ?? t('ui.form.back')}</Button> : null}
      {children}
    </div>
  )
}

/**
 * What is being filled in keeps itself until it is dropped: `const [form, set, draft] = useDraft('screening', empty)`;
 * `draft.resumed` after coming back, `draft.drop()` once it is sent.
 */
export function useDraft<T>(name: string, empty: T): [T, (next: T | ((before: T) => T)) => void, { resumed: boolean; drop: () => void }] {
  const key = `wangge.draft.${name}`
  const [value, setValue] = useState<T>(() => readDraft<T>(key) ?? empty)
  const [resumed, setResumed] = useState(() => readDraft<T>(key) !== undefined)
  const set = (next: T | ((before: T) => T)) => setValue((before) => {
    const after = typeof next === 'function' ? (next as (before: T) => T)(before) : next
    try { sessionStorage.setItem(key, JSON.stringify(after)) } catch { /* a full or forbidden store costs only the draft */ }
    return after
  })
  const drop = () => {
    try { sessionStorage.removeItem(key) } catch { /* nothing was kept */ }
    setValue(empty)
    setResumed(false)
  }
  return [value, set, { resumed, drop }]
}

function readDraft<T>(key: string): T | undefined {
  try {
    const kept = sessionStorage.getItem(key)
    return kept === null ? undefined : (JSON.parse(kept) as T)
  } catch {
    return undefined
  }
}

/** Says that a draft was taken up again and offers to start afresh: `<DraftNote draft={draft} />`. */
export function DraftNote({ draft }: { draft: { resumed: boolean; drop: () => void } }): ReactNode {
  const t = useWords()
  const id = useId()
  if (!draft.resumed) return null
  return <p className="muted small" id={id}>{t('ui.form.draft')} · <Button type="link" size="small" onClick={draft.drop}>{t('ui.form.dropDraft')}</Button></p>
}
