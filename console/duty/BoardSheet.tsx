import type { ReactNode } from 'react'
import type { OutputOf } from '../../kernel/endpoint.ts'
import type { BoardLine, dutyApi } from '../../modules/duty/contract.ts'
import { zonesApi } from '../../modules/zones/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'

/** The sheet as people know it from the gate: a dark head, whom to call at each level, the supervision phone large, the code in the corner. */
export function BoardSheet({ areaId, board, url, qrSvg, published }: { areaId: string } & Omit<OutputOf<typeof dutyApi.dutyBoardOf>, 'withoutPhone'>): ReactNode {
  const t = useWords()
  const f = useFormats()
  const part = (one: BoardLine['part']) => board.lines.filter((line) => line.part === one)
  const many = board.lines.length > 20
  return (
    <article className={many ? 'board many' : 'board'}>
      <header><p>{board.fullName || board.areaName}</p><h2>{t('duty.board.head')}</h2><Grade areaId={areaId} /></header>
      {board.lines.length === 0 ? <p className="board-none">{t('duty.board.noLines')}</p> : null}
      <Part title={t('duty.board.chain')} lines={part('chain')} />
      <Part title={t('duty.board.teams')} lines={part('teams')} />
      <Part title={t('duty.board.below')} lines={part('below')} wide={many} />
      <footer>
        <div>
          {board.supervisionPhone ? <p className="board-supervision"><span>{t('duty.board.supervision')}</span> <b>{board.supervisionPhone}</b></p> : null}
          {board.officePhone ? <p><span>{t('duty.board.office')}</span> <b>{board.officePhone}</b></p> : null}
          <p className="board-day">{t('duty.board.complain')} · {t('duty.board.updated', { day: f.day(board.updatedOn) })}</p>
        </div>
        {published ? <figure><img alt={url} src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`} /><figcaption>{t('duty.board.scan')}</figcaption></figure> : null}
      </footer>
    </article>
  )
}

function Part({ title, lines, wide }: { title: string; lines: readonly BoardLine[]; wide?: boolean }): ReactNode {
  const t = useWords()
  if (lines.length === 0) return null
  return (
    <section className={wide ? 'wide' : ''}>
      <h3>{title}</h3>
      <table>
        <thead><tr>{(['role', 'place', 'name', 'phone'] as const).map((head) => <th key={head} scope="col">{t(`duty.board.${head}`)}</th>)}</tr></thead>
        <tbody>
          {lines.map((line, i) => (
            <tr key={i}>
              <th scope="row">{t(`duty.roles.${line.dutyRole}`)}</th><td>{line.place}</td>
              <td><b>{line.name}</b>{line.office || line.title ? <small>{[line.office, line.title].filter(Boolean).join(' ')}</small> : null}</td><td className="phone">{line.officePhone ?? t('duty.board.noPhone')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The grade or state an order made public, in words and shape. */
function Grade({ areaId }: { areaId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const zones = useQueryOf(zonesApi.publicZones, { areaId }).data?.items ?? []
  const shown = zones.filter(({ value }) => value !== 'lifted')
  if (shown.length === 0) return null
  return <p className="board-grade">{shown.map((zone) => <span key={zone.kind}><b>{t(`zones.value.${zone.value}`)}</b> {zone.place} · {t('zones.public.since', { when: f.at(zone.fromAt) })} · {zone.orderNo}</span>)}</p>
}
