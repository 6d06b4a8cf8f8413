import type { ReactNode } from 'react'
import type { GateExit } from '../../../modules/exits/contract.ts'
import { useFormats } from '../../../ui/format.ts'
import { Notice } from '../../../ui/phone/Screen.tsx'
import { useWords } from '../../../ui/words.ts'
import type { GateCarried } from './known.ts'
import { exitsOf, type Standing } from './passing.ts'

/** 外出证明 of whoever stands there: found, not typed; what passes by it stands with the request as well. */
export function Certificates({ gate, standing, onPick }: { gate: GateCarried; standing: Standing; onPick: (exit: GateExit) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { certificate, certificateCode, personId } = standing.draft
  const name = (exit: GateExit) => t('field.phone.gate.certificate', { kind: t(`passage.certificates.${exit.kind}`), number: exit.number })
  const exits = exitsOf(standing, gate)
  if (certificateCode && !certificate) return <Notice tone="soon" title={t('field.phone.gate.codeUnknown', { at: gate.data ? f.since(gate.data.madeAt) : '—' })}>{t('field.phone.gate.codeUnknownHint')}</Notice>
  if (exits.length === 0) return null
  if (personId === undefined) {
    const of = (exit: GateExit) => standing.household?.members.find((one) => one.personId === exit.personId)?.nameMasked ?? ''
    return (
      // Each says what it is; a heading above would push the last row of figures off a phone of 844.
      <div className="choices one-line" role="group" aria-label={t('field.phone.gate.certificates')}>{exits.map((exit) => <button key={exit.exitId} type="button" className="choice" onClick={() => onPick(exit)}>{of(exit)} {t(`passage.certificates.${exit.kind}`)} <small>{exit.state === 'out' ? t('field.phone.gate.isOut') : exit.destinationName}</small></button>)}</div>
    )
  }
  return exits.map((exit) => (exit.state === 'out'
    ? <Notice key={exit.exitId} title={name(exit)}>{t('field.phone.gate.comesBack', { to: exit.destinationName })}</Notice>
    : exit.missing.length > 0 ? <Notice key={exit.exitId} tone="soon" title={name(exit)}>{t('field.phone.gate.stillMissing', { what: exit.missing.map((need) => t(`field.phone.gate.needs.${need}`)).join('、') })}</Notice>
      : <Notice key={exit.exitId} tone="good" title={name(exit)}>{[t('field.phone.gate.to', { to: exit.destinationName }), exit.escorted ? t('field.phone.gate.escorted') : ''].filter(Boolean).join(' · ')}</Notice>))
}
