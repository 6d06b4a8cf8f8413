import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { quarantineApi, type EpisodeLine } from '../../modules/quarantine/contract.ts'
import { columns } from '../../modules/quarantine/columns.ts'
import { useAddress, type Address } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { OnlyThese } from '../../ui/OnlyThese.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { useOriginClasses } from '../screening/origin-classes.ts'
import { IssueSelected } from '../documents/IssueSelected.tsx'
import { episodesAsked } from './asked.ts'
import { EpisodePanel } from './EpisodePanel.tsx'

const TABS = ['active', 'missing', 'ending', 'lead', 'noRoom', 'central', 'home', 'monitoring', 'closed'] as const
type Tab = (typeof TABS)[number]
const toneOf: Partial<Record<Tab, Tone>> = { missing: 'bad', lead: 'bad', ending: 'soon', noRoom: 'soon' }

/** 管控 · 在管: who is managed, what is missing, who ends today; the card at the right. */
export default function EpisodesPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const tab = (TABS as readonly string[]).includes(at['tab'] ?? '') ? (at['tab'] as Tab) : 'active'
  const counts = useQueryOf(quarantineApi.episodeCounts, at['area'] ? { areaId: at['area'] } : {}, { keep: true })
  const origins = useOriginClasses()
  const may = useMay()
  const [hurried, setHurried] = useState<string>()
  const list = useTable(quarantineApi.listEpisodes, columns.listEpisodes, episodesAsked(at))
  const only = useOnly(at)
  const chips = TABS.map((id): StateChip => ({ id, label: t(`quarantine.tabs.${id}`), count: counts.data?.[id], tone: toneOf[id] ?? 'off' }))
  return (
    <ListPage
      title={t('quarantine.title')}
      actions={may('quarantine.check') ? <><Link to={'/quarantine/paste' as never}><Button>{t('quarantine.paste.title')}</Button></Link>{tab === 'missing' ? <RemindAll /> : null}</> : undefined}
      chips={<Chips label={t('quarantine.list.state')} chips={chips} on={at['slice'] ? '' : tab} onPick={(next) => go({ ...EVERYTHING, tab: next, open: undefined })} />}
      filters={<>
        <span style={{ flex: '1 1 180px', maxWidth: 280 }}><AreaPicker size="middle" label={t('quarantine.list.area')} value={at['area']} onChange={(area) => go({ area })} /></span>
        <Select allowClear style={{ minWidth: 132 }} aria-label={t('quarantine.list.origin')} placeholder={t('quarantine.list.origin')} value={at['origin'] ?? null} options={origins} onChange={(origin: string | null) => go({ origin: origin ?? undefined })} />
      </>}
      list={list} idOf={(e) => e.id} columns={useColumns()}
      open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => <EpisodePanel key={id} episodeId={id} hurried={hurried === id} onNext={nextOf(list.items, id, (open) => { setHurried(open); go({ open }) })} />}
      {...(may('quarantine.release') || may('documents.issue') ? { selection: (rows: EpisodeLine[], clear: () => void) => <>{may('quarantine.release') ? <ReleaseSelected rows={rows} clear={clear} /> : null}{may('documents.issue') ? <IssueSelected rows={rows} /> : null}</> } : {})}
      empty={{ title: tab === 'active' && !only ? t('quarantine.list.empty') : t('quarantine.list.nothing') }}
    >{only ? <OnlyThese what={only} onAll={() => go(EVERYTHING)} /> : null}</ListPage>
  )
}

const EVERYTHING = { slice: undefined, day: undefined, since: undefined, until: undefined }

/** What the dashboard cut this list to. */
function useOnly(at: Address): string | undefined {
  const t = useWords()
  const f = useFormats()
  const { slice, day } = episodesAsked(at)
  if (slice) return t(`quarantine.slices.${slice}`, { day: day === undefined || day === f.today ? t('quarantine.slices.today') : f.day(day) })
  if (!at['until']) return undefined
  return t(at['since'] ? 'quarantine.slices.began' : 'quarantine.slices.beganBefore', { day: f.day(at['until']) })
}

function nextOf(items: readonly EpisodeLine[], id: string, open: (id: string) => void): (() => void) | undefined {
  const next = items[items.findIndex((e) => e.id === id) + 1]
  return next && (() => open(next.id))
}

function useColumns() {
  const t = useWords()
  const f = useFormats()
  return [
    { title: t('quarantine.list.person'), key: 'person', render: (_: unknown, e: EpisodeLine) => <><b>{e.person.name}</b> <span className="dim">{t(`people.sexes.${e.person.sex}`)} {e.person.age ?? ''}</span><br /><span className="muted small">{e.person.address}</span></> },
    { title: t('quarantine.list.state'), key: 'state', render: (_: unknown, e: EpisodeLine) => <EpisodeState episode={e} /> },
    { title: t('quarantine.list.day'), key: 'day', align: 'right' as const, render: (_: unknown, e: EpisodeLine) => t('quarantine.list.dayOf', { n: e.dayNo, total: e.days }) },
    { title: t('quarantine.list.ends'), key: 'ends', align: 'right' as const, render: (_: unknown, e: EpisodeLine) => f.day(e.endsOn) },
    { title: t('quarantine.list.last'), key: 'last', align: 'right' as const, render: (_: unknown, e: EpisodeLine) => e.lastTemperature === null ? <span className="dim">{t('quarantine.list.never')}</span> : <span title={e.lastTakenAt ? f.at(e.lastTakenAt) : ''}>{e.lastTemperature.toFixed(1)} ℃</span> },
    { title: t('quarantine.list.missing'), key: 'missing', render: (_: unknown, e: EpisodeLine) => (
      <span className="row">
        {e.openLead ? <StateTag tone="bad">{t('quarantine.tabs.lead')}</StateTag> : null}
        {e.missingToday > 0 && e.state === 'active' ? <StateTag tone="soon">{t('quarantine.list.missed', { n: e.missingToday })}</StateTag> : null}
        {e.place === 'site' && !e.roomName && e.state === 'active' ? <StateTag tone="soon">{t('quarantine.list.noRoom')}</StateTag> : null}
      </span>) },
  ]
}

/** Measure while it runs, the end once it is over; word, shape and colour. */
export function EpisodeState({ episode }: { episode: Pick<EpisodeLine, 'state' | 'measure'> }): ReactNode {
  const t = useWords()
  if (episode.state === 'active') return <StateTag tone="on">{t(`quarantine.measures.${episode.measure}`)}</StateTag>
  return <StateTag tone={episode.state === 'released' ? 'good' : 'off'}>{t(`quarantine.states.${episode.state}`)}</StateTag>
}

function RemindAll(): ReactNode {
  const t = useWords()
  const remind = useCommandOf(quarantineApi.remindMany, { onDone: ({ reminded }) => say(t('quarantine.list.reminded', { n: reminded })) })
  return <Button type="primary" loading={remind.isPending} onClick={() => remind.mutate({})}>{t('quarantine.list.remind')}</Button>
}

/** Those that are ready are released; the others stay and say what they lack. */
function ReleaseSelected({ rows, clear }: { rows: EpisodeLine[]; clear: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const release = useCommandOf(quarantineApi.releaseMany, {
    onDone: ({ released, refused }) => { say([t('quarantine.list.releasedDone', { n: released }), ...(refused.length ? [t('quarantine.list.refusedSome', { n: refused.length })] : [])].join(' · ')); clear() },
    onRefused: (error) => say(tError(error)),
  })
  return <Button type="primary" loading={release.isPending} onClick={() => release.mutate({ episodeIds: rows.map((e) => e.id) })}>{t('quarantine.list.release', { n: rows.length })}</Button>
}
