import type { PassageGradeRule, PassageRules } from '../../policies/contract.ts'

const free: PassageGradeRule = { leave: 'free', pass: false, visitors: 'free', vehicles: 'free' }

/** What holds where an order says nothing of going in and out: people go as they like, and 居家隔离 is what its word says. */
export const plainRules: PassageRules = {
  grades: { open: free, prevention: free, control: { ...free, leave: 'purpose', visitors: 'refused' }, lockdown: { ...free, leave: 'closed', visitors: 'refused' } },
  quota: { persons: 1, days: 1, counting: 'calendarDays' },
  exempt: ['medical', 'epidemic', 'supply', 'care'],
  hoursOut: null,
  companions: { childUnder: 14, elderFrom: 70 },
  toleranceMinutes: 0,
  managed: [
    { measure: 'centralQuarantine', rule: 'closed', whom: 'person' },
    { measure: 'homeQuarantine', rule: 'closed', whom: 'household' },
    { measure: 'homeMonitoring', rule: 'approval', whom: 'person' },
  ],
  code: { asked: false, yellow: 'allow', red: 'refer' },
}
