import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type * as z from 'zod'
import { peopleApi, type MergeSide } from '../../../modules/people/contract.ts'
import type { MergeChoice, MergeField } from '../../../modules/people/rules.ts'
import { Choices } from '../../../ui/choices.tsx'
import { Failed, Skeleton } from '../../../ui/Failed.tsx'
import { useFormats } from '../../../ui/format.ts'
import { useKeys } from '../../../ui/keys.ts'
import { Page } from '../../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../../ui/queries.ts'
import { offerUndo, say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { Belongs } from './Belongs.tsx'
import { shownSide } from './shown.ts'

interface Props { keptId: string; otherId: string; onTurn: () => void; onLeave: () => void; onNext: () => void }
type Compared = z.output<typeof peopleApi.comparePeople.output>

/** 并排核对: field by field, the proposed side chosen and visible, one press to change it. */
export function Compare(props: Props): ReactNode {
  const query = useQueryOf(peopleApi.comparePeople, { keptId: props.keptId, otherId: props.otherId })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  return query.data ? <Sheet {...props} compared={query.data} /> : <Skeleton rows={10} />
}

function Sheet({ keptId, otherId, onTurn, onLeave, onNext, compared }: Props & { compared: Compared }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [choices, setChoices] = useState<Partial<Record<MergeField, MergeChoice>>>({})
  const onRefused = (error: Parameters<typeof tError>[0]) => say(tError(error))
  const undo = useCommandOf(peopleApi.unmergePeople)
  const merge = useCommandOf(peopleApi.mergePeople, {
    onDone: ({ mergeId }) => { offerUndo(t('people.doubles.mergedDone', { name: compared.kept.name }), () => undo.mutateAsync({ mergeId })); onNext() }, onRefused,
  })
  const open = useCommandOf(peopleApi.decideDouble)
  const decide = useCommandOf(peopleApi.decideDouble, {
    onDone: () => { offerUndo(t('people.doubles.saidDifferent'), () => open.mutateAsync({ oneId: keptId, otherId, same: 'unknown' })); onNext() }, onRefused,
  })
  useKeys([{ key: 'Escape', words: 'people.doubles.leave', run: onLeave }])
  const fields = [...compared.fields].sort((a, b) => Number(b.differs) - Number(a.differs))
  return (
    <Page
      title={compared.kept.name} sub={t('people.doubles.differs', { n: fields.filter((f) => f.differs).length })}
      actions={<><Button onClick={onLeave}>{t('people.doubles.leave')}</Button><Button onClick={onTurn}>{t('people.doubles.keepThis')}</Button></>}
    >
      <table className="paper compare">
        <thead><tr><th>{t('people.doubles.field')}</th><Head side={compared.kept} word={t('people.doubles.kept')} /><Head side={compared.other} word={t('people.doubles.other')} /></tr></thead>
        <tbody>
          {fields.map(({ field, differs, proposed, choices: may }) => (
            <Row key={field} field={field} compared={compared} differs={differs} may={may} choice={choices[field] ?? proposed} onChoose={(choice) => setChoices((before) => ({ ...before, [field]: choice }))} />
          ))}
          <tr><th>{t('people.doubles.belongs')}<br /><span className="dim small">{t('people.doubles.belongsHint')}</span></th><td><Belongs rows={compared.kept.belongings} /></td><td><Belongs rows={compared.other.belongings} /></td></tr>
        </tbody>
      </table>
      <footer className="action-bar compare-foot">
        <Button type="primary" size="large" loading={merge.isPending} onClick={() => merge.mutate({ keptId, otherId, choices })}>{t('people.doubles.merge')}</Button>
        <Button size="large" loading={decide.isPending} onClick={() => decide.mutate({ oneId: keptId, otherId, same: 'no' })}>{t('people.doubles.notSame')}</Button>
      </footer>
    </Page>
  )
}

function Head({ side, word }: { side: MergeSide; word: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return <th scope="col">{word}<br /><span className="dim small">{t('people.doubles.updated', { at: f.when(side.updatedAt) })}</span></th>
}

interface RowProps { field: MergeField; compared: Compared; differs: boolean; may: readonly MergeChoice[]; choice: MergeChoice; onChoose: (choice: MergeChoice) => void }
function Row({ field, compared, differs, may, choice, onChoose }: RowProps): ReactNode {
  const t = useWords()
  const f = useFormats()
  const label = t(field === 'document' || field === 'home' || field === 'registered' ? `people.doubles.${field}` : `people.form.${field}`)
  const cell = (side: 'kept' | 'other') => {
    const taken = choice === side || choice === 'both'
    const text = shownSide(t, f, compared[side], field)
    return <td className={differs && taken ? 'taken' : ''}>{text || <span className="dim">{t('people.doubles.none')}</span>}{differs && taken ? <span className="visually-hidden"> {t('people.doubles.taken')}</span> : null}</td>
  }
  return (
    <tr className={differs ? 'differs' : 'alike'}>
      <th scope="row">{label}{differs ? (
        <Choices label={t('people.doubles.choose', { field: label })} value={choice} onChange={onChoose}
          options={may.map((value) => ({ value, label: value === 'kept' ? '←' : value === 'other' ? '→' : t('people.doubles.both') }))} />
      ) : null}</th>
      {cell('kept')}{cell('other')}
    </tr>
  )
}
