import { Button } from 'antd'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { quarantineApi } from '../../modules/quarantine/contract.ts'
import type { TodayCount, TodayItem } from '../../modules/today/contract.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

/** What a line's button does: at once where one press settles it, else its card or page is opened. */
export function usePress(open: (item: TodayItem) => void): { press: (item: TodayItem) => void; busy: string | undefined } {
  const t = useWords()
  const tError = useErrorWords()
  const navigate = useNavigate()
  const undo = useCommandOf(quarantineApi.undoRelease)
  const release = useCommandOf(quarantineApi.releaseEpisode, { onRefused: (error) => say(tError(error)) })
  const press = (item: TodayItem) => {
    const { episodeId } = item
    if (item.ready && episodeId) release.mutate({ episodeId }, { onSuccess: () => offerUndo(t('today.act.releasedOne', { name: item.name }), () => undo.mutateAsync({ episodeId })) })
    else if (item.opens) void navigate({ to: item.opens.page as never, search: item.opens.search as never })
    else open(item)
  }
  return { press, busy: release.isPending ? `release:${release.variables.episodeId}` : undefined }
}

/** At the head of a group: what can be done to all of it at once. */
export function ForAll({ count, items, ofOne }: { count: TodayCount | undefined; items: readonly TodayItem[]; ofOne: boolean }): ReactNode {
  const t = useWords()
  const may = useMay()
  const ready = items.flatMap((item) => (item.ready && item.episodeId ? [item.episodeId] : []))
  if (count?.kind === 'check' && count.total > 0 && may('quarantine.check')) return <span className="row"><Link to={'/quarantine/paste' as never}><Button>{t('quarantine.paste.title')}</Button></Link><Remind n={count.total} {...(ofOne ? { episodeIds: items.flatMap(({ episodeId }) => episodeId ?? []) } : {})} /></span>
  return ready.length > 1 ? <ReleaseAll episodeIds={ready} /> : null
}

/** Of one person’s list only those in it are reminded. */
function Remind({ n, episodeIds }: { n: number; episodeIds?: string[] }): ReactNode {
  const t = useWords()
  const remind = useCommandOf(quarantineApi.remindMany, { onDone: ({ reminded }) => say(t('today.act.reminded', { n: reminded })) })
  return <Button loading={remind.isPending} onClick={() => remind.mutate(episodeIds ? { episodeIds } : {})}>{t('today.act.remind', { n })}</Button>
}

function ReleaseAll({ episodeIds }: { episodeIds: string[] }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const undo = useCommandOf(quarantineApi.undoRelease)
  const release = useCommandOf(quarantineApi.releaseMany, {
    onDone: ({ released, refused }) => {
      const done = episodeIds.filter((id) => !refused.some((one) => one.episodeId === id))
      offerUndo([t('today.act.released', { n: released }), ...(refused.length ? [t('today.act.refusedSome', { n: refused.length })] : [])].join(' · '),
        async () => { for (const episodeId of done) await undo.mutateAsync({ episodeId }) })
    },
    onRefused: (error) => say(tError(error)),
  })
  return <Button loading={release.isPending} onClick={() => release.mutate({ episodeIds })}>{t('today.act.releaseAll', { n: episodeIds.length })}</Button>
}
