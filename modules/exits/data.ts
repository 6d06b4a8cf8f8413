/**
 * How often a name and a number may not fit: through one code on a wall in an hour, and for one name in a day. Whoever knows the birthday of
 * somebody has a thousand numbers left to try. Limits of the program against guessing, not terms of any order.
 */
export const missLimits = { perCodePerHour: 30, perNamePerDay: 5 } as const
