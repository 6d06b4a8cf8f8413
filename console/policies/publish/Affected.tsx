import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OutputOf } from '../../../kernel/endpoint.ts'
import { effects, type Effect, type reasonsApi, type Standing } from '../../../modules/reasons/contract.ts'
import { StateTag, Why, type Tone } from '../../../ui/card.tsx'
import { useFormats } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/language.ts'
import { Chips } from '../../../ui/ListPage.tsx'
import { useWords } from '../../../ui/words.ts'

const tones: Record<Effect, Tone> = { over: 'good', stricter: 'bad', milder: 'good', longer: 'soon', shorter: 'good', same: 'off', byHand: 'soon', unclear: 'soon' }

interface Props { preview: OutputOf<(typeof reasonsApi)['previewPolicy']>; day: string; effect: string | undefined; onPick: (effect: string | undefined) => void }

/** Who managed now would change, and how. */
export function Affected({ preview, day, effect, onPick }: Props): ReactNode {
  const t = useWords()
  const { counts } = preview
  const changing = preview.managed - counts.same
  if (preview.managed === 0) return <><p className="muted">{t('reasons.preview.nobody')}</p>{preview.elsewhere > 0 ? <p className="muted small">{t('reasons.preview.elsewhere', { n: preview.elsewhere })}</p> : null}</>
  const chips = [{ id: 'all', label: t('reasons.preview.all'), count: changing }, ...effects.filter((e) => counts[e] > 0).map((e) => ({ id: e, label: t(`reasons.effects.${e}`), count: counts[e], tone: tones[e] }))]
  return (
    <>
      <Why {...(preview.retroactive ? { tone: 'soon' as const } : {})}>{t(preview.retroactive ? 'reasons.preview.retroactive' : 'reasons.preview.notRetroactive', { day })}</Why>
      <p><b className="preview-call">{t('reasons.preview.call', { n: preview.call })}</b> <span className="muted">{t('reasons.preview.managed', { n: preview.managed })}{preview.elsewhere > 0 ? ` · ${t('reasons.preview.elsewhere', { n: preview.elsewhere })}` : ''}</span></p>
      <Chips label={t('reasons.preview.effect')} chips={chips} on={effect ?? 'all'} onPick={(id) => onPick(id === 'all' ? undefined : id)} />
      {effect === 'byHand' || effect === 'unclear' || effect === 'over' ? <p className="muted small">{t(`reasons.effectHints.${effect}`)}</p> : null}
      <People items={preview.items} />
      {preview.items.length < (effect ? counts[effect as Effect] : changing) ? <p className="dim small">{t('reasons.preview.more', { n: preview.items.length })}</p> : null}
    </>
  )
}

function People({ items }: { items: Props['preview']['items'] }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const stand = (s: Standing | null) => (s ? <>{t(`policies.measures.${s.measure}`)} <span className="muted nowrap">{t('reasons.preview.until', { day: f.day(s.endsOn) })}</span></> : <span className="muted">{t('reasons.preview.over')}</span>)
  if (items.length === 0) return null
  return (
    <div className="preview-people">
      <table className="matrix">
        <thead><tr><th>{t('reasons.preview.person')}</th><th>{t('reasons.preview.effect')}</th><th>{t('reasons.preview.now')}</th><th>{t('reasons.preview.then')}</th></tr></thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.episodeId}>
              <td><Link to={'/quarantine' as never} search={{ open: one.episodeId } as never}><b>{one.person.name}</b></Link> <span className="dim small nowrap">{one.person.phoneMasked ?? ''}</span><div className="muted small">{one.person.address}</div></td>
              <td><StateTag tone={tones[one.effect]}>{t(`reasons.effects.${one.effect}`)}</StateTag></td>
              <td>{stand(one.before)}</td>
              <td>{one.effect === 'byHand' || one.effect === 'unclear' ? '—' : stand(one.effect === 'over' ? null : one.after)}{one.because ? <div className="dim small">{one.because[language]}</div> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
