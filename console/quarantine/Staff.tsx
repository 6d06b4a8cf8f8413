import { Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { accountsApi } from '../../modules/accounts/contract.ts'
import { quarantineApi, type EpisodeCard } from '../../modules/quarantine/contract.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

const rolesOf = { doctor: ['healthCentreDoctor'], worker: ['gridWorker', 'communityWorker'] } as const

/** 责任人: name and telephone, changed in place. */
export function Staff({ episode, duty }: { episode: EpisodeCard; duty: 'doctor' | 'worker' }): ReactNode {
  const t = useWords()
  const [changing, setChanging] = useState(false)
  const now = episode[duty]
  if (changing) return <Choose episode={episode} duty={duty} onDone={() => setChanging(false)} />
  return (
    <span className="row">
      <span>{now ? now.name : t('quarantine.card.nobody')}</span>
      {now?.officePhone ? <a href={`tel:${now.officePhone}`}>{now.officePhone}</a> : null}
      {episode.actions.includes('assignStaff') ? <Button type="link" size="small" onClick={() => setChanging(true)}>{t('quarantine.card.change')}</Button> : null}
    </span>
  )
}

function Choose({ episode, duty, onDone }: { episode: EpisodeCard; duty: 'doctor' | 'worker'; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const found = useQueryOf(accountsApi.listColleagues, { roles: [...rolesOf[duty]] }, { staleTime: 60_000 })
  const assign = useCommandOf(quarantineApi.assignStaff, { onDone: () => { say(t('quarantine.card.done')); onDone() }, onRefused: (error) => say(tError(error)) })
  return (
    <Select
      autoFocus defaultOpen style={{ width: '100%' }} aria-label={t(`quarantine.card.${duty}`)} value={episode[duty]?.id ?? null} loading={found.isFetching || assign.isPending}
      options={(found.data?.items ?? []).map((who) => ({ value: who.id, label: `${who.name} · ${who.areaName}` }))}
      onChange={(id) => assign.mutate({ episodeId: episode.id, ...(duty === 'doctor' ? { doctorId: id } : { workerId: id }) })} onBlur={onDone}
    />
  )
}
