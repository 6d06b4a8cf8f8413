import type { ReactNode } from 'react'
import { dutyApi, type Board, type BoardLine } from '../../modules/duty/contract.ts'
import { zonesApi } from '../../modules/zones/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { BigButton, Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import './words.ts'
import './board.css'

const [, , , areaId = ''] = location.pathname.split('/')

/** 公示牌 behind the QR, for everybody: whom to call, in large type, one tap from ringing. */
export default function BoardPage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const query = useQueryOf(dutyApi.dutyBoard, { areaId })
  if (query.error) return <Screen title={t('duty.board.title')} foot={<BigButton onPress={() => void query.refetch()}>{t('ui.phone.reload')}</BigButton>}><Notice tone="soon">{tError(query.error)}</Notice></Screen>
  if (!query.data) return <Screen title={t('ui.phone.loading')}><span /></Screen>
  return <Shown board={query.data} />
}

function Shown({ board }: { board: Board }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const call = board.supervisionPhone ?? board.officePhone
  const part = (one: BoardLine['part']) => board.lines.filter((line) => line.part === one)
  return (
    <div className="for-everybody">
      <Screen over={t('duty.board.title')} title={board.fullName || board.areaName} under={t('duty.board.updated', { day: f.day(board.updatedOn) })}
        foot={call ? <BigButton href={`tel:${call}`}>{`${t(board.supervisionPhone ? 'duty.board.supervision' : 'duty.board.office')} ${call}`}</BigButton> : undefined}>
        <Grades />
        {board.lines.length === 0 ? <Notice>{t('duty.board.nothing')}</Notice> : null}
        <Part title={t('duty.board.chain')} lines={part('chain')} />
        <Part title={t('duty.board.teams')} lines={part('teams')} />
        <Part title={t('duty.board.below')} lines={part('below')} />
        {board.supervisionPhone && board.officePhone ? <Block title={t('duty.board.office')}><a className="board-phone" href={`tel:${board.officePhone}`}>{board.officePhone}</a></Block> : null}
      </Screen>
    </div>
  )
}

function Part({ title, lines }: { title: string; lines: readonly BoardLine[] }): ReactNode {
  const t = useWords()
  if (lines.length === 0) return null
  return (
    <Block title={title}>
      <ul className="board-lines">
        {lines.map((line, i) => (
          <li key={i}>
            <span className="role">{t(`duty.roles.${line.dutyRole}`)} · {line.place}</span>
            <span className="name">{line.name}{line.office || line.title ? <small>{[line.office, line.title].filter(Boolean).join(' ')}</small> : null}</span>
            {line.officePhone ? <a className="board-phone" href={`tel:${line.officePhone}`} aria-label={`${line.name} ${t('duty.board.call', { phone: line.officePhone })}`}>{line.officePhone}</a> : null}
          </li>
        ))}
      </ul>
    </Block>
  )
}

/** What an order made public about this place. */
function Grades(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const zones = useQueryOf(zonesApi.publicZones, { areaId }).data?.items ?? []
  return zones.filter(({ value }) => value !== 'lifted').map((zone) => (
    <Notice key={zone.kind} tone={zone.value === 'noCase' || zone.value === 'prevention' ? 'good' : 'soon'} title={`${zone.place} · ${t(`zones.value.${zone.value}`)}`}>
      {t(`zones.valueHint.${zone.value}`)}。{t('zones.public.since', { when: f.at(zone.fromAt) })}。{t('zones.public.order', { issuer: zone.issuer, no: zone.orderNo })}
    </Notice>
  ))
}
