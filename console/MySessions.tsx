import { Button } from 'antd'
import type { ReactNode } from 'react'
import { accountsApi } from '../modules/accounts/contract.ts'
import { StateTag } from '../ui/card.tsx'
import { Loaded } from '../ui/Failed.tsx'
import { useFormats } from '../ui/format.ts'
import { Page } from '../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../ui/queries.ts'
import { say } from '../ui/undo.tsx'
import { useWords } from '../ui/words.ts'

export default function MySessions(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const sessions = useQueryOf(accountsApi.mySessions, {})
  const revoke = useCommandOf(accountsApi.revokeSession, { touches: ['accounts'], onDone: () => say(t('ui.sessions.revoked')) })
  return (
    <Page title={t('ui.sessions.title')} sub={t('ui.sessions.hint')}>
      <Loaded of={sessions}>{({ items }) => (
        <ul className="paper lines">
          {items.map((one) => (
            <li key={one.id} className="row">
              <span className="grow"><b>{deviceOf(one.device)}</b> {one.current ? <StateTag tone="on">{t('ui.sessions.current')}</StateTag> : null}
                <br /><span className="muted small">{t('ui.sessions.ip')} {one.ip} · {t('ui.sessions.since')} {f.when(one.createdAt)} · {t('ui.sessions.seen')} {f.ago(one.seenAt)}</span></span>
              {one.current ? null : <Button onClick={() => revoke.mutate({ sessionId: one.id })}>{t('ui.sessions.revoke')}</Button>}
            </li>
          ))}
        </ul>
      )}</Loaded>
    </Page>
  )
}

/** `Chrome · Windows` out of a user agent: enough to know one's own device. */
function deviceOf(agent: string): string {
  const browser = ['Edg', 'Firefox', 'MicroMessenger', 'Chrome', 'Safari'].find((name) => agent.includes(name)) ?? ''
  const system = ['Windows', 'Android', 'iPhone', 'Mac OS', 'Linux'].find((name) => agent.includes(name)) ?? ''
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(' · ') || agent.slice(0, 40)
}
