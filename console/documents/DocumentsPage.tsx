import type { ReactNode } from 'react'
import { useAddress } from '../../ui/address.ts'
import { Chips } from '../../ui/ListPage.tsx'
import { useWords } from '../../ui/words.ts'
import { IssueDesk } from './IssueDesk.tsx'
import { Issued } from './Issued.tsx'
import { TemplateList } from './TemplateList.tsx'
import './documents.css'

const TABS = ['issue', 'issued', 'templates'] as const

/** 报送 · 文书: what is to be issued, what was, and the office’s own templates. */
export default function DocumentsPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const tab = TABS.find((one) => one === at['tab']) ?? 'issue'
  const tabs = <Chips label={t('documents.title')} on={tab} chips={TABS.map((id) => ({ id, label: t(`documents.page.${id}`) }))} onPick={(next) => go({ tab: next, open: undefined, kind: undefined })} />
  if (tab === 'issued') return <Issued tabs={tabs} />
  return tab === 'templates' ? <TemplateList tabs={tabs} /> : <IssueDesk tabs={tabs} />
}
