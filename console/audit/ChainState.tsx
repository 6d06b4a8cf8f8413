import { Button } from 'antd'
import type { ReactNode } from 'react'
import { auditApi, type ChainCheck } from '../../modules/audit/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'

const WATCH_MS = 1000

/** Whether the hash chain holds, when that was last verified and how far; a broken link is named. */
export function ChainState(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const checks = useQueryOf(auditApi.chainChecks, {}, { keep: true })
  const last = checks.data?.items[0]
  const running = last?.state === 'running'
  useQueryOf(auditApi.chainChecks, {}, { enabled: running, every: WATCH_MS, keep: true })
  const verify = useCommandOf(auditApi.verifyChain, { touches: ['audit'] })
  const problem = verify.error ?? checks.error
  return (
    <span className="row" role="status">
      {last ? <Said check={last} /> : checks.data ? <span>{t('audit.chain.never')}</span> : <span>{t('audit.chain.title')}…</span>}
      {problem ? <span className="bad-ink">{tError(problem)}</span> : null}
      <Button size="small" disabled={running} loading={verify.isPending || running} onClick={() => verify.mutate({})}>{t('audit.chain.verifyNow')}</Button>
      <span className="small muted">{t('audit.chain.kept')}</span>
    </span>
  )
}

function Said({ check }: { check: ChainCheck }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (check.state === 'running') return <span>{t('audit.chain.running', { verified: number(check.verified), total: number(check.total) })}</span>
  const when = t('audit.chain.lastAt', { at: f.when(check.endedAt ?? check.startedAt), by: check.byName ?? t('audit.chain.nightly') })
  if (check.broken) return <><StateTag tone="bad">{t(`audit.chain.${check.broken.kind}`, { no: number(check.broken.no) })}</StateTag><span className="small">{when}</span></>
  return <><StateTag tone="good">{t('audit.chain.good', { verified: number(check.verified) })}</StateTag><span className="small">{when}</span></>
}
