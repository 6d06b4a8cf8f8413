import type { ReactNode } from 'react'
import { documentsApi, templateKinds, type templateInForce } from '../../modules/documents/contract.ts'
import type * as z from 'zod'
import { useAddress } from '../../ui/address.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { TemplateCard } from './TemplateCard.tsx'

export type InForce = z.output<typeof templateInForce>

/** Where the template in force comes from, in words. */
export function useOrigin(): (one: InForce) => string {
  const t = useWords()
  return (one) => (one.origin === 'inherited' ? t('documents.origins.inherited', { office: one.officeName ?? '' }) : t(`documents.origins.${one.origin}`))
}

/** 模板: every kind with the template that is used for it here. */
export function TemplateList({ tabs }: { tabs: ReactNode }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [at, go] = useAddress()
  const origin = useOrigin()
  const query = useQueryOf(documentsApi.listTemplates, {}, { keep: true })
  const open = templateKinds.find((kind) => kind === at['open'])
  return (
    <Page title={t('documents.title')} sub={t('documents.templates.sub')}>
      <div className="list-tools">{tabs}</div>
      {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : !query.data ? <Skeleton rows={6} /> : (
        <div className="template-desk">
          <ul className="paper template-list">{query.data.items.map((one) => (
            <li key={one.kind}>
              <button type="button" aria-current={one.kind === open} onClick={() => go({ open: one.kind })}>
                <b>{t(`documents.kinds.${one.kind}`)}</b> <span className="dim small">{t(`documents.forms.${one.kind}`)} · .{one.format}</span><br />
                <span className="muted small">{origin(one)}{one.uploadedAt ? ` · ${one.filename} · ${f.day(one.uploadedAt.slice(0, 10))}` : ''}</span>
              </button>
            </li>
          ))}</ul>
          <TemplateCard key={open ?? templateKinds[0]} kind={open ?? templateKinds[0]} />
        </div>
      )}
    </Page>
  )
}
