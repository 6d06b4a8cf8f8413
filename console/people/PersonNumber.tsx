import type { ReactNode } from 'react'
import { peopleApi } from '../../modules/people/contract.ts'
import { ask, newCommandId } from '../../ui/client.ts'
import { RevealNumber } from '../../ui/RevealNumber.tsx'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

interface Props { personId: string; field: 'documentNo' | 'phone'; masked: string }
/** 证件号码、电话 of one person: masked, and in clear with a reason that the trail keeps. */
export function PersonNumber({ personId, field, masked }: Props): ReactNode {
  const t = useWords()
  const may = useMay()
  const reveal = may('people.reveal') ? async (reason: string) => (await ask(peopleApi.revealPerson, { personId, reason }, { commandId: newCommandId() }))[field] ?? '—' : undefined
  return <RevealNumber label={t(`people.form.${field}`)} masked={masked} reveal={reveal} />
}
