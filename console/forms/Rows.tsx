import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formsApi, type FormCard, type Preview, type Unmatched as Row } from '../../modules/forms/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 要看一下的行: whoever could not be told for sure, with who it may be; one press says it. */
export function Unmatched({ form, preview }: { form: FormCard; preview: Preview }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const set = useCommandOf(formsApi.setFormWho, { onRefused: (error) => say(tError(error)) })
  const { formId, who, picks } = form
  const pick = (row: Row, personId: string, text: string) => set.mutate({ formId, who, picks: { ...picks, [row.rowNo]: personId } }, { onSuccess: () => offerUndo(text, () => set.mutateAsync({ formId, who, picks })) })
  const again = () => set.mutate({ formId, who, picks: Object.fromEntries(Object.entries(picks).filter(([, one]) => one !== 'skip')) })
  if (preview.unmatchedInAll === 0) return preview.skipped > 0 ? <p><button type="button" className="link-button" onClick={again}>{t('forms.fill.restore')}</button></p> : null
  return (
    <div className="fill-sub">
      <h3 className="soon-ink">{t('forms.fill.unmatched', { n: preview.unmatchedInAll })}</h3>
      <ul className="fill-rows">
        {preview.unmatched.map((row) => (
          <li key={row.rowNo}>
            <span className="grow"><b>{t('forms.fill.unmatchedRow', { row: row.rowNo, name: row.name })}</b> <span className="soon-ink">{t(`forms.reasons.${row.reason}`)}</span></span>
            <Button size="small" onClick={() => pick(row, 'skip', t('forms.fill.skippedSay', { row: row.rowNo }))}>{t('forms.fill.skip')}</Button>
            {row.candidates.length > 0 ? (
              <ul className="candidates">
                {row.candidates.map((one) => <li key={one.personId}><Candidate one={one} /><Button size="small" type="primary" ghost aria-label={`${t('forms.fill.pick')} ${row.rowNo} ${one.name} ${one.address}`} onClick={() => pick(row, one.personId, t('forms.fill.pickedSay', { row: row.rowNo, name: one.name }))}>{t('forms.fill.pick')}</Button></li>)}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Candidate({ one }: { one: Row['candidates'][number] }): ReactNode {
  const f = useFormats()
  return <span className="grow">{one.name} <span className="muted small">{[one.birthOn ? f.day(one.birthOn) : '', one.documentMasked ?? '', one.address].filter(Boolean).join(' · ')}</span></span>
}

/** 底数里没有的: whom the register lacks something of; written there once, every form has it. */
export function Gaps({ preview }: { preview: Preview }): ReactNode {
  const t = useWords()
  if (preview.gapsInAll === 0) return null
  return (
    <div className="fill-sub">
      <h3>{t('forms.fill.gaps', { n: preview.gapsInAll })}</h3>
      <p className="muted small">{t('forms.fill.gapsHint')}{preview.gapsInAll > preview.gaps.length ? ` ${t('forms.fill.gapsMore', { n: preview.gaps.length })}` : ''}</p>
      <ul className="fill-rows scroll">
        {preview.gaps.map((one) => (
          <li key={one.rowNo}>
            <span className="grow">{one.name} <span className="muted small">{one.address}</span> <span className="soon-ink small">{t('forms.fill.lacks', { what: one.missing.join('、') })}</span></span>
            <Link to={'/people' as never} search={{ open: one.personId } as never} target="_blank"><Button size="small">{t('forms.fill.open')}</Button></Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
