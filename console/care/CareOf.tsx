import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { careApi } from '../../modules/care/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

/** 关爱: 独居、慢病 · 每 7 天 · 上次 11月20日 都好, on a person's card; leads to the care card. */
export function CareOf({ personId }: { personId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const line = useQueryOf(careApi.careAbout, { personId }, { enabled: may('care.view') }).data?.line
  if (!line) return null
  const groups = line.groups.map((group) => t(`people.careGroups.${group}`)).join('、')
  const last = line.declined ? t('care.about.declined', { day: f.day(line.declined.askAgainOn) }) : line.lastAt && line.lastResult ? t('care.about.last', { day: f.when(line.lastAt), result: t(`care.results.${line.lastResult}`) }) : t('care.about.never')
  return <p className={line.state === 'overdue' ? 'why bad' : 'why'}><Link to={'/care' as never} search={{ tab: 'all', open: personId } as never}>{t('care.about.title')} ›</Link> {t('care.about.line', { groups, n: line.days, last })}</p>
}
