import type { ReactNode } from 'react'
import type { OutputOf } from '../../kernel/endpoint.ts'
import type { screeningApi } from '../../modules/screening/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { BigButton, Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useWords } from '../../ui/words.ts'

export type Receipt = OutputOf<typeof screeningApi.declare>

/** 已收到: the receipt, and what to do until the community calls. Fever or a symptom: stay where you are. */
export function Received({ receipt, onAnother }: { receipt: Receipt; onAnother: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const phone = receipt.officePhone
  return (
    <Screen
      over={receipt.communityName} title={t('screening.declaration.received')} under={t('screening.declaration.keep')}
      foot={<>{phone ? <BigButton href={`tel:${phone}`}>{t('screening.declaration.call', { phone })}</BigButton> : null}<BigButton kind="second" onPress={onAnother}>{t('screening.declaration.another2')}</BigButton></>}
    >
      {receipt.isolate ? <Notice tone="bad" title={t('screening.declaration.isolateTitle')}>{t('screening.declaration.isolate', { time: receipt.leadDueAt ? f.due(receipt.leadDueAt) : '' })}<br />{t('screening.declaration.isolateUrgent')}</Notice> : null}
      <Block title={t('screening.declaration.receipt')}>
        <ul className="receipts">{receipt.receipts.map((one) => <li key={one.receiptNo}><span className="grow">{one.name}</span><b>{one.receiptNo}</b></li>)}</ul>
        {receipt.receipts.filter((one) => one.deviceError).map((one) => <p key={one.receiptNo} className="fault">{t('screening.declaration.deviceError', { name: one.name })}</p>)}
      </Block>
      <Block title={t('screening.done.next')}>
        <ol className="steps">
          <li>{receipt.verifyBy ? t('screening.declaration.next1', { time: f.due(receipt.verifyBy) }) : t('screening.declaration.next1NoTime')}</li>
          <li>{t('screening.declaration.next2')}</li>
          <li>{t('screening.declaration.next3')}</li>
        </ol>
      </Block>
    </Screen>
  )
}
