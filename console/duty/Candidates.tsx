import { Input } from 'antd'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { dutyApi, type DutyRole } from '../../modules/duty/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'

interface Props { areaId: string; dutyRole: DutyRole; value: string | undefined; onChange: (accountId: string) => void; except?: string | undefined }
const SHOWN = 6

/** The least loaded first; by name, pinyin or initials: `lym`. */
export function Candidates({ areaId, dutyRole, value, onChange, except }: Props): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed)
  const found = useQueryOf(dutyApi.dutyCandidates, { areaId, dutyRole, ...(text.trim() ? { text } : {}), ...(except ? { except: [except] } : {}) }, { keep: true })
  const items = found.data?.items ?? []
  const shown = items.filter((one, i) => i < SHOWN || one.accountId === value)
  return (
    <div className="duty-candidates">
      <Input size="large" aria-label={t('duty.form.search')} placeholder={t('duty.form.search')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <div role="radiogroup" aria-label={t('duty.form.account')}>
        {shown.map((one) => (
          <button key={one.accountId} type="button" role="radio" className="choice" aria-checked={one.accountId === value} onClick={() => onChange(one.accountId)}>
            <b>{one.name}</b> {t(`accounts.roles.${one.role}`)}
            <small>{one.areaName} · {one.areas > 0 ? t('duty.form.load', { households: f.number(one.households) }) : t('duty.form.free')}</small>
          </button>
        ))}
      </div>
      {found.data && items.length === 0 ? <p className="dim">{t('duty.form.nobody')}</p> : null}
    </div>
  )
}
