import { Button, Input, type InputRef } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { passageApi, type GateBrief, type Passage } from '../../../modules/passage/contract.ts'
import { checkDocument, readAsked } from '../../../modules/people/rules.ts'
import { ask } from '../../../ui/client.ts'
import { useAddress } from '../../../ui/address.ts'
import { StateTag } from '../../../ui/card.tsx'
import { Loaded } from '../../../ui/Failed.tsx'
import { useFormats } from '../../../ui/format.ts'
import { useKeys } from '../../../ui/keys.ts'
import { Page } from '../../../ui/ListPage.tsx'
import { usePassageWords } from '../../../ui/passage-words.ts'
import { useCommandOf, useListOf, useQueryOf } from '../../../ui/queries.ts'
import { offerUndo, say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { toneOf } from '../tones.ts'
import { EntryForm } from './EntryForm.tsx'
import type { Found, Home, Standing } from './entry.ts'
import { HandOver } from './HandOver.tsx'
import '../passage.css'
import './desk.css'

const KEY = 'wangge.gate'
const remembered = (): string | undefined => { try { return localStorage.getItem(KEY) ?? undefined } catch { return undefined } }

/** 值守登记: a gatekeeper with a PC and a scanner that types. One field takes scan, room, name or plate; the answer is as wide as the page. */
export default function DeskPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const mine = useQueryOf(passageApi.myGates, {}, { staleTime: 30_000 })
  const pick = (gateId: string | undefined) => {
    try { if (gateId) localStorage.setItem(KEY, gateId); else localStorage.removeItem(KEY) } catch { /* private window: chosen for this visit only */ }
    go({ gate: gateId ?? 'choose' })
  }
  return (
    <Loaded of={mine}>{({ items }) => {
      const wanted = at['gate'] ?? remembered()
      const gate = items.find((g) => g.gateId === wanted) ?? (wanted === undefined ? items.find((g) => g.onPost || g.rostered) : undefined) ?? (items.length === 1 ? items[0] : undefined)
      return gate ? <AtGate key={gate.gateId} gate={gate} onPost={gate.onPost} onChange={items.length > 1 ? () => pick(undefined) : undefined} /> : (
        <Page title={t('passage.desk.title')} sub={t('passage.desk.chooseHint')}>
          <h2>{t('passage.desk.choose')}</h2>
          {items.length === 0 ? <div className="paper empty"><b>{t('passage.desk.none')}</b></div> : <ul className="gate-choice">{items.map((g) => <li key={g.gateId}><button type="button" onClick={() => pick(g.gateId)}><b>{g.areaName}</b><span>{g.name}</span></button></li>)}</ul>}
        </Page>
      )
    }}</Loaded>
  )
}

function AtGate({ gate, onPost, onChange }: { gate: GateBrief; onPost: boolean; onChange: (() => void) | undefined }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [standing, setStanding] = useState<Standing>()
  const [handing, setHanding] = useState(false)
  const field = useRef<InputRef>(null)
  const flow = useQueryOf(passageApi.passageFlow, { gateId: gate.gateId }, { keep: true, every: 60_000 }).data
  const { gateId } = gate
  const undo = useCommandOf(passageApi.undoSignOn, { onDone: () => say(t('passage.desk.undoSignOn')) })
  const signOn = useCommandOf(passageApi.signOn, { onRefused: (error) => say(tError(error)), onDone: (shift) => offerUndo(t('passage.desk.signedOn', { name: shift.signedOnName ?? '' }), () => undo.mutateAsync({ gateId })) })
  const next = () => { setStanding(undefined); setTimeout(() => field.current?.focus(), 0) }
  useKeys(standing ? [{ key: 'Escape', words: 'ui.keys.close', run: next, always: true }] : [])
  return (
    <Page
      title={`${gate.areaName} ${gate.name}`} sub={flow ? t('passage.desk.online', { in: flow.in, out: flow.out }) : t('passage.desk.title')}
      actions={<>{onPost ? <Button onClick={() => setHanding(true)}>{t('passage.desk.handOver')}</Button> : <Button loading={signOn.isPending} onClick={() => signOn.mutate({ gateId })}>{t('passage.desk.signOn')}</Button>}{onChange ? <Button type="text" onClick={onChange}>{t('passage.desk.change')}</Button> : null}</>}
    >
      {handing ? <HandOver gateId={gateId} onDone={() => setHanding(false)} /> : null}
      {standing ? <EntryForm key={standing.home?.householdId ?? standing.subject} gateId={gateId} standing={standing} onDone={next} /> : <Find gateId={gateId} field={field} onStanding={setStanding} />}
      {standing ? null : <Last gateId={gateId} />}
    </Page>
  )
}

/** Whoever is in no register here was asked for by a name or an identity number: neither is typed twice. */
function toldBy(q: string): Pick<Standing, 'name' | 'document'> {
  const { name } = readAsked(q)
  return { name, document: checkDocument('residentId', q).fault === undefined ? q.trim() : '' }
}

/** One field for everything that can be scanned or typed. */
function Find({ gateId, field, onStanding }: { gateId: string; field: React.RefObject<InputRef | null>; onStanding: (standing: Standing) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [q, setQ] = useState('')
  const [found, setFound] = useState<Found>()
  const [busy, setBusy] = useState(false)
  const stand = (of: Found, home: Home | undefined, subject: Standing['subject']) => onStanding({ found: of, home, subject, ...(home ? { name: '', document: '' } : toldBy(q)), told: '' })
  const find = async () => {
    if (q.trim() === '') return
    setBusy(true)
    try {
      const answer = await ask(passageApi.findAtGate, { gateId, q: q.trim() })
      const [only] = answer.found
      if (answer.visitor) stand(answer, undefined, 'visitor')
      else if (answer.vehicle) stand(answer, only, 'vehicle')
      else if (!only && (answer.pass?.no || answer.held?.sure)) stand(answer, undefined, answer.pass?.no ? answer.pass.kind : 'unknown')
      else if (only && answer.found.length === 1) stand(answer, only, answer.pass?.kind === 'person' ? 'person' : 'household')
      else setFound(answer)
    } catch (error) {
      say(tError(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="paper desk-find">
      <form onSubmit={(event) => { event.preventDefault(); void find() }}>
        <label htmlFor="desk-find">{t('passage.desk.find')}</label>
        <span className="row"><Input id="desk-find" ref={field} size="large" autoFocus autoComplete="off" maxLength={400} value={q} onChange={(event) => { setQ(event.target.value); setFound(undefined) }} /><Button type="primary" size="large" htmlType="submit" loading={busy}>{t('passage.desk.findGo')}</Button></span>
        <span className="hint muted small">{t('passage.desk.findHint')}</span>
      </form>
      {found ? <Hits found={found} q={q} onPick={(home) => stand(found, home, 'household')} onOther={(subject) => stand(found, undefined, subject)} /> : null}
    </section>
  )
}

function Hits({ found, q, onPick, onOther }: { found: Found; q: string; onPick: (home: Home) => void; onOther: (subject: 'unknown' | 'visitor') => void }): ReactNode {
  const t = useWords()
  return (
    <div className="desk-hits">
      {found.found.length > 0 ? <h2>{t('passage.desk.pick')}</h2> : <p><b>{t('passage.desk.nobody', { q })}</b> {t('passage.desk.nobodyHint')}</p>}
      <ul>{found.found.map((home, i) => (
        <li key={`${home.householdId} ${home.personId ?? ''} ${i}`}><button type="button" onClick={() => onPick(home)}><b>{home.address}</b><span>{home.members.filter((m) => home.personId === null || m.personId === home.personId).map((m) => m.nameMasked).join('、')} · {t('passage.desk.people', { n: home.members.length })}</span></button></li>
      ))}</ul>
      {found.more ? <p className="muted small">{t('passage.desk.more')}</p> : null}
      <span className="row"><Button onClick={() => onOther('visitor')}>{t('passage.desk.asVisitor')}</Button><Button onClick={() => onOther('unknown')}>{t('passage.desk.asUnknown')}</Button></span>
    </div>
  )
}

/** What was recorded here just now, so that a slip is seen. */
function Last({ gateId }: { gateId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const words = usePassageWords()
  const items = useListOf(passageApi.listPassages, { gateId, limit: 8 }).items as Passage[]
  return (
    <section className="paper desk-last">
      <h2>{t('passage.desk.last')}</h2>
      {items.length === 0 ? <p className="dim">{t('passage.desk.lastNone')}</p> : (
        <ul>{items.map((p) => <li key={p.eventId} className={p.takenBackAt ? 'struck' : ''}><time dateTime={p.at}>{f.when(p.at)}</time> <b>{words.who(p)}</b> <span className="muted">{p.address}</span> {t(`passage.directions.${p.direction}`)} <StateTag tone={toneOf[p.outcome]}>{t(`passage.outcomes.${p.outcome}`)}</StateTag></li>)}</ul>
      )}
    </section>
  )
}
