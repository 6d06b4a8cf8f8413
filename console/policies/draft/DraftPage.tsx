import { Button, Input } from 'antd'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { dayOf, instantAt } from '../../../kernel/dates.ts'
import { policiesApi, type PolicyDocument, type PolicyEdition, type ShippedPolicy } from '../../../modules/policies/contract.ts'
import { useAddress } from '../../../ui/address.ts'
import { AreaPicker } from '../../../ui/AreaPicker.tsx'
import { Section } from '../../../ui/card.tsx'
import { Failed, Skeleton } from '../../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../../ui/form.tsx'
import { Page } from '../../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../../ui/queries.ts'
import { say } from '../../../ui/undo.tsx'
import { DayInput } from '../../../ui/when.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { useMe } from '../../me.ts'
import { ExitRules } from './ExitRules.tsx'
import { OriginClasses } from './OriginClasses.tsx'
import { PassageSection } from './PassageSection.tsx'
import { ReleaseTerms } from './ReleaseTerms.tsx'
import { ResumptionRules } from './ResumptionRules.tsx'
import { RiskAreas } from './RiskAreas.tsx'
import { Rules } from './Rules.tsx'
import { Settings } from './Settings.tsx'
import './draft.css'

/** 起草方案: a new edition begins as a copy of one that is there, or of one that came with the program, so that only what changes is written. */
export default function DraftPage(): ReactNode {
  const t = useWords()
  const [at] = useAddress()
  const former = useQueryOf(policiesApi.getPolicy, { policyId: at['from'] ?? '' }, { enabled: at['from'] !== undefined })
  const shipped = useQueryOf(policiesApi.listShipped, {}, { enabled: at['shipped'] !== undefined })
  // Without one to begin with there is nothing to change: one is chosen there.
  if (at['from'] === undefined && at['shipped'] === undefined) return <Navigate to={'/policies' as never} replace />
  const query = at['from'] === undefined ? shipped : former
  if (query.error) return <Page title={t('policies.draft.title')}><Failed error={query.error} retry={() => void query.refetch()} /></Page>
  const base: Base | undefined = former.data ?? shipped.data?.items.find(({ key }) => key === at['shipped'])
  if (!base) return <Page title={t('policies.draft.title')}><Skeleton rows={8} /></Page>
  return <Form key={`${at['from'] ?? ''}${at['shipped'] ?? ''}`} base={base} />
}

/** An edition of the own register, or a shipped one that has no id, state or dates yet. */
type Base = ShippedPolicy | (PolicyEdition & { scopeName: string })

interface Head { titleZh: string; titleEn: string; orderNo: string; issuer: string; scopeAreaId: string | undefined; from: string; to: string }

function Form({ base }: { base: Base }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const me = useMe()
  const navigate = useNavigate()
  const editing = 'state' in base && base.state === 'draft' ? base : undefined
  // The next edition of an order holds where the former one does, unless that is not one's own to decide.
  const kept = 'scopePath' in base && me.area && base.scopePath.startsWith(me.area.areaPath) ? base : undefined
  const [head, setHead] = useState<Head>({
    titleZh: base.title.zh, titleEn: base.title.en, orderNo: editing?.orderNo ?? '', issuer: base.issuer, scopeAreaId: kept?.scopeAreaId ?? me.area?.id,
    from: editing ? dayOf(editing.inForceFrom) : '', to: editing?.inForceTo ? dayOf(editing.inForceTo) : '',
  })
  const [document, setDocument] = useState<PolicyDocument>(base.document)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<Head>) => setHead((before) => ({ ...before, ...change }))
  const change = (part: Partial<PolicyDocument>) => setDocument((before) => ({ ...before, ...part }))
  const open = (policyId: string) => { say(t('policies.draft.kept')); void navigate({ to: '/policies' as never, search: { open: policyId } as never }) }
  const create = useCommandOf(policiesApi.createDraft, { onDone: ({ policyId }) => open(policyId) })
  const edit = useCommandOf(policiesApi.editDraft, { onDone: () => open(editing?.id ?? '') })
  const send = () => {
    const need = (key: keyof Head) => (head[key]?.trim() ? {} : { [key]: t('screening.form.required') })
    const found = { ...need('titleZh'), ...need('orderNo'), ...need('issuer'), ...need('from') }
    setFaults(found)
    if (Object.keys(found).length > 0 || !head.scopeAreaId) return
    const input = {
      orderNo: head.orderNo.trim(), issuer: head.issuer.trim(), title: { zh: head.titleZh.trim(), en: head.titleEn.trim() || head.titleZh.trim() }, scopeAreaId: head.scopeAreaId,
      inForceFrom: instantAt(head.from, '00:00'), ...(head.to ? { inForceTo: instantAt(head.to, '00:00') } : {}), document,
    }
    if (editing) edit.mutate({ policyId: editing.id, ...input })
    else create.mutate({ series: base.series, ...input })
  }
  const error = create.error ?? edit.error
  const text = (key: 'titleZh' | 'titleEn' | 'orderNo' | 'issuer', optional = false) => (
    <Field label={t(`policies.draft.${key}`)} fault={faults[key]} optional={optional}><Input size="large" value={head[key]} maxLength={80} onChange={(event) => set({ [key]: event.target.value })} /></Field>
  )
  return (
    <Page title={t('policies.draft.title')} sub={t(editing ? 'policies.draft.editing' : 'policies.draft.sub', { name: base.title.zh, order: base.orderNo })}>
      <div className="paper draft">
        <Guided wide onSubmit={send} faults={faults}>
          <div className="pair">{text('titleZh')}{text('titleEn', true)}</div>
          <div className="pair">{text('orderNo')}{text('issuer')}</div>
          <Field label={t('policies.draft.scope')} group><AreaPicker label={t('policies.draft.scope')} value={head.scopeAreaId} chosen={kept ? { id: kept.scopeAreaId, name: kept.scopeName } : undefined} onChange={(scopeAreaId) => set({ scopeAreaId })} /></Field>
          <div className="pair">
            <Field label={t('policies.draft.from')} fault={faults['from']}><DayInput size="large" value={head.from} onChange={(day) => set({ from: day })} /></Field>
            <Field label={t('policies.draft.to')} optional><DayInput size="large" min={head.from} value={head.to} onChange={(day) => set({ to: day })} /></Field>
          </div>
          <Field label={t('policies.page.source')}><Input size="large" value={document.source} onChange={(event) => change({ source: event.target.value })} /></Field>
          <Field label={t('policies.draft.summary')}><Input.TextArea autoSize={{ minRows: 2 }} value={document.summary.zh} onChange={(event) => change({ summary: { ...document.summary, zh: event.target.value } })} /></Field>
          <Field label={t('policies.draft.summaryEn')}><Input.TextArea autoSize={{ minRows: 2 }} value={document.summary.en} onChange={(event) => change({ summary: { ...document.summary, en: event.target.value } })} /></Field>
          <Section title={t('policies.page.riskAreas')}><RiskAreas areas={document.riskAreas} onChange={(riskAreas) => change({ riskAreas })} /></Section>
          <Section title={t('policies.draft.originClasses')}><OriginClasses document={document} onChange={(originClasses) => change({ originClasses })} /></Section>
          <Section title={t('policies.page.who')}><Rules document={document} onChange={(rules) => change({ rules })} /></Section>
          <Section title={t('policies.page.checks')}><Settings document={document} onChange={change} /></Section>
          <Section title={t('policies.page.release')}><ReleaseTerms document={document} onChange={change} /></Section>
          <Section title={t('policies.exits.title')}><ExitRules exits={document.exits} onChange={(exits) => change({ exits } as Partial<PolicyDocument>)} /></Section>
          <Section title={t('policies.resumption.title')}><ResumptionRules terms={document.resumption} onChange={(resumption) => change({ resumption } as Partial<PolicyDocument>)} /></Section>
          <Section title={t('policies.passage.title')}><PassageSection rules={document.passage} onChange={(passage) => setDocument((before) => { const { passage: _former, ...rest } = before; return passage ? { ...rest, passage } : rest })} /></Section>
          {error ? <p className="fault-summary" role="alert">{tError(error)}</p> : null}
          <p className="muted small">{t('policies.draft.hint')}</p>
          <FormFoot go={t('policies.draft.keep')} busy={create.isPending || edit.isPending}><Button size="large" onClick={() => void navigate({ to: '/policies' as never, search: ('id' in base ? { open: base.id } : {}) as never })}>{t('policies.draft.leave')}</Button></FormFoot>
        </Guided>
      </div>
    </Page>
  )
}
