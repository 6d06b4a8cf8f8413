import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { auditApi } from '../../modules/audit/contract.ts'
import { number } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { BlindForm } from './BlindForm.tsx'
import { Viewers } from './Viewers.tsx'
import './trace.css'

/** 谁看过这个人: from a complaint to the people who looked, without showing the auditor whom they looked at. */
export default function TracePage(): ReactNode {
  const t = useWords()
  const trace = useCommandOf(auditApi.traceAccess, { touches: [] })
  return (
    <Page title={t('audit.trace.title')} sub={t('audit.trace.sub')}>
      <div className="trace">
        <div className="paper trace-form"><BlindForm go={t('audit.trace.go')} busy={trace.isPending} error={trace.error} onGo={(asked) => trace.mutate(asked)} /></div>
        <section aria-label={t('audit.trace.found')} aria-live="polite">
          {trace.data ? (
            <>
              <p><b>{t('audit.trace.count', { viewers: number(trace.data.viewers.length), events: number(trace.data.events) })}</b>{trace.data.more ? <span className="muted"> {t('audit.trace.more')}</span> : null}
                {trace.data.personIds.map((personId) => <span key={personId} className="small"> · <Link to={'/audit' as never} search={{ subject: personId } as never}>{t('audit.trace.inTrail')}</Link></span>)}</p>
              <Viewers viewers={trace.data.viewers} />
            </>
          ) : <p className="dim">{t('audit.trace.before')}</p>}
        </section>
      </div>
    </Page>
  )
}
