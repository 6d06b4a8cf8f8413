import type { SettingKey, SettingValue } from './contract.ts'

/** What holds where nobody has set anything: a real installation begins strict. Sources stand in the words beside each. */
export const standardSettings: { readonly [K in SettingKey]: SettingValue<K> } = {
  'accounts.secondFactor': {
    on: true, roles: ['subdistrictOfficer', 'districtCommand', 'cdc', 'healthBureau', 'systemAdmin', 'securityAdmin', 'auditor'],
  },
  'accounts.passwordDays': 90,
  'accounts.expiryDays': 14,
  'accounts.idleDays': 60,
  'audit.lookBackDays': 30,
  'exports.approvalRows': 200,
  'exports.releaseHours': 24,
  'venues.squareMetres': 10,
  'venues.stayMinutes': 15,
  'field.carryHours': 30,
  'field.handOverHours': 48,
  'audit.watch': { from: '07:00', to: '22:00', peoplePerHour: 120 },
  'passes.phoneMinutes': 5,
  'passes.skewSeconds': 120,
  'passes.staleHours': 24,
  'passes.paperDays': 30,
  'passes.keyDays': 90,
  'passes.soonDays': 3,
  'passes.visitHours': 12,
  'passes.recheckDays': 7,
  'passes.stoppedBy': ['centralQuarantine', 'homeQuarantine'],
  'passage.emptyPostMinutes': 15,
  'passage.earlyMinutes': 60,
  'passage.emptyAboveMinutes': 60,
  'passage.twoGatesMinutes': 10,
  'passage.presentHours': 48,
  'passage.lateMinutes': 15,
}
