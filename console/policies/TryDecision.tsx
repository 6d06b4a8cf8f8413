import { Input, Switch } from 'antd'
import { useState, type ReactNode } from 'react'
import { policiesApi } from '../../modules/policies/contract.ts'
import { Section, Why } from '../../ui/card.tsx'
import { DivisionPicker } from '../../ui/DivisionPicker.tsx'
import { Failed } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'

/** 试一试: an origin and a day in, the decision and its sentence out; nothing is written. */
export function TryDecision({ policyId }: { policyId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const me = useMe()
  const [form, setForm] = useState<{ originCode?: string; arrivedOn: string; close: boolean }>({ arrivedOn: f.today, close: false })
  const asked = form.originCode !== undefined && me.area !== null
  const result = useQueryOf(policiesApi.tryDecision, {
    policyId, areaId: me.area?.id ?? '', arrivedOn: form.arrivedOn, symptoms: [], ...(form.originCode ? { originCode: form.originCode } : {}),
    ...(form.close ? { contact: 'close' as const, lastExposureOn: form.arrivedOn } : {}),
  }, { enabled: asked, keep: true })
  return (
    <Section title={t('policies.page.tryTitle')}>
      <p className="muted small">{t('policies.page.tryHint')}</p>
      <div className="row" style={{ marginTop: 8, flexWrap: 'wrap' }}>
        <span className="grow" style={{ minWidth: 220 }}><DivisionPicker label={t('policies.page.origin')} value={form.originCode} onChange={(originCode) => setForm((b) => (originCode ? { ...b, originCode } : { arrivedOn: b.arrivedOn, close: b.close }))} /></span>
        <DayInput size="large" style={{ width: 170 }} aria-label={t('policies.page.tryArrived')} value={form.arrivedOn} onChange={(day) => setForm((b) => ({ ...b, arrivedOn: day }))} />
        <label className="row"><Switch checked={form.close} onChange={(close) => setForm((b) => ({ ...b, close }))} /> {t('policies.contacts.close')}</label>
      </div>
      {result.error ? <Failed error={result.error} retry={() => void result.refetch()} /> : null}
      {asked && result.data ? <div style={{ marginTop: 12 }}><Why>{result.data.because[language]}</Why></div> : null}
    </Section>
  )
}
