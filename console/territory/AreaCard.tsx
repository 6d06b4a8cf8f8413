import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { territoryApi, type AreaView } from '../../modules/territory/contract.ts'
import { ActionBar, Card, CardHead, Facts, Section, StateTag, Why } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { below } from '../../modules/territory/rules.ts'
import { useMay, useMe } from '../me.ts'
import { AreaForm, type AreaAct } from './AreaForm.tsx'
import { AreaHistory } from './AreaHistory.tsx'

export function AreaCard({ areaId, onOpen }: { areaId: string; onOpen: (areaId: string) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const found = useQueryOf(territoryApi.areaById, { areaId })
  const [act, setAct] = useState<AreaAct>()
  return (
    <Loaded of={found}>{({ area, above }) => (
      <Card>
        <CardHead
          name={area.name} beside={t(`territory.levels.${area.level}`)} under={above.map((one) => one.name).join(' › ')}
          state={<StateTag tone={area.state === 'open' ? 'on' : 'off'}>{t(`territory.states.${area.state}`)}</StateTag>}
        />
        {area.warning ? <Why tone="soon">{t('territory.warning.hint')}</Why> : null}
        <Facts rows={[
          [t('territory.page.inside'), f.pair(area)],
          [t('territory.fields.code'), area.code],
          [t('territory.fields.officePhone'), area.officePhone],
          [t('territory.fields.openedOn'), f.day(area.openedOn)],
          [t('territory.fields.closedOn'), area.closedOn ? f.day(area.closedOn) : null],
        ]} />
        {act ? <Section title={t(`territory.actions.${act}`)}><AreaForm key={act} act={act} area={area} onDone={(to) => { setAct(undefined); if (to) onOpen(to) }} onCancel={() => setAct(undefined)} /></Section> : null}
        <Section title={t('territory.actions.history')}><AreaHistory areaId={areaId} /></Section>
        {may('territory.edit') && !act ? <Acts area={area} onPick={setAct} /> : null}
      </Card>
    )}</Loaded>
  )
}

/** What will succeed for this area: one's own area is moved, merged and closed by the office above. */
function Acts({ area, onPick }: { area: AreaView; onPick: (act: AreaAct) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const me = useMe()
  const reopen = useCommandOf(territoryApi.reopenArea, { touches: ['territory'], onRefused: (error) => say(tError(error)) })
  if (area.state === 'closed') return <ActionBar><Button type="primary" onClick={() => reopen.mutate({ areaId: area.id })}>{t('territory.actions.reopen')}</Button></ActionBar>
  const own = area.id === me.area?.id
  const empty = area.households === 0 && area.persons === 0 && !area.hasChildren
  const acts: AreaAct[] = [
    ...(below[area.level].length > 0 ? (['create'] as const) : []), 'rename', 'details',
    ...(own ? [] : (['move', 'merge'] as const)), ...(own || !empty ? [] : (['close'] as const)),
  ]
  return (
    <ActionBar>
      {acts.map((act, i) => <Button key={act} type={i === 0 ? 'primary' : 'default'} onClick={() => onPick(act)}>{t(`territory.actions.${act}`)}</Button>)}
    </ActionBar>
  )
}
