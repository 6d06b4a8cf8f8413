import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { exitKinds, measures, type ExitKind, type ExitRule, type ExitTerms } from '../../../modules/policies/contract.ts'
import { shippedPolicies } from '../../../modules/policies/data.ts'
import { Field } from '../../../ui/form.tsx'
import { ClockInput } from '../../../ui/when.tsx'
import { useWords } from '../../../ui/words.ts'

const answers = ['certificate', 'refuse', 'register'] as const
const transports = ['group', 'own'] as const
const confinements = ['refuse', 'escort'] as const
/** A draft without rules begins with those that come with the program; each can be changed. */
const shipped = shippedPolicies.reportOne.document.exits

/** 外出管理: four reasons to go out, each with its rule; an order may also say nothing about it. */
export function ExitRules({ exits, onChange }: { exits: ExitTerms | undefined; onChange: (exits: ExitTerms | undefined) => void }): ReactNode {
  const t = useWords()
  if (!exits) return <><p className="muted">{t('policies.exits.none')}</p><div><Button onClick={() => onChange(shipped)}>+ {t('policies.exits.add')}</Button></div></>
  const set = (kind: ExitKind, change: Partial<ExitRule>) => onChange({ ...exits, kinds: { ...exits.kinds, [kind]: { ...exits.kinds[kind], ...change } } })
  const days = (key: 'lookBackDays' | 'readings' | 'validDays') => (
    <Field label={t(`policies.exits.terms.${key}`)}><InputNumber size="large" min={1} max={30} precision={0} value={exits.certificate[key]} onChange={(n) => onChange({ ...exits, certificate: { ...exits.certificate, [key]: n ?? exits.certificate[key] } })} /></Field>
  )
  return (
    <>
      {exitKinds.map((kind) => <OneRule key={kind} kind={kind} rule={exits.kinds[kind]} onChange={(change) => set(kind, change)} />)}
      <Field label={t('policies.exits.terms.confining')} group><Select mode="multiple" size="large" aria-label={t('policies.exits.terms.confining')} value={exits.confining} options={measures.map((value) => ({ value, label: t(`policies.measures.${value}`) }))} onChange={(confining) => onChange({ ...exits, confining })} /></Field>
      <div className="pair">{days('lookBackDays')}{days('readings')}{days('validDays')}</div>
      <div className="pair"><Field label={t('policies.exits.terms.backBy')}><ClockInput needed size="large" value={exits.backBy} onChange={(clock) => onChange({ ...exits, backBy: clock })} /></Field></div>
      <div><Button onClick={() => onChange(undefined)}>{t('policies.exits.drop')}</Button></div>
    </>
  )
}

function OneRule({ kind, rule, onChange }: { kind: ExitKind; rule: ExitRule; onChange: (change: Partial<ExitRule>) => void }): ReactNode {
  const t = useWords()
  const name = t(`policies.exits.kinds.${kind}`)
  return (
    <fieldset className="draft-rule">
      <legend>{name}</legend>
      <div className="draft-row">
        <Input aria-label={t('policies.exits.clauseOf', { kind: name })} placeholder={t('policies.page.clause')} style={{ maxWidth: 120 }} value={rule.clause} onChange={(event) => onChange({ clause: event.target.value })} />
        <Select aria-label={t('policies.exits.answerOf', { kind: name })} style={{ minWidth: 150 }} value={rule.answer} options={answers.map((value) => ({ value, label: t(`policies.exits.answer.${value}`) }))} onChange={(answer) => onChange({ answer })} />
        <Select aria-label={t('policies.exits.transportOf', { kind: name })} style={{ minWidth: 120 }} value={rule.transport} options={transports.map((value) => ({ value, label: t(`policies.exits.transport.${value}`) }))} onChange={(transport) => onChange({ transport })} />
        <Select aria-label={t('policies.exits.confinedOf', { kind: name })} style={{ minWidth: 170 }} value={rule.confined} options={confinements.map((value) => ({ value, label: t(`policies.exits.confined.${value}`) }))} onChange={(confined) => onChange({ confined })} />
        <Checkbox checked={rule.approval} aria-label={t('policies.exits.approvalOf', { kind: name })} onChange={(event) => onChange({ approval: event.target.checked })}>{t('policies.exits.approval')}</Checkbox>
      </div>
      <Input aria-label={`${name} ${t('policies.draft.says')}`} value={rule.says.zh} maxLength={200} onChange={(event) => onChange({ says: { ...rule.says, zh: event.target.value } })} />
      <Input.TextArea autoSize aria-label={t('policies.exits.quoteOf', { kind: name })} placeholder={t('policies.draft.quote')} maxLength={600} value={rule.quote ?? ''} onChange={(event) => onChange({ quote: event.target.value || undefined } as Partial<ExitRule>)} />
    </fieldset>
  )
}
