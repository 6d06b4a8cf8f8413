import type { ReactNode } from 'react'
import { volunteersApi } from '../../modules/volunteers/contract.ts'
import { ask, newCommandId } from '../../ui/client.ts'
import { RevealNumber } from '../../ui/RevealNumber.tsx'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

/** A helper's telephone, masked until it is asked for with a reason. */
export function Phone({ volunteerId, masked }: { volunteerId: string; masked: string | null }): ReactNode {
  const t = useWords()
  const may = useMay()
  if (!masked) return null
  return <RevealNumber label={t('volunteers.card.phone')} masked={masked} reveal={may('volunteers.keep') ? async (reason) => (await ask(volunteersApi.revealVolunteerPhone, { volunteerId, reason }, { commandId: newCommandId() })).phone ?? '—' : undefined} />
}
