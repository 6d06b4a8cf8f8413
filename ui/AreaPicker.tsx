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
  /** In a bar of filters: the height of its neighbours. */
  size?: 'large' | 'middle'
  placeholder?: string | undefined
}

/** An area within one's territory, found by name or pinyin: `<AreaPicker label="网格" levels={['grid']} value={areaId} onChange={setAreaId} />`. */
export function AreaPicker({ value, onChange, label, levels, chosen, autoFocus, size = 'large', placeholder }: Props): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed)
  const found = useQueryOf(territoryApi.searchAreas, { text, ...(levels ? { levels } : {}) }, { enabled: text.trim() !== '', keep: true, staleTime: 60_000 })
  const nearest = useNearest(levels)
  const places = text.trim() === '' ? nearest : found.data?.items ?? []
  const options = places.map((place) => ({ value: place.id, label: place.fullName || place.name, title: t(`territory.levels.${place.level}`) }))
  const unnamed = value !== undefined && value !== chosen?.id && !options.some((one) => one.value === value)
  const fetched = useQueryOf(territoryApi.areaById, { areaId: value ?? '' }, { enabled: unnamed, staleTime: 60_000 }).data?.area
  const named = chosen ?? (fetched?.id === value ? fetched && { id: fetched.id, name: fetched.fullName || fetched.name } : undefined)
  const known = named && !options.some((one) => one.value === named.id) ? [{ value: named.id, label: named.name, title: '' }, ...options] : options
  return (
    <Select
      size={size} aria-label={label} style={{ width: '100%' }} value={value ?? null} options={known} autoFocus={autoFocus ?? false} allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }} placeholder={placeholder ?? t('territory.search')}
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
