/**
 * Who may do what (三员分立 included). One table: role → permissions; `docs/permissions.md` is checked against it.
 * A role says what, the granted area says where.
 */
export const roles = [
  'gridWorker',
  'communityWorker',
  'healthCentreDoctor',
  'propertyStaff',
  'gatekeeper',
  'subdistrictOfficer',
  'districtCommand',
  'cdc',
  'healthBureau',
  'systemAdmin',
  'securityAdmin',
  'auditor',
] as const
export type Role = (typeof roles)[number]

export const permissions = [
  'territory.view',
  'territory.edit',
  'accounts.manage',
  'accounts.grant',
  'audit.read',
  'people.view',
  'people.edit',
  'people.reveal',
  'people.export',
  'people.sensitive',
  'exports.approve',
  'roster.import',
  'policies.view',
  'policies.edit',
  'policies.publish',
  'screening.view',
  'screening.record',
  'screening.verify',
  'pushedlists.push',
  'links.manage',
  'leads.view',
  'leads.handle',
  'quarantine.view',
  'quarantine.manage',
  'quarantine.check',
  'quarantine.visit',
  'quarantine.release',
  'quarantine.sites',
  'reporting.view',
  'reporting.send',
  'reporting.addUp',
  'forms.view',
  'forms.fill',
  'forms.admit',
  'duty.view',
  'duty.edit',
  'duty.standard',
  'dashboard.view',
  'documents.issue',
  'documents.templates',
  'privacy.view',
  'privacy.answer',
  'privacy.close',
  'privacy.approve',
  'zones.view',
  'zones.set',
  'zones.work',
  'field.use',
  'field.parcels',
  'field.devices',
  'passes.view',
  'passes.issue',
  'passes.visitors',
  'exits.view',
  'exits.apply',
  'exits.decide',
  'exits.certify',
  'exits.transport',
  'venues.view',
  'venues.keep',
  'venues.trace',
  'resumption.view',
  'resumption.keep',
  'disinfection.view',
  'disinfection.record',
  'disinfection.keep',
  'disinfection.terminal',
  'supplies.view',
  'supplies.keep',
  'supplies.answer',
  'publicity.view',
  'publicity.record',
  'publicity.issue',
  'matters.view',
  'matters.work',
  'matters.assign',
  'matters.approve',
  'care.view',
  'care.visit',
  'care.keep',
  'certificates.view',
  'certificates.issue',
  'certificates.approve',
  'certificates.list',
  'volunteers.view',
  'volunteers.keep',
  'passage.view',
  'passage.record',
  'passage.trace',
  'gates.edit',
] as const
export type Permission = (typeof permissions)[number]

const seesTheWork = [
  'territory.view', 'people.view', 'policies.view', 'screening.view', 'leads.view', 'quarantine.view', 'reporting.view', 'duty.view',
  'dashboard.view', 'zones.view', 'passes.view', 'exits.view', 'venues.view', 'resumption.view', 'disinfection.view', 'supplies.view', 'passage.view', 'forms.view', 'publicity.view',
] as const satisfies readonly Permission[]

export const rolePermissions: Record<Role, readonly Permission[]> = {
  gridWorker: [
    'territory.view', 'people.view', 'people.edit', 'people.sensitive', 'policies.view', 'screening.view', 'screening.record',
    'leads.view', 'quarantine.view', 'quarantine.check', 'quarantine.visit', 'duty.view', 'zones.view', 'zones.work',
    'field.use',
    'passes.view', 'passes.visitors',
    'exits.view', 'exits.apply', 'venues.view', 'venues.keep', 'resumption.view', 'resumption.keep',
    'disinfection.view', 'disinfection.record', 'publicity.view', 'publicity.record',
    'matters.view', 'matters.work', 'care.view', 'care.visit',
    'passage.view', 'passage.record',
  ],
  communityWorker: [
    ...seesTheWork, 'territory.edit', 'people.edit', 'people.reveal', 'people.export', 'people.sensitive', 'roster.import',
    'screening.record', 'screening.verify', 'pushedlists.push', 'links.manage', 'quarantine.manage', 'quarantine.check',
    'quarantine.visit', 'reporting.send', 'forms.fill', 'duty.edit',
    'documents.issue', 'documents.templates',
    'privacy.answer',
    'zones.work',
    'field.use', 'field.parcels', 'field.devices',
    'passes.issue', 'passes.visitors',
    'exits.apply', 'exits.decide', 'exits.transport', 'venues.keep', 'resumption.keep',
    'disinfection.record', 'disinfection.keep', 'disinfection.terminal', 'supplies.keep', 'publicity.record', 'publicity.issue',
    'matters.view', 'matters.work', 'matters.assign',
    'care.view', 'care.visit', 'care.keep',
    'certificates.view', 'certificates.issue', 'certificates.approve',
    'volunteers.view', 'volunteers.keep',
    'passage.record', 'passage.trace', 'gates.edit',
  ],
  healthCentreDoctor: [
    'territory.view', 'people.view', 'people.reveal', 'people.sensitive', 'policies.view', 'screening.view', 'screening.record',
    'leads.view', 'leads.handle', 'quarantine.view', 'quarantine.check', 'quarantine.visit', 'duty.view',
    'documents.issue', 'reporting.view', 'reporting.send', 'reporting.addUp',
    'zones.view', 'zones.work',
    'passes.view',
    'exits.view', 'exits.certify', 'passage.view', 'passage.trace',
    'disinfection.view', 'disinfection.terminal',
    'field.use',
  ],
  propertyStaff: ['territory.view', 'policies.view', 'quarantine.visit', 'duty.view', 'zones.view', 'zones.work', 'field.use', 'passes.view', 'passes.visitors', 'venues.view', 'venues.keep', 'disinfection.view', 'disinfection.record', 'disinfection.keep', 'publicity.view', 'publicity.record', 'matters.view', 'matters.work', 'passage.view', 'passage.record'],
  gatekeeper: ['territory.view', 'policies.view', 'screening.record', 'duty.view', 'zones.view', 'field.use', 'passes.view', 'passes.visitors', 'venues.view', 'venues.keep', 'passage.view', 'passage.record'],
  subdistrictOfficer: [
    ...seesTheWork, 'territory.edit', 'people.edit', 'people.reveal', 'people.export', 'people.sensitive', 'exports.approve', 'screening.record',
    'screening.verify', 'pushedlists.push', 'links.manage', 'policies.edit', 'quarantine.manage', 'quarantine.release',
    'quarantine.sites', 'reporting.send', 'reporting.addUp', 'forms.fill', 'forms.admit', 'duty.edit',
    'documents.issue', 'documents.templates',
    'privacy.view', 'privacy.answer',
    'zones.set', 'zones.work',
    'field.parcels', 'field.devices',
    'passes.issue', 'passes.visitors',
    'exits.apply', 'exits.decide', 'exits.transport', 'venues.keep', 'resumption.keep',
    'disinfection.terminal', 'supplies.keep', 'supplies.answer', 'publicity.issue',
    'matters.view', 'matters.work', 'matters.assign', 'matters.approve',
    'care.view', 'care.keep',
    'certificates.view', 'certificates.approve', 'certificates.list',
    'volunteers.view', 'volunteers.keep',
    'gates.edit',
  ],
  districtCommand: [
    ...seesTheWork, 'territory.edit', 'people.reveal', 'people.export', 'exports.approve', 'pushedlists.push', 'policies.edit', 'policies.publish',
    'quarantine.release', 'quarantine.sites', 'reporting.send', 'reporting.addUp', 'duty.edit', 'duty.standard',
    'documents.issue', 'documents.templates',
    'privacy.view', 'privacy.close', 'privacy.approve',
    'zones.set', 'zones.work', 'publicity.issue', 'matters.view', 'care.view', 'certificates.view', 'volunteers.view',
  ],
  cdc: [...seesTheWork, 'people.reveal', 'people.export', 'leads.handle', 'quarantine.release', 'reporting.send', 'reporting.addUp', 'venues.trace', 'passage.trace', 'disinfection.terminal', 'publicity.issue'],
  healthBureau: [...seesTheWork, 'people.export', 'privacy.view', 'privacy.approve', 'publicity.issue'],
  systemAdmin: ['territory.view', 'accounts.manage', 'field.devices'],
  securityAdmin: ['territory.view', 'accounts.grant'],
  auditor: ['territory.view', 'audit.read'],
}

export const administratorRoles = ['systemAdmin', 'securityAdmin', 'auditor'] as const satisfies readonly Role[]

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

export const may = (role: string, permission: string): boolean =>
  isRole(role) && (rolePermissions[role] as readonly string[]).includes(permission)

/** A whole office may come from one address and mistype its passwords on a Monday: a hundred failures in a quarter of an hour are somebody trying. */
export const passwordRules = { minLength: 10, minClasses: 3, lockAfterFailures: 5, lockMinutes: 30, closeAfterFailures: 100, closeMinutes: 15 } as const

/** What a new password lacks; empty when it is good enough (three of: lower, upper, digit, other). */
export function passwordFaults(password: string): ('tooShort' | 'tooSimple')[] {
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((c) => c.test(password)).length
  return [
    ...(password.length < passwordRules.minLength ? (['tooShort'] as const) : []),
    ...(classes < passwordRules.minClasses ? (['tooSimple'] as const) : []),
  ]
}

export { laysOver, standInLacks } from './rules/leave.ts'
export { stepOwed, passwordTooOld, secondFactorOwed, validityOf, type SignInStep } from './rules/owed.ts'

export const isAdministrator = (role: string | null): boolean =>
  role !== null && (administratorRoles as readonly string[]).includes(role)

/** 三员分立: an administrator role can neither be added to another role nor be followed by one without a withdrawal. */
export const excludesEachOther = (current: string | null, wanted: string): boolean =>
  current !== null && current !== wanted && (isAdministrator(current) || isAdministrator(wanted))

/** Whether so many failures in a row lock the account. */
export const locksAfter = (failures: number): boolean => failures >= passwordRules.lockAfterFailures

// Without 0/O, 1/l/I: it is read out over the telephone and typed from paper.
const READABLE = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A one-time password people can copy by hand, out of a random token: 4 groups of 4, about 90 bits. */
export function readablePassword(token: string): string {
  const letters = [...token].filter((c) => READABLE.includes(c)).slice(0, 16).join('')
  return letters.replace(/.{4}(?=.)/g, '$&-')
}
