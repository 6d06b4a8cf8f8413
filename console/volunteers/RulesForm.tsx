import { Input, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { volunteersApi, workKinds, type PointItem, type PointRules } from '../../modules/volunteers/contract.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 积分办法: points by kind of work, published as an edition of one's own. */
export function RulesForm({ rules, shipped, onDone }: { rules: PointRules; shipped: boolean; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [basis, setBasis] = useState(shipped ? '' : rules.basis)
  const [items, setItems] = useState<PointItem[]>(workKinds.map((kind) => rules.items.find((one) => one.kind === kind) ?? { kind, points: 0, per: 'hour', mostADay: 16 }))
  const [fault, setFault] = useState<string>()
  const save = useCommandOf(volunteersApi.publishPointRules, { onDone: ({ version }) => { say(t('volunteers.rules.saved', { n: version })); onDone() }, onRefused: (error) => setFault(tError(error)) })
  const set = (kind: PointItem['kind'], change: Partial<PointItem>) => setItems((before) => before.map((one) => (one.kind === kind ? { ...one, ...change } : one)))
  return (
    <section className="paper volunteer-rules">
      <Guided wide onSubmit={() => (basis.trim().length < 2 ? setFault(t('volunteers.form.need')) : save.mutate({ basis: basis.trim(), items: items.filter(({ points }) => points > 0) }))} faults={fault ? { basis: fault } : {}}>
        <table>
          <thead><tr>{(['kind', 'points', 'per', 'most'] as const).map((head) => <th key={head} scope="col">{t(`volunteers.rules.${head}`)}</th>)}</tr></thead>
          <tbody>{items.map((one) => {
            const name = t(`volunteers.works.${one.kind}`)
            return (
              <tr key={one.kind}>
                <th scope="row">{name}</th>
                <td><InputNumber min={0} max={100} precision={0} aria-label={`${name} ${t('volunteers.rules.points')}`} value={one.points} onChange={(points) => set(one.kind, { points: points ?? 0 })} /></td>
                <td><Select style={{ width: 100 }} aria-label={`${name} ${t('volunteers.rules.per')}`} value={one.per} onChange={(per) => set(one.kind, { per })} options={(['hour', 'time'] as const).map((value) => ({ value, label: t(`volunteers.rules.perOf.${value}`) }))} /></td>
                <td><InputNumber min={1} max={500} precision={0} aria-label={`${name} ${t('volunteers.rules.most')}`} value={one.mostADay} onChange={(mostADay) => set(one.kind, { mostADay: mostADay ?? 1 })} /></td>
              </tr>
            )
          })}</tbody>
        </table>
        <Field label={t('volunteers.rules.basis')} fault={fault} hint={t('volunteers.rules.stays')}><Input size="large" maxLength={300} placeholder={t('volunteers.rules.basisHint')} value={basis} onChange={(event) => setBasis(event.target.value)} /></Field>
        <FormFoot go={t('volunteers.rules.save')} busy={save.isPending} onBack={onDone} />
      </Guided>
    </section>
  )
}
