/** The texts of a module: nested names to sentences, `{name}` is filled in. */
export interface WordTree {
  readonly [key: string]: string | WordTree
}

/** The same keys as the Chinese words, each a string: `export const en: Words<typeof zh> = …`. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }

/** Fills `{name}` placeholders; a missing parameter stays visible as `{name}` so that it is noticed. */
export const fillWords = (sentence: string, params: Readonly<Record<string, unknown>> = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole))

/** Says a key in one language: `say('people.sexes.2')`. */
export type Say = (key: string, params?: Readonly<Record<string, unknown>>) => string

/** The sentence at a dotted key; undefined when there is none. */
export function findIn(tree: WordTree, key: string): string | undefined {
  let at: string | WordTree | undefined = tree
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined
  return typeof at === 'string' ? at : undefined
}

/** Files found by their names, `../modules/people/words.zh.ts`, under the name of their module. */
export const byModule = <T>(files: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(files).map(([path, file]) => [path.split('/').at(-2) ?? '', file]))
