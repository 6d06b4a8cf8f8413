import { lazy, Suspense, useCallback, useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { passageApi, type Emergency, type PassageDecision } from '../../../modules/passage/contract.ts'
import { plateText } from '../../../modules/people/rules/plates.ts'
import { isExpired } from '../../../modules/field/rules.ts'
import { useFormats } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'
import { ask } from '../../../ui/client.ts'
import { usePassageWords } from '../../../ui/passage-words.ts'
import { BigButton, Notice, Screen } from '../../../ui/phone/Screen.tsx'
import { useWords } from '../../../ui/words.ts'
import { ageOf, dutyIn } from '../carried.ts'
import { draftAt, dropDraft, keepDraft } from '../drafts.ts'
import { feel } from '../feel.ts'
import { DutyStrip } from '../gate/DutyStrip.tsx'
import { Ready } from '../gate/Ready.tsx'
import { Verdict } from '../gate/Verdict.tsx'
import { Who } from '../gate/Who.tsx'
import { Emergencies } from '../gate/Emergencies.tsx'
import type { GateCarried } from '../gate/known.ts'
import { decideAtGate, keepPassage, ofExit, ofHousehold, ofWhoever, readCode, type Standing } from '../gate/passing.ts'
import { useOnce } from '../once.ts'
import { Foot } from '../parts/Foot.tsx'
import { listenForScanner } from '../scan/typing.ts'
import { useStaff } from '../state.ts'
import { standAt, sync } from '../sync.ts'
import '../gate/gate.css'

const Scanner = lazy(() => import('../scan/Scanner.tsx'))

type View = { at: 'ready' } | { at: 'scan' } | { at: 'who'; standing: Standing; typed: string; ms?: number; from?: string } | { at: 'emergency'; standing: Standing } | { at: 'verdict'; standing: Standing; decision: PassageDecision; recordId: string | undefined }

/** 卡点: scan, measure, out or in; allowed or stopped in two seconds, with the reason, whether there is a signal or not. */
export default function Gate(): ReactNode {
  const t = useWords()
  const gate = useGate()
  const say = usePassageWords()
  const f = useFormats()
  const { carry } = useStaff()
  const [view, setView] = useState<View>(begun)
  const ready = useCallback(() => { dropDraft(NOW); setView({ at: 'ready' }) }, [])
  const stand = useCallback((standing: Standing, ms?: number) => setView({ at: 'who', standing, typed: '', ...(ms === undefined ? {} : { ms }) }), [])
  const scanned = useCallback(async (text: string) => {
    if (!gate) return
    const from = performance.now()
    const standing = await readCode(text, gate)
    const ms = Math.round(performance.now() - from)
    stand(standing, ms)
    // One that is younger than the data: asked for where there is a signal, and recorded with what is known where there is none.
    const late = standing.draft.certificateCode ? await askFor(standing.draft.certificateCode, gate) : undefined
    if (late) setView((now) => (now.at === 'who' && now.standing === standing ? { at: 'who', standing: late, typed: '' } : now))
  }, [gate, stand])
  const single = useOnce()
  const typed = useEffectEvent((text: string) => void scanned(text))
  useEffect(() => listenForScanner((text) => typed(text)), [])
  const pass = async (standing: Standing, emergency?: Emergency) => {
    if (!gate) return
    const passing = emergency ? { ...standing, draft: { ...standing.draft, emergency } } : standing
    const decision = decideAtGate(passing, gate)
    const lines = [t(`passage.directions.${passing.draft.direction}`), t(`passage.outcomes.${decision.outcome}`), say.reason(decision.reason), passing.draft.certificate ? t('field.phone.gate.certificate', { kind: t(`passage.certificates.${passing.draft.certificate.kind}`), number: passing.draft.certificate.number }) : '', passing.draft.temperature === undefined ? '' : `${passing.draft.temperature.toFixed(1)} ℃`].filter(Boolean)
    const recordId = await keepPassage(passing, gate, decision, { title: titleOf(passing, t), lines })
    feel(decision.outcome === 'allow' ? 'allow' : 'stop')
    dropDraft(NOW)
    setView({ at: 'verdict', standing: passing, decision, recordId })
    void sync()
  }
  if (!gate) return <NoGate />
  const name = gate.gates.find((one) => one.gateId === gate.gateId)
  switch (view.at) {
    case 'who': return <Who key={view.standing.draft.passNo ?? view.standing.draft.personId ?? view.standing.household?.householdId ?? view.standing.draft.name} gate={gate} standing={view.standing} typed={view.typed} ms={view.ms} from={view.from} onKeep={(standing, typed) => keepDraft(NOW, titleOf(standing, t), { standing, typed })} onPass={(one) => void single(() => pass(one))} onEmergency={(standing) => setView({ at: 'emergency', standing })} onBack={ready} />
    case 'emergency': return <Emergencies standing={view.standing} onPick={(emergency, standing) => void single(() => pass(standing, emergency))} onBack={ready} />
    case 'verdict': return <Verdict {...view} phone={dutyIn(carry)?.officePhone ?? null} onEmergency={() => setView({ at: 'emergency', standing: view.standing })} onNext={ready} />
    case 'scan': return <Screen over={name?.areaName} title={t('field.phone.scan.title')}><Suspense fallback={<span />}><Scanner onRead={(text) => void scanned(text)} onClose={ready} /></Suspense></Screen>
    default: return (
      <Screen over={name?.areaName} title={name?.name ?? ''} under={gate.data ? t('field.phone.gate.dataAt', { at: f.since(gate.data.madeAt) }) : t('field.phone.gate.noData')}
        foot={<Foot><BigButton onPress={() => setView({ at: 'scan' })}>{t('field.phone.gate.scan')}</BigButton><BigButton kind="danger" onPress={() => setView({ at: 'emergency', standing: ofWhoever() })}>{t('field.phone.gate.emergency')}</BigButton></Foot>}>
        {gate.data ? null : <Notice tone="soon">{t('field.phone.gate.noDataHint')}</Notice>}
        <DutyStrip gate={gate} />
        <Ready gate={gate} onCode={(text) => void scanned(text)} onPick={(one) => stand('householdId' in one ? ofHousehold(one) : one)} />
        {gate.gates.length > 1 ? <Choose gate={gate} /> : null}
      </Screen>
    )
  }
}

const NOW = 'gate/now'
/** Whoever stood there when the page was lost still does. */
function begun(): View {
  const draft = draftAt(NOW)
  return draft ? { at: 'who', from: draft.at, ...(draft.content as { standing: Standing; typed: string }) } : { at: 'ready' }
}

const ASK_MS = 4000
async function askFor(code: string, gate: GateCarried): Promise<Standing | undefined> {
  const answer = await Promise.race([ask(passageApi.findAtGate, { gateId: gate.gateId, q: code }).catch(() => undefined), new Promise<undefined>((done) => { setTimeout(done, ASK_MS) })])
  const exit = answer?.exits.find((one) => one.exitId === answer.exitId)
  return exit ? ofExit(exit, gate) : undefined
}

/** Data too old are not decided with; the gate itself stays, so that passages are recorded all the same. */
function useGate(): GateCarried | undefined {
  const { carry } = useStaff()
  const now = useNow()
  return carry?.gate?.data && isExpired(ageOf(carry), now) ? { ...carry.gate, data: null } : carry?.gate
}

export const titleOf = ({ draft, household }: Standing, t: ReturnType<typeof useWords>): string =>
  [draft.plate ? plateText(draft.plate) : draft.name ?? household?.members.find((one) => one.personId === draft.personId)?.nameMasked ?? '', household?.address ?? ''].filter(Boolean).join(' ') || t('field.commands.passage.recordPassages')

function NoGate(): ReactNode {
  const t = useWords()
  return <Screen title={t('field.phone.gate.none')} foot={<Foot><BigButton onPress={() => void sync({ force: true })}>{t('field.phone.mine.sync')}</BigButton></Foot>}><Notice tone="soon">{t('field.phone.gate.noneHint')}</Notice></Screen>
}

/** Several entrances: at which one somebody stands. */
function Choose({ gate }: { gate: GateCarried }): ReactNode {
  const t = useWords()
  return (
    <details className="block"><summary>{t('field.phone.gate.change')}</summary>
      <div className="choices" role="group" aria-label={t('field.phone.gate.choose')}>{gate.gates.map((one) => <button key={one.gateId} type="button" className="choice" aria-pressed={one.gateId === gate.gateId} onClick={() => void standAt(one.gateId)}>{one.name}<small>{one.areaName}</small></button>)}</div>
    </details>
  )
}
