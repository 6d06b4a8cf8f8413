import { useState, type ReactNode } from 'react'
import { confirmableFields, screeningApi, type AskedField, type Cleared } from '../../../modules/screening/contract.ts'
import { tenPointsSource } from '../../../modules/screening/data/ten-points.ts'
import { pointsOf, revocable } from '../../../modules/screening/rules.ts'
import { StateTag } from '../../../ui/card.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { useCommandOf, useQueryOf } from '../../../ui/queries.ts'
import { offerUndo, say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { useMay } from '../../me.ts'
import { Ask } from './Ask.tsx'
import './ten.css'

interface Props {
  screeningId: string
  /** Whom it is about, for the undo. */
  name: string
  missing: readonly AskedField[]
  /** The question that stands open from the beginning; `next` for the first one. */
  first?: AskedField | 'next' | undefined
}

/** Clear only with something else: verified with its own button, and with it everybody stands in a household. */
const elsewhere: readonly AskedField[] = ['measure', 'household']

/** 十清晰 7/10, 还差 车次、职业、密接: each one a press, answered where it stands; the next question follows by itself. */
export function TenPoints({ screeningId, name, missing: all, first }: Props): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const may = useMay()('screening.record')
  const [asked, setAsked] = useState<AskedField | 'next' | undefined>(first)
  const { clear, missing } = pointsOf(all)
  const answerable = missing.filter((field) => !elsewhere.includes(field))
  const open = asked === undefined ? undefined : answerable.find((field) => field === asked) ?? answerable[0]
  const send = useAnswer({ screeningId, name, onDone: () => setAsked('next') })
  return (
    <section className="ten-points" aria-label={t('screening.ten.title')} title={t('screening.ten.source', { source: tenPointsSource[language] })}>
      <p className="row">
        <StateTag tone={missing.length === 0 ? 'good' : 'soon'}>{t('screening.ten.short', { clear })}</StateTag>
        {missing.length === 0 ? <span className="muted small">{t('screening.ten.all')}</span> : <span className="muted small">{t('screening.ten.still')}</span>}
        {missing.map((field) => (may && answerable.includes(field)
          ? <button key={field} type="button" className="ten-missing" aria-pressed={field === open} onClick={() => setAsked(field === open ? undefined : field)}>{t(`screening.ten.fields.${field}`)}</button>
          : <span key={field} className="small">{t(`screening.ten.fields.${field}`)}</span>))}
      </p>
      {may && open ? <Ask key={open} field={open} busy={send.busy} fault={send.fault} onAnswer={(facts) => send.answer(open, facts)} {...(isConfirmable(open) ? { onNone: () => send.none(open) } : {})} /> : null}
      {asked && may && !open && missing.length > 0 ? <p className="muted small">{t('screening.ten.verifyFirst')}</p> : null}
    </section>
  )
}

type Confirmable = (typeof confirmableFields)[number]
const isConfirmable = (field: AskedField): field is Confirmable => (confirmableFields as readonly AskedField[]).includes(field)

function useAnswer({ screeningId, name, onDone }: { screeningId: string; name: string; onDone: () => void }) {
  const t = useWords()
  const tError = useErrorWords()
  const [fault, setFault] = useState('')
  const [about, setAbout] = useState<AskedField>()
  const back = useCommandOf(screeningApi.takeBackClarified)
  const told = (field: AskedField) => {
    const done = t('screening.ten.done', { name, field: t(`screening.ten.fields.${field}`) })
    if (revocable.includes(field)) offerUndo(done, () => back.mutateAsync({ screeningId, field }))
    else say(done)
  }
  const clarify = useCommandOf(screeningApi.clarify, { onDone: () => { if (about) told(about); onDone() }, onRefused: (error) => setFault(tError(error)) })
  const send = (field: AskedField, input: { facts?: Cleared; none?: Confirmable }) => { setFault(''); setAbout(field); clarify.mutate({ screeningId, ...input }) }
  return { busy: clarify.isPending, fault, answer: (field: AskedField, facts: Cleared) => send(field, { facts }), none: (field: Confirmable) => send(field, { none: field }) }
}

/** The same of a person's latest arrival, on the card and in the call; nothing of somebody who never came from outside. */
export function TenPointsOf({ personId, name, first }: { personId: string; name: string; first?: Props['first'] }): ReactNode {
  const may = useMay()('screening.view')
  const latest = useQueryOf(screeningApi.tenPointsOf, { personId }, { enabled: may }).data?.latest
  return latest ? <TenPoints {...latest} name={name} first={first} /> : null
}
