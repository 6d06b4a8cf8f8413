import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { zonesApi, type ZoneCard, type ZoneKind, type ZoneValue } from '../../modules/zones/contract.ts'
import { isLower } from '../../modules/zones/rules.ts'
import { clockOf, dayOf, instantAt } from '../../kernel/dates.ts'
import { Section } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useNow } from '../../ui/now.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { ClockInput, DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

type Text = 'orderNo' | 'issuer' | 'scopeNote' | 'reason' | 'day' | 'clock'

/** The change by order; what it opens and closes stands there before anything is sent. */
export function ZoneForm({ card, kind, onDone }: { card: ZoneCard; kind: ZoneKind; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const now = useNow()
  const [value, setValue] = useState<ZoneValue>()
  const [texts, setTexts] = useState<Record<Text, string>>({ orderNo: '', issuer: card.current?.issuer ?? '', scopeNote: '', reason: '', day: dayOf(now), clock: clockOf(now) })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (name: Text) => (event: { target: { value: string } }) => setTexts({ ...texts, [name]: event.target.value })
  const undo = useCommandOf(zonesApi.undoZone)
  const save = useCommandOf(zonesApi.setZone, {
    onDone: (after) => {
      const zoneId = after.current?.zoneId
      if (zoneId && value) offerUndo(t('zones.form.set', { area: card.area.name, value: t(`zones.value.${value}`) }), () => undo.mutateAsync({ zoneId }))
      onDone()
    },
    onRefused: (error) => setFaults({ orderNo: tError(error) }),
  })
  const submit = () => {
    const wrong = { ...(value ? {} : { value: t('zones.form.valuePrompt') }), ...(texts.orderNo.trim() ? {} : { orderNo: t('zones.form.orderPrompt') }), ...(texts.issuer.trim() ? {} : { issuer: t('zones.form.issuerPrompt') }) }
    setFaults(wrong)
    if (Object.keys(wrong).length > 0 || !value) return
    const { day, clock, ...order } = texts
    save.mutate({ areaId: card.area.areaId, kind, value, fromAt: instantAt(day, clock), ...order })
  }
  return (
    <Section title={t('zones.card.set', { kind: t(`zones.kinds.${kind}`) })}>
      <Guided onSubmit={submit} faults={faults}>
        <Field label={t('zones.form.value')} group fault={faults['value']}>
          <Choices label={t('zones.form.value')} value={value} onChange={setValue} options={card.values.toReversed().map((one) => ({ value: one, label: t(`zones.value.${one}`), hint: t(`zones.valueHint.${one}`) }))} />
        </Field>
        {value ? <Effect card={card} kind={kind} value={value} fromAt={instantAt(texts.day, texts.clock)} /> : null}
        <Field label={t('zones.form.orderNo')} fault={faults['orderNo']}><Input size="large" maxLength={60} placeholder={t('zones.form.orderPlaceholder')} value={texts.orderNo} onChange={set('orderNo')} /></Field>
        <Field label={t('zones.form.issuer')} fault={faults['issuer']}><Input size="large" maxLength={80} value={texts.issuer} onChange={set('issuer')} /></Field>
        <Field label={t('zones.form.fromAt')} group><span className="row"><DayInput aria-label={t('zones.form.day')} style={{ width: 160 }} needed value={texts.day} onChange={(day) => setTexts({ ...texts, day })} /><ClockInput aria-label={t('zones.form.clock')} style={{ width: 120 }} needed value={texts.clock} onChange={(clock) => setTexts({ ...texts, clock })} /></span></Field>
        <Field label={t('zones.form.scope')} optional><Input maxLength={200} placeholder={t('zones.form.scopePlaceholder', { area: card.area.name })} value={texts.scopeNote} onChange={set('scopeNote')} /></Field>
        <Field label={t('zones.form.reason')} optional><Input maxLength={300} value={texts.reason} onChange={set('reason')} /></Field>
        <FormFoot go={value ? t('zones.form.go', { value: t(`zones.value.${value}`) }) : t('zones.card.set', { kind: t(`zones.kinds.${kind}`) })} busy={save.isPending} onBack={onDone} back={t('ui.form.cancel')} />
      </Guided>
    </Section>
  )
}

/** Which measures it means, with whom and until when. */
function Effect({ card, kind, value, fromAt }: { card: ZoneCard; kind: ZoneKind; value: ZoneValue; fromAt: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const effect = useQueryOf(zonesApi.previewZone, { areaId: card.area.areaId, kind, value, fromAt }, { keep: true }).data
  if (!effect) return null
  const said = [effect.opens.length > 0 ? t('zones.form.opens', { n: effect.opens.length }) : t('zones.form.nothingOpens'), ...(effect.keeps > 0 ? [t('zones.form.keeps', { n: effect.keeps })] : []), ...(effect.closes.length > 0 ? [t('zones.form.closes', { n: effect.closes.length })] : [])]
  return (
    <div className={card.current && isLower(value, card.current.value) ? 'why good' : 'why soon'}>
      <b>{said.join(' · ')}</b>
      <ul className="zone-effect">{effect.opens.map((one, i) => <li key={i}>{one.title[language]} <span className="muted small">{one.ownerName ?? t('zones.form.nobody')} · {t('zones.card.due', { when: f.when(one.dueAt) })}</span></li>)}</ul>
      {effect.closes.length > 0 ? <ul className="zone-effect struck">{effect.closes.map((one, i) => <li key={i}>{one.title[language]}</li>)}</ul> : null}
    </div>
  )
}
