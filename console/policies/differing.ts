import type { Language } from '../../ui/language.ts'
import { contactKinds, type ContactKind, type ExitRule, type MeasureRule, type OriginClass, type ResumptionTerms, type RiskArea } from '../../modules/policies/contract.ts'
import type { Cases, Difference, ExitTermName, ResumptionPart } from '../../modules/policies/rules.ts'
import type { Formats } from '../../ui/format.ts'
import type { Say } from '../../ui/words.ts'
import { passagePartName, sayPassagePart } from './passage.ts'

/** One difference in words: what it is about, how it was, how it will be. */
export interface SaidDifference { about: string; before: string; after: string }

interface Voice { t: Say; f: Formats; language: Language }

/** What a rule does, on one line: 居家隔离 14天 · 医生每天上门 1 次. */
function sayRule({ t, language }: Voice, rule: MeasureRule | undefined): string {
  if (rule === undefined) return t('policies.differs.undecided')
  if (rule.stages.length === 0) return t('policies.page.notManaged')
  const stages = rule.stages.map((s) => [
    `${t(`policies.measures.${s.measure}`)} ${t('policies.page.days', { days: s.days })}`,
    ...s.visits.map((v) => t('policies.page.visits', { who: t(`policies.visitors.${v.by}`), times: v.perDay })),
    ...(s.testsOnDays.length > 0 ? [t('policies.page.tests', { days: s.testsOnDays.join('、') })] : []),
  ].join(language === 'zh' ? ',' : ', '))
  const more = [...(rule.anchor === 'lastExposure' ? [t('policies.draft.countFrom', { day: t('policies.anchors.lastExposure') })] : []), ...(rule.household === 'together' ? [t('policies.households.together')] : [])]
  return [stages.join(' → '), ...more].join(' · ')
}

const contactName = (t: Say, c: ContactKind): string => (c === 'none' ? t('policies.differs.noContact') : t(`policies.contacts.${c}`))

/** All but one kind are said by the one that is left out. */
function sayContacts(t: Say, contacts: readonly ContactKind[]): string[] {
  const others = contactKinds.filter((c) => !contacts.includes(c))
  const [only] = others
  return only && others.length === 1 ? [t('policies.differs.except', { who: contactName(t, only) })] : contacts.map((c) => contactName(t, c))
}

function sayCases({ t }: Voice, { contacts, symptom }: Cases): string {
  const said = [
    ...(contacts === undefined ? [] : sayContacts(t, contacts)),
    ...(symptom === undefined ? [] : [t(symptom ? 'policies.draft.symptomatic' : 'policies.draft.well')]),
  ]
  return said.length === 0 ? '' : t('policies.differs.cases', { cases: said.join('、') })
}

const sayArea = ({ t, f }: Voice, area: RiskArea | undefined): string => (area === undefined ? t('policies.differs.nothing')
  : [t(`policies.riskLevels.${area.level}`), t('policies.page.since', { day: f.day(area.from) }), ...(area.to ? [t('policies.page.until', { day: f.day(area.to) })] : [])].join(' '))

/** 属于这一类的: by which sign somebody is put into the class. */
export function sayMatch({ t }: Pick<Voice, 't'>, origin: OriginClass | undefined): string {
  if (origin === undefined) return t('policies.differs.nothing')
  const { codes, risk, relation } = origin.match
  return [
    ...(codes ? [t('policies.differs.codes', { codes: codes.join('、') })] : []),
    ...(risk ? [risk.map((level) => t(`policies.riskLevels.${level}`)).join('、')] : []),
    ...(relation ? [t(`policies.relations.${relation}`)] : []),
  ].join(' · ') || t('policies.page.anyone')
}

const roleNames = (t: Say, roles: readonly string[]) => roles.map((role) => t(`accounts.roles.${role}`))

function sayValue({ t }: Voice, name: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return t(`policies.differs.${name}.${value ? 'yes' : 'no'}`)
  if (name === 'counting') return t(`policies.counting.${value}`)
  if (name.endsWith('Minutes')) return t('policies.differs.minutes', { n: value })
  return typeof value === 'number' ? `${value} ℃` : value
}

/** What an order does with one reason to go out: 凭健康证明,集中输送. */
export const sayExit = (t: Say, rule: ExitRule | undefined): string => (rule === undefined ? t('policies.differs.nothing') : [
  t(`policies.exits.answer.${rule.answer}`), ...(rule.answer === 'refuse' ? [] : [t(`policies.exits.transport.${rule.transport}`), ...(rule.approval ? [t('policies.exits.approval')] : []), t(`policies.exits.confined.${rule.confined}`)]),
].join(t('policies.draft.comma')))

function sayExitTerm({ t }: Voice, name: ExitTermName, value: string | undefined): string {
  if (value === undefined) return t('policies.differs.nothing')
  if (name === 'confining') return value === '' ? '—' : value.split(',').map((one) => t(`policies.measures.${one}`)).join('、')
  return name === 'backBy' ? value : t(`policies.exits.of.${name}`, { n: value })
}

/** 复工复产, one part of it: 有测温仪、每天2次消毒…… */
export function sayResumption({ t, language }: Pick<Voice, 't' | 'language'>, what: ResumptionPart, terms: ResumptionTerms | undefined): string {
  if (terms === undefined) return t('policies.differs.nothing')
  const names = what === 'points' ? terms.points.map((point) => point.name[language]) : what === 'closedTrades' ? terms.closedTrades.map((one) => t(`resumption.trades.${one.trade}`)) : [t('policies.resumption.days', { n: terms[what] })]
  return names.join(t('policies.draft.comma')) || t('policies.resumption.noneClosed')
}

/** Says a difference in the page's language. */
export function sayDifference(voice: Voice, d: Difference): SaidDifference {
  const { t, language } = voice
  switch (d.part) {
    case 'measure': return { about: d.origins.map((o) => o.name[language]).join('、') + sayCases(voice, d.cases), before: sayRule(voice, d.before), after: sayRule(voice, d.after) }
    case 'originClass': return { about: t('policies.differs.originClass', { name: (d.after ?? d.before)?.name[language] ?? '' }), before: sayMatch(voice, d.before), after: sayMatch(voice, d.after) }
    case 'riskArea': return { about: t('policies.differs.riskArea', { name: [(d.after ?? d.before)?.name, (d.after ?? d.before)?.place].filter(Boolean).join(' ') }), before: sayArea(voice, d.before), after: sayArea(voice, d.after) }
    case 'window': {
      const of = (w: typeof d.before) => (w === undefined ? t('policies.differs.nothing') : `${w.from}–${w.to},${t('policies.page.remind', { minutes: w.remindAfterMinutes })}`)
      return { about: t('policies.differs.window', { name: t(`policies.windows.${(d.after ?? d.before)?.id ?? 'morning'}`) }), before: of(d.before), after: of(d.after) }
    }
    case 'release': {
      const names = (ids: readonly string[]) => (ids.length === 0 ? '—' : (d.what === 'confirmBy' ? roleNames(t, ids) : ids.map((id) => t(`policies.conditions.${id}`))).join('、'))
      return { about: t(`policies.differs.${d.what}`), before: t('policies.differs.removed', { what: names(d.removed) }), after: t('policies.differs.added', { what: names(d.added) }) }
    }
    case 'exit': return { about: t(`policies.exits.kinds.${d.kind}`), before: sayExit(t, d.before), after: sayExit(t, d.after) }
    case 'exitTerm': return { about: t(`policies.exits.terms.${d.name}`), before: sayExitTerm(voice, d.name, d.before), after: sayExitTerm(voice, d.name, d.after) }
    case 'resumption': return { about: t('policies.resumption.about', { part: t(`policies.resumption.terms.${d.what}`) }), before: sayResumption(voice, d.what, d.before), after: sayResumption(voice, d.what, d.after) }
    case 'passage': return { about: t('policies.passage.about', { part: passagePartName(t, d.what) }), before: sayPassagePart(t, d.what, d.before), after: sayPassagePart(t, d.what, d.after) }
    case 'value': return { about: t(`policies.differs.values.${d.name}`), before: sayValue(voice, d.name, d.before), after: sayValue(voice, d.name, d.after) }
  }
}

