import type { ReactNode } from 'react'
import { useFormats } from './format.ts'
import { timelineWords } from './timeline-words.ts'
import { findWords, useWords } from './words.ts'
import { useLanguage } from './language.ts'

/** bad: abnormal, overdue · soon: due soon · good: released, all done · on: under way · off: the rest. */
export type Tone = 'bad' | 'soon' | 'good' | 'on' | 'off'

/** State as word + shape + colour: `<StateTag tone="on">居家隔离 第5天</StateTag>`. */
export const StateTag = ({ tone = 'off', children }: { tone?: Tone; children: ReactNode }): ReactNode => (
  <span className={`tag ${tone}`}>{children}</span>
)

interface HeadProps {
  name: ReactNode
  /** Beside the name, small: sex, age, masked number. */
  beside?: ReactNode
  state?: ReactNode
  /** Below the name: address. */
  under?: ReactNode
}

/** Top of a card: `<CardHead name="李桂兰" beside="女 67" state={<StateTag tone="on">…</StateTag>} under="锦绣小区 3幢" />`. */
export const CardHead = ({ name, beside, state, under }: HeadProps): ReactNode => (
  <header className="card-head">
    <h2>{name}</h2>
    {beside ? <span className="dim small">{beside}</span> : null}
    {state ? <span className="state">{state}</span> : null}
    {under ? <span className="under">{under}</span> : null}
  </header>
)

/** The one sentence why: `<Why>来自湖北,按指挥部令第3号第二条集中隔离14天。</Why>`. */
export const Why = ({ tone, children }: { tone?: Tone; children: ReactNode }): ReactNode => (
  <p className={`why ${tone ?? ''}`}>{children}</p>
)

/** A part of a card under a hairline: `<Section title="接下来">…</Section>`. */
export const Section = ({ title, extra, children }: { title: ReactNode; extra?: ReactNode; children: ReactNode }): ReactNode => (
  <section className="card-section">
    <div className="row"><h3 className="grow">{title}</h3>{extra}</div>
    {children}
  </section>
)

/** Label and value, absent values left out: `<Facts rows={[['电话', phone], ['住址', address]]} />`. */
export const Facts = ({ rows }: { rows: readonly (readonly [label: ReactNode, value: ReactNode])[] }): ReactNode => (
  <dl className="facts">
    {rows.map(([label, value], i) => value === undefined || value === null || value === '' ? null : (
      <Fact key={i} label={label} value={value} />
    ))}
  </dl>
)
const Fact = ({ label, value }: { label: ReactNode; value: ReactNode }) => <><dt>{label}</dt><dd>{value}</dd></>

export interface TimelineItem {
  id: string
  at: string
  /** `<module>.<name>`; its sentence is at `<module>.timeline.<name>`. */
  kind: string
  params?: Readonly<Record<string, unknown>> | null | undefined
  actorName?: string | null | undefined
  /** Whose entry it is, on a household's card. */
  personName?: string | null | undefined
  channel?: string | null | undefined
}

/** Everything that happened, newest first; `names` where it is about several people: `<Timeline items={data.items} more={loadMore} />`. */
export function Timeline({ items, names, more }: { items: readonly TimelineItem[]; names?: boolean; more?: (() => void) | undefined }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  if (items.length === 0) return <p className="dim">{t('ui.card.noTimeline')}</p>
  return (
    <>
      <ul className="timeline">
        {items.map((item) => (
          <li key={item.id}>
            <time dateTime={item.at} title={f.at(item.at)}>{f.when(item.at)}</time>
            <span>
              {timelineWords(language, f, item.kind, item.params ?? {})}
              {' '}
              <span className="who">{[names ? item.personName : undefined, item.actorName ?? t('ui.card.system'), channelOf(language, t, item.channel)].filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ul>
      {more ? <button type="button" className="plain-button" onClick={more}>{t('ui.card.more')}</button> : null}
    </>
  )
}

const channelOf = (language: 'zh' | 'en', t: (key: string) => string, channel: string | null | undefined): string | undefined =>
  channel && findWords(language, `ui.channel.${channel}`) ? t(`ui.channel.${channel}`) : undefined

/** Foot of a card: only actions that will succeed; what is missing is said: `<ActionBar missing={['检测']}>…buttons…</ActionBar>`. */
export function ActionBar({ missing, children }: { missing?: readonly string[]; children: ReactNode }): ReactNode {
  const t = useWords()
  return (
    <footer className="action-bar">
      {missing && missing.length > 0 ? <span className="missing">{t('ui.card.missing', { what: missing.join('、') })}</span> : null}
      {children}
    </footer>
  )
}

/** A card's frame: `<Card><CardHead …/><Why>…</Why><Section …/><ActionBar>…</ActionBar></Card>`. */
export const Card = ({ children }: { children: ReactNode }): ReactNode => <article className="card">{children}</article>
