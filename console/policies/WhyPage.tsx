import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dayOf } from '../../kernel/dates.ts'
import { policiesApi } from '../../modules/policies/contract.ts'
import { reasonsApi, type Explanation } from '../../modules/reasons/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Why } from '../../ui/card.tsx'
import { download } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useNow } from '../../ui/now.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { sayMatch } from './differing.ts'
import './policies.css'

/** 为什么这样管: one person's measure in five steps, from what was recorded to the sentence of the order; on one A4 to show at the door. */
export default function WhyPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const language = useLanguage()
  const [at] = useAddress()
  const query = useQueryOf(reasonsApi.explainMeasure, { personId: at['person'] ?? '' }, { enabled: at['person'] !== undefined })
  const why = query.data
  const title = t('reasons.why.title')
  if (query.error) return <Page title={title}><Failed error={query.error} retry={() => void query.refetch()} /></Page>
  if (!why) return <Page title={title}><Skeleton rows={8} /></Page>
  const { person } = why
  return (
    <Page title={title} sub={<><Link to={'/people' as never} search={{ open: person.id } as never}>{person.name}</Link> · {t(`people.sexes.${person.sex}`)} {person.age ?? ''} · {person.address}</>} actions={<Button onClick={() => window.print()}>{t('reasons.why.print')}</Button>}>
      <article className="paper why-sheet">
        {why.because ? <Why>{why.because[language]}</Why> : <p className="muted">{t('reasons.why.nobody')}</p>}
        <ol className="why-steps">
          <Told why={why} /><Class why={why} /><Held why={why} /><Rule why={why} /><Counted why={why} />
        </ol>
        {why.order ? <p className="muted small">{t('reasons.why.objection', { issuer: why.order.issuer })} · {t('reasons.why.asOf', { at: f.at(now) })}</p> : null}
      </article>
    </Page>
  )
}

const Step = ({ title, children }: { title: ReactNode; children: ReactNode }): ReactNode => <li><h2>{title}</h2>{children}</li>

function Told({ why: { told } }: { why: Explanation }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (!told) return null
  const health = [
    told.temperature === null ? t('reasons.why.noReading') : t('reasons.why.health', { t: told.temperature.toFixed(1) }),
    told.symptoms.length === 0 ? t('reasons.why.well') : told.symptoms.map((s) => t(`policies.symptoms.${s}`)).join('、'),
  ]
  return (
    <Step title={t('reasons.why.told')}>
      <p>{t('reasons.why.cameFrom', { day: f.day(told.arrivedOn), origin: told.originName })}{told.purpose ? ` · ${t('reasons.why.purpose', { purpose: t(`screening.purposes.${told.purpose}`) })}` : ''} · {health.join(' · ')}</p>
      {told.contact !== 'none' && told.lastExposureOn ? <p>{t('reasons.why.exposed', { day: f.day(told.lastExposureOn), contact: t(`policies.contacts.${told.contact}`) })}</p> : null}
      <p className="dim small">{t('reasons.why.toldBy', { channel: t(`screening.channels.${told.channel}`), name: told.reporterName ?? '', at: f.at(told.reportedAt) })} · <Link to={'/screening' as never} search={{ open: told.screeningId } as never}>{t('reasons.why.record')}</Link></p>
    </Step>
  )
}

function Class({ why: { order, episode } }: { why: Explanation }): ReactNode {
  const t = useWords()
  const language = useLanguage()
  if (!order) return null
  const { originClass } = order
  const by = episode?.togetherWith ? t('reasons.why.classBy.together', { name: episode.togetherWith })
    : originClass?.match.codes ? t('reasons.why.classBy.codes') : originClass?.match.risk ? t('reasons.why.classBy.risk', { level: t(`policies.riskLevels.${order.riskLevel ?? 'high'}`) })
    : originClass?.match.relation ? t('reasons.why.classBy.relation') : t('reasons.why.classBy.none')
  return <Step title={t('reasons.why.classed')}><p>{originClass ? <><b>{originClass.name[language]}</b> <span className="muted">({sayMatch({ t }, originClass)})</span> · </> : null}{by}</p></Step>
}

function Held({ why: { order } }: { why: Explanation }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  if (!order) return null
  return (
    <Step title={t('reasons.why.held')}>
      <p><Link to={'/policies' as never} search={{ open: order.id } as never}>{t('reasons.why.issued', { issuer: order.issuer, order: order.orderNo, title: order.title[language], n: order.edition, day: f.day(dayOf(order.inForceFrom)), area: order.scopeName })}</Link></p>
      {order.attachments.map((a) => <button key={a.id} type="button" className="plain-button" onClick={() => void download(policiesApi.getAttachment, { policyId: order.id, attachmentId: a.id })}>{a.filename}</button>)}
      {order.others.length > 0 ? <p className="dim small">{t('reasons.why.othersTitle')} {order.others.map((o) => `${o.orderNo}(${t(`policies.lost.${o.lostBecause}`)})`).join(';')}</p> : null}
    </Step>
  )
}

function Rule({ why: { order } }: { why: Explanation }): ReactNode {
  const t = useWords()
  const language = useLanguage()
  if (!order) return null
  return (
    <Step title={t('reasons.why.rule')}>
      <p><b>{order.clause}</b> {order.says[language]}</p>
      {order.quote ? <blockquote cite={order.source}><span className="dim small">{t('reasons.why.quote')}</span><br />{order.quote}</blockquote> : null}
      <p className="dim small">{order.ruleNo > 0 ? `${t('reasons.why.ruleNo', { n: order.ruleNo, skipped: order.ruleNo > 1 ? t('reasons.why.skipped', { n: order.ruleNo - 1 }) : '' })} · ` : ''}{order.source}</p>
    </Step>
  )
}

function Counted({ why: { order, episode } }: { why: Explanation }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (!order) return null
  if (!episode) return <Step title={t('reasons.why.now')}><p>{t('reasons.why.notManaged')}</p></Step>
  return (
    <Step title={t('reasons.why.counted')}>
      <p>{t('reasons.why.anchor', { anchor: t(`policies.anchors.${order.anchor}`), day: f.day(order.anchorOn), counting: t(`policies.counting.${order.counting}`) })}</p>
      {episode.stages.map((s) => <p key={s.startsOn}>{t('reasons.why.stage', { from: f.day(s.startsOn), to: f.day(s.endsOn), measure: t(`policies.measures.${s.measure}`), days: s.days })}</p>)}
      {episode.changes.length > 0 ? <><h3>{t('reasons.why.since')}</h3><ul>{episode.changes.map((c) => <li key={c.id}>{f.at(c.at)} {t(`quarantine.changes.${c.kind}`)} <span className="muted">{[c.orderNo, c.reason, c.accountName].filter(Boolean).join(' · ')}</span></li>)}</ul></> : null}
      <p className="why-now"><b>{episode.state === 'active' ? t('reasons.why.dayOf', { measure: t(`policies.measures.${episode.measure}`), n: episode.dayNo, total: episode.days, day: f.day(episode.endsOn) }) : t(`quarantine.states.${episode.state}`)}</b></p>
      {episode.state === 'active' ? <p className="muted small">{t('reasons.why.missing', { what: episode.missing.map((one) => t(`policies.conditions.${one}`)).join('、') })} · {t('reasons.why.confirm', { roles: order.confirmBy.map((role) => t(`accounts.roles.${role}`)).join('、') })}</p> : null}
    </Step>
  )
}
