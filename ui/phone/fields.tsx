import { useId, type ReactNode } from 'react'
import { useWords } from '../words.ts'

export { Choices as Choice, ManyChoices as ManyChoice, TemperatureInput } from '../choices.tsx'

interface FieldProps { label: ReactNode; hint?: ReactNode; fault?: string | undefined; optional?: boolean; group?: boolean; children: ReactNode }

/** Label above, fault below; `group` for choices: `<PhoneField label="体温" fault={faults.temperature}>…</PhoneField>`. */
export function PhoneField({ label, hint, fault, optional, group, children }: FieldProps): ReactNode {
  const t = useWords()
  const Outer = group ? 'fieldset' : 'label'
  const Label = group ? 'legend' : 'span'
  return (
    <Outer className="field" {...(fault ? { 'data-faulty': '' } : {})}>
      <Label className="label">{label}{optional ? <span className="dim"> {t('ui.form.optional')}</span> : null}</Label>
      {children}
      {hint ? <span className="hint">{hint}</span> : null}
      {fault ? <span className="fault" role="alert">{fault}</span> : null}
    </Outer>
  )
}

interface LineProps {
  label: ReactNode
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  fault?: string | undefined
  optional?: boolean
  autoComplete?: string
  /** Which keyboard the phone shows. */
  keyboard?: 'text' | 'numeric' | 'tel' | 'decimal'
  maxLength?: number
}

/** One line of text: `<TextField label="姓名" value={name} onChange={setName} autoComplete="name" />`. */
export const TextField = ({ keyboard = 'text', ...props }: LineProps): ReactNode => <Line {...props} keyboard={keyboard} />

/** Digits with the number keyboard, kept as text so that leading zeros stay: `<NumberField label="手机号" value={phone} onChange={setPhone} maxLength={11} />`. */
export const NumberField = ({ onChange, ...props }: LineProps): ReactNode => (
  <Line keyboard="numeric" {...props} onChange={(typed) => onChange(typed.replace(/[^\dXx.]/g, ''))} />
)

/** A calendar day with the phone's own picker, shown as everywhere in the house whatever language the phone speaks: `<DayField label="到达日期" value={day} onChange={setDay} max={today} />`. */
export function DayField({ label, value, onChange, hint, fault, optional, min, max }: Omit<LineProps, 'keyboard' | 'maxLength'> & { min?: string; max?: string }): ReactNode {
  const t = useWords()
  return (
    <PhoneField label={label} hint={hint} fault={fault} optional={optional ?? false}>
      <span className="day-line">
        <input className="line" type="date" value={value} min={min} max={max} onChange={(event) => onChange(event.target.value)} />
        <span className={value ? 'shown' : 'shown dim'} aria-hidden>{value || t('ui.form.day')}</span>
      </span>
    </PhoneField>
  )
}

function Line({ label, value, onChange, hint, fault, optional, autoComplete, keyboard, maxLength }: LineProps): ReactNode {
  const id = useId()
  return (
    <PhoneField label={label} hint={hint} fault={fault} optional={optional ?? false}>
      <input className="line" id={id} value={value} inputMode={keyboard} autoComplete={autoComplete ?? 'off'} maxLength={maxLength} aria-invalid={fault !== undefined}
        onChange={(event) => onChange(event.target.value)} />
    </PhoneField>
  )
}
