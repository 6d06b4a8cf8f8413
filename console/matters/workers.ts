import { may, roles, type Role } from '../../modules/accounts/rules.ts'

/** Roles a matter can be given to. */
export const workers: readonly Role[] = roles.filter((role) => may(role, 'matters.work'))
