/**
 * How much one code on a wall takes in before it asks to be telephoned instead: a building of a hundred households does not say more
 * in an hour, and a quarrel between neighbours not more in a day. A limit of the program against floods, not a term of any order.
 */
export const tipLimits = { perCodePerHour: 30, perDoorPerDay: 5 } as const
