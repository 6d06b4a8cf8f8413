import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { quarantineApi, type EpisodeCard } from '../../modules/quarantine/contract.ts'
import { Section, StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 解除五条件: which hold, and of the others what is missing. */
export function Conditions({ episode: e, hurried, onNext }: { episode: EpisodeCard; hurried: boolean; onNext: (() => void) | undefined }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const missed = e.due.filter((d) => d.state === 'missed')
  return (
    <Section title={t('quarantine.card.conditions')}>
      <ul className="stack" style={{ listStyle: 'none', padding: 0, gap: 6 }}>
        {e.conditions.map((c) => (
          <li key={c.id} className="row">
            <StateTag tone={c.met ? 'good' : 'soon'}>{t(`quarantine.conditions.${c.id}`)}</StateTag>
            {c.met ? null : <span className="muted small">{t(`quarantine.conditions.${c.id}Missing`, { n: c.missing, day: f.day(e.endsOn) })}{c.beyond ? ` · ${t('quarantine.conditions.leadBeyond')}` : ''}</span>}
            {c.required ? null : <span className="dim small">{t('quarantine.conditions.notAsked')}</span>}
          </li>
        ))}
      </ul>
      {e.actions.includes('explainGap') ? missed.slice(0, 5).map((d, i) => <Gap key={`${d.dueOn}${d.window}`} episodeId={e.id} dueOn={d.dueOn} window={d.window} autoFocus={hurried && i === 0} onDone={missed.length === 1 ? onNext : undefined} />) : null}
    </Section>
  )
}

function Gap({ episodeId, dueOn, window, autoFocus, onDone }: { episodeId: string; dueOn: string; window: string; autoFocus: boolean; onDone: (() => void) | undefined }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const [reason, setReason] = useState('')
  const back = useCommandOf(quarantineApi.undoGap)
  const explain = useCommandOf(quarantineApi.explainGap, { onDone: () => { offerUndo(t('quarantine.card.done'), () => back.mutateAsync({ episodeId, dueOn, window })); onDone?.() }, onRefused: (error) => say(tError(error)) })
  return (
    <form className="row" onSubmit={(event) => { event.preventDefault(); if (reason.trim().length > 1) explain.mutate({ episodeId, dueOn, window, reason }) }}>
      <span className="small" style={{ whiteSpace: 'nowrap' }}>{f.day(dueOn)} {t(`policies.windows.${window}`)}</span>
      <Input className="grow" autoFocus={autoFocus} value={reason} placeholder={t('quarantine.card.explainTitle')} aria-label={t('quarantine.card.explainTitle')} onChange={(event) => setReason(event.target.value)} />
      <Button htmlType="submit" loading={explain.isPending} disabled={reason.trim().length < 2}>{t('quarantine.card.explain')}</Button>
    </form>
  )
}
