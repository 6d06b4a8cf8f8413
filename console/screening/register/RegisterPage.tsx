import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { screeningApi, type Outcome } from '../../../modules/screening/contract.ts'
import { DraftNote, FormFoot, Guided, useDraft } from '../../../ui/form.tsx'
import { Page } from '../../../ui/ListPage.tsx'
import { useToday } from '../../../ui/now.ts'
import { useAddress } from '../../../ui/address.ts'
import { useCommandOf, useQueryOf } from '../../../ui/queries.ts'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { useMay, useMe } from '../../me.ts'
import { ContactField, HealthFields } from '../HealthFields.tsx'
import { Preview, usePreview } from '../Preview.tsx'
import { Done } from './Done.tsx'
import { Journey, More } from './Journey.tsx'
import { keepOrigin } from './recent.ts'
import { factsOf, faultsOf, nextOf, nothingTold, recordOf, type Faults, type Told } from './told.ts'
import { Teller } from './Teller.tsx'
import { Who } from './Who.tsx'
import './register.css'

/** 登记来(返)人员: three questions and one measurement, the decision beside them while they are being answered. */
export default function RegisterPage(): ReactNode {
  const t = useWords()
  const [told, setTold, draft] = useDraft<Told>('screening', nothingTold)
  const [done, setDone] = useState<{ name: string; outcome: Outcome; told: Told }>()
  const name = told.person?.name ?? told.newcomer?.name ?? ''
  if (done) {
    const leave = (next: Told) => { setDone(undefined); setTold(next) }
    return <Page title={t('screening.form.title')}><div className="register"><Done name={done.name} outcome={done.outcome} onAnother={() => leave(nothingTold)} onNext={(person) => leave(nextOf(done.told, person))} /></div></Page>
  }
  return (
    <Page title={t('screening.form.title')}>
      <DraftNote draft={draft} />
      <Form told={told} set={(change) => setTold((before) => ({ ...before, ...change }))} onDone={(outcome) => { setDone({ name, outcome, told }); keepOrigin(told.origin ?? ''); draft.drop() }} />
    </Page>
  )
}

/** The neighbour's tip this registration answers, by `?tip=…`: its door stands there already. */
function useTip() {
  const [at] = useAddress()
  const card = useQueryOf(screeningApi.getScreening, { screeningId: at['tip'] ?? '' }, { enabled: at['tip'] !== undefined }).data
  return card?.channel === 'tip' && card.state === 'toVerify' ? card : undefined
}

const channelOf = (role: string | null) => (role === 'gridWorker' ? 'door' as const : role === 'gatekeeper' ? 'gate' as const : 'desk' as const)

function Form({ told, set, onDone }: { told: Told; set: (change: Partial<Told>) => void; onDone: (outcome: Outcome) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const may = useMay()
  const me = useMe()
  const today = useToday()
  const [faults, setFaults] = useState<Faults>({})
  const tip = useTip()
  const record = useCommandOf(screeningApi.recordScreening, { onDone })
  const mayVerify = may('screening.verify')
  const send = (verify: boolean) => {
    const found = faultsOf(told, t, today)
    setFaults(found)
    if (Object.keys(found).length === 0) record.mutate(recordOf(told, tip ? 'door' : channelOf(me.role), verify, tip?.screeningId))
  }
  const preview = usePreview(factsOf(told))
  const known = told.person !== undefined || told.newcomer !== undefined
  return (
    <div className="register">
      <Guided onSubmit={() => { if (known) send(mayVerify) }} faults={faults}>
        {tip ? <p className="why soon">{t('screening.tips.title')}:{tip.areaName}{tip.address ?? ''}</p> : null}
        <Who told={told} set={set} faults={faults} at={tip ? { areaId: tip.areaId, ...tip.door } : undefined} />
        {known ? (
          <>
            <Journey told={told} set={set} faults={faults} today={today} />
            <HealthFields value={told} set={set} faults={faults} deviceError={preview.data?.deviceError ?? false} />
            <More told={told} set={set}><Teller told={told} set={set} faults={faults} usual={channelOf(me.role)} /><ContactField value={told} set={set} faults={faults} today={today} /></More>
            {record.error ? <p className="fault-summary" role="alert">{tError(record.error)}</p> : null}
            <FormFoot go={t(mayVerify ? 'screening.form.save' : 'screening.form.saveOnly')} busy={record.isPending}>
              {mayVerify ? <Button size="large" onClick={() => send(false)}>{t('screening.form.saveOnly')}</Button> : null}
            </FormFoot>
          </>
        ) : <p className="dim">{t('screening.form.firstWho')}</p>}
      </Guided>
      <aside className="register-side"><Preview facts={factsOf(told)} /></aside>
    </div>
  )
}
