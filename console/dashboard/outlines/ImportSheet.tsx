import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { dashboardApi, type OutlineFeature, type OutlineImport } from '../../../modules/dashboard/contract.ts'
import { AreaPicker } from '../../../ui/AreaPicker.tsx'
import { StateTag, Why } from '../../../ui/card.tsx'
import { Page } from '../../../ui/ListPage.tsx'
import { useCommandOf } from '../../../ui/queries.ts'
import { offerUndo, say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords, type Say } from '../../../ui/words.ts'
import { outlinesIn } from '../shapes.ts'

/** One file of outlines: how it looks, what found its area, what did not and why; then it holds, and can be taken back. */
export function ImportSheet({ made, back }: { made: OutlineImport; back: ReactNode }): ReactNode {
  const t = useWords()
  const left = made.features.filter((one) => one.areaId === null || one.problem !== null)
  const found = made.features.filter((one) => !left.includes(one))
  return (
    <Page title={made.filename || t('dashboard.outlines.title')} sub={t('dashboard.outlines.matched', { n: made.matched, all: made.features.length })} actions={<>{back}<Acts made={made} /></>}>
      <div className="outline-sheet">
        <div className="stack">
          <Why tone={left.length === 0 ? 'good' : 'soon'}>{left.length === 0 ? t('dashboard.outlines.fine', { n: found.length }) : t('dashboard.outlines.someLeft', { n: left.length })}</Why>
          {made.state === 'draft' && made.properties.length > 0 ? <Property made={made} /> : null}
          {left.length > 0 ? <Lines title={t('dashboard.outlines.open')} made={made} features={left} /> : null}
          {found.length > 0 ? <Lines title={t('dashboard.outlines.all')} made={made} features={found} /> : null}
        </div>
        <Preview features={made.features} />
      </div>
    </Page>
  )
}

function Acts({ made: { importId, state, matched } }: { made: OutlineImport }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const refused = { onRefused: (error: unknown) => say(tError(error)) }
  const undo = useCommandOf(dashboardApi.undoOutlines, { onDone: () => say(t('dashboard.outlines.undone')), ...refused })
  const apply = useCommandOf(dashboardApi.applyOutlines, { onDone: () => offerUndo(t('dashboard.outlines.applied', { n: matched }), () => undo.mutateAsync({ importId })), ...refused })
  if (state === 'applied') return <Button loading={undo.isPending} onClick={() => undo.mutate({ importId })}>{t('dashboard.outlines.undo')}</Button>
  return <Button type="primary" disabled={matched === 0} loading={apply.isPending} onClick={() => apply.mutate({ importId })}>{state === 'undone' ? t('dashboard.outlines.redo') : t('dashboard.outlines.apply', { n: matched })}</Button>
}

function Property({ made: { importId, property, properties } }: { made: OutlineImport }): ReactNode {
  const t = useWords()
  const match = useCommandOf(dashboardApi.matchOutlines)
  return (
    <label className="row">{t('dashboard.outlines.property')}
      <Select aria-label={t('dashboard.outlines.property')} style={{ minWidth: 220 }} value={property} loading={match.isPending} options={properties.map(({ name, matches }) => ({ value: name, label: t('dashboard.outlines.propertyOf', { name, n: matches }) }))} onChange={(next: string) => match.mutate({ importId, property: next })} />
    </label>
  )
}

function Lines({ title, made, features }: { title: string; made: OutlineImport; features: readonly OutlineFeature[] }): ReactNode {
  const t = useWords()
  return (
    <section className="chart" aria-label={title}>
      <header><h2>{title}</h2><span className="muted">{features.length}</span></header>
      <ul className="report-lines outline-lines">{features.map((one) => <Line key={one.no} made={made} feature={one} />)}</ul>
    </section>
  )
}

const noteOf = ({ problem, why, by, replaces }: OutlineFeature, t: Say): string => {
  if (problem) return t(`dashboard.outlines.problems.${problem}`)
  if (why) return t(`dashboard.outlines.why.${why}`)
  return [by ? t(`dashboard.outlines.by.${by}`) : '', replaces ? t('dashboard.outlines.replaces') : ''].filter(Boolean).join(' · ')
}

function Line({ made: { importId, state }, feature }: { made: OutlineImport; feature: OutlineFeature }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const assign = useCommandOf(dashboardApi.assignOutline, { onRefused: (error) => say(tError(error)) })
  const { no, label, problem, areaId, areaName } = feature
  const open = problem !== null || areaId === null
  return (
    <li>
      <span className="what"><span className="dim">{no}</span> <b>{label || '—'}</b>{areaName && areaName !== label ? <span className="muted"> → {areaName}</span> : null}</span>
      <StateTag tone={problem ? 'bad' : open ? 'soon' : 'good'}>{noteOf(feature, t)}</StateTag>
      {state === 'draft' && problem === null ? (
        <span className="assign"><AreaPicker size="middle" label={`${t('dashboard.outlines.assign')} ${label}`} placeholder={t('dashboard.outlines.assign')} value={areaId ?? undefined} chosen={areaId && areaName ? { id: areaId, name: areaName } : undefined} onChange={(next) => assign.mutate({ importId, no, areaId: next ?? null })} /></span>
      ) : null}
    </li>
  )
}

const BOX = { width: 520, height: 460 }

/** What would be drawn: matched ones filled, the others only as a line. */
function Preview({ features }: { features: readonly OutlineFeature[] }): ReactNode {
  const t = useWords()
  const drawn = features.flatMap(({ no, geometry }) => (geometry ? [{ areaId: String(no), geometry }] : []))
  if (drawn.length === 0) return null
  return (
    <section className="chart" aria-label={t('dashboard.outlines.preview')}>
      <header><h2>{t('dashboard.outlines.preview')}</h2></header>
      <svg className="area-map preview" viewBox={`-4 -4 ${BOX.width + 8} ${BOX.height + 8}`} role="img" aria-label={t('dashboard.outlines.preview')}>
        {outlinesIn(drawn, BOX).map(({ areaId: no, d, x, y }) => {
          const feature = features.find((one) => String(one.no) === no)
          return <g key={no} className={feature?.areaId ? 'step-2' : 'unmatched'}><path d={d} /><text x={x} y={y + 5} fontSize={14} textAnchor="middle">{no}</text></g>
        })}
      </svg>
    </section>
  )
}
