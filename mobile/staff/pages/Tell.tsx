import { useState, type ReactNode } from 'react'
import { dayOf } from '../../../kernel/dates.ts'
import { publicityWays, type CarriedAnnouncement, type PublicityWay } from '../../../modules/publicity/contract.ts'
import { asksNumber, lacksNumber, paragraphsOf } from '../../../modules/publicity/rules.ts'
import { newCommandId } from '../../../ui/client.ts'
import { useFormats } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'
import { Choice, NumberField, PhoneField } from '../../../ui/phone/fields.tsx'
import { BigButton, Block, Notice, Screen } from '../../../ui/phone/Screen.tsx'
import { ReadAloud } from '../../../ui/speech.tsx'
import { useWords } from '../../../ui/words.ts'
import { announcementsIn, dutyIn, shownOf, tellKey, untoldIn } from '../carried.ts'
import { useOnce } from '../once.ts'
import { fieldNow, putInBox } from '../outbox/box.ts'
import { takeBackSent } from '../outbox/taking-back.ts'
import { Foot } from '../parts/Foot.tsx'
import { goTo, pathTo, useRoute } from '../route.ts'
import { useStaff, type BoxRecord } from '../state.ts'
import { sync } from '../sync.ts'

/** 传达公告: what is to be told here by a time; one of them with its words to read out and one tap when it was. */
export default function Tell(): ReactNode {
  const now = useNow()
  const { key } = useRoute()
  const { carry } = useStaff()
  const all = announcementsIn(shownOf(carry, now))
  const one = all.find(({ announcementId }) => announcementId === key)
  return one ? <One key={key} one={one} /> : <All all={all} />
}

function All({ all }: { all: readonly CarriedAnnouncement[] }): ReactNode {
  const t = useWords()
  const now = useNow()
  const { carry, records, account } = useStaff()
  const shown = shownOf(carry, now)
  const left = all.filter((one) => untoldIn(one, records, shown).length > 0)
  return (
    <Screen over={t('publicity.phone.title')} title={t(left.length > 0 ? 'publicity.phone.left' : 'publicity.phone.none', { n: left.length })} under={dutyIn(shown)?.areaName ?? account?.me.area?.name ?? ''} foot={<Foot>{null}</Foot>}>
      {all.length === 0 ? <div className="empty"><b>{t('publicity.phone.empty')}</b><span>{t('publicity.phone.emptyHint')}</span></div> : null}
      <section className="building"><ul>{[...left, ...all.filter((one) => !left.includes(one))].map((one) => <li key={one.announcementId}><Line one={one} untold={untoldIn(one, records, shown).length} /></li>)}</ul></section>
    </Screen>
  )
}

function Line({ one, untold }: { one: CarriedAnnouncement; untold: number }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const late = one.tellBy !== null && one.tellBy < now
  return (
    <a className="door-line" href={pathTo('tell', one.announcementId)} onClick={(event) => { event.preventDefault(); goTo('tell', one.announcementId) }}>
      <span className="who"><b>{one.title}</b><small>{t(`publicity.kinds.${one.kind}`)} · {one.source}</small></span>
      <span className="dues"><span className={untold === 0 ? 'tag good' : late ? 'tag bad' : 'tag on'}>{untold === 0 ? t('publicity.phone.told') : one.tellBy ? t(late ? 'publicity.phone.wasBy' : 'publicity.phone.by', { at: f.when(one.tellBy) }) : t('publicity.telling.notTold')}</span></span>
    </a>
  )
}

function One({ one }: { one: CarriedAnnouncement }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const single = useOnce()
  const { carry, records } = useStaff()
  const shown = shownOf(carry, now)
  const untold = untoldIn(one, records, shown)
  const last = records.findLast(({ record }) => record.command === 'publicity.recordPublicity' && record.input['announcementId'] === one.announcementId)
  const [way, setWay] = useState<PublicityWay | undefined>(last?.record.input['way'] as PublicityWay | undefined)
  const [number, setNumber] = useState('')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const lines = paragraphsOf(one.body)
  const tell = async (place: { areaId: string; name: string }) => {
    const reached = Number(number) || undefined
    const found: Record<string, string> = !way ? { way: t('publicity.telling.wayNeed') } : lacksNumber(way, reached) ? { number: t(`publicity.telling.need.${way}`) } : {}
    setFaults(found)
    if (Object.keys(found).length > 0 || !way) return
    const counted = asksNumber(way) ? reached : undefined
    await putInBox({
      command: 'publicity.recordPublicity', about: tellKey(one.announcementId, place.areaId), title: one.title,
      input: { recordId: newCommandId(), announcementId: one.announcementId, areaId: place.areaId, way, at: fieldNow(), ...(counted ? { reached: counted } : {}) },
      lines: [place.name, t(`publicity.ways.${way}`), counted ? t(`publicity.reached.${way}`, { n: counted }) : ''].filter(Boolean),
    })
    setNumber('')
    void sync()
  }
  const only = one.places.length === 1 ? one.places[0] : undefined
  return (
    <Screen over={t(`publicity.kinds.${one.kind}`)} title={one.title} under={[one.source, one.orderNo, one.tellBy ? t('publicity.phone.by', { at: f.when(one.tellBy) }) : ''].filter(Boolean).join(' · ')}
      foot={<Foot><div className="pair">{only ? <BigButton onPress={() => void single(() => tell(only))}>{t(untold.length > 0 ? 'publicity.telling.tell' : 'publicity.telling.again')}</BigButton> : null}<BigButton kind="second" onPress={() => goTo('tell')}>{t('publicity.phone.list')}</BigButton></div></Foot>}>
      <Kept last={last} />
      <Block>{one.rumour === null ? null : <><p className="muted"><b>{t('publicity.card.rumour')}</b> {one.rumour}</p><p><b>{t('publicity.card.truth')}</b></p></>}{lines.map((line, i) => <p key={i}>{line}</p>)}<ReadAloud parts={[one.title, ...lines]} /></Block>
      <PhoneField label={t('publicity.telling.way')} fault={faults['way']} group><Choice label={t('publicity.telling.way')} value={way} onChange={(next) => { setFaults({}); setWay(next) }} options={publicityWays.map((value) => ({ value, label: t(`publicity.ways.${value}`) }))} /></PhoneField>
      {way && asksNumber(way) ? <NumberField label={t(`publicity.telling.number.${way}`)} optional={way === 'poster'} fault={faults['number']} value={number} onChange={(next) => setNumber(next.replace(/\D/g, ''))} maxLength={5} /> : null}
      {only ? null : <section className="building"><h2>{t('publicity.telling.title', { left: untold.length })}</h2><ul>{one.places.map((place) => {
        const left = untold.some(({ areaId }) => areaId === place.areaId)
        return <li key={place.areaId}><button type="button" className="door-line tell-line" onClick={() => void single(() => tell(place))}><span className="who"><b>{place.name}</b></span><span className="dues"><span className={left ? 'tag on' : 'tag good'}>{t(left ? 'publicity.telling.tell' : 'publicity.telling.told')}</span></span></button></li>
      })}</ul></section>}
    </Screen>
  )
}

/** What this phone recorded of it last, taken back where it was a slip. */
function Kept({ last }: { last: BoxRecord | undefined }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const single = useOnce()
  const [said, setSaid] = useState<string>()
  if (!last || dayOf(last.record.at) !== dayOf(now)) return said ? <Notice>{said}</Notice> : null
  const undo = async () => { setSaid(t((await takeBackSent(last.record.id)) ? 'publicity.phone.undone' : 'publicity.phone.notUndone')) }
  return <Notice tone="good" title={t('publicity.phone.kept', { at: f.when(last.record.at), what: last.record.words.lines.join(' ') })}><button type="button" className="plain-button" onClick={() => void single(undo)}>{t('publicity.card.undo')}</button>{said ? <span role="status"> {said}</span> : null}</Notice>
}
