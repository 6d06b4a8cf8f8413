import { Button, InputNumber } from 'antd'
import { useEffect, useRef, useState, type ComponentRef, type ReactNode } from 'react'
import { publicityApi, publicityWays, type AnnouncementCard, type PublicityWay, type TellingPlace } from '../../modules/publicity/contract.ts'
import { asksNumber, lacksNumber } from '../../modules/publicity/rules.ts'
import { Section, StateTag } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import type { ApiError } from '../../ui/client.ts'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'

/** 传达: how is chosen once, then one press for each place; a number is asked for where people were counted. */
export function Telling({ card, active }: { card: AnnouncementCard; active: boolean }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const { area } = useMe()
  const [way, setWay] = useState<PublicityWay | undefined>(card.records.find(({ undoneAt }) => undoneAt === null)?.way)
  const [fault, setFault] = useState<{ areaId?: string; says: string }>()
  const undo = useCommandOf(publicityApi.undoPublicity)
  const record = useCommandOf(publicityApi.recordPublicity, {
    onDone: (one) => offerUndo(t('publicity.telling.done', { place: one.placeName, way: t(`publicity.ways.${one.way}`) }), () => undo.mutateAsync({ recordId: one.recordId })),
    onRefused: (error: ApiError) => say(tError(error)),
  })
  const tell = (areaId: string, reached: number | null) => {
    const found = !way ? { says: t('publicity.telling.wayNeed') } : lacksNumber(way, reached) ? { areaId, says: t(`publicity.telling.need.${way}`) } : undefined
    setFault(found)
    if (!found && way) record.mutate({ announcementId: card.announcementId, areaId, way, ...(reached ? { reached } : {}) })
  }
  const left = card.placesOf.filter(({ told, places }) => told < places)
  const whole = area && card.placesOf.length > 1 && card.areas.some(({ areaId }) => !card.placesOf.some((place) => place.areaId === areaId)) ? area : undefined
  return (
    <Section title={t('publicity.telling.title', { left: left.length })}>
      {active ? <div className="telling-way" {...(fault ? { 'data-faulty': '' } : {})}><Choices label={t('publicity.telling.way')} value={way} onChange={(next) => { setFault(undefined); setWay(next) }} options={publicityWays.map((value) => ({ value, label: t(`publicity.ways.${value}`) }))} />{fault ? <span className="fault" role="alert">{fault.says}</span> : <span className="hint">{t(way ? `publicity.telling.hints.${way}` : 'publicity.telling.wayHint')}</span>}</div> : null}
      {card.placesOf.length === 0 ? <p className="muted">{t('publicity.list.nowhere')}</p> : null}
      <ul className="telling">
        {active && whole ? <Place key={`whole ${way ?? ''}`} name={t('publicity.telling.whole', { name: whole.name })} way={way} faulty={fault?.areaId === whole.id} busy={record.isPending} onTell={(reached) => tell(whole.id, reached)} /> : null}
        {card.placesOf.map((place) => <Place key={`${place.areaId} ${way ?? ''} ${place.lastAt ?? ''}`} name={place.name} place={place} way={active ? way : undefined} faulty={fault?.areaId === place.areaId} busy={record.isPending} {...(active ? { onTell: (reached: number | null) => tell(place.areaId, reached) } : {})} />)}
      </ul>
    </Section>
  )
}

interface PlaceProps { name: string; place?: TellingPlace; way: PublicityWay | undefined; faulty: boolean; busy: boolean; onTell?: (reached: number | null) => void }
function Place({ name, place, way, faulty, busy, onTell }: PlaceProps): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [reached, setReached] = useState<number | null>(null)
  const field = useRef<ComponentRef<typeof InputNumber>>(null)
  useEffect(() => { if (faulty) field.current?.focus() }, [faulty])
  const told = place !== undefined && place.told === place.places
  return (
    <li>
      <span className="grow">
        <b>{name}</b> {place ? told ? <StateTag tone="good">{t('publicity.telling.told')}</StateTag> : <StateTag tone="soon">{place.places > 1 ? t('publicity.list.ofPlaces', { told: place.told, places: place.places }) : t('publicity.telling.notTold')}</StateTag> : null}
        {place ? <><br /><span className="muted small">{t('publicity.telling.households', { covered: f.number(place.covered), households: f.number(place.households) })}{place.lastAt && place.lastWay ? ` · ${t(`publicity.ways.${place.lastWay}`)} ${f.when(place.lastAt)}` : ''}</span></> : null}
      </span>
      {onTell && way && asksNumber(way) ? <InputNumber ref={field} {...(faulty ? { status: 'error' as const } : {})} min={1} max={100_000} precision={0} style={{ width: 96 }} aria-label={`${name} ${t(`publicity.telling.number.${way}`)}`} placeholder={t(`publicity.telling.number.${way}`)} value={reached} onChange={setReached} onPressEnter={() => onTell(reached)} /> : null}
      {onTell ? <Button {...(told || !place ? {} : { type: 'primary' as const, ghost: true })} disabled={busy} aria-label={`${name} ${t(told ? 'publicity.telling.again' : 'publicity.telling.tell')}`} onClick={() => onTell(reached)}>{t(told ? 'publicity.telling.again' : 'publicity.telling.tell')}</Button> : null}
    </li>
  )
}
