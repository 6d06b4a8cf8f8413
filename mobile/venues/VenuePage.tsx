import './words.ts'
import './venues.css'
import { useState, type ReactNode } from 'react'
import { addMinutes, clockOf } from '../../kernel/dates.ts'
import { venuesApi } from '../../modules/venues/contract.ts'
import { overAt } from '../../modules/venues/rules.ts'
import { useFormats } from '../../ui/format.ts'
import { useNow } from '../../ui/now.ts'
import { NumberField, TextField } from '../../ui/phone/fields.tsx'
import { BigButton, Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { device, keepVisit, keepVisitor, keptVisit, keptVisitor } from './kept.ts'

const EVERY_MS = 15_000

/** 场所码: scan in, scan out; name and telephone written once. */
export default function VenuePage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const token = location.pathname.split('/')[3] ?? ''
  const query = useQueryOf(venuesApi.openVenue, { token }, { every: EVERY_MS })
  const [kept, setKept] = useState(() => keptVisit(token))
  const now = useNow()
  const [said, setSaid] = useState<string>()
  if (query.error && !query.data) return <Screen title={t('venues.visit.title')} foot={<BigButton onPress={() => void query.refetch()}>{t('ui.phone.reload')}</BigButton>}><Notice tone="soon">{query.error.status === 422 ? t('venues.errors.noCode') : tError(query.error)}</Notice></Screen>
  if (!query.data) return <Screen title={t('ui.phone.loading')}><span /></Screen>
  const keep = (next: { visitId: string; leaveBy: string } | undefined) => { keepVisit(token, next); setKept(next); setSaid(t(next ? 'venues.visit.thanks' : 'venues.visit.gone')) }
  const shared = { token, venue: query.data, said, onChange: keep }
  const visit = kept && now < overAt(addMinutes(kept.leaveBy, -query.data.stayMinutes)) ? kept : undefined
  return visit ? <Inside {...shared} visit={visit} /> : <Outside {...shared} />
}

interface Props { token: string; venue: { name: string; inside: number; capacity: number; full: boolean; stayMinutes: number; open: boolean }; said: string | undefined; onChange: (visit: { visitId: string; leaveBy: string } | undefined) => void }

function Outside({ token, venue, said, onChange }: Props): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const kept = keptVisitor()
  const [name, setName] = useState(kept?.name ?? '')
  const [phone, setPhone] = useState(kept?.phone ?? '')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const come = useCommandOf(venuesApi.checkIn, {
    onDone: ({ visitId, leaveBy }) => { keepVisitor({ name: name.trim(), phone: phone.trim() }); onChange({ visitId, leaveBy }) },
    onRefused: (error) => setFaults(error.code === 'venues.wrongPhone' ? { phone: tError(error) } : { sending: tError(error) }),
  })
  const send = () => {
    const found = { ...(name.trim() ? {} : { name: t('venues.visit.nameNeed') }), ...(/^1\d{10}$/.test(phone.trim()) ? {} : { phone: t('venues.errors.wrongPhone') }) }
    setFaults(found)
    if (Object.keys(found).length === 0) come.mutate({ token, name: name.trim(), phone: phone.trim(), device: device() })
  }
  const closed = !venue.open
  return (
    <Screen over={t('venues.visit.title')} title={venue.name} under={t('venues.visit.inside', { inside: venue.inside, capacity: venue.capacity })} foot={closed || venue.full ? undefined : <BigButton busy={come.isPending} onPress={send}>{t('venues.visit.in')}</BigButton>}>
      {said ? <Notice tone="good">{said}</Notice> : null}
      {closed ? <Notice tone="bad">{t('venues.visit.closed')}</Notice> : venue.full ? <Notice tone="bad" title={t('venues.visit.full')}>{t('venues.visit.wait')}</Notice> : null}
      {faults['sending'] ? <Notice tone="bad">{faults['sending']}</Notice> : null}
      <Block>
        <TextField label={t('venues.visit.name')} value={name} onChange={setName} autoComplete="name" fault={faults['name']} maxLength={40} />
        <NumberField label={t('venues.visit.phone')} keyboard="tel" value={phone} onChange={setPhone} autoComplete="tel" fault={faults['phone']} maxLength={11} />
        <p className="muted small">{t('venues.visit.kept')}</p>
      </Block>
      <p className="muted small">{t('venues.visit.stayHint', { n: venue.stayMinutes })} · {t('venues.visit.privacy')}</p>
    </Screen>
  )
}

/** Inside: by when to come out, in large type; past it the page says so by itself. */
function Inside({ token, venue, said, visit, onChange }: Props & { visit: { visitId: string; leaveBy: string } }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const now = useNow()
  const [fault, setFault] = useState<string>()
  const leave = useCommandOf(venuesApi.checkOut, { onDone: () => onChange(undefined), onRefused: (error) => setFault(tError(error)) })
  const over = now >= visit.leaveBy
  return (
    <Screen over={t('venues.visit.title')} title={venue.name} under={t('venues.visit.inside', { inside: venue.inside, capacity: venue.capacity })} foot={<BigButton busy={leave.isPending} onPress={() => leave.mutate({ token, visitId: visit.visitId })}>{t('venues.visit.out')}</BigButton>}>
      <Notice tone={over ? 'bad' : 'good'} title={over ? t('venues.visit.over') : said}>{t('venues.visit.stay', { time: f.when(visit.leaveBy) })}</Notice>
      <p className="leave-by" aria-hidden="true">{clockOf(visit.leaveBy)}</p>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
    </Screen>
  )
}
