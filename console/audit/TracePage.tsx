import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { auditApi } from '../../modules/audit/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { number } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { Viewers } from './Viewers.tsx'
import './trace.css'

const ways = ['document', 'phone', 'id'] as const

/** 谁看过这个人: from a complaint to the people who looked, without showing the auditor whom they looked at. */
export default function TracePage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [by, setBy] = useState<(typeof ways)[number]>('document')
  const [form, setForm] = useState({ text: '', reason: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const trace = useCommandOf(auditApi.traceAccess, { touches: [] })
  const submit = () => {
    const missing = {
      ...(form.text.trim().length < 4 ? { text: t('ui.form.required') } : {}), ...(form.reason.trim().length < 2 ? { reason: t('ui.form.required') } : {}),
    }
    setFaults(missing)
    if (Object.keys(missing).length === 0) trace.mutate({ by, text: form.text.trim(), reason: form.reason.trim() })
  }
  return (
    <Page title={t('audit.trace.title')} sub={t('audit.trace.sub')}>
      <div className="trace">
        <div className="paper trace-form">
          <Guided onSubmit={submit} faults={faults}>
            <Choices label={t('audit.trace.by')} value={by} onChange={setBy} options={ways.map((value) => ({ value, label: t(`audit.trace.ways.${value}`) }))} />
            <Field label={t(`audit.trace.ways.${by}`)} hint={t('audit.trace.blind')} fault={faults['text']}>
              <Input size="large" autoFocus autoComplete="off" value={form.text} onChange={(event) => setForm({ ...form, text: event.target.value })} />
            </Field>
            <Field label={t('ui.form.reason')} hint={t('audit.trace.reasonHint')} fault={faults['reason']}>
              <Input size="large" value={form.reason} onChange={(event) => setForm({ ...form, reason: event.target.value })} />
            </Field>
            {trace.error ? <p className="why bad" role="alert">{tError(trace.error)}</p> : null}
            <FormFoot go={t('audit.trace.go')} busy={trace.isPending} />
          </Guided>
        </div>
        <section aria-label={t('audit.trace.found')} aria-live="polite">
          {trace.data ? (
            <>
              <p><b>{t('audit.trace.count', { viewers: number(trace.data.viewers.length), events: number(trace.data.events) })}</b>{trace.data.more ? <span className="muted"> {t('audit.trace.more')}</span> : null}
                {trace.data.personIds.map((personId) => <span key={personId} className="small"> · <Link to={'/audit' as never} search={{ subject: personId } as never}>{t('audit.trace.inTrail')}</Link></span>)}</p>
              <Viewers viewers={trace.data.viewers} />
            </>
          ) : <p className="dim">{t('audit.trace.before')}</p>}
        </section>
      </div>
    </Page>
  )
}
