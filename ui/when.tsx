import { DatePicker, Input, type InputRef } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'
import { addDays, isDay } from '../kernel/dates.ts'
import { typedClock, typedDay } from '../modules/roster/rules/days.ts'
import { useFormats } from './format.ts'
import { useWords } from './words.ts'

interface Props {
  /** Empty where nothing is given, and where what is typed cannot be read. */
  value: string
  onChange: (value: string) => void
  size?: 'large' | 'middle'
  autoFocus?: boolean
  style?: CSSProperties
  'aria-label'?: string
  title?: string
  /** Where there must be one: what cannot be read goes back to what was there. */
  needed?: boolean
  /** No form is sent while it is empty. */
  required?: boolean
  /** Of a list: it stays as it is while what is typed cannot be read. */
  filter?: boolean
}
interface Bounds { min?: string | undefined; max?: string | undefined }

/**
 * A calendar day, `YYYY-MM-DD`, typed as people write it or picked from the calendar; the same in every browser, whatever language that speaks:
 * `<DayInput value={day} onChange={setDay} max={today} />`. Up and down go a day on or back.
 */
export function DayInput({ value, onChange, min = '', max = '', size = 'middle', style, ...rest }: Props & Bounds): ReactNode {
  const t = useWords()
  const { today } = useFormats()
  const [open, setOpen] = useState(false)
  const within = (day: string) => day >= min && (max === '' || day <= max)
  const typed = useTyped(value, onChange, (text) => { const day = typedDay(text); return day !== undefined && within(day) ? day : undefined }, rest)
  const step = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && event.altKey) return setOpen(true)
    const days = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    const next = isDay(value) && days !== 0 ? addDays(value, days) : ''
    if (days !== 0) event.preventDefault()
    if (next !== '' && within(next)) typed.type(next)
  }
  const outside = typedDay(typed.text) === undefined ? '' : min !== '' && max !== '' ? t('ui.form.dayWithin', { min, max }) : min !== '' ? t('ui.form.dayFrom', { min }) : t('ui.form.dayTo', { max })
  const opener = <button type="button" className="calendar-opener" tabIndex={-1} aria-hidden onMouseDown={(event) => event.preventDefault()} onClick={() => setOpen(!open)}><CalendarMark /></button>
  return (
    <span className={rest.filter ? 'when filter' : 'when'} style={style}>
      <Line {...rest} size={size} typed={{ ...typed, type: (text) => { setOpen(false); typed.type(text) } }} placeholder={t('ui.form.day')} suffix={opener} onKeyDown={step} wrong={typed.text.trim() === '' ? t('ui.form.dayMissing') : outside || t('ui.form.dayWrong', { today })} />
      {open ? (
        <span className="calendar-anchor">
          <DatePicker
            open autoFocus inputReadOnly tabIndex={-1} aria-label={t('ui.form.calendar')} size={size} allowClear={false} showNow={false} value={isDay(value) ? dayjs(value) : null} defaultPickerValue={dayjs(isDay(value) ? value : today)} {...(min ? { minDate: dayjs(min) } : {})} {...(max ? { maxDate: dayjs(max) } : {})}
            onOpenChange={setOpen} onChange={(day) => { setOpen(false); if (day) typed.type(day.format('YYYY-MM-DD')) }}
          />
        </span>
      ) : null}
    </span>
  )
}

/** A time of the day, `HH:mm`, typed: `<ClockInput value={from} onChange={setFrom} />`. */
export function ClockInput({ value, onChange, size = 'middle', style, ...rest }: Props): ReactNode {
  const t = useWords()
  const typed = useTyped(value, onChange, typedClock, rest)
  return <span className="when" style={style}><Line {...rest} size={size} typed={typed} placeholder={t('ui.form.clock')} wrong={t(typed.text.trim() === '' ? 'ui.form.clockMissing' : 'ui.form.clockWrong')} /></span>
}

/** Day and time, `YYYY-MM-DDTHH:mm`; empty until both are there, and no form is sent with one of them alone: `<MomentInput value={due} onChange={setDue} />`. */
export function MomentInput({ value, onChange, min, max, style, required = false, ...rest }: Props & Bounds): ReactNode {
  const t = useWords()
  const [parts, setParts] = useState(() => partsOf(value))
  const [told, setTold] = useState(value)
  if (value !== told) {
    setTold(value)
    setParts(partsOf(value))
  }
  const set = (next: Partial<Parts>) => {
    const after = { ...parts, ...next }
    const whole = after.day === '' || after.clock === '' ? '' : `${after.day}T${after.clock}`
    setParts(after)
    setTold(whole)
    if (whole !== value) onChange(whole)
  }
  return (
    <span className="moment" style={style}>
      <DayInput {...rest} required={required || parts.clock !== ''} value={parts.day} min={min?.slice(0, 10)} max={max?.slice(0, 10)} onChange={(day) => set({ day })} />
      <ClockInput size={rest.size ?? 'middle'} needed={rest.needed ?? false} required={required || parts.day !== ''} aria-label={`${rest['aria-label'] ?? ''} ${t('ui.form.clock')}`.trim()} value={parts.clock} onChange={(clock) => set({ clock })} />
    </span>
  )
}
interface Parts { day: string; clock: string }
const partsOf = (value: string): Parts => ({ day: value.slice(0, 10), clock: value.slice(11, 16) })

interface Typed { text: string; /** Cannot be read, also while it is typed. */ unread: boolean; /** The same, once the field was left. */ wrong: boolean; type: (text: string) => void; leave: () => void }
/** What is typed stays as it stands there; what it means goes out as soon as it can be read, and nothing goes out where it cannot. */
function useTyped(value: string, onChange: (value: string) => void, read: (text: string) => string | undefined, { needed = false, required = false, filter = false }: Pick<Props, 'needed' | 'required' | 'filter'>): Typed {
  const [text, setText] = useState(value)
  const [told, setTold] = useState(value)
  const [left, setLeft] = useState(false)
  if (value !== told) {
    // From outside: another person is shown, a draft was dropped.
    setTold(value)
    setText(value)
  }
  const send = (next: string) => {
    if (next === value) return
    setTold(next)
    onChange(next)
  }
  const unread = text.trim() === '' ? required && !needed : read(text) === undefined
  return {
    text, unread, wrong: left && unread,
    type(next) {
      setText(next)
      setLeft(false)
      const meant = next.trim() === '' ? '' : read(next)
      if (needed ? meant : meant !== undefined || !filter) send(meant ?? '')
    },
    leave: () => {
      setLeft(true)
      setText(read(text) ?? (needed ? value : text))
    },
  }
}

interface LineProps { typed: Typed; wrong: string; placeholder: string; size: 'large' | 'middle'; suffix?: ReactNode; onKeyDown?: (event: KeyboardEvent) => void; autoFocus?: boolean; 'aria-label'?: string; title?: string; needed?: boolean; required?: boolean; filter?: boolean }
function Line({ typed, wrong, needed: _needed, required: _required, filter: _filter, ...rest }: LineProps): ReactNode {
  const line = useRef<InputRef>(null)
  // No form is sent with what cannot be read (`Guided`).
  useEffect(() => line.current?.input?.setCustomValidity(typed.unread ? wrong : ''), [typed.unread, wrong])
  return (
    <>
      <Input {...rest} ref={line} autoComplete="off" maxLength={20} value={typed.text} {...(typed.wrong ? { status: 'error' as const, 'aria-invalid': true } : {})} onChange={(event) => typed.type(event.target.value)} onBlur={typed.leave} />
      {typed.wrong ? <span className="fault" role="alert">{wrong}</span> : null}
    </>
  )
}

const CalendarMark = (): ReactNode => (
  <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.3"><rect x="2" y="3" width="12" height="11" rx="1.5" /><path d="M2 6.5h12M5 1.5v3M11 1.5v3" /></svg>
)
