import { Checkbox, Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { plateKind } from '../../modules/people/rules.ts'
import { passesApi, vehiclePurposes, type PassCard } from '../../modules/passes/contract.ts'
import { isSpecialPlate } from '../../modules/passes/rules.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { lasting, ValidOn } from './HomeForms.tsx'
import { HomePicker, type Home } from './HomePicker.tsx'

type Text = 'plate' | 'owner' | 'driver' | 'route' | 'day'
type Purpose = (typeof vehiclePurposes)[number]

/** 车辆通行证: the plate says what kind it is; special ones need nothing more. */
export function VehicleForm({ onDone }: { onDone: (card: PassCard) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [texts, setTexts] = useState<Record<Text, string>>({ plate: '', owner: '', driver: '', route: '', day: '' })
  const [purpose, setPurpose] = useState<Purpose>()
  const [of, setOf] = useState<'home' | 'office'>('home')
  const [home, setHome] = useState<Home>()
  const [areaId, setAreaId] = useState<string>()
  const [special, setSpecial] = useState(false)
  const [companions, setCompanions] = useState<number | null>(null)
  const [recheck, setRecheck] = useState<number | null>(null)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (name: Text) => (event: { target: { value: string } }) => setTexts({ ...texts, [name]: event.target.value })
  const told = plateKind(texts.plate)
  const always = isSpecialPlate(texts.plate)
  const issue = useCommandOf(passesApi.issueVehicle, { onDone, onRefused: (error) => setFaults({ [error.code === 'passes.quarantined' ? 'place' : error.code === 'passes.tooLong' ? 'day' : 'plate']: tError(error) }) })
  const submit = () => {
    const wrong = { ...(texts.plate.trim() ? {} : { plate: t('passes.form.needPlate') }), ...(of === 'home' && !home ? { place: t('passes.form.needHousehold') } : {}), ...(purpose ? {} : { purpose: t('passes.form.needPurpose') }) }
    setFaults(wrong)
    if (Object.keys(wrong).length > 0 || !purpose) return
    const { day, plate, ...more } = texts
    issue.mutate({
      plate, purpose, special, ...lasting(day), ...Object.fromEntries(Object.entries(more).filter(([, text]) => text.trim())),
      ...(of === 'home' && home ? { householdId: home.householdId } : areaId ? { areaId } : {}), ...(companions ? { companions } : {}), ...(recheck ? { recheckDays: recheck } : {}),
    })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('passes.form.plate')} fault={faults['plate']} hint={told ? `${t(`people.vehicleKinds.${told}`)}${always ? ` · ${t('passes.form.always')}` : ''}` : t('passes.form.plateHint')}>
        <Input size="large" autoFocus maxLength={20} value={texts.plate} onChange={set('plate')} />
      </Field>
      <Field label={t('passes.form.place')} group fault={faults['place']}>
        <Choices label={t('passes.form.place')} value={of} onChange={setOf} options={[{ value: 'home', label: t('passes.form.ofHousehold') }, { value: 'office', label: t('passes.form.ofOffice') }]} />
        <div className="pass-place">{of === 'home' ? <HomePicker value={home} onChange={setHome} /> : <AreaPicker label={t('passes.page.place')} value={areaId} onChange={setAreaId} />}</div>
      </Field>
      <Field label={t('passes.form.purpose')} group fault={faults['purpose']}><Choices label={t('passes.form.purpose')} value={purpose} onChange={setPurpose} options={vehiclePurposes.map((value) => ({ value, label: t(`passes.purposes.${value}`) }))} /></Field>
      {always ? null : <Checkbox checked={special} onChange={(event) => setSpecial(event.target.checked)}>{t('passes.form.special')}</Checkbox>}
      <Field label={t('passes.form.owner')} optional><Input size="large" maxLength={60} value={texts.owner} onChange={set('owner')} /></Field>
      <div className="pass-pair">
        <Field label={t('passes.form.driver')} optional><Input size="large" maxLength={40} value={texts.driver} onChange={set('driver')} /></Field>
        <Field label={t('passes.form.companions')} optional><InputNumber size="large" min={1} max={60} value={companions} onChange={setCompanions} style={{ width: '100%' }} /></Field>
      </div>
      <Field label={t('passes.form.route')} optional><Input size="large" maxLength={120} value={texts.route} onChange={set('route')} /></Field>
      <div className="pass-pair">
        <ValidOn value={texts.day} onChange={(day) => setTexts({ ...texts, day })} fault={faults['day']} />
        {always || special ? null : <Field label={t('passes.form.recheckDays')} optional><InputNumber size="large" min={1} max={90} value={recheck} onChange={setRecheck} style={{ width: '100%' }} /></Field>}
      </div>
      <FormFoot go={t('passes.form.go')} busy={issue.isPending} />
    </Guided>
  )
}
