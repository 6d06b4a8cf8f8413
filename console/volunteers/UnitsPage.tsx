import { Link } from '@tanstack/react-router'
import { Button, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { columns } from '../../modules/volunteers/columns.ts'
import { volunteersApi, type UnitLine } from '../../modules/volunteers/contract.ts'
import { hoursSaid } from '../../modules/volunteers/rules.ts'
import { useFormats } from '../../ui/format.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useWords } from '../../ui/words.ts'
import './volunteers.css'

/** 单位报到: 只报到不服务 by unit, with a letter to each. */
export default function UnitsPage(): ReactNode {
  const t = useWords()
  const list = useTable(volunteersApi.listUnits, columns.listUnits, { limit: 200 })
  return (
    <ListPage<UnitLine>
      title={t('volunteers.units.title')} sub={t('volunteers.units.sub')} actions={<Link to={'/volunteers' as never}><Button>{t('volunteers.page.people')}</Button></Link>}
      list={list} idOf={(u) => u.unit} columns={useColumns()} empty={{ title: t('volunteers.units.empty'), hint: t('volunteers.units.emptyHint') }}
    />
  )
}

function useColumns(): TableColumnsType<UnitLine> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'unit', title: t('volunteers.units.unit'), render: (_, u) => <><b>{u.unit}</b><br /><Link className="small" to={'/volunteers/letter' as never} search={{ unit: u.unit } as never}>{t('volunteers.units.letter')}</Link></> },
    { key: 'reported', title: t('volunteers.units.reported'), align: 'right', render: (_, u) => <Link className="volunteer-count" to={'/volunteers' as never} search={{ tab: 'all', unit: u.unit } as never}>{f.persons(u.reported)}</Link> },
    { key: 'served', title: t('volunteers.units.served'), align: 'right', render: (_, u) => f.persons(u.served) },
    { key: 'never', title: t('volunteers.units.never'), align: 'right', render: (_, u) => (u.never > 0 ? <Link className="volunteer-count" to={'/volunteers' as never} search={{ tab: 'neverServed', unit: u.unit } as never}><b className="soon-ink">{f.persons(u.never)}</b></Link> : '0') },
    { key: 'hours', title: t('volunteers.units.hours'), align: 'right', render: (_, u) => hoursSaid(u.minutes) },
    { key: 'last', title: t('volunteers.units.last'), render: (_, u) => (u.lastOn ? f.day(u.lastOn) : <span className="dim">{t('volunteers.list.never')}</span>) },
  ]
}
