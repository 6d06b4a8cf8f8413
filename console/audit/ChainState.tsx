import type { ReactNode } from 'react'
import { auditApi } from '../../modules/audit/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { number } from '../../ui/format.ts'

/** Whether the hash chain holds, in one sentence; a broken link is named. */
export function ChainState(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const chain = useQueryOf(auditApi.auditChainState, {}, { staleTime: 60_000 })
  if (chain.error) return <span className="bad-ink">{tError(chain.error)}</span>
  if (!chain.data) return <span>{t('audit.chain.title')}…</span>
  const { broken, complete, verified, lastNo, waiting } = chain.data
  if (broken) return <StateTag tone="bad">{t(`audit.chain.${broken.kind}`, { no: broken.no })}</StateTag>
  return (
    <span className="row">
      <StateTag tone="good">{complete ? t('audit.chain.good', { verified: number(verified) }) : t('audit.chain.goodSoFar', { lastNo: number(lastNo) })}</StateTag>
      {waiting > 0 ? <span className="small">{t('audit.chain.waiting', { waiting: number(waiting) })}</span> : null}
    </span>
  )
}
