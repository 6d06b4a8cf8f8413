import type { ReactNode } from 'react'
import type { BulkResult } from '../../modules/accounts/contract.ts'
import { useWords } from '../../ui/words.ts'

/** 密码条: an A4 sheet to be cut along the dashes, one slip a person. */
export const Slips = ({ made }: { made: BulkResult['made'] }): ReactNode => {
  const t = useWords()
  return (
    <ul className="slips" aria-label={t('accounts.bulk.slip.title')}>
      {made.map((one) => (
        <li key={one.accountId}>
          <h3>{t('accounts.bulk.slip.title')}</h3>
          <p><b>{one.name}</b> <span>{one.role ? `${t(`accounts.roles.${one.role}`)} · ${one.areaName ?? ''}` : t('accounts.bulk.noRole')}</span></p>
          <dl>
            <dt>{t('accounts.bulk.slip.login')}</dt><dd>{one.login}</dd>
            <dt>{t('accounts.bulk.slip.password')}</dt><dd><code>{one.initialPassword}</code></dd>
          </dl>
          <small>{t('accounts.bulk.slip.hint')}</small>
        </li>
      ))}
    </ul>
  )
}
