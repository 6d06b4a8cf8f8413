import { InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { careApi, MOST_DAYS } from '../../modules/care/contract.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 走访频次 of a community: its own days beside the standard ones; emptied, the standard holds again. */
export function Rhythms({ areaId, onDone }: { areaId: string | undefined; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const place = areaId ? { areaId } : {}
  const query = useQueryOf(careApi.careRhythms, place)
  const [typed, setTyped] = useState<Readonly<Record<string, number | null>>>({})
  const send = useCommandOf(careApi.setCareRhythms, { onDone: ({ changed, persons }) => { say(changed > 0 ? t('care.rhythms.saved', { n: f.number(persons) }) : t('care.rhythms.unchanged')); onDone() }, onRefused: (error) => say(tError(error)) })
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Skeleton rows={8} />
  const { items, community } = query.data
  if (!community) return <><h2>{t('care.rhythms.title')}</h2><p className="why">{t('care.errors.whichCommunity')}</p></>
  return (
    <>
      <h2>{t('care.rhythms.title')} · {community.name}</h2>
      <p className="muted">{t('care.rhythms.sub')}</p>
      <Guided onSubmit={() => send.mutate({ ...place, items: items.map(({ group, own }) => ({ group, days: group in typed ? typed[group] ?? null : own })) })}>
        <div className="care-rhythms">{items.map(({ group, standard, own }) => (
          <Field key={group} label={t(`people.careGroups.${group}`)} hint={t('care.rhythms.standard', { n: standard })}>
            <InputNumber min={1} max={MOST_DAYS} precision={0} placeholder={String(standard)} value={group in typed ? typed[group] ?? null : own} suffix={t('care.rhythms.days')} onChange={(days) => setTyped((before) => ({ ...before, [group]: days }))} />
          </Field>
        ))}</div>
        <p className="dim small">{t('care.rhythms.note')}</p>
        <FormFoot go={t('care.rhythms.save')} busy={send.isPending} onBack={onDone} />
      </Guided>
    </>
  )
}
