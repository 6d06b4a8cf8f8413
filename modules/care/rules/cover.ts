import type { CoverKind } from '../contract.ts'

/** Whoever is back or manages alone needs no name; anybody else who cares has one. */
export const namesCarer = (kind: CoverKind): boolean => kind !== 'returned' && kind !== 'able'
