import { DatePicker, TimePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import type { CSSProperties, ReactNode } from 'react'
import { useFormats } from './format.ts'
import { useWords } from './words.ts'

/** As people write a day, a clock, both; the first is how it is shown. Always the same, whatever language the browser has. */
const DAYS = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日', 'YYYYMMDD']
const CLOCKS = ['HH:mm', 'H:mm', 'HHmm']
const MOMENTS = DAYS.flatMap((day) => CLOCKS.map((clock) => `${day} ${clock}`))

interface Props {
  /** Empty where nothing is given. */
  value: string
  onChange: (value: string) => void
  size?: 'large' | 'middle'
  autoFocus?: boolean
  style?: CSSProperties
  'aria-label'?: string
  title?: string
  /** Where there must be one: what is there can be changed but not taken out. */
  needed?: boolean
}
interface Bounds { min?: string | undefined; max?: string | undefined }

const common = ({ needed = false, ...rest }: Omit<Props, 'value' | 'onChange'>) => ({ ...rest, allowClear: !needed, showNow: false })
const textOf = (value: dayjs.Dayjs | dayjs.Dayjs[] | null, format: string): string => (value && !Array.isArray(value) ? value.format(format) : '')
const valueOf = (text: string, format?: string) => (text === '' ? null : dayjs(text, format))
const boundsOf = ({ min, max }: Bounds) => ({ ...(min ? { minDate: dayjs(min) } : {}), ...(max ? { maxDate: dayjs(max) } : {}) })

/** A calendar day, `YYYY-MM-DD`, typed or picked: `<DayInput value={day} onChange={setDay} max={today} />`. */
export function DayInput({ value, onChange, min, max, ...rest }: Props & Bounds): ReactNode {
  const t = useWords()
  const { today } = useFormats()
  return (
    <DatePicker {...common(rest)} {...boundsOf({ min, max })} value={valueOf(value)} format={DAYS} placeholder={t('ui.form.day')} defaultPickerValue={dayjs(today)} onChange={(day) => onChange(textOf(day, 'YYYY-MM-DD'))} />
  )
}

/** A time of the day, `HH:mm`: `<ClockInput value={from} onChange={setFrom} />`. */
export function ClockInput({ value, onChange, ...rest }: Props): ReactNode {
  const t = useWords()
  return <TimePicker {...common(rest)} value={valueOf(value, 'HH:mm')} format={CLOCKS} placeholder={t('ui.form.clock')} minuteStep={5} needConfirm={false} onChange={(clock) => onChange(textOf(clock, 'HH:mm'))} />
}

/** Day and time, `YYYY-MM-DDTHH:mm`: `<MomentInput value={due} onChange={setDue} />`. */
export function MomentInput({ value, onChange, min, max, ...rest }: Props & Bounds): ReactNode {
  const t = useWords()
  const { today } = useFormats()
  return (
    <DatePicker
      {...common(rest)} {...boundsOf({ min, max })} value={valueOf(value)} format={MOMENTS} placeholder={t('ui.form.moment')} showTime={{ format: 'HH:mm', minuteStep: 5 }} needConfirm={false} defaultPickerValue={dayjs(today)}
      onChange={(moment) => onChange(textOf(moment, 'YYYY-MM-DDTHH:mm'))}
    />
  )
}
