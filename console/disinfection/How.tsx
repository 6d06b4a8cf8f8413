import { Input, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { agents, methods, type Agent, type Method } from '../../modules/disinfection/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field } from '../../ui/form.tsx'
import { MomentInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'

export interface How { agent: Agent | undefined; concentration: number | null; method: Method | undefined; from: string; at: string; squareMetres: number | null; people: string; note: string }
export const nothing: How = { agent: undefined, concentration: null, method: undefined, from: '', at: '', squareMetres: null, people: '', note: '' }

type Say = ReturnType<typeof useWords>
/** What is missing; and the same as the command takes it. */
export function readHow(d: How, t: Say): { faults: Record<string, string>; input?: { agent: Agent; method: Method; concentration?: number; fromAt?: string; at?: string; squareMetres?: number; people?: string; note?: string } } {
  const faults = { ...(d.agent ? {} : { agent: t('disinfection.form.agentNeed') }), ...(d.method ? {} : { method: t('disinfection.form.methodNeed') }), ...(d.agent === 'chlorine' && !d.concentration ? { concentration: t('disinfection.form.concentrationNeed') } : {}) }
  if (Object.keys(faults).length > 0 || !d.agent || !d.method) return { faults }
  const instant = (at: string) => `${at}:00+08:00`
  return { faults, input: {
    agent: d.agent, method: d.method, ...(d.concentration && d.agent !== 'alcohol' ? { concentration: d.concentration } : {}), ...(d.from ? { fromAt: instant(d.from) } : {}), ...(d.at ? { at: instant(d.at) } : {}),
    ...(d.squareMetres ? { squareMetres: d.squareMetres } : {}), ...(d.people.trim() ? { people: d.people.trim() } : {}), ...(d.note.trim() ? { note: d.note.trim() } : {}),
  } }
}

/** 消毒剂、浓度、方式、起止、面积: the same questions for a point and for a terminal one. */
export function HowFields({ d, set, faults, terminal = false, standard }: { d: How; set: (change: Partial<How>) => void; faults: Record<string, string>; terminal?: boolean; standard?: number }): ReactNode {
  const t = useWords()
  const hint = d.agent === 'alcohol' ? undefined : t(terminal ? 'disinfection.form.terminalHint' : 'disinfection.form.concentrationHint')
  return (
    <>
      <Field label={t('disinfection.form.agent')} fault={faults['agent']} {...(d.agent === 'alcohol' ? { hint: t('disinfection.form.alcoholHint') } : {})} group><Choices label={t('disinfection.form.agent')} value={d.agent} onChange={(agent) => set({ agent })} options={agents.map((value) => ({ value, label: t(`disinfection.agents.${value}`) }))} /></Field>
      {d.agent && d.agent !== 'alcohol' ? <Field label={t(d.agent === 'chlorine' ? 'disinfection.form.concentration' : 'disinfection.form.concentrationOther')} fault={faults['concentration']} {...(hint && d.agent === 'chlorine' ? { hint } : {})} optional={d.agent !== 'chlorine'}><InputNumber size="large" style={{ width: '100%' }} min={1} max={100_000} precision={0} value={d.concentration} onChange={(concentration) => set({ concentration })} /></Field> : null}
      <Field label={t('disinfection.form.method')} fault={faults['method']} group><Choices label={t('disinfection.form.method')} value={d.method} onChange={(method) => set({ method })} options={methods.map((value) => ({ value, label: t(`disinfection.methods.${value}`) }))} /></Field>
      <div className="pair">
        <Field label={t('disinfection.form.from')} optional><MomentInput size="large" value={d.from} onChange={(from) => set({ from })} /></Field>
        <Field label={t('disinfection.form.at')} fault={faults['at']} optional><MomentInput size="large" value={d.at} onChange={(at) => set({ at })} /></Field>
      </div>
      <div className="pair">
        <Field label={t('disinfection.form.squareMetres')} fault={faults['squareMetres']} optional={!terminal}><InputNumber size="large" style={{ width: '100%' }} min={1} max={1_000_000} precision={0} {...(standard ? { placeholder: String(standard) } : {})} value={d.squareMetres} onChange={(squareMetres) => set({ squareMetres })} /></Field>
        <Field label={t('disinfection.form.people')} optional {...(terminal ? {} : { hint: t('disinfection.form.peopleHint') })}><Input size="large" maxLength={60} value={d.people} onChange={(event) => set({ people: event.target.value })} /></Field>
      </div>
      <Field label={t('disinfection.form.note')} optional><Input size="large" maxLength={300} value={d.note} onChange={(event) => set({ note: event.target.value })} /></Field>
    </>
  )
}
