import { useState, type ReactNode } from 'react'
import type { CarriedHousehold } from '../../../modules/passage/contract.ts'
import { plateText } from '../../../modules/people/rules/plates.ts'
import { useWords } from '../../../ui/words.ts'
import { findAtGate } from '../../../modules/field/rules/finding.ts'
import { isPlate, type GateCarried } from './known.ts'
import { ofNobody, ofPlate, type Standing } from './passing.ts'

interface Props { gate: GateCarried; onCode: (text: string) => void; onPick: (one: CarriedHousehold | Standing) => void }

/** One field for everything: a hand-held scanner types its code into it, a keeper a room, a name or a plate. */
export function Ready({ gate, onCode, onPick }: Props): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const text = typed.trim()
  const isCode = /^wg:/i.test(text)
  const found = gate.data && text !== '' && !isCode ? findAtGate(gate.data, text) : []
  const enter = () => {
    if (isCode) onCode(text)
    else if (found.length === 1 && found[0]) onPick(found[0])
    else if (isPlate(text)) onPick(ofPlate(text))
  }
  return (
    <>
      <form className="gate-find" onSubmit={(event) => { event.preventDefault(); enter() }}>
        <input className="line" autoFocus autoComplete="off" autoCapitalize="characters" enterKeyHint="search" aria-label={t('field.phone.gate.typed')} placeholder={t('field.phone.gate.typed')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </form>
      {found.length > 0 ? <ul className="gate-found">{found.map((one) => (
        <li key={one.householdId}><button type="button" onClick={() => onPick(one)}><b>{one.address}</b><span>{one.members.map((m) => m.nameMasked).join('、')}</span></button></li>
      ))}</ul> : null}
      {text !== '' && !isCode && found.length === 0 ? <div className="gate-none">
        <p>{t('field.phone.gate.notFound', { text })}</p>
        {isPlate(text) ? <button type="button" className="plain-button strong" onClick={() => onPick(ofPlate(text))}>{t('field.phone.gate.asVehicle', { plate: plateText(text) })}</button> : null}
        <button type="button" className="plain-button" onClick={() => onPick(ofNobody(text))}>{t('field.phone.gate.asVisitor')}</button>
      </div> : null}
      {text === '' ? <button type="button" className="plain-button" onClick={() => onPick(ofNobody(''))}>{t('field.phone.gate.asVisitor')}</button> : null}
    </>
  )
}
