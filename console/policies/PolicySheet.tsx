import { Button, Input, Select } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { contactKinds, exitKinds, policiesApi, type MeasureRule, type PolicyDocument, type PolicyEdition } from '../../modules/policies/contract.ts'
import { passageParts, resumptionParts, ruleFor } from '../../modules/policies/rules.ts'
import { dayOf } from '../../kernel/dates.ts'
import { Card, CardHead, Facts, Section, Why } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { Attachments } from './Attachments.tsx'
import { sayExit, sayResumption } from './differing.ts'
import { Differences } from './Differences.tsx'
import { passagePartName, sayPassagePart } from './passage.ts'
import { StateOf } from './StateOf.tsx'
import { TryDecision } from './TryDecision.tsx'
import './policies.css'

/** One order as text and tables: what it does, since when, to whom; never as JSON. */
export function PolicySheet({ policyId }: { policyId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const query = useQueryOf(policiesApi.getPolicy, { policyId })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  const p = query.data
  if (!p) return <Skeleton rows={8} />
  const since = t('policies.page.since', { day: f.day(dayOf(p.inForceFrom)) })
  const until = p.inForceTo ? ` ${t('policies.page.until', { day: f.day(dayOf(p.inForceTo)) })}` : ''
  return (
    <Card>
      <CardHead name={p.title[language]} beside={`${p.orderNo} · ${t('policies.page.edition', { n: p.edition })}`} state={<StateOf policy={p} />} under={`${since}${until} · ${t('policies.page.scope', { area: p.scopeName })}`} />
      <Why>{p.document.summary[language]}</Why>
      <PublishBar policy={p} />
      {p.state !== 'draft' || p.attachments.length > 0 ? <Section title={t('reasons.preview.paper')}><Attachments policyId={p.id} draft={p.state === 'draft'} attachments={p.attachments} /></Section> : null}
      <Section title={t('policies.page.who')}><Matrix document={p.document} /></Section>
      <Rest policy={p} />
      <Exits document={p.document} />
      {p.document.resumption ? <Resumption document={p.document} /> : null}
      {p.document.passage ? <Section title={t('policies.passage.title')}><Facts rows={passageParts.map((what) => [passagePartName(t, what), sayPassagePart(t, what, p.document.passage)] as const)} /></Section> : null}
      <Compare policy={p} />
      <TryDecision policyId={p.id} />
    </Card>
  )
}

/** What can be done with it: a draft is changed, published or withdrawn; any order is a base for the next edition. */
function PublishBar({ policy }: { policy: PolicyEdition }): ReactNode {
  const t = useWords()
  const { permissions } = useMe()
  const draft = policy.state === 'draft'
  const may = (permission: string) => permissions.includes(permission)
  if (!may('policies.edit') && !may('policies.publish')) return null
  return (
    <div className="row">
      {draft ? <Link to={'/policies/publish' as never} search={{ open: policy.id } as never}><Button type="primary">{t('policies.draft.preview')}</Button></Link> : null}
      {may('policies.edit') ? <Link to={'/policies/draft' as never} search={{ from: policy.id } as never}><Button>{t(draft ? 'policies.draft.change' : 'policies.draft.begin')}</Button></Link> : null}
      {draft && may('policies.edit') ? <Withdraw policyId={policy.id} /> : null}
    </div>
  )
}

/** 和另一版有什么不同: any other order one may read; the former edition of the series comes first. */
function Compare({ policy }: { policy: PolicyEdition }): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const list = useQueryOf(policiesApi.listPolicies, {})
  const ofSeries = ({ series }: { series: string }) => Number(series === policy.series)
  const others = (list.data?.items ?? []).filter(({ id }) => id !== policy.id).toSorted((a, b) => ofSeries(b) - ofSeries(a) || b.edition - a.edition)
  const options = others.map(({ id, orderNo, title, edition }) => ({ value: id, label: `${orderNo} · ${title[language]} · ${t('policies.page.edition', { n: edition })}` }))
  const pick = t('policies.differs.pick')
  const [picked, setPicked] = useState<string>()
  const other = useQueryOf(policiesApi.getPolicy, { policyId: picked ?? '' }, { enabled: picked !== undefined })
  return (
    <Section title={t('policies.differs.title')}>
      {others.length === 0 ? <p className="muted">{t('policies.differs.none')}</p> : <Select allowClear size="large" style={{ maxWidth: 480 }} aria-label={pick} placeholder={pick} value={picked ?? null} onChange={(id?: string | null) => setPicked(id ?? undefined)} options={options} />}
      {picked && other.data ? <Differences before={other.data.document} after={policy.document} /> : null}
    </Section>
  )
}

/** The trail keeps why, so it is asked and not filled in. */
function Withdraw({ policyId }: { policyId: string }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [why, setWhy] = useState<string>()
  const withdraw = useCommandOf(policiesApi.withdrawDraft, { onDone: () => say(t('policies.draft.withdrawn')), onRefused: (error) => say(tError(error)) })
  if (why === undefined) return <Button onClick={() => setWhy('')}>{t('policies.draft.withdraw')}</Button>
  return (
    <form className="row" onSubmit={(event) => { event.preventDefault(); withdraw.mutate({ policyId, reason: why.trim() }) }}>
      <Input autoFocus aria-label={t('policies.draft.withdrawWhy')} placeholder={t('policies.draft.withdrawWhy')} maxLength={200} value={why} onChange={(event) => setWhy(event.target.value)} style={{ width: 220 }} />
      <Button htmlType="submit" disabled={why.trim().length < 2} loading={withdraw.isPending}>{t('policies.draft.withdraw')}</Button>
    </form>
  )
}

/** 来源 × 接触: each cell is the rule that decides it. Columns that say the same are shown once. */
function Matrix({ document }: { document: PolicyDocument }): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const columns = contactKinds.filter((contact, i) => i === 0 || document.originClasses.some((o) => ruleFor(document, o.id, contact, false)?.id !== ruleFor(document, o.id, contactKinds[0], false)?.id))
  return (
    <table className="matrix">
      <thead><tr><th>{t('policies.page.origin')}</th>{columns.map((c) => <th key={c}>{c === 'none' ? t('policies.page.then') : t(`policies.contacts.${c}`)}</th>)}</tr></thead>
      <tbody>
        {document.originClasses.map((o) => (
          <tr key={o.id}><th scope="row">{o.name[language]}</th>{columns.map((c) => <td key={c}><RuleText rule={ruleFor(document, o.id, c, false)} /></td>)}</tr>
        ))}
      </tbody>
    </table>
  )
}

function RuleText({ rule }: { rule: MeasureRule | undefined }): ReactNode {
  const t = useWords()
  if (!rule) return '—'
  if (rule.stages.length === 0) return <span className="dim">{t('policies.page.notManaged')} <small>{rule.clause}</small></span>
  return (
    <>
      {rule.stages.map((s, i) => (
        <div key={i}><b>{t(`policies.measures.${s.measure}`)}</b> {t('policies.page.days', { days: s.days })}
          {s.testsOnDays.length ? <div className="muted small">{t('policies.page.tests', { days: s.testsOnDays.join('、') })}</div> : null}
          {s.visits.map((v) => <div key={v.by} className="muted small">{t('policies.page.visits', { who: t(`policies.visitors.${v.by}`), times: v.perDay })}</div>)}
        </div>
      ))}
      <div className="dim small">{rule.clause} · {t(`policies.anchors.${rule.anchor}`)}{rule.household === 'together' ? ` · ${t('policies.households.together')}` : ''}</div>
    </>
  )
}

/** 外出管理: what each reason needs, and the sentence of the order. */
function Exits({ document: { exits } }: { document: PolicyDocument }): ReactNode {
  const t = useWords()
  if (!exits) return null
  return (
    <Section title={t('policies.exits.title')}>
      <Facts rows={[
        ...exitKinds.map((kind) => [t(`policies.exits.kinds.${kind}`), <>{sayExit(t, exits.kinds[kind])} <small className="dim">{exits.kinds[kind].clause}</small>{exits.kinds[kind].quote ? <><br /><span className="muted small">“{exits.kinds[kind].quote}”</span></> : null}</>] as const),
        [t('policies.exits.terms.lookBackDays'), t('policies.exits.of.lookBackDays', { n: exits.certificate.lookBackDays })], [t('policies.exits.terms.validDays'), t('policies.exits.of.validDays', { n: exits.certificate.validDays })],
        [t('policies.exits.terms.backBy'), exits.backBy],
      ]} />
    </Section>
  )
}

/** 复工复产: what is asked of a business, and who may not resume yet. */
function Resumption({ document: { resumption: terms } }: { document: PolicyDocument }): ReactNode {
  const t = useWords()
  const language = useLanguage()
  return (
    <Section title={t('policies.resumption.title')}>
      <Facts rows={[...resumptionParts.map((what) => [t(`policies.resumption.terms.${what}`), sayResumption({ t, language }, what, terms)] as const), [t('policies.page.clause'), <>{terms?.clause}{terms?.quote ? <><br /><span className="muted small">“{terms.quote}”</span></> : null}</>]]} />
    </Section>
  )
}

function Rest({ policy: { document: d, issuer, orderNo } }: { policy: PolicyEdition }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const windows = d.checkWindows.map((w) => `${t(`policies.windows.${w.id}`)} ${w.from}–${w.to}(${t('policies.page.remind', { minutes: w.remindAfterMinutes })})`)
  return (
    <Section title={t('policies.page.checks')}>
      <Facts rows={[
        [t('policies.page.checks'), windows.join(';')],
        [t('policies.page.threshold'), `${d.temperature.inclusive ? '≥' : '>'} ${d.temperature.fever} ℃ · ${t('policies.page.deviceRange', { min: d.temperature.deviceMin, max: d.temperature.deviceMax })}`],
        [t('policies.page.counting'), t(`policies.counting.${d.counting}`)],
        [t('policies.page.release'), `${d.release.requires.map((c) => t(`policies.conditions.${c}`)).join('、')} · ${t('policies.page.confirmBy', { roles: d.release.confirmBy.map((r) => t(`accounts.roles.${r}`)).join('、') })}`],
        [t('policies.symptoms.fever'), t('policies.page.leads', { fever: d.deadlines.feverLeadMinutes, symptom: d.deadlines.symptomLeadMinutes })],
        [t('policies.page.cutOff', { clock: '' }), t('policies.page.perLevel', { clock: d.report.cutOff, minutes: d.report.minutesPerLevel })],
        [t('policies.page.riskAreas'), d.riskAreas.length === 0 ? t('policies.page.none') : d.riskAreas.map((a) => `${a.name} ${t(`policies.riskLevels.${a.level}`)} ${t('policies.page.since', { day: f.day(a.from) })}`).join(';')],
        [t('policies.page.issuer'), `${issuer} ${orderNo}`],
        [t('policies.page.source'), d.source],
      ]} />
    </Section>
  )
}
