import { Select } from 'antd'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { territoryApi, type Level } from '../modules/territory/contract.ts'
import { useQueryOf } from './queries.ts'
import { useWords } from './words.ts'

interface Props {
  value: string | undefined
  onChange: (areaId: string | undefined, name?: string) => void
  label: string
  /** Only areas of these levels. */
  levels?: Level[]
  /** What is chosen already, so that its name stands there before anybody searches. */
  chosen?: { id: string; name: string } | undefined
  autoFocus?: boolean
}

/** An area within one's territory, found by name or pinyin: `<AreaPicker label="网格" levels={['grid']} value={areaId} onChange={setAreaId} />`. */
export function AreaPicker({ value, onChange, label, levels, chosen, autoFocus }: Props): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed)
  const found = useQueryOf(territoryApi.searchAreas, { text, ...(levels ? { levels } : {}) }, { enabled: text.trim() !== '', keep: true, staleTime: 60_000 })
  const nearest = useNearest(levels)
  const places = text.trim() === '' ? nearest : found.data?.items ?? []
  const options = places.map((place) => ({ value: place.id, label: place.fullName || place.name, title: t(`territory.levels.${place.level}`) }))
  const known = chosen && !options.some((one) => one.value === chosen.id) ? [{ value: chosen.id, label: chosen.name, title: '' }, ...options] : options
  return (
    <Select
      size="large" aria-label={label} style={{ width: '100%' }} value={value ?? null} options={known} autoFocus={autoFocus ?? false} allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }} placeholder={t('territory.search')}
      notFoundContent={found.isFetching ? t('ui.work.working') : t('territory.nothingFound', { text })}
      optionRender={(option) => <span className="row"><span className="grow">{option.label}</span><span className="dim small">{option.data.title}</span></span>}
      onChange={(id: string | null) => onChange(id ?? undefined, known.find((one) => one.value === id)?.label)}
    />
  )
}

/** Before anything is typed: one's own area and what stands directly below it. */
function useNearest(levels: Level[] | undefined): { id: string; level: Level; name: string; fullName: string }[] {
  const own = useQueryOf(territoryApi.areaChildren, {}, { staleTime: 60_000 })
  const top = own.data?.items[0]
  const below = useQueryOf(territoryApi.areaChildren, { parentId: top?.id ?? '' }, { enabled: top !== undefined, staleTime: 60_000 })
  return [...(own.data?.items ?? []), ...(below.data?.items ?? [])].filter(({ level }) => !levels || levels.includes(level))
}
