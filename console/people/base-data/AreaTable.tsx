import type { ReactNode } from 'react'
import type * as z from 'zod'
import type { peopleApi } from '../../../modules/people/contract.ts'
import type { BaseDataGap } from '../../../modules/people/rules.ts'
import { number } from '../../../ui/format.ts'
import { percent } from './percent.ts'
import { useWords } from '../../../ui/words.ts'

type Line = z.output<typeof peopleApi.baseDataByArea.output>['area']

/** Where most of it is missing stands first; a press goes one level down. */
export function AreaTable({ rows, gap, onOpen }: { rows: readonly Line[]; gap: BaseDataGap; onOpen: (areaId: string) => void }): ReactNode {
  const t = useWords()
  const sorted = rows.toSorted((a, b) => (b.gaps[gap] ?? 0) - (a.gaps[gap] ?? 0))
  return (
    <details className="area-figures" open={window.innerWidth > 700}>
      <summary>{t('people.baseData.byArea')}</summary>
      <table className="paper">
        <thead><tr><th>{t('people.baseData.area')}</th><th className="number">{t(`people.baseData.gaps.${gap}`)}</th><th className="number">{t('people.baseData.complete')}</th></tr></thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.areaId}>
              <th scope="row"><button type="button" className="plain" onClick={() => onOpen(row.areaId)}>{row.name}</button></th>
              <td className="number">{number(row.gaps[gap] ?? 0)}</td>
              <td className="number">{row.households + row.persons === 0 ? '—' : percent(row.complete)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
