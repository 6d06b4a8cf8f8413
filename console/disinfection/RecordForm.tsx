import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { disinfectionApi, type PointCard } from '../../modules/disinfection/contract.ts'
import type { ApiError } from '../../ui/client.ts'
import { FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { HowFields, nothing, readHow, type How } from './How.tsx'
import { howOf } from './standing.tsx'

/** 记一次消毒: as the last time with one press; the first time nothing is chosen for anybody. */
export function RecordForm({ point, onDone }: { point: PointCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const { last, pointId } = point
  const [changing, setChanging] = useState(last === null)
  const [d, setDraft] = useState<How>({ ...nothing, ...last })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const undo = useCommandOf(disinfectionApi.undoDisinfection)
  const send = useCommandOf(disinfectionApi.recordDisinfection, {
    onDone: ({ disinfectionId, record }) => { offerUndo(t(record.marks.length > 0 ? 'disinfection.form.savedMark' : 'disinfection.form.saved', { name: `${point.building}${point.name}` }), () => undo.mutateAsync({ disinfectionId })); onDone() },
    onRefused: (error: ApiError) => setFaults({ [error.code === 'disinfection.endsBefore' ? 'at' : 'agent']: tError(error) }),
  })
  const submit = () => {
    const read = readHow(d, t)
    setFaults(read.faults)
    if (read.input) send.mutate({ pointId, ...read.input })
    else setChanging(true)
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      {changing ? <>{last === null ? <p className="muted">{t('disinfection.form.noLast')}</p> : null}<HowFields d={d} set={(change) => setDraft((before) => ({ ...before, ...change }))} faults={faults} standard={point.squareMetres} /></>
        : <p className="row"><span className="grow">{t('disinfection.form.last', { how: last ? howOf(last, t) : '' })}</span><Button onClick={() => setChanging(true)}>{t('disinfection.form.change')}</Button></p>}
      <FormFoot go={t('disinfection.form.done')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}
