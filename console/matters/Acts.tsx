import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { mattersApi, type MatterAction, type MatterCard } from '../../modules/matters/contract.ts'
import { ActionBar } from '../../ui/card.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { RateForm, ReportInForm, WhistleForm } from './Whistle.tsx'
import { AssignForm, CallBackForm, ExclusionForm, FinishForm, ReasonForm, type ReasonAction } from './Forms.tsx'

const withReason: readonly ReasonAction[] = ['object', 'extend', 'handBack', 'withdraw']
const byForm: readonly MatterAction[] = ['finish', 'assign', 'callBack', 'exclude', 'whistle', 'reportIn', 'rate', ...withReason]
/** The form that is open where the work is done from Today; what one press does, or what somebody else is late with, needs none. */
function nextOf({ state, mine, actions }: MatterCard, todo: MatterAction | undefined): MatterAction | undefined {
  if (todo) return actions.includes(todo) ? todo : undefined
  if (actions.includes('rule')) return undefined
  const next = state === 'done' ? 'callBack' : state === 'registered' ? 'assign' : state === 'inHand' && mine ? 'finish' : undefined
  return next && actions.includes(next) ? next : undefined
}
/** In the order in which they are needed; the first stands out. */
const order: readonly MatterAction[] = ['rule', 'take', 'reportIn', 'contact', 'callBack', 'finish', 'assign', 'extend', 'object', 'whistle', 'handBack', 'rate', 'exclude', 'withdraw', 'undo']

/** Says what was done and offers to take it back. */
export function useDone(matterId: string): (text: string) => void {
  const undo = useCommandOf(mattersApi.undoMatterStep)
  return (text) => offerUndo(text, () => undo.mutateAsync({ matterId }))
}

export function Acts({ m, hurried, todo }: { m: MatterCard; hurried: boolean; todo: MatterAction | undefined }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const { matterId, actions } = m
  const [doing, setDoing] = useState<MatterAction | undefined>(hurried ? nextOf(m, todo) : undefined)
  const done = useDone(matterId)
  const onRefused = (error: unknown) => say(tError(error))
  const take = useCommandOf(mattersApi.takeMatter, { onDone: () => done(t('matters.act.taken')), onRefused })
  const contact = useCommandOf(mattersApi.contactMatter, { onDone: () => done(t('matters.act.contacted')), onRefused })
  const rule = useCommandOf(mattersApi.ruleExclusion, { onDone: () => done(t('matters.act.ruled')), onRefused })
  const undo = useCommandOf(mattersApi.undoMatterStep, { onDone: () => say(t('ui.undo.undone')), onRefused })
  const close = () => setDoing(undefined)
  if (doing === 'finish') return <FinishForm m={m} onDone={close} />
  if (doing === 'assign') return <AssignForm m={m} onDone={close} />
  if (doing === 'callBack') return <CallBackForm m={m} onDone={close} />
  if (doing === 'exclude') return <ExclusionForm m={m} onDone={close} />
  if (doing === 'whistle') return <WhistleForm m={m} onDone={close} />
  if (doing === 'reportIn') return <ReportInForm m={m} onDone={close} />
  if (doing === 'rate') return <RateForm m={m} onDone={close} />
  const reasoned = withReason.find((action) => action === doing)
  if (reasoned) return <ReasonForm key={reasoned} m={m} action={reasoned} onDone={close} />
  const shown = order.filter((action) => actions.includes(action))
  const press: Partial<Record<MatterAction, () => void>> = { take: () => take.mutate({ matterId }), contact: () => contact.mutate({ matterId }), undo: () => undo.mutate({ matterId }) }
  return (
    <ActionBar>
      {shown.map((action) => action === 'rule'
        ? <span key={action} className="row"><Button type="primary" loading={rule.isPending} onClick={() => rule.mutate({ matterId, approve: true })}>{t('matters.act.approve')}</Button><Button loading={rule.isPending} onClick={() => rule.mutate({ matterId, approve: false })}>{t('matters.act.refuse')}</Button></span>
        : <Button key={action} type={action === shown[0] ? 'primary' : 'default'} loading={(action === 'take' && take.isPending) || (action === 'contact' && contact.isPending) || (action === 'undo' && undo.isPending)} onClick={byForm.includes(action) ? () => setDoing(action) : press[action]}>{t(`matters.actions.${action}`)}</Button>)}
    </ActionBar>
  )
}
