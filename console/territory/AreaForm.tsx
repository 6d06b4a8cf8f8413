import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { territoryApi, type AreaView, type Level } from '../../modules/territory/contract.ts'
import { below } from '../../modules/territory/rules.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Choices } from '../../ui/choices.tsx'
import { ask } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

export type AreaAct = 'create' | 'rename' | 'details' | 'move' | 'merge' | 'close'
interface Props { act: AreaAct; area: AreaView; onDone: (openId?: string) => void; onCancel: () => void }
interface Filled { name: string; level?: Level | undefined; code: string; officePhone: string; orderNo: string; reason: string; other?: string | undefined }

/** Which fields an act asks for; nothing more. */
const asks: Record<AreaAct, readonly (keyof Filled)[]> = {
  create: ['level', 'name', 'code', 'officePhone'], rename: ['name', 'orderNo'], details: ['code', 'officePhone'],
  move: ['other', 'orderNo', 'reason'], merge: ['other', 'orderNo', 'reason'], close: ['orderNo', 'reason'],
}
const needed: readonly (keyof Filled)[] = ['name', 'level', 'other', 'reason']

export function AreaForm({ act, area, onDone, onCancel }: Props): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [form, setForm] = useState<Filled>({
    name: act === 'rename' ? area.name : '', code: act === 'details' ? area.code ?? '' : '', officePhone: act === 'details' ? area.officePhone ?? '' : '', orderNo: '', reason: '',
  })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const send = useSend(act, area, onDone)
  const fields = asks[act]
  const submit = () => {
    const missing = fields.filter((name) => needed.includes(name) && !String(form[name] ?? '').trim())
    setFaults(Object.fromEntries(missing.map((name) => [name, t('ui.form.required')])))
    if (missing.length === 0) send.go(form)
  }
  const line = (name: 'name' | 'code' | 'officePhone' | 'orderNo' | 'reason', hint?: string) => fields.includes(name) ? (
    <Field label={t(`territory.fields.${name}`)} hint={hint} fault={faults[name]} optional={!needed.includes(name)}>
      <Input size="large" value={form[name]} onChange={(event) => setForm({ ...form, [name]: event.target.value })} />
    </Field>
  ) : null
  return (
    <Guided onSubmit={submit} faults={faults}>
      {fields.includes('level') ? (
        <Field group label={t('territory.fields.level')} fault={faults['level']}>
          <Choices label={t('territory.fields.level')} value={form.level} onChange={(level) => setForm({ ...form, level })} options={below[area.level].map((value) => ({ value, label: t(`territory.levels.${value}`) }))} />
        </Field>
      ) : null}
      {fields.includes('other') ? (
        <Field label={t(act === 'move' ? 'territory.fields.parent' : 'territory.page.mergeInto')} fault={faults['other']}>
          <AreaPicker label={t('territory.fields.parent')} value={form.other} onChange={(other) => setForm({ ...form, other })} {...(act === 'merge' ? { levels: [area.level] } : {})} />
        </Field>
      ) : null}
      {line('name')}{line('code', t('territory.codeHint'))}{line('officePhone')}{line('orderNo')}{line('reason')}
      {send.error ? <p className="why bad" role="alert">{tError(send.error)}</p> : null}
      <FormFoot go={t(`territory.actions.${act}`)} busy={send.busy} onBack={onCancel} back={t('ui.form.cancel')} />
    </Guided>
  )
}

/** One command per act, and what is said when it is done. */
function useSend(act: AreaAct, area: AreaView, onDone: (openId?: string) => void) {
  const t = useWords()
  const touches = ['territory']
  const create = useCommandOf(territoryApi.createArea, { touches, onDone: ({ areaId }) => onDone(areaId) })
  const rename = useCommandOf(territoryApi.renameArea, {
    touches,
    onDone: (_output, { name }) => {
      onDone()
      offerUndo(t('territory.page.renamed', { name }), () => ask(territoryApi.renameArea, { areaId: area.id, name: area.name }))
    },
  })
  const details = useCommandOf(territoryApi.setAreaDetails, { touches, onDone: () => onDone() })
  const move = useCommandOf(territoryApi.moveArea, { touches, onDone: () => { say(t('territory.moving')); onDone() } })
  const merge = useCommandOf(territoryApi.mergeAreas, { touches, onDone: (_output, input) => { say(t('territory.merging')); onDone(input.intoAreaId) } })
  const close = useCommandOf(territoryApi.closeArea, { touches, onDone: () => onDone() })
  const commands = { create, rename, details, move, merge, close }
  const areaId = area.id
  const go = ({ name, level, code, officePhone, orderNo, reason, other = '' }: Filled) => {
    const order = orderNo.trim() ? { orderNo: orderNo.trim() } : {}
    if (act === 'create' && level) create.mutate({ parentId: areaId, level, name, ...(code ? { code } : {}), ...(officePhone ? { officePhone } : {}) })
    if (act === 'rename') rename.mutate({ areaId, name, ...order })
    if (act === 'details') details.mutate({ areaId, code: code.trim() || null, officePhone: officePhone.trim() || null })
    if (act === 'move') move.mutate({ areaId, toParentId: other, reason, ...order })
    if (act === 'merge') merge.mutate({ areaId, intoAreaId: other, reason, ...order })
    if (act === 'close') close.mutate({ areaId, reason, ...order })
  }
  return { go, busy: commands[act].isPending, error: commands[act].error }
}
