import { lazy, Suspense, type ReactNode } from 'react'
import type { MatterAction } from '../../modules/matters/contract.ts'
import type { TodayItem } from '../../modules/today/contract.ts'
import { Skeleton } from '../../ui/Failed.tsx'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { LeadCard } from '../leads/LeadCard.tsx'
import { VisitCard } from './VisitCard.tsx'

const MatterCard = lazy(async () => ({ default: (await import('../matters/MatterCard.tsx')).MatterCard }))
const EpisodePanel = lazy(async () => ({ default: (await import('../quarantine/EpisodePanel.tsx')).EpisodePanel }))
const ScreeningPanel = lazy(async () => ({ default: (await import('../screening/ScreeningPanel.tsx')).ScreeningPanel }))

const todoOf: Readonly<Record<string, MatterAction>> = { matterReportIn: 'reportIn', matterRate: 'rate' }

interface Props {
  /** `check:<episode>`: names its card also when the item is done and gone. */
  id: string
  item: TodayItem | undefined
  /** Opened by its button: the field to fill in has the focus. */
  hurried: boolean
  onNext: (() => void) | undefined
  onOpen: (id: string) => void
}

/** The card of whatever is open, as on its own page. */
export function ItemPanel({ id, item, hurried, onNext, onOpen }: Props): ReactNode {
  const t = useWords()
  const may = useMay()
  const [kind = '', about = ''] = id.split(':')
  return <Suspense fallback={<Skeleton rows={6} />}>{cardOf()}</Suspense>

  function cardOf(): ReactNode {
    if (kind === 'verify' || kind === 'declared') return <ScreeningPanel screeningId={about} onOpen={(other) => onOpen(`${kind}:${other}`)} />
    if (kind.startsWith('matter')) return <MatterCard key={id} matterId={about} hurried={hurried} todo={todoOf[kind]} />
    if (kind === 'lead') return <LeadCard key={about} leadId={about} />
    if (!may('quarantine.view')) return item ? <VisitCard key={id} item={item} onNext={onNext} /> : <p role="status">{t('quarantine.visitResults.made')}</p>
    return <EpisodePanel key={about} episodeId={about} hurried={hurried} onNext={onNext} release={kind === 'gap' || kind === 'release'} visitId={kind === 'visit' ? (item?.visitId ?? undefined) : undefined} />
  }
}
