import { useEffect, useState, type ReactNode } from 'react'
import type { CarriedHousehold } from '../../../modules/passage/contract.ts'
import { plateText } from '../../../modules/people/rules/plates.ts'
import { useWords } from '../../../ui/words.ts'
import { findAtGate, findCertificate } from '../../../modules/field/rules/finding.ts'
import { homesAt, isPlate, type GateCarried } from './known.ts'
import { exitsHere, isCode, makeReady, ofExit, ofNobody, ofPlate, type Standing } from './passing.ts'

interface Props { gate: GateCarried; onCode: (text: string) => void; onPick: (one: CarriedHousehold | Standing) => void }

/** One field for everything: a hand-held scanner types its code into it, a keeper a room, a name or a plate. */
export function Ready({ gate, onCode, onPick }: Props): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState('')
  useEffect(() => makeReady(gate), [gate.data, gate.keys])
  const text = typed.trim()
  const code = isCode(text)
  const found = text === '' || code ? [] : findAtGate(homesAt(gate), text)
  const exit = text === '' || code ? undefined : findCertificate(exitsHere(gate), text)
  const car = !code && isPlate(text) ? ofPlate(text, gate) : undefined
  const asCar = car ? <button type="button" className="plain-button strong" onClick={() => onPick(car)}>{t('field.phone.gate.asVehicle', { plate: plateText(car.draft.plate ?? text) })}</button> : null
  const enter = () => {
    if (code) onCode(text)
    else if (exit) onPick(ofExit(exit, gate))
    else if (car) onPick(car)
    else if (found.length === 1 && found[0]) onPick(found[0])
  }
  return (
    <>
      <form className="gate-find" onSubmit={(event) => { event.preventDefault(); enter() }}>
        <input className="line" autoFocus autoComplete="off" autoCapitalize="characters" enterKeyHint="search" aria-label={t('field.phone.gate.typed')} placeholder={t('field.phone.gate.typed')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </form>
      {exit ? <ul className="gate-found"><li><button type="button" onClick={() => onPick(ofExit(exit, gate))}><b>{t('field.phone.gate.certificate', { kind: t(`passage.certificates.${exit.kind}`), number: exit.number })}</b><span>{t('field.phone.gate.to', { to: exit.destinationName })}</span></button></li></ul> : null}
      {found.length > 0 ? asCar : null}
      {found.length > 0 ? <ul className="gate-found">{found.map((one) => (
        <li key={one.householdId}><button type="button" onClick={() => onPick(one)}><b>{one.address}</b><span>{one.members.map((m) => m.nameMasked).join('、')}</span></button></li>
      ))}</ul> : null}
      {text !== '' && !code && !exit && found.length === 0 ? <div className="gate-none">
        {car?.draft.vehiclePass ? null : <p>{t('field.phone.gate.notFound', { text })}</p>}
        {asCar}
        <button type="button" className="plain-button" onClick={() => onPick(ofNobody(text))}>{t('field.phone.gate.asVisitor')}</button>
      </div> : null}
      {text === '' ? <button type="button" className="plain-button" onClick={() => onPick(ofNobody(''))}>{t('field.phone.gate.asVisitor')}</button> : null}
    </>
  )
}
