import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { zonesApi, type Zone, type ZoneCard } from '../../modules/zones/contract.ts'
import { ActionBar, Card, CardHead, Section, StateTag, Why } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { AddItem } from './AddItem.tsx'
import { Item } from './Item.tsx'
import { ZoneForm } from './ZoneForm.tsx'
import { toneOf } from './tones.ts'
import { Meter } from './ZonesPage.tsx'

/** The card of an area: its state by which order, the checklist, and everything that was. */
export function ZonePanel({ areaId }: { areaId: string }): ReactNode {
  const card = useQueryOf(zonesApi.zoneCard, { areaId }, { every: 60_000 })
  return <Loaded of={card}>{(data) => <Shown card={data} />}</Loaded>
}

function Shown({ card }: { card: ZoneCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const [doing, setDoing] = useState<'set' | 'add'>()
  const undo = useCommandOf(zonesApi.undoZone, { onDone: () => say(t('zones.card.undone')), onRefused: (error) => say(tError(error)) })
  const { area, current, kind } = card
  const mayAdd = card.values.length > 0 && current !== null
  return (
    <Card>
      <CardHead name={area.name} beside={t(`territory.levels.${area.level}`)} under={f.pair(area)}
        state={current ? <StateTag tone={toneOf[current.value]}>{t(`zones.value.${current.value}`)}</StateTag> : <StateTag>{t('zones.page.notSet')}</StateTag>} />
      {current ? <Why tone={current.value === 'lockdown' || current.value === 'spread' || current.value === 'outbreak' ? 'bad' : current.value === 'control' || current.value === 'caseFound' ? 'soon' : 'good'}>
        {t('zones.card.why', { issuer: current.issuer, no: current.orderNo, when: f.at(current.fromAt) })}。{t(`zones.valueHint.${current.value}`)}。{current.scopeNote ? `${t('zones.card.scope', { note: current.scopeNote })}。` : ''}
      </Why> : <p className="muted">{t('zones.card.notSet')}</p>}
      {doing === 'set' && kind ? <ZoneForm card={card} kind={kind} onDone={() => setDoing(undefined)} /> : null}
      {doing === 'add' ? <AddItem areaId={area.areaId} onDone={() => setDoing(undefined)} /> : null}
      {card.items.length > 0 ? (
        <Section title={t('zones.card.items')} extra={<span className="row"><Meter done={card.done} total={card.total} /><b>{card.done === card.total ? t('zones.card.allDone') : t('zones.card.done', { done: card.done, total: card.total })}</b>{card.late > 0 ? <StateTag tone="bad">{t('zones.card.late', { n: card.late })}</StateTag> : null}</span>}>
          <ol className="zone-items">{card.items.map((item) => <Item key={item.itemId} item={item} />)}</ol>
          {mayAdd && doing === undefined ? <Button type="dashed" onClick={() => setDoing('add')}>{t('zones.card.add')}</Button> : null}
        </Section>
      ) : null}
      {card.closed.length > 0 ? <details className="zone-closed"><summary>{t('zones.card.closed', { n: card.closed.length })}</summary><p className="dim small">{t('zones.card.closedHint')}</p><ol className="zone-items">{card.closed.map((item) => <Item key={item.itemId} item={item} />)}</ol></details> : null}
      <Section title={t('zones.card.history')}><History items={card.history} /></Section>
      {doing === undefined && kind && (card.values.length > 0 || current?.mayUndo) ? (
        <ActionBar>
          {card.values.length > 0 ? <Button type="primary" onClick={() => setDoing('set')}>{t('zones.card.set', { kind: t(`zones.kinds.${kind}`) })}</Button> : null}
          {current?.mayUndo ? <Button loading={undo.isPending} onClick={() => undo.mutate({ zoneId: current.zoneId })}>{t('zones.card.undo')}</Button> : null}
        </ActionBar>
      ) : null}
    </Card>
  )
}

function History({ items }: { items: readonly Zone[] }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (items.length === 0) return <p className="dim">{t('ui.card.noTimeline')}</p>
  return (
    <ul className="timeline">
      {items.map((zone) => (
        <li key={zone.zoneId}>
          <time dateTime={zone.setAt} title={f.at(zone.setAt)}>{f.when(zone.setAt)}</time>
          <span>
            <b className={zone.state === 'undone' ? 'struck' : ''}>{t(`zones.value.${zone.value}`)}</b> {t('zones.card.why', { issuer: zone.issuer, no: zone.orderNo, when: f.at(zone.fromAt) })} {zone.reason ? t('zones.card.reason', { text: zone.reason }) : ''}{' '}
            <span className="who">{[zone.setterName ? t('zones.card.by', { name: zone.setterName }) : '', zone.state === 'former' ? t('zones.card.former') : zone.state === 'undone' ? t('zones.card.undoneState') : ''].filter(Boolean).join(' · ')}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
